"""PRV015: people whom the report calls by two names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.identity.pseudonyms.codes import CODE_OR_ROLE
from scr_lint.identity.pseudonyms.double_names import find_double_names
from scr_lint.identity.pseudonyms.two_names import DoubleName, Doubt

_EARLY = """# Summary

Tansy was eleven when she first rang the police. Tansy rang twice more.

# Introduction

The name Tansy was chosen by her sister for this report.
"""

_OTHER_CODE = """# Introduction

In this report the boy is known as Linden.

# Chronology

Child L was seen at home. Linden asked for his bicycle.
"""

_KEY = """# The family

| Code | Relationship | Particulars |
|---|---|---|
| Child B | Subject | Kiera, the youngest, a girl |
| Mother | Mother of both | in her thirties |

# Analysis

Child B was seen alone once.
"""

_RESPELT = """# Introduction

In this report the boy is known as Linden.

# Chronology

Linden was at home. His teacher said that Lindon drew well.
"""

_DECLARED = """# Introduction

In this report the boy is known as Linden. His social workers are SW1 and SW2.

# Chronology

Linden was seen at home by SW1. SW2 saw Linden at school.
"""


_INSTEAD = "Consider one name for each person throughout, declared once at the front."
_INITIALS_INSTEAD = (
    "Consider the role, or a code that has nothing of the name. If the letters are a code, say so at "
    "the front."
)


class InconsistentPseudonym(Rule):
    """One person under two names: a code beside a real name, two codes or two spellings.

    Why: a code protects nobody once it stands beside the name, even once, in a table or a
    bracket: from there on every mention of the code is a mention of the name. And a reader who
    meets a second code, or a name before it is explained, cannot tell how many people there are.

    Instead: give each person one name for the whole report, say at the front which those are, and
    search for the others before the report is sent.

    Leaves alone: a key that gives each code once with the role it stands for; chosen names that
    are declared before they are used, in the title, or in the settings; children of other reviews.
    """

    code = "PRV015"
    name = "inconsistent-pseudonym"
    severity = Severity.WARNING
    basis = ("QM14.2", "QM14.privacy", "WT2015.p79-redacted")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "Social Worker 1, Tobias Renwick, made the visit on his own.", marks=("Tobias Renwick",)
        ),
        Example("Child A (Kieran) was asleep. Kieran woke when SW2 came.", marks=("Kieran",)),
        Example(
            "The injuries were seen by HV2 (Oluwaseun Bakare) on the third visit.",
            role=Role.CHRONOLOGY,
            marks=("Oluwaseun Bakare",),
        ),
        Example(_KEY, role=None, marks=("Kiera",)),
        Example(_EARLY, role=None, marks=("Tansy",)),
        Example(_OTHER_CODE, role=None, marks=("Child L",)),
        Example(
            "Mother was not asked, and Father 1 was not told. Child A was seen at school. "
            "Shannon said afterwards that she had been afraid.",
            marks=("Shannon",),
        ),
        Example(
            "“Corin” is not the boy's real name.\n\nThe register has Corin (Stuart) as absent.",
            role=Role.INTRODUCTION,
            marks=("Stuart",),
        ),
        Example("MGF (who is Sid Ormerod) did not want this repeated.", marks=("Sid Ormerod",)),
        Example(
            "“Child K” in the draft of July and “Child 2” in the tables are the same boy.",
            marks=("Child 2",),
        ),
        Example(
            "In this report the boy is Child F and the social worker SW1. Child F was late. SW1 "
            "thought that Baby F was tired. Child F slept.",
            marks=("Baby F",),
        ),
        Example(_RESPELT, role=None, marks=("Lindon",)),
    )
    passed = (
        Example("Child A told SW1 that MGM had been kind, and Father 2 agreed with Mother."),
        Example(_DECLARED, role=None),
        Example("The review about Child Q said the same of schools, and so did Child S."),
        Example(
            "Key: Child V, subject. VM, his mother. SW1 and SW2, social workers.\n\n"
            "SW2 asked a new worker, SW3, to call. The A1 road was shut. SW3 wrote it on A4 paper.",
            role=Role.INTRODUCTION,
        ),
        Example(
            "The child is Child M. Two brothers appear as B1 and B2. B2 was seen with Child M."
        ),
        Example("Mother told SW1 that her keyworker, Ebun, sat up with Child A."),
        Example("Social Worker 1, a newly qualified worker, was absent; SW2 (agency) covered."),
        Example("Mother speaks Welsh with Gwenllian and English with the GP (Dr Ambrose)."),
        Example("Child A was known to CAMHS (Child and Adolescent Mental Health Services)."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for person in find_double_names(draft, self.settings):
            yield self.finding(
                draft,
                person.places,
                _message(person),
                _INITIALS_INSTEAD if person.doubt is Doubt.INITIALS else _INSTEAD,
                confidence=person.confidence,
            )

    def private_words(self, finding: Finding) -> Iterable[str]:
        """The names; codes may be shown."""
        for location in finding.locations:
            bare = re.sub(r"^[A-Z]{2,4} ?\(|\((?:the )?[A-Z]{2,4}\)?$", "", location.text)
            words = CODE_OR_ROLE.sub("", bare).strip(" ,()[]/=–—-:“”\"‘’'")
            if words:
                yield words


def _message(person: DoubleName) -> str:
    match person.doubt:
        case Doubt.BESIDE:
            return f"“{person.name}” stands beside the code “{person.other}”."
        case Doubt.NAMED:
            return f"“{person.name}” is not introduced, and may be somebody who has a code."
        case Doubt.EARLY:
            return f"“{person.name}” is used before the draft says whom it stands for."
        case Doubt.RESPELT:
            return f"“{person.name}” seems to be “{person.other}” in another spelling."
        case Doubt.TWO_CODES:
            return f"“{person.name}” and “{person.other}” seem to stand for one person."
        case Doubt.UNTOLD:
            return f"“{person.name}” is not explained, and may be somebody who has another code."
        case Doubt.INITIALS:
            return f"“{person.name}” may be the initials of a name: nothing gives it as a code."

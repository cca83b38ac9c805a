"""One acronym stands for one thing, and one body has one acronym."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.draft import Span
from scr_lint.terms.acronyms import Acronym, Definition
from scr_lint.terms.of_no_person import acronyms_in
from scr_lint.terms.said_to_be_one import place_of, said_to_be_one
from scr_lint.terms.same_words import (
    conflict,
    content_words,
    letters_apart,
    one_body,
    other_sense,
    within,
)
from scr_lint.terms.short_forms import is_listed

#: A miswritten acronym stands this often at most.
_SELDOM = 2


class ConflictingExpansion(Rule):
    """Flags an acronym written out in two ways, and a body that goes by two acronyms.

    Why: Readers cannot tell whether one thing is meant or two. Reviews are put together from the
    accounts of many agencies, and each brings its own letters: DVA is domestic violence and abuse
    to one and a domestic violence adviser to another.

    Instead: Choose one form of words and one set of letters for each body or meeting, and use them
    throughout. Where both meanings are needed, write one of them out each time.

    Leaves alone: The same words in the plural, in another order, spelt otherwise (adviser, advisor)
    or with the name of a place before them.
    """

    code = "ACR006"
    name = "conflicting-expansion"
    severity = Severity.WARNING
    basis = ("QM14.6", "PANEL.1", "WT2015.p79-plain")
    layers = Layer.PARSE | Layer.ENTITIES

    flagged = (
        Example(
            "The Emergency Duty Team (EDT) took the call.\n\nThe Evening Duty Team (EDT) had no "
            "record of it.",
            marks=("EDT",),
        ),
        Example(
            "An interim care order (ICO) was made. The school asked the Information "
            "Commissioner's Office (ICO) whether it could share the letter.",
            marks=("ICO",),
        ),
        Example(
            "The multi-agency child exploitation (MACE) panel met. MACE (Missing and Child "
            "Exploitation) minutes were not kept.",
            marks=("MACE",),
        ),
        Example(
            "Child and adolescent mental health services (CAMHS) saw him. A letter from CAHMS said "
            "that he was well. CAMHS have no copy of the CAMHS letter.",
            marks=("CAHMS",),
        ),
        Example(
            "# Findings\n\nA Team Around the Child (TAC) meeting was put off. The Team Around the "
            "Child (TAM) had met once.\n",
            role=None,
            marks=("TAM",),
        ),
        Example(
            "# Findings\n\nThe Early Duty Team (EDT) rang.\n\n# Glossary\n\n"
            "| Term | Meaning |\n|---|---|\n| EDT | Emergency Duty Team |\n",
            role=None,
            marks=("EDT",),
        ),
        Example(
            "The Barton Community Healthcare Trust (BCHT) wrote. BCHT rang twice. BCHS did not ring."
            " BCHT has no record.",
            marks=("BCHS",),
        ),
        Example(
            "The GRSB commissioned the review. The GRSB has met twice. The GSRB will publish a "
            "response.",
            role=Role.INTRODUCTION,
            marks=("GSRB",),
        ),
        Example(
            "The Emergency Duty Team (EDT), elsewhere called the Out of Hours Service (OOHS), took "
            "the call. The EDT note and the OOHS note differ.",
            marks=("Emergency Duty Team (EDT",),
        ),
        Example(
            "# Findings\n\nThe YOS worker rang.\n\n# Glossary\n\n"
            "| Term | Meaning |\n|---|---|\n| YOT | Youth Offending Team |\n",
            role=None,
            marks=("YOS",),
        ),
        Example(
            "The Crisis Resolution Team (CRT) came. The CRT left. The Crisis Resolution Service "
            "(CRS) came next. CRS notes and CRT notes differ.",
            marks=("Crisis Resolution Service (CRS",),
        ),
        Example(
            "The Vulnerable People Desk (VPD) rang. The Harm Reduction Office (HRO) rang. The VPD "
            "and the HRO are the same three people.",
            marks=("Harm Reduction Office (HRO",),
        ),
        Example(
            "The Family Visiting Team (FVT) rang. FVT notes end in May. Then a new Foster Vetting "
            "Team took over the number and the letters FVT.",
            marks=("Foster Vetting Team",),
        ),
        Example(
            "The Day Clinic Team (DCT) saw him. In the hospital's letters the same team is the "
            "HDCT, and nobody found them.",
            marks=("HDCT",),
        ),
        Example(
            "One mother, three names for the same meeting. The Team Round the Home (TRH) is on her letter. "
            "The Team Round the Child (TRC) is what the nurse said. TRH and TRC minutes differ.",
            marks=("Team Round the Child (TRC",),
        ),
    )
    passed = (
        Example(
            "The community nurse's Perinatal Mental Health Team (PMHT) is new. The Mental Health "
            "Team (MHT) is old. MHT and PMHT staff met. A child with special educational needs "
            "(SEN) is counted among those with special educational needs and disabilities (SEND). "
            "SEN and SEND are counted."
        ),
        Example(
            "The Emergency Duty Team (EDT) later became the Out of Hours Service (OOHS). The EDT "
            "closed at the same time as the office."
        ),
        Example(
            "The Independent Domestic Violence Adviser (IDVA) wrote. Two Independent Domestic "
            "Violence Advisors (IDVAs) were off sick."
        ),
        Example(
            "The Multi-Agency Safeguarding Hub (MASH) took the call. The Multi Agency "
            "Safeguarding Hub, or MASH, had moved."
        ),
        Example(
            "The Safeguarding Children Partnership (SCP) met. The Fellshire Safeguarding Children "
            "Partnership (SCP) agreed the terms."
        ),
        Example(
            "The initial child protection conference (ICPC) was in May and the review child "
            "protection conference (RCPC) in August. A child protection plan (CPP) was made."
        ),
        Example("The LSCB and the LSCP are not one body. The LSCB was wound up in 2019."),
        Example(
            "# Findings\n\nThe Emergency Duty Team (EDT) rang.\n\n# Glossary\n\n"
            "EDT: Emergency Duty Team, which works at night and at weekends\n",
            role=None,
        ),
        Example(
            "Child sexual exploitation (CSE) was known of. Child criminal exploitation (CCE) was "
            "not."
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        acronyms = [a for a in acronyms_in(draft, self.settings) if not a.is_known]
        for acronym in acronyms:
            if found := self._two_meanings(draft, acronym):
                yield found
        for one, other in combinations(acronyms, 2):
            first, second = sorted((one, other), key=_weight, reverse=True)
            if found := self._two_names(draft, first, second):
                yield found

    def _two_meanings(self, draft: Draft, acronym: Acronym) -> Finding | None:
        found = conflict(acronym)
        if found is None:
            return self._used_otherwise(draft, acronym)
        (first, words), (second, others) = found
        named = [use for use in acronym.uses[:1] if _at(use) < _at(first.span)]
        # The same words may be said twice: "TAF, the team around the family (TAF)".
        again = [
            d.span
            for d in acronym.definitions
            if d.expansion == second.expansion and d.span != second.span
        ]
        return self.finding(
            draft,
            [place_of(second), place_of(first), *named, *again],
            f"“{acronym.short}” is “{others}” here and “{words}” elsewhere.",
            "Consider one form of words throughout, or, where two things are meant, writing one of "
            "them out each time.",
        )

    def _used_otherwise(self, draft: Draft, acronym: Acronym) -> Finding | None:
        found = other_sense(draft, acronym)
        if found is None:
            return None
        return self.finding(
            draft,
            list(found),
            f"“{acronym.short}” seems to stand for “{draft.text_at(found[1])}” here and for other "
            "words elsewhere.",
            "Where two things are meant, consider writing one of them out each time.",
            confidence=0.7,
        )

    def _two_names(self, draft: Draft, first: Acronym, second: Acronym) -> Finding | None:
        apart = letters_apart(first.short, second.short)
        shared = _shared(first.definitions, second.definitions, apart)
        if shared:
            return self.finding(
                draft,
                [place_of(shared[1]), place_of(shared[0])],
                _goes_by(shared[1].expansion, second.short, shared[0].expansion, first.short),
                f"If one body is meant, consider “{first.short}” throughout.",
            )
        if _known_as_one(first, second):
            return self.finding(
                draft,
                [*second.uses, *(d.span for d in second.definitions)],
                f"“{second.short}” may be the body that goes by “{first.short}” elsewhere.",
                f"If one body is meant, consider “{first.short}” throughout.",
                confidence=0.7,
            )
        if same := said_to_be_one(draft, first, second):
            return self.finding(
                draft,
                same,
                f"“{first.short}” and “{second.short}” are said here to be one.",
                f"Consider one of the two throughout: “{first.short}” or “{second.short}”.",
                confidence=0.8,
            )
        if apart and _may_be_a_slip(second, first, apart):
            return self.finding(
                draft,
                [*second.uses, *(d.span for d in second.definitions)],
                f"“{second.short}” has nearly the letters of “{first.short}”.",
                f"If one body is meant, consider “{first.short}” throughout.",
                confidence=0.7,
            )
        return None


def _at(span: Span) -> tuple[int, int]:
    return span.block, span.start


def _weight(acronym: Acronym) -> tuple[bool, int, int, int]:
    """The form to keep of two: the one that the trade knows, explained, used most, longest."""
    known = is_listed(acronym.short)
    return (known, len(acronym.definitions), len(acronym.uses), len(acronym.short))


def _goes_by(name: str, short: str, other: str, instead: str) -> str:
    if content_words(name) == content_words(other):
        return f"“{name}” goes by “{short}” here and by “{instead}” elsewhere."
    return f"“{name}” ({short}) here may be “{other}” ({instead}) elsewhere."


def _shared(
    first: Sequence[Definition], second: Sequence[Definition], apart: str
) -> tuple[Definition, Definition] | None:
    """Two definitions with the words of one body, or nearly, if the letters are nearly the same."""
    for one in first:
        for other in second:
            words, others = content_words(one.expansion), content_words(other.expansion)
            short, long = sorted((words, others), key=len)
            nearly = apart == "changed" and len(short) > 2 and within(short, long)
            if one_body(words, others) or nearly:
                return one, other
    return None


def _known_as_one(first: Acronym, second: Acronym) -> bool:
    """Whether two short forms, one at least not written out, are known for names of one body."""
    if first.definitions and second.definitions:
        return False
    names = []
    for acronym in (first, second):
        full = next((d.expansion for d in acronym.definitions if d.expansion), acronym.stands_for)
        names.append(content_words(full))
    return one_body(*names)


def _may_be_a_slip(second: Acronym, first: Acronym, apart: str) -> bool:
    """Whether a rare form is another one miswritten: a letter too few, two swapped, another last.

    Not where the trade knows both, for different things.
    """
    if len(second.uses) > _SELDOM:
        return False
    if apart == "swapped":
        listed = is_listed(first.short) or not second.definitions
        return listed and not is_listed(second.short)
    if second.definitions or len(second.short) > len(first.short):
        return False
    if apart == "changed":  # BCHS for BCHT, the Barton Community Healthcare Trust
        ending = first.short[:-1] == second.short[:-1] and len(first.short) > 3
        known = is_listed(first.short) or is_listed(second.short)
        return ending and bool(first.definitions) and not known
    words, others = (content_words(a.stands_for) for a in (second, first))
    return words == others == [] or (len(words) > 1 and within(words, others))

"""Terms of the trade are put in plain words or explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from scr_lint import Draft, Example, Finding, Role, Rule, Severity
from scr_lint.grammar.inflect import like
from scr_lint.grammar.phrases import Match, split_phrases
from scr_lint.terms.unexplained import Unexplained, find_unexplained
from scr_lint.vocabulary import load_with_settings

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = {
    "management": "management language",
    "health": "a medical term",
    "care": "a term of social care",
    "legal": "a legal term",
    "police": "a police term",
    "analysis": "a term of safety science",
}


class Jargon(Rule):
    """Flags terms of the trade that the draft does not explain.

    Why: The national panel named jargon first among what makes reviews hard to read, and said
    that such reviews "will not be widely read or understood". Working Together asks for plain
    English that professionals and the public understand alike. A term that every social worker
    knows may mean nothing to a parent, and something else to a nurse.

    Instead: Use everyday words, or say what was done. Terms of law and of method ("section 47
    enquiry", "care order") may have to stay: explain them at their first use or in a glossary.

    Leaves alone: A term from the place where the text explains it, from the start where that is
    the next sentence, and everywhere if a glossary does; everyday uses of the same words (the
    front door of a house, an acute angle); names of services and titles in a list of people;
    what families are quoted as saying, and passages of guidance (a worker's or a record's word
    in quotation marks is for the report to explain); words in such common use, or so plain in
    themselves, that only a setting adds them (tier 3).

    Contested: The Local Government Association once listed "multi-agency", "outcomes" and
    "capacity" as words to avoid; a review can hardly do without them, so they are in tier 3.
    "Early help", "professional curiosity" and "lived experience" are praised as often as they are
    called jargon: explain them once.
    """

    code = "JAR001"
    name = "jargon"
    severity = Severity.WARNING
    basis = ("PANEL.1", "QM14.6", "WT2015.p79-plain")
    limits = {"tier": 2}

    flagged = (
        Example("The accounts were never triangulated with the school's.", marks=("triangulated",)),
        Example("Nobody took a holistic view of the three children.", marks=("holistic",)),
        Example(
            "A strategy discussion took place on the Monday, and two section 47\nenquiries "
            "followed.",
            marks=("strategy discussion", "enquiries"),
        ),
        Example(
            "The case was stepped down in May and stepped-down again in June, without a robust "
            "plan.",
            marks=("stepped down", "robust"),
        ),
        Example("It was thought that the family did not meet the threshold.", marks=("threshold",)),
        Example(
            "Contacts are screened at the front door within a day.",
            role=Role.FINDINGS,
            marks=("front door",),
        ),
        Example(
            "Good-enough parenting is a phrase with a long history. He had parental responsibility, "
            "which matters.",
            marks=("Good-enough parenting", "parental responsibility"),
        ),
        Example("Drift and delay set in once the plan had been agreed.", marks=("Drift",)),
        Example(
            "The baby presented at the emergency department with bruising and a subdural "
            "haematoma.",
            role=Role.CHRONOLOGY,
            marks=("presented at", "subdural"),
        ),
        Example(
            "Learning should be cascaded to stakeholders and embedded by the spring.",
            role=Role.RECOMMENDATIONS,
            marks=("cascaded", "stakeholders", "embedded"),
        ),
        Example(
            "# Analysis\n\nThe referral was triaged twice. The father rang. Nobody called him back.\n\n"
            "Triage, that is, sorting by urgency, is done by a nurse.",
            role=None,
            marks=("triaged",),
        ),
        Example(
            "The manager will, before the spring, cascade the lessons. That is what silo working "
            "does to a team. Her presenting problems were many.",
            marks=("cascade", "silo working", "presenting problems"),
        ),
        Example(
            "Section 47 enquiry, single agency. The genogram in the file has seven hands on it.",
            marks=("Section 47 enquiry", "genogram"),
        ),
        Example(
            "Safety-netted and sent home. A 72-hour report followed.",
            marks=("Safety-netted", "72-hour report"),
        ),
        Example(
            "A locality team took the call. The hub manages, triages and oversees the referrals.",
            marks=("locality", "triages"),
        ),
        Example(
            "Leaders had no line of sight to practice, and governance arrangements were weak.",
            marks=("line of sight to practice", "governance arrangements"),
        ),
        Example(
            "The council commissions a risk-led service offer for children in need.",
            marks=("commissions", "risk-led", "service offer", "children in need"),
        ),
    )
    passed = (
        Example(
            "The plan is full of references to ‘robust’. She rang the MASH Single Point Of Entry."
        ),
        Example(
            "The Triage and Welcome Desk rang. See section 5. A nail was embedded in the tyre."
        ),
        Example("We use the word triage in its narrow sense. We do not write stakeholder."),
        Example("The officers knocked at the front door of the house, and the father opened it."),
        Example("The roof stood at an acute angle to the wall. He stepped down from the bus."),
        Example(
            "The case was stepped down (moved to a less intensive service) in May. It was stepped "
            "down again in June."
        ),
        Example(
            "# Analysis\n\nA strategy discussion was held.\n\n# Glossary\n\n"
            "| Term | Meaning |\n|---|---|\n| Strategy discussion | Meeting to plan an enquiry |\n",
            role=None,
        ),
        Example("The family was referred to the Robust Families Programme and to Triage House."),
        Example("“They said I did not meet the threshold and I said what threshold is that?”"),
        Example("Workers asked questions and checked what they were told against other sources."),
        Example(
            "The council began an enquiry into whether he was suffering serious harm, known as a "
            "section 47 enquiry. The section 47 enquiry took six weeks."
        ),
        Example(
            "He carried the pram over the threshold of the flat. Snow had drifted to the door."
        ),
        Example("No further action was taken. The audit programme and the risk flag are on file."),
        Example(
            "Her genogram, a family tree drawn with squares and circles, is with the papers. A pupil who "
            "is dual registered has his name on the books of two schools."
        ),
        Example("The doctors found subdural bleeding, which is to say bleeding over the brain."),
        Example("> We need a robust and holistic offer, going forward.", role=Role.ANALYSIS),
        Example(
            "The health visiting service offers an enhanced check to every family on the estate."
        ),
        Example("The analysis of risk led to action. The worker was persistent in reaching out."),
        Example("Schools can spot children in need of help and protection sooner than most."),
        Example("The unit is known for its best practice model, and for non-forensic medicals."),
        Example("A prompt asks whether the man has contact with children or with their friends."),
        Example("The family network meeting was held in a church hall, with sandwiches."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        rows = load_with_settings(__package__, "jargon", self.settings)
        for found in find_unexplained(draft, rows, self.limit["tier"]):
            yield self._finding(draft, found)

    def _finding(self, draft: Draft, found: Unexplained) -> Finding:
        first = found.mentions[0]
        row, words = first.row, first.tokens.text
        return self.finding(
            draft,
            [draft.span_of(m.block.index, m.tokens) for m in found.mentions],
            f"“{words}” is {_KINDS.get(row['kind'], 'a term of the trade')}{_use(found)}.",
            _suggestion(row, first),
            severity=Severity.ADVICE if row["tier"] == "2" else Severity.WARNING,
            confidence=0.9 if row["tier"] == "1" else 0.75,
        )


def _use(found: Unexplained) -> str:
    """How often a term is used, and that it is not explained where that is asked for."""
    often = len(found.mentions)
    times = f", used {often} times" if often > 1 else ""
    if found.mentions[0].row["ask"] != "explain":
        return times
    if found.later:
        return f"{times} before it is explained" if times else ", used before it is explained"
    return f"{times} and not explained"


def _suggestion(row: Mapping[str, str], match: Match) -> str:
    if row["ask"] == "explain":
        words = _singular(row, match) if not row["plural"] else match.tokens.text
        plain = row["plural"] if _is_plural(match) and row["plural"] else row["plain"]
        if not plain:
            return "Explain it where it first stands, or in a glossary."
        return (
            f"Explain it where it first stands, for example “{words} ({plain})”, or in a glossary."
        )
    plain = _plain(row, match)
    if plain.startswith(("say ", "what ")):
        return f"Consider plain words: say {plain.removeprefix('say ')}."
    return f"Consider plain words, such as “{plain}”." if plain else "Consider plain words."


def _singular(row: Mapping[str, str], match: Match) -> str:
    """A term in the plural as the list has it in the singular, or else as the draft has it."""
    text, last = match.tokens.text, match.tokens[-1]
    one = f"{text[: -len(last)]}{last.lemma_}".replace("hildren in need", "hild in need")
    listed = {_same(term) for term in split_phrases(row["term"])}
    return one if _same(text) not in listed and _same(one) in listed else text


def _same(term: str) -> str:
    return " ".join(term.lower().replace("-", " ").split())


def _plain(row: Mapping[str, str], match: Match) -> str:
    """The plain words in the form that the sentence needs, "" where the list has none that fits."""
    root = match.tokens.root
    tag = _tag(root)
    if tag.startswith("V") and {"verb", "passive"} & set(row["pos"].split()):
        return like(row["plain"].split("|")[0], tag)
    if _is_plural(match) and (row["plural"] or row["pos"] == "noun"):
        return row["plural"]
    return row["plain"].split("|")[-1]


def _tag(root: Token) -> str:
    """The tag of a word; of what is read as a noun beside verbs ("manages, triages and oversees"),
    theirs."""
    joined = root.dep_ == "conj" and root.head.pos_ == "VERB" and root.tag_ in {"NN", "NNS"}
    return root.head.tag_ if joined else root.tag_


def _is_plural(match: Match) -> bool:
    """Whether more than one is meant, also where the parse takes another word for the head:
    "children in need meetings"."""
    last, plural = match.tokens[-1], {"NNS", "NNPS"}
    listed = any(term.lower().endswith(last.lemma_) for term in split_phrases(match.row["term"]))
    return match.tokens.root.tag_ in plural or (last.tag_ in plural and listed)

"""Terms of the trade are put in plain words or explained."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scr_lint import Draft, Example, Finding, Kind, Role, Rule, Severity
from scr_lint.grammar.inflect import like
from scr_lint.grammar.phrases import Match, find_phrases
from scr_lint.grammar.quotation import quoted
from scr_lint.terms.explained import is_bracketed, is_explained, is_glossed
from scr_lint.terms.glossary import is_glossary
from scr_lint.terms.senses import is_meant
from scr_lint.vocabulary import load_with_settings

_KINDS = {
    "management": "management language",
    "health": "a medical term",
    "care": "a term of social care",
    "legal": "a legal term",
    "police": "a police term",
    "analysis": "a term of safety science",
}
_REPORTING = frozenset(
    """write say record describe use call ask mean note tell read know understand talk speak word
    phrase term expression language""".split()
)


class Jargon(Rule):
    """Flags terms of the trade that the draft does not explain.

    Why: The national panel named jargon first among what makes reviews hard to read, and said
    that such reviews "will not be widely read or understood". Working Together asks for plain
    English that professionals and the public understand alike. A term that every social worker
    knows may mean nothing to a parent, and something else to a nurse.

    Instead: Use everyday words, or say what was done. Terms of law and of method ("section 47
    enquiry", "care order") may have to stay: explain them at their first use or in a glossary.

    Leaves alone: A term from the place where the text explains it, and everywhere if a glossary
    does; everyday uses of the same words (the front door of a house, an acute angle); names of
    services; quotations; words in such common use that only a setting adds them (tier 3).

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
            "# Analysis\n\nThe referral was triaged twice. Triage, that is, sorting by urgency, is "
            "done by a nurse.",
            role=None,
            marks=("triaged",),
        ),
    )
    passed = (
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
        Example("> We need a robust and holistic offer, going forward.", role=Role.ANALYSIS),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        rows = [
            row
            for row in load_with_settings(__package__, "jargon", self.settings)
            if int(row["tier"] or 1) <= self.limit["tier"]
        ]
        blocks = list(draft.prose(without=(Role.REFERENCES, Role.CONTENTS)))
        mentions: dict[str, list[Match]] = defaultdict(list)
        for match in find_phrases(draft, blocks, rows, "term", is_meant):
            if match.row["tier"] == "0":
                continue
            # Rows with the same plain words are one term in different grammar.
            meaning = match.row["plain"].split("|")[0] or match.row["term"]
            mentions[meaning].append(match)
        for matches in mentions.values():
            unexplained = _unexplained(draft, matches)
            if unexplained:
                yield self._finding(draft, unexplained)

    def _finding(self, draft: Draft, matches: Sequence[Match]) -> Finding:
        first = matches[0]
        row, words = first.row, first.tokens.text
        times = f", used {len(matches)} times" if len(matches) > 1 else ""
        unexplained = " and not explained" if row["ask"] == "explain" else ""
        return self.finding(
            draft,
            [draft.span_of(m.block.index, m.tokens) for m in matches],
            f"“{words}” is {_KINDS.get(row['kind'], 'a term of the trade')}{times}{unexplained}.",
            _suggestion(row, first),
            severity=Severity.ADVICE if row["tier"] == "2" else Severity.WARNING,
            confidence=0.9 if row["tier"] == "1" else 0.75,
        )


def _unexplained(draft: Draft, matches: Sequence[Match]) -> list[Match]:
    """The mentions before the one that explains the term; none where a glossary or note does."""
    asides = [m for m in matches if m.block.kind is Kind.FOOTNOTE]
    if any(is_glossary(draft, m.block) for m in matches) or any(map(_explains, asides)):
        return []
    found: list[Match] = []
    for match in matches:
        if _explains(match):
            break
        if match not in asides and not _is_somebody_elses(match):
            found.append(match)
    return found


def _explains(match: Match) -> bool:
    """Whether a mention says what the term means."""
    place = match.block.text, match.tokens.start_char, match.tokens.end_char
    return is_explained(*place) or is_bracketed(*place) or is_glossed(match.tokens)


def _is_somebody_elses(match: Match) -> bool:
    """Whether a term stands in a quotation.

    One that is only the term itself is the author's, set apart, unless the sentence tells who
    used it: "the record said ‘front door’".
    """
    if match.block.kind is Kind.QUOTE:
        return True
    start, end = match.tokens.start_char, match.tokens.end_char
    for first, last in quoted(match.block.text):
        if first < start and end < last:
            alone = last - first <= end - start + 2
            return not alone or any(t.lemma_ in _REPORTING for t in match.tokens.sent)
    return False


def _suggestion(row: Mapping[str, str], match: Match) -> str:
    if row["ask"] == "explain":
        listed = row["term"].split(";")[0]
        words = listed if _is_plural(match) and not row["plural"] else match.tokens.text
        plain = row["plural"] if _is_plural(match) and row["plural"] else row["plain"]
        return (
            f"Explain it where it first stands, for example “{words} ({plain})”, or in a glossary."
        )
    plain = _plain(row, match)
    if plain.startswith("say "):
        return f"Consider plain words: {plain}."
    return f"Consider plain words, such as “{plain}”." if plain else "Consider plain words."


def _plain(row: Mapping[str, str], match: Match) -> str:
    """The plain words in the form that the sentence needs, "" where the list has none that fits."""
    root = match.tokens.root
    if root.pos_ == "VERB" and {"verb", "passive"} & set(row["pos"].split()):
        return like(row["plain"].split("|")[0], root.tag_)
    if _is_plural(match) and (row["plural"] or row["pos"] == "noun"):
        return row["plural"]
    return row["plain"].split("|")[-1]


def _is_plural(match: Match) -> bool:
    return match.tokens.root.tag_ in {"NNS", "NNPS"}

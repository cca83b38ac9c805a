"""A report has few acronyms, and no paragraph is thick with them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from scr_lint import Block, Draft, Example, Finding, Kind, Layer, Role, Rule, Severity
from scr_lint.draft import Span, count_words
from scr_lint.terms.acronyms import Acronym
from scr_lint.terms.strange import strange_to_readers

_LISTS = {Role.GLOSSARY, Role.REFERENCES, Role.CONTENTS, Role.FRONT_MATTER}
_SENTENCES = {Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.CELL}
#: Words: a shorter cell or note is a label.
_SHORTEST = 12
#: How many of the acronyms used most are named.
_NAMED = 5


class AcronymDensity(Rule):
    """Flags a draft with many different acronyms, and each paragraph that is thick with them.

    Why: Each acronym is one more thing to hold in mind, also where it has been explained. The
    national panel counted acronyms among what keeps reviews from being read and understood.

    Instead: Keep the two or three that you use on most pages and write the others out. "The
    police", "the hospital" or "the meeting" is often enough. In a paragraph, say who did what in
    words.

    Leaves alone: Acronyms that readers know; codes for people; glossaries, references and the
    front page; paragraphs with a few acronyms among many words;
    a short text that is hardly more than one thick paragraph is flagged once, there.

    Contested: Plain-language guidance in the United States asks for no more than three in a
    document. Authors of long reports on many agencies find that too strict, and the upper limit and
    those for a paragraph are defaults of this project, not guidance.
    """

    code = "ACR005"
    name = "acronym-density"
    severity = Severity.ADVICE
    basis = ("QM14.6", "PANEL.1")
    layers = Layer.PARSE | Layer.ENTITIES
    #: Different acronyms in the draft: more than these; in a paragraph: more than this, with at
    #: least one use in so many words.
    limits = {"advice": 3, "warning": 20, "paragraph": 3, "words": 15}

    flagged = (
        Example(
            "The MASH rang the EDT, the EDT told the LADO, and the LADO wrote to the IRO.",
            marks=("MASH",),
        ),
        Example(
            "At the ICPC the CIN plan was stepped up to a CPP; the IRO and the FSW were absent.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "The Multi-Agency Safeguarding Hub (MASH), the Emergency Duty Team (EDT), the Youth "
            "Offending Team (YOT) and the Pupil Referral Unit (PRU) were all told.",
        ),
        Example(
            "| Date | Event |\n|---|---|\n| May | SW2 rang the EDT and the LADO and asked for an "
            "RHI before the next ICPC. |\n",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "The MASH took the call in May.\n\nThe LADO was told in June.\n\nThe IRO was told in "
            "July.\n\nNobody told the PRU."
        ),
        Example(
            "The school rang. Nobody came, and the boys waited in the hall until it was dark and "
            "the caretaker sent them home with a torch.\n\nThe MASH rang the EDT, the EDT told the "
            "LADO, and the LADO wrote to the IRO.\n\nThe boys were seen on the Monday, by a worker "
            "whom they had not met before and whose name they did not hear.",
        ),
        Example(
            "- CSC, the YOT, the FSW and the EWO met at the school in June and again in July.",
            role=Role.FINDINGS,
        ),
    )
    passed = (
        Example("The MASH told the LADO, and the LADO told the IRO."),
        Example("The NHS trust, the GP, A&E and the BBC all had the letter, as did the UK office."),
        Example("SW1, HV2, MGM and FC1 met at the house of PGM with SW2 and PC3 on the Monday."),
        Example(
            "# Analysis\n\nThe nurse rang.\n\n# Glossary\n\nCPN: community psychiatric nurse\n\n"
            "EDT: emergency duty team\n\nIRO: independent reviewing officer\n\n"
            "LADO: local authority designated officer\n",
            role=None,
        ),
        Example("The social worker told the health visitor, the school, the police and the ward."),
        Example("The CSC manager told the CSC director that CSC had no record of it. CSC did."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        acronyms = [a for a in strange_to_readers(draft, self.settings) if a.in_text or a.uses]
        thick = list(self._thick(draft, acronyms))
        all_in_one = any(
            number == len(acronyms) and 2 * count_words(block.text) > draft.words
            for block, _, number in thick
        )
        if len(acronyms) > self.limit["advice"] and not all_in_one:
            yield self._of_draft(draft, acronyms)
        for block, spans, number in thick:
            yield self.finding(
                draft,
                spans,
                f"This paragraph has {number} different acronyms in {count_words(block.text)} "
                "words.",
                "Consider saying in words who did what, and keeping the letters for what the "
                "reader meets on every page.",
            )

    def _of_draft(self, draft: Draft, acronyms: Sequence[Acronym]) -> Finding:
        times = {a.short: len(a.uses) + len(a.in_text) for a in acronyms}
        most = sorted(times, key=lambda short: -times[short])[:_NAMED]
        rare = sum(number < 3 for number in times.values())
        named = ", ".join(f"{short} ({times[short]})" for short in most)
        severity = Severity.WARNING if len(acronyms) > self.limit["warning"] else None
        seldom = f"; {rare} of them only once or twice" if rare else ""
        return self.finding(
            draft,
            [],
            f"The draft has {len(acronyms)} different acronyms that not every reader knows{seldom}. "
            f"Most used: {named}.",
            "Consider keeping the few that are used on most pages, and writing out the others.",
            severity=severity,
        )

    def _thick(
        self, draft: Draft, acronyms: Sequence[Acronym]
    ) -> Iterator[tuple[Block, list[Span], int]]:
        """Paragraphs with more acronyms than the limit, where they stand, and how many."""
        places: dict[int, list[Span]] = defaultdict(list)
        kinds: dict[int, set[str]] = defaultdict(set)
        for acronym in acronyms:
            for span in (*acronym.uses, *(d.span for d in acronym.in_text)):
                places[span.block].append(span)
                kinds[span.block].add(acronym.short)
        for index, spans in sorted(places.items()):
            block, words = draft.blocks[index], count_words(draft.blocks[index].text)
            if block.kind not in _SENTENCES or draft.role_of(index) in _LISTS or words < _SHORTEST:
                continue
            often = len(spans) * self.limit["words"] >= words
            if len(kinds[index]) > self.limit["paragraph"] and often:
                yield block, sorted(spans, key=lambda s: s.start), len(kinds[index])

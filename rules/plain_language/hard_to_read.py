"""The summary, findings and recommendations can be read by those they are for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from scr_lint import Draft, Example, Finding, Kind, Role, Rule, Severity, Span
from scr_lint.draft import count_words
from scr_lint.readability.grade import heaviest, measure
from scr_lint.readability.sentence_length import says_something

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

_PARTS = {
    Role.SUMMARY: "summary reads",
    Role.FINDINGS: "findings read",
    Role.RECOMMENDATIONS: "recommendations read",
}
_LEVELS = (
    (14, "a pupil in the first years of secondary school"),
    (16, "a pupil taking GCSEs"),
    (18, "a pupil taking A levels"),
    (21, "a university student"),
)
_SHORT = {"limits": {"PLN003": {"words": 30}}}


class HardToRead(Rule):
    """Flags a summary, findings or recommendations harder to read than the limit.

    Why: These are the parts that most people read, and often the only ones. Working Together asks
    for a report that is easily understood by professionals and the public alike. The measure is
    Flesch and Kincaid's: the average length of sentences and of words, given as a reading age.
    Advice above 14, the age that one county council's guide
    to plain writing takes for the public;
    the warning above 18, and the least of 100 words, are defaults of this project, not guidance.

    Instead: Begin with the sentences marked, which weigh most: break them up, and put everyday
    words where long ones stand. Then let somebody from outside the field read the part.

    Leaves alone: The other sections, quotations, and parts too short to measure.

    Contested: A formula knows nothing of sense, order or layout. NHS England uses such tools only
    to decide what to look at first, and a reading age in years can mislead for adults. GOV.UK and
    the NHS aim at 9 to 11 for web pages; a review of complex events will rarely be that easy.
    """

    code = "PLN003"
    name = "hard-to-read"
    severity = Severity.ADVICE
    basis = ("QM14.6", "WT2015.p79-plain", "PANEL.1")
    limits = {"advice": 14, "warning": 18, "words": 100, "sentences": 3}

    flagged = (
        Example(
            "Multi-agency safeguarding arrangements were characterised by an incident-led "
            "operationalisation of thresholds. Interventions proliferated notwithstanding the "
            "absence of an authoritative assessment of parenting capacity. Organisational "
            "reconfiguration exacerbated capacity pressures across specialist community provision.",
            role=Role.SUMMARY,
            settings=_SHORT,
            marks=("operationalisation",),
        ),
        Example(
            "Practitioners across the partnership demonstrated insufficient understanding of the "
            "developmental implications of cumulative neglect. Supervision arrangements did not "
            "facilitate systematic consideration of alternative explanations.\n\n"
            "Information-sharing difficulties were attributable to incompatible recording systems "
            "and to uncertainty concerning the applicability of consent requirements.",
            role=Role.FINDINGS,
            settings=_SHORT,
        ),
        Example(
            "- The Board should commission an evaluation of the effectiveness of multi-agency "
            "supervision arrangements across the partnership.\n"
            "- The Integrated Care Board should undertake a comprehensive review of the "
            "availability of specialist perinatal provision.\n"
            "- The Constabulary should strengthen its quality assurance methodology concerning "
            "vulnerability identification.",
            role=Role.RECOMMENDATIONS,
            settings=_SHORT,
        ),
        Example(
            "Although the nurse had seen the mother alone on each of the visits that were made in "
            "the spring, and had asked her each time, as she had been taught to ask, how things "
            "were at home, the answers that she was given, and wrote down, were not read by anyone "
            "else until the summer. When they were read, by a doctor who had not met the family "
            "and who had been asked to look at the notes for some other reason, no one was told. "
            "The note that he made, which was short, and which he thought would be seen by the "
            "team that same day, was put in a file that was not opened until the next year.",
            role=Role.FINDINGS,
        ),
        Example(
            "# Executive summary\n\nNotwithstanding considerable organisational difficulties, "
            "practitioners maintained professional relationships. Conceptualisation of adolescent "
            "neglect remained underdeveloped throughout.\n\nConsequently, opportunities for "
            "authoritative multi-disciplinary intervention were unrecognised.\n\n"
            "# Method\n\nWe met the family twice.",
            role=None,
            settings={"limits": {"PLN003": {"words": 20}}},
        ),
        Example(
            "| No. | Recommendation |\n|---|---|\n"
            "| 1 | Organisations should operationalise trauma-informed methodologies. |\n"
            "| 2 | Commissioners should evaluate therapeutic provision regionally. |\n"
            "| 3 | Partnerships should disseminate safeguarding methodologies widely. |\n",
            role=Role.RECOMMENDATIONS,
            settings={"limits": {"PLN003": {"words": 15}}},
        ),
    )
    passed = (
        Example(
            "Nobody asked the boy what he wanted. His school knew that he was hungry. So did the "
            "nurse. Each of them told the council. The council did not put these reports side by "
            "side, because each came to a new worker. The file was long and hard to search.",
            role=Role.SUMMARY,
            settings=_SHORT,
        ),
        Example(
            "The council should give each family one named worker. The worker should see the "
            "children alone once a month. The Board should check ten files each term, and tell "
            "the public what it finds.",
            role=Role.RECOMMENDATIONS,
            settings=_SHORT,
        ),
        Example(
            "Multi-agency safeguarding arrangements were characterised by an incident-led "
            "operationalisation of thresholds. Interventions proliferated notwithstanding the "
            "absence of an authoritative assessment of parenting capacity. Organisational "
            "reconfiguration exacerbated capacity pressures across specialist community provision.",
            role=Role.METHODOLOGY,
            settings=_SHORT,
        ),
        Example(
            "Organisational reconfiguration exacerbated capacity pressures across specialist "
            "community provision. Interventions proliferated notwithstanding. Operationalisation "
            "of multi-agency arrangements remained inconsistent.",
            role=Role.FINDINGS,
        ),
        Example(
            "The nurse was told. She wrote it down. The note was not read.\n\n"
            "> Notwithstanding considerable organisational reconfiguration, multi-disciplinary "
            "interventions proliferated, necessitating operationalisation of contradictory "
            "administrative methodologies across institutional environments.\n\n"
            "She said so at the time. No one could find the file. It was in the wrong place.",
            role=Role.FINDINGS,
            settings={"limits": {"PLN003": {"words": 20}}},
        ),
        Example(
            "Workers had too many families to see. They did not have time to think. When the "
            "police rang, the worker was out, and the message was left with a clerk who was new. "
            "The clerk did not know that it was urgent. It was found on the Monday.",
            role=Role.FINDINGS,
            settings=_SHORT,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for role, part in _PARTS.items():
            if role is Role.RECOMMENDATIONS and not draft.recommendations:
                continue  # "Areas for improvement" may hold findings
            placed = list(_sentences(draft, role))
            texts = [sentence.text for _, sentence in placed]
            figures = measure(texts)
            if not figures or sum(map(count_words, texts)) < self.limit["words"]:
                continue
            if figures.age <= self.limit["advice"]:
                continue
            worst = [placed[index] for index in heaviest(texts, int(self.limit["sentences"]))]
            yield self.finding(
                draft,
                [
                    *_headings(draft, role, [block for block, _ in worst]),
                    *(draft.span_of(block, sentence) for block, sentence in worst),
                ],
                f"The {part} at the level of {_level(figures.age)}: a reading age of "
                f"{_about(figures.age)}, with {figures.words / figures.sentences:.0f} words to a "
                f"sentence.",
                "The sentences marked weigh most: consider shorter sentences and everyday words "
                "in them first. The figure is a rough guide, which counts only the length of words "
                "and sentences; ask somebody from outside the field to read it.",
                severity=Severity.WARNING if figures.age > self.limit["warning"] else None,
            )


def _sentences(draft: Draft, role: Role) -> Iterator[tuple[int, "Sentence"]]:
    """The sentences of all sections of a role, with their blocks; quotations left out."""
    for block in draft.prose(role):
        if block.kind in {Kind.QUOTE, Kind.FOOTNOTE}:
            continue
        for sentence in draft.sentences(block):
            if says_something(sentence):
                yield block.index, sentence


def _headings(draft: Draft, role: Role, blocks: Sequence[int]) -> list[Span]:
    """The headings of the outermost sections of a role that some blocks stand in."""
    found: dict[int, Span] = {}
    for block in blocks:
        section = draft.section_of(block)
        while section is not None and section.parent is not None:
            above = draft.sections[section.parent]
            if above.role is not role:
                break
            section = above
        if section is not None and section.heading is not None:
            text = draft.blocks[section.heading].text
            found[section.heading] = Span(section.heading, 0, len(text))
    return [found[heading] for heading in sorted(found)]


def _level(age: float) -> str:
    """Who reads at an age, in words: "a pupil taking GCSEs"."""
    return next(
        (words for limit, words in _LEVELS if round(age) <= limit), "somebody with a degree"
    )


def _about(age: float) -> str:
    """An age in words; past the end of schooling the formula only says that it is past it."""
    return f"about {age:.0f}" if age < 22 else "more than 21"

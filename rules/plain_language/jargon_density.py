"""No section is much thicker with terms of the trade than the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scr_lint import Draft, Example, Finding, Kind, Role, Rule, Section, Severity, Span
from scr_lint.draft import count_words
from scr_lint.grammar.phrases import Match
from scr_lint.lists import quoted_list
from scr_lint.terms.unexplained import find_unexplained
from scr_lint.vocabulary import load_with_settings

_LEFT_OUT = (Role.REFERENCES, Role.CONTENTS, Role.GLOSSARY, Role.FRONT_MATTER)
_SHORT = {"limits": {"JAR002": {"words": 20}}}
_PLAIN = (
    "The boy went to school each day and said little. His teacher saw that he was tired and "
    "asked him why. He told her that he looked after his brother at night. She rang the council "
    "and was told that somebody would come. Nobody came that week or the next.\n\n"
)
_THICK = (
    "A strategy discussion led to a section 47 enquiry, and the core group noted drift and delay. "
    "Parenting capacity was not triangulated, and the case was stepped down to universal services "
    "without management oversight or a robust contingency plan."
)


@dataclass(slots=True)
class _Part:
    """A section, the words of its own text, and the terms in it that the draft does not explain."""

    section: Section
    words: int = 0
    terms: list[Match] = field(default_factory=list)


class JargonDensity(Rule):
    """Flags sections much thicker with unexplained terms of the trade than the rest of the draft.

    Why: One term can be looked up; where every line has one, a reader outside the field gives up.
    The national panel named jargon first among what hides the key events of a case. Such a section
    was often taken over from an agency's own report.

    Instead: Write the section again in plain words, or read it to somebody from outside the
    field and mark where they stop. The finding names the terms that stand there most often: those
    to say otherwise, and those of law and method, which may stay and want explaining. More than
    2.5 terms in 100 words, and twice as many as in the rest, in a section of at least 80 words and
    three different terms: these limits are defaults of this project, not guidance.

    Leaves alone: Short sections, one or two terms again and again (JAR001 counts them), terms that the draft explains, quotations, the glossary and the
    reference list. A draft that is thick with terms throughout has no such section: JAR001 lists
    its terms.

    Contested: A section on law or on medical evidence has to use its terms. Explained at their
    first use they are not counted.
    """

    code = "JAR002"
    name = "jargon-density"
    severity = Severity.WARNING
    basis = ("PANEL.1", "QM14.6", "WT2015.p79-plain")
    limits = {"per_hundred": 2.5, "times": 2, "words": 80, "different": 3, "tier": 2}

    flagged = (
        Example(f"# Summary\n\n{_PLAIN}# Analysis\n\n{_THICK}", role=None, settings=_SHORT),
        Example(
            f"# Findings\n\n{_PLAIN}## Finding 2\n\n{_THICK}\n\n## Finding 3\n\n{_PLAIN}",
            role=None,
            settings=_SHORT,
            marks=("Finding 2", "section 47 enquiry"),
        ),
        Example(f"# Story\n\n{_PLAIN}{_PLAIN}# Appendix\n\n{_THICK}", role=None, settings=_SHORT),
        Example(
            f"# Chronology\n\n| Date | Event |\n|---|---|\n| May | {_THICK} |\n\n"
            f"# Conclusion\n\n{_PLAIN}",
            role=None,
            settings=_SHORT,
        ),
        Example(
            f"# Analysis\n\n{_PLAIN}# Recommendations\n\n- Stakeholders should embed a holistic "
            "and robust pathway.\n- Learning should be cascaded, and its slippage escalated, "
            "across each locality and workstream.\n",
            role=None,
            settings={"limits": {"JAR002": {"words": 15}}},
            marks=("Stakeholders",),
        ),
        Example(
            f"# Background\n\n{_PLAIN}# Medical evidence\n\nThere were retinal haemorrhages, a "
            "subdural haematoma, a metaphyseal fracture and petechiae. The skeletal survey showed "
            "callus formation, and there was hypoxia and oedema.",
            role=None,
            settings=_SHORT,
            marks=("Medical evidence",),
        ),
    )
    passed = (
        Example(f"# Analysis\n\n{_PLAIN}# Conclusion\n\n{_PLAIN}", role=None, settings=_SHORT),
        Example(f"# Analysis\n\n{_THICK}\n\n# Conclusion\n\n{_THICK}", role=None, settings=_SHORT),
        Example(f"# Summary\n\n{_PLAIN}# Analysis\n\n{_THICK}", role=None),
        Example(f"# Summary\n\n{_PLAIN}# Letter\n\n> {_THICK}", role=None, settings=_SHORT),
        Example(
            f"# Story\n\n{_PLAIN}# Analysis\n\nA strategy discussion (a meeting to plan an enquiry) "
            "was held. The strategy discussion was short, and after the strategy discussion nobody "
            "wrote. We asked why.",
            role=None,
            settings=_SHORT,
        ),
        Example(f"# Story\n\n{_PLAIN}# References\n\n{_THICK}", role=None, settings=_SHORT),
        Example(_THICK, settings=_SHORT),
        Example(
            f"# Story\n\n{_PLAIN}# Help\n\nEarly help was offered in May, and early help was offered "
            "in June. She wanted no early help.",
            role=None,
            settings=_SHORT,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        rows = load_with_settings(__package__, "jargon", self.settings)
        matches = [
            m for found in find_unexplained(draft, rows, self.limit["tier"]) for m in found.mentions
        ]
        parts = _parts(draft, matches)
        words, terms = sum(p.words for p in parts), sum(len(p.terms) for p in parts)
        for part in parts:
            rest = words - part.words
            if part.words < self.limit["words"] or rest < self.limit["words"]:
                continue
            if len({m.row["term"] for m in part.terms}) < self.limit["different"]:
                continue
            density = 100 * len(part.terms) / part.words
            elsewhere = 100 * (terms - len(part.terms)) / rest
            if density <= max(self.limit["per_hundred"], self.limit["times"] * elsewhere):
                continue
            most = _most_used(part.terms)
            yield self.finding(
                draft,
                [
                    *_heading(draft, part.section),
                    *(draft.span_of(m.block.index, m.tokens) for m in most),
                ],
                f"This section has {density:.1f} unexplained terms of the trade in 100 words; the "
                f"rest of the draft has {elsewhere:.1f}.",
                _suggestion(most),
            )


def _parts(draft: Draft, terms: Sequence[Match]) -> list[_Part]:
    """The sections that hold prose, each with its own words and terms."""
    parts: dict[int, _Part] = {}
    for block in draft.prose(without=_LEFT_OUT):
        section = draft.section_of(block.index)
        if section is not None and block.kind is not Kind.QUOTE:
            part = parts.setdefault(section.index, _Part(section))
            part.words += count_words(block.text)
            part.terms += [m for m in terms if m.block.index == block.index]
    return list(parts.values())


def _most_used(terms: Sequence[Match], number: int = 5) -> list[Match]:
    """The first places of the terms that stand in a section most often, in order."""
    counts = Counter(m.row["term"] for m in terms)
    first = {m.row["term"]: m for m in reversed(terms)}
    chosen = [first[term] for term, _ in counts.most_common(number)]
    return sorted(chosen, key=lambda m: (m.block.index, m.tokens.start))


def _heading(draft: Draft, section: Section) -> list[Span]:
    if section.heading is None:
        return []
    return [Span(section.heading, 0, len(draft.blocks[section.heading].text))]


def _suggestion(terms: Sequence[Match]) -> str:
    """What to say in plain words and what to explain: terms of law and method may have to stay."""
    kept = [m for m in terms if m.row["ask"] == "explain"]
    said = [m for m in terms if m not in kept]
    explained = (
        f"explaining {quoted_list(m.tokens.text for m in kept)} at first use or in a glossary"
        if kept
        else ""
    )
    if not said:
        return f"Consider {explained}."
    beside = f", and {explained}" if kept else ""
    return f"Consider saying {quoted_list(m.tokens.text for m in said)} in plain words{beside}."

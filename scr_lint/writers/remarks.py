"""Which findings share a comment in the margin, so that the margin can be read.

Places of one rule that say the same in one paragraph share one; so do findings under one question
or passage about the very same words. An error shares with nothing but its like: whoever accepts one must not
let another pass unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..result import Finding, Location, Severity

#: Places of a finding that are told at most; the first says how many more there are.
MOST_PLACES = 25


@dataclass(frozen=True, slots=True)
class Remark:
    """What one comment stands on, and what it tells: findings, each at a place in the paragraph.

    `more` is the number of further places of its findings that nothing is said at.
    """

    told: tuple[tuple[Finding, Location], ...]
    more: int = 0

    @property
    def location(self) -> Location:
        """The place that it stands on."""
        return self.told[0][1]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that it tells, each once."""
        return tuple({finding.id: finding for finding, _ in self.told}.values())

    @property
    def by_message(self) -> Mapping[tuple[str, str], Sequence[tuple[Finding, Location]]]:
        """What it tells, by rule and message."""
        groups: dict[tuple[str, str], list[tuple[Finding, Location]]] = {}
        for finding, location in self.told:
            groups.setdefault((finding.rule, finding.message), []).append((finding, location))
        return groups


def remarks(findings: Iterable[Finding], most_places: int = MOST_PLACES) -> list[Remark]:
    """The comments to make on findings that have places, in the order of the findings."""
    by_message: dict[tuple[str, str, int], list[tuple[Finding, Location]]] = {}
    more: dict[tuple[str, str, int], int] = {}
    for finding in findings:
        for location in finding.locations[:most_places]:
            key = (finding.rule, finding.message, location.block)
            by_message.setdefault(key, []).append((finding, location))
            if location is finding.locations[0]:
                more[key] = more.get(key, 0) + max(0, len(finding.locations) - most_places)
    by_words: dict[tuple[object, ...], Remark] = {}
    for key, told in by_message.items():
        told = sorted(told, key=lambda pair: pair[1].start)
        finding, first = told[0]
        apart: object = finding.question or finding.basis[:1] or key
        if finding.severity is Severity.ERROR:
            apart = key
        words = (apart, first.block, first.start, first.end)
        beside = by_words.get(words)
        by_words[words] = Remark(
            (*(beside.told if beside else ()), *told),
            (beside.more if beside else 0) + more.get(key, 0),
        )
    return list(by_words.values())

"""Findings that the author of a Markdown draft told scr-lint to leave alone, in the draft itself.

`<!-- scr-lint: ignore TON001 the panel chose these words -->` is for the block it stands in, or
for the next one. It counts only with a reason; one that is wrong or no longer needed is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from .discovery import find_rule
from .draft import Draft, Instruction
from .errors import SettingsError
from .result import Finding

_FORM = "<!-- scr-lint: ignore CODE reason -->"


def apply(
    draft: Draft, findings: Sequence[Finding], ran: Collection[str]
) -> tuple[list[Finding], list[Finding], list[str]]:
    """What is left of the findings, those left out as a whole, and notes on the instructions.

    A finding loses the places in a block where its rule is to be ignored; one without places
    left is left out. `ran` are the codes of the rules that ran: only of these can it be said
    that there was nothing to ignore.
    """
    ignored: dict[tuple[int | None, str], Instruction] = {}
    notes: list[str] = []
    for instruction in draft.instructions:
        codes, wrong = _understood(instruction, _place(draft, instruction))
        notes += wrong
        ignored.update({(instruction.block, code): instruction for code in codes})
    if not ignored:
        return list(findings), [], notes
    kept: list[Finding] = []
    left_out: list[Finding] = []
    used: set[tuple[int | None, str]] = set()
    for finding in findings:
        hits = {(loc.block, finding.rule) for loc in finding.locations} & ignored.keys()
        used |= hits
        rest = tuple(loc for loc in finding.locations if (loc.block, finding.rule) not in hits)
        if hits and not rest:
            left_out.append(finding)
        else:
            kept.append(replace(finding, locations=rest) if hits else finding)
    notes += [
        f"{_place(draft, instruction)}: {key[1]} finds nothing there, so there is nothing to "
        "ignore: take the comment out"
        for key, instruction in ignored.items()
        if key not in used and key[1] in ran
    ]
    return kept, left_out, notes


def _place(draft: Draft, instruction: Instruction) -> str:
    return f"{Path(draft.path).name}, line {instruction.line}"


def _understood(instruction: Instruction, line: str) -> tuple[list[str], Iterable[str]]:
    """The codes of the rules to ignore, and what is wrong with the instruction on a `line`."""
    if not instruction.codes:
        return [], [f"{line}: what is written to scr-lint there was not understood: write {_FORM}"]
    if not instruction.reason:
        named = ", ".join(instruction.codes)
        return [], [f"{line}: {named} is not ignored, since no reason is given: write {_FORM}"]
    codes: list[str] = []
    wrong: list[str] = []
    for wanted in instruction.codes:
        try:
            codes.append(find_rule(wanted).code)
        except SettingsError as error:
            wrong.append(f"{line}: nothing is ignored there. {error}")
    return codes, wrong

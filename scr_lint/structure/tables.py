"""Rows of the tables in a draft."""

from __future__ import annotations

from ..draft import Block, Draft


def row_of(draft: Draft, block: Block) -> list[Block]:
    """The cells of the table row that a cell stands in, itself included; [] for other blocks."""
    if block.cell is None:
        return []
    row: list[Block] = []
    for step in (-1, 1):
        at = block.index if step > 0 else block.index - 1
        while 0 <= at < len(draft.blocks):
            cell = draft.blocks[at].cell
            if cell is None or (cell.table, cell.row) != (block.cell.table, block.cell.row):
                break
            row.append(draft.blocks[at])
            at += step
    return sorted(row, key=lambda b: b.index)

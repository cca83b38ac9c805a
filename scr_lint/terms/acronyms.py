"""The short forms of a draft: where each is used, and where the draft says what it stands for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..draft import RUNNING, Block, Draft, Kind, Role, Span, Visibility
from ..once import once
from . import long_forms
from .coded import codes_in
from .definitions import long_form_of
from .glossary import is_glossary
from .labels import is_after_a_name, is_registration, set_apart
from .short_forms import (
    ShortForm,
    is_code,
    is_section,
    is_shouted_word,
    is_well_known,
    key_of,
    lexicon,
    only_looks_so,
    settled,
    shaped,
)

_UNFILLED = re.compile(r"\W*(?:tb[cad]|xx+|n/?a)?\W*", re.IGNORECASE)
# What a code for one of the family stands for: "the foster mother (FM)".
_RELATIVE = re.compile(
    r"(?:mother|father|aunt|uncle|sister|brother|sibling|cousin|nephew|niece|['’]s partner)$", re.I
)

# A note that says what letters are: "UIC is the Union Internationale …".
_IN_NOTE = re.compile(
    r"[”\"’]?\s(?:is|are|was|stands\sfor|means?)\s(?:(?:the|an?)\s)?[“\"‘]?[^\W\d_a-z]\w*[a-z]"
)
_LABEL = re.compile(r"([A-Z]{1,2})\d{1,3}")


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a draft says what a short form stands for.

    `span` is the short form there, `expansion` the words as printed ("" where it is explained in
    other words) and `words` where they stand, if in the same block. `aside` is true for glossaries
    and footnotes, to which a reader turns from anywhere.
    """

    span: Span
    expansion: str
    aside: bool = False
    words: Span | None = None


@dataclass(frozen=True)
class Acronym:
    """One short form of a draft: where it is used and where it is defined, in order.

    `short` is how it is first written, without a plural's s. A place that defines it is no use.
    """

    short: str
    uses: tuple[Span, ...] = ()
    definitions: tuple[Definition, ...] = ()

    @property
    def in_text(self) -> tuple[Definition, ...]:
        """The definitions in the running text."""
        return tuple(d for d in self.definitions if not d.aside)

    @property
    def is_known(self) -> bool:
        """Left alone whatever the draft does: readers know it, or it stands for a person."""
        relative = any(_RELATIVE.search(d.expansion) for d in self.definitions)
        return relative or is_well_known(self.short) or is_code(self.short)

    @property
    def is_debatable(self) -> bool:
        """Whether authorities differ on whether readers know it: "NSPCC"."""
        rows = lexicon().get(key_of(self.short), ())
        return any(row["well_known"] == "debatable" for row in rows)

    @property
    def is_ambiguous(self) -> bool:
        """Whether it stands for more than one thing in reports of this kind: "DNA", "ICO"."""
        rows = lexicon().get(key_of(self.short), ())
        return len(rows) > 1 or any(row["ambiguous"] for row in rows)

    @property
    def stands_for(self) -> str:
        """What the lexicon says it stands for; "" if it is not there or can stand for more."""
        rows = lexicon().get(key_of(self.short), ())
        if not rows or self.is_ambiguous:
            return ""
        return re.sub(r"\s*\(.*\)", "", rows[0]["expansion"])


@once
def find_acronyms(draft: Draft) -> tuple[Acronym, ...]:
    """The short forms in a draft's headings and text, in the order in which they first occur.

    Places in the table of contents, the references and the glossary are no uses; running headers
    are not read.
    """
    blocks = [
        block
        for block in draft.blocks
        if block.visibility is Visibility.SHOWN
        and block.kind not in RUNNING
        and draft.role_of(block.index) not in {Role.CONTENTS, Role.REFERENCES}
    ]
    forms = {block.index: shaped(block.text) for block in blocks}
    found: dict[str, list[Definition]] = defaultdict(list)
    for short, definition in _definitions(draft, blocks, forms):
        found[key_of(short)].append(definition)
    definitions = {key: _telling(listed) for key, listed in found.items()}
    uses: dict[str, list[tuple[Block, ShortForm]]] = defaultdict(list)
    written: dict[str, str] = {}
    small = _in_small_letters(blocks)
    counts = Counter(form.short for shapes in forms.values() for form in shapes)
    labels = _row_labels(blocks)
    codes = codes_in(blocks)
    repeated = frozenset(short for short, count in counts.items() if count > 1)
    for block in blocks:
        if block.index in labels:
            continue
        for form in settled(forms[block.index], definitions):
            key = key_of(form.short)
            certain = key in definitions or key in written
            if key not in definitions and codes.has(block.text, form):
                continue
            if not certain and only_looks_so(block.text, form, small, repeated):
                continue
            span = Span(block.index, form.start, form.end)
            written.setdefault(key, form.short)
            if not is_glossary(draft, block) and all(
                d.span != span for d in definitions.get(key, ())
            ):
                uses[key].append((block, form))
    return tuple(
        Acronym(short, _in_the_text(uses[key], key in definitions), tuple(definitions.get(key, ())))
        for key, short in written.items()
        if key in definitions or key not in uses or _in_the_text(uses[key], defined=False)
    )


def _in_the_text(uses: Sequence[tuple[Block, ShortForm]], defined: bool) -> tuple[Span, ...]:
    """The uses of a short form, without those that only cite or copy it if nothing defines it."""
    apart = [defined and is_after_a_name(b.text, f) for b, f in uses]
    if not defined and uses:
        apart = set_apart(uses)
    return tuple(
        Span(block.index, form.start, form.end)
        for (block, form), out in zip(uses, apart, strict=True)
        if not out
    )


def written_out(draft: Draft, acronym: Acronym) -> Span | None:
    """The first place in the prose where the words it seems short for stand in full.

    Without a tie between the two: only the initials match. Words that are part of what another
    short form stands for are none: "special educational needs" in "… and disabilities (SEND)".
    """
    others = [d.words for a in find_acronyms(draft) for d in a.definitions if d.words]
    for block in draft.prose(without=(Role.REFERENCES, Role.CONTENTS)):
        if found := long_forms.named(block.text, acronym.short):
            span = Span(block.index, *found)
            if not any(w.block == span.block and _meets(w, span) for w in others):
                return span
    return None


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _telling(definitions: Sequence[Definition]) -> Sequence[Definition]:
    """Without explanations in other words where the long form stands beside or before them.

    "What we call DNA is “did not attend” (DNA)" explains it at the end.
    """
    in_full = [d.span for d in definitions if d.expansion and not d.aside]
    if not in_full:
        return definitions
    first = in_full[0]
    return [d for d in definitions if d.expansion or d.aside or d.span.block < first.block]


def _definitions(
    draft: Draft, blocks: Sequence[Block], forms: dict[int, list[ShortForm]]
) -> Iterator[tuple[str, Definition]]:
    rows: dict[tuple[int, int], list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell:
            rows[block.cell.table, block.cell.row].append(block)
    for place, block in enumerate(blocks):
        alone = _stands_alone(block.text, forms[block.index])
        aside = block.kind is Kind.FOOTNOTE or is_glossary(draft, block)
        for form in forms[block.index]:
            expansion, words = None, None
            if is_after_a_name(block.text, form) or is_registration(block.text, form):
                continue
            if is_shouted_word(block.text, form):
                continue
            if found := long_form_of(block.text, form):
                expansion = block.text[slice(*found)]
                words = Span(block.index, *found) if expansion else None
            elif label := _labelled(block, form):
                expansion, aside, words = block.text[: label.end], True, label
            elif block.kind is Kind.FOOTNOTE and _IN_NOTE.match(block.text[form.end :]):
                expansion = "" if not block.text[: form.start].strip(' “"‘0123456789') else None
            elif alone and block.cell:
                expansion, aside = _beside(draft, block, form, rows), True
            elif aside and block.kind is not Kind.FOOTNOTE:
                following = blocks[place + 1 : place + 2] if alone else ()
                expansion = _in_list(block.text, form, following)
            if expansion is not None:
                yield (
                    form.short,
                    Definition(Span(block.index, form.start, form.end), expansion, aside, words),
                )
    yield from _sections_in_full(blocks, forms)
    yield from _in_notes(blocks, forms)


def _labelled(block: Block, form: ShortForm) -> Span | None:
    """The words before a colon in a cell or an item that ends in their letters: "Ebola virus: EBOV"."""
    before, after = block.text[: form.start], block.text[form.end :]
    if block.kind not in {Kind.CELL, Kind.LIST_ITEM} or after.strip(" ."):
        return None
    words = re.match(r"\W*([^:;.]+?)\s?[:=]\s$", before)
    if not words:
        return None
    full = words.group(1)
    if not (
        long_forms.matches(full.lower().split(), form.short) or long_forms.is_like(full, form.short)
    ):
        return None
    return Span(block.index, *words.span(1))


def _beside(
    draft: Draft, block: Block, form: ShortForm, rows: dict[tuple[int, int], list[Block]]
) -> str | None:
    """What a table row says of a short form that stands alone in its cell."""
    cell = block.cell
    assert cell is not None
    others = [b for b in rows[cell.table, cell.row] if b.cell and b.cell.column != cell.column]
    for other in others:
        if _UNFILLED.fullmatch(other.text):
            continue
        if is_glossary(draft, block) or long_forms.after(other.text, 0, form.short):
            return other.text
    return None


def _in_list(text: str, form: ShortForm, following: Sequence[Block]) -> str | None:
    """What a line of a glossary says of the short form it begins with, here or on the next."""
    if text[: form.start].strip(" \"“'‘"):
        return None
    rest = text[form.end :].strip(" \t:–—=.-")
    if not rest and following:
        rest = following[0].text
    return None if _UNFILLED.fullmatch(rest) else rest


def _sections_in_full(
    blocks: Sequence[Block], forms: dict[int, list[ShortForm]]
) -> Iterator[tuple[str, Definition]]:
    """ "Section 47" says what "s47" means."""
    wanted = {f.short for found in forms.values() for f in found if is_section(f.short)}
    for short in wanted:
        full = re.compile(
            rf"\bsections?\s(?:\d+\w?(?:,|\sand|\sor)\s)?{short[1:]}\b", re.IGNORECASE
        )
        for block in blocks:
            found = full.search(block.text)
            if found:
                span = Span(block.index, *found.span())
                yield short, Definition(span, found.group(), words=span)
                break


def _in_notes(
    blocks: Sequence[Block], forms: dict[int, list[ShortForm]]
) -> Iterator[tuple[str, Definition]]:
    """Footnotes that hold only the full words of a short form used in the text."""
    used = {form.short for found in forms.values() for form in found}
    for block in blocks:
        if block.kind is not Kind.FOOTNOTE:
            continue
        for short in used:
            end = long_forms.after(block.text, 0, short, strict=True)
            if end is not None and end > 5 and not block.text[end:].strip(" ."):
                span = Span(block.index, 0, end)
                yield short, Definition(span, block.text[:end], aside=True, words=span)


def _in_small_letters(blocks: Sequence[Block]) -> frozenset[str]:
    """The words that a draft writes in small letters somewhere, or with one capital."""
    words = (w for block in blocks for w in re.findall(r"\b[A-Za-z]?[a-z]+\b", block.text))
    return frozenset(word.lower() for word in words)


def _row_labels(blocks: Sequence[Block]) -> frozenset[int]:
    """The first cells of rows that number them: "S1", "S2", "S3"."""
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for block in blocks:
        label = _LABEL.fullmatch(block.text.strip())
        if label and block.cell and block.cell.column == 0:
            found[block.cell.table, label.group(1)].append(block.index)
    return frozenset(i for rows in found.values() if len(rows) > 1 for i in rows)


def _stands_alone(text: str, forms: Sequence[ShortForm]) -> bool:
    rest = text
    for form in reversed(forms):
        rest = rest[: form.start] + rest[form.end :]
    return bool(forms) and not re.sub(r"\b(?:or|and|s)\b|\W", "", rest)

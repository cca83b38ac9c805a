"""Words are seen once, in the right place, with the right mark, wherever they stand in a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_places import PLANTED, Place
from make_files import PLACES

from scr_lint.draft import Visibility
from scr_lint.readers import read
from scr_lint.readers.clean import clean

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_words_are_seen_once_where_they_stand(place: Place, tmp_path: Path) -> None:
    draft = read(place.make(tmp_path / place.file))
    assert draft.unread == ()
    shown = [b.text for b in draft.blocks if b.visibility is Visibility.SHOWN]
    assert [text for text in shown if text in {"Before.", "After."}] == ["Before.", "After."]
    blocks = [b for b in draft.blocks if PLANTED in b.text]
    if place.particular:
        holding = [key for key, value in draft.properties.items() if PLANTED in value]
        assert (holding, blocks) == ([place.particular], [])
        return
    assert "".join(b.text for b in draft.blocks).count(PLANTED) == 1
    (block,) = blocks
    assert (block.visibility, block.kind, block.number) == (place.seen, place.kind, place.number)
    assert place.origin in block.origin
    texts = [b.text for b in draft.blocks]
    before, after = texts.index("Before."), texts.index("After.")
    if place.between:
        assert before < block.index < after
    else:
        assert not before < block.index < after
    if place.origin:
        assert not block.is_prose


def test_the_planted_words_are_where_their_offsets_say(tmp_path: Path) -> None:
    for place in PLACES:
        path = place.make(tmp_path / place.file)
        if path.suffix == ".docx" or place.origin in {"alt text", "link target"}:
            continue
        (block,) = [b for b in read(path).blocks if PLANTED in b.text]
        encodings = {"windows": "cp1252", "notepad": "utf-16", "byte-order-mark": "utf-8-sig"}
        source = path.read_bytes().decode(encodings.get(path.stem, "utf-8"))
        lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        rest = "\n".join(lines[(block.line or 1) - 1 :])
        offsets = block.offsets or range(len(block.text))
        assert "".join(rest[at] for at in offsets) == block.text, place.name


def test_another_reader_of_word_files_finds_nothing_that_is_missed(tmp_path: Path) -> None:
    docx2python = pytest.importorskip("docx2python").docx2python
    files = [p.make(tmp_path / p.file) for p in PLACES if p.file.endswith(".docx")]
    compared = 0
    for file in [*files, *EXAMPLES.glob("*.docx")]:
        try:
            with docx2python(file) as other:
                text = other.text
        except (KeyError, AttributeError, ValueError):
            continue  # it cannot read every file that Word can
        # It writes links as HTML, pictures as "----…----" and notes as "footnote1)".
        theirs = _words(re.sub(r"<[^>]*>|-{4}.*?-{4}|(?:foot|end)note\d+\)?", " ", text))
        draft = read(file)
        ours = {word for block in draft.blocks for word in _words(f"{block.number} {block.text}")}
        assert theirs - ours == set(), file.name
        compared += 1
    assert compared > 40


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", clean(text)[0]))

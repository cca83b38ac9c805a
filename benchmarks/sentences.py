"""Where sentences end, beside the parser of spaCy alone, in paragraphs that somebody marked.

    python benchmarks/sentences.py corpora/passages/tuning/sentences.md … [--show]

The files hold the note `sentence` after each sentence that another follows (corpora/README.md).
Prints precision, recall and F1 of those places as scr-lint reads them, as the parser of the same
model does where it is told nothing, and as spaCy's rule-based sentencizer does.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from scr_lint.evaluation.corpus import read_marked_file
from scr_lint.language import load_model

if TYPE_CHECKING:
    from spacy.tokens import Doc

Reader = Callable[[str], "Doc"]


def marked(paths: list[Path]) -> Iterator[tuple[str, set[int]]]:
    """The paragraphs whose sentences are marked, and where those end that another follows."""
    for path in paths:
        for gold in read_marked_file(path).parts:
            for block in gold.draft.blocks if gold.marks_sentences else ():
                places = {at for index, at in gold.sentence_ends if index == block.index}
                if block.is_prose and any(c.isalnum() for c in block.text):
                    yield block.text, places


def ends(doc: Doc) -> set[int]:
    """Where the sentences of a text end, but for the last."""
    return {len(doc.text[: s.end_char].rstrip()) for s in list(doc.sents)[:-1]}


def parser_alone() -> Reader:
    """The same model without what tells its parser where sentences begin."""
    nlp = load_model()

    def read(text: str) -> Doc:
        with nlp.select_pipes(disable=["scr_lint_sentence_starts", "ner"]):
            return nlp(text)

    return read


def sentencizer() -> Reader:
    """spaCy's rules: a sentence ends at every stop, question and exclamation mark."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print where scr-lint is wrong")
    given = parser.parse_args()
    readers: dict[str, Reader] = {
        "scr-lint": load_model(),
        "parser alone": parser_alone(),
        "sentencizer": sentencizer(),
    }
    counts = {name: Counter[str]() for name in readers}
    for text, places in marked(given.files):
        for name, read in readers.items():
            found = ends(read(text))
            counts[name].update(
                found=len(found & places), missed=len(places - found), false=len(found - places)
            )
            for at in sorted(found ^ places) if given.show and name == "scr-lint" else ():
                kind = "missed" if at in places else "false "
                print(f"{kind}  {text[max(0, at - 40) : at]} | {text[at : at + 30].strip()}")
    for name, count in counts.items():
        precision = count["found"] / max(1, count["found"] + count["false"])
        recall = count["found"] / max(1, count["found"] + count["missed"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"{name:12} found {count['found']:4} missed {count['missed']:4} "
            f"false {count['false']:4}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
        )


if __name__ == "__main__":
    main()

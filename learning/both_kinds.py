"""Learns weights for signs and word vectors, and the same without vectors for models that have none."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import numpy as np
from figures import report
from logistic import learn, left_out
from rows import VECTOR, Table

from scr_lint.vector_weights import Signs


def asked_to_show(doc: str) -> bool:
    """Whether the command line asks to print what the figures leave wrong."""
    parser = argparse.ArgumentParser(description=doc.split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="print what the figures leave wrong")
    return bool(parser.parse_args().show)


def learn_both(
    sort: str,
    files: Sequence[str],
    signs: Sequence[Signs],
    wanted: Sequence[bool],
    enough: float,
    words: Sequence[str] = (),
    *,
    vector: float = VECTOR,
    exact: bool = True,
) -> dict[str, object]:
    """The weights of a sort of thing, with vectors and without.

    Prints how well they do on each file that they were not learnt from; with `words`, which they get
    wrong. `enough` is the likelihood from which on a thing counts as found, `vector` how far each
    number of a vector may move the whole.
    """
    right = np.array(wanted)
    made: dict[str, object] = {}
    for kind, with_vectors in (("with vectors", True), ("without vectors", False)):
        table = Table(signs, with_vectors, vector)
        print(f"{sort} {kind}, each file by weights learnt without it:")
        likely = left_out(files, table.rows, right, exact=exact)
        report(files, right, likely >= enough, likely, words)
        made[kind] = table.weights(learn(table.rows, right, exact=exact))
    return made

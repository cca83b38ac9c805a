"""Weights that were learnt from marked text, and what a sum of them means.

They are made by the scripts in `learning/` and `name_finder/`, and ship as JSON in `scr_lint/weights/`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


def read_weights(file: str) -> Any:
    """What a script has written into a file of that folder, such as "times.json"."""
    return json.loads((resources.files("scr_lint") / "weights" / file).read_text(encoding="utf-8"))


def logistic(evidence: float) -> float:
    """How likely something is, between 0 and 1, by the sum of its weights: 0 is as likely as not."""
    return 1 / (1 + math.exp(-evidence))


@dataclass(frozen=True)
class SignWeights:
    """What signs that are there or not are worth: above 0 a sign speaks for what is asked."""

    bias: float
    signs: Mapping[str, float]

    def likely(self, signs: Iterable[str]) -> float:
        """How likely something with these signs is what is asked, between 0 and 1."""
        return logistic(self.bias + sum(self.signs.get(sign, 0.0) for sign in signs))


@cache
def sign_weights(file: str, kind: str = "") -> SignWeights:
    """The weights in a file; where it holds those of several kinds, those of one."""
    own = read_weights(file)
    return SignWeights(**(own[kind] if kind else own))

"""Weights that were learnt from marked text, and what a sum of them means.

They are made by the scripts in `learning/` and `name_finder/`, and ship as JSON in `scr_lint/weights/`.
"""

from __future__ import annotations

import json
import math
from importlib import resources
from typing import Any


def read_weights(file: str) -> Any:
    """What a script has written into a file of that folder, such as "times.json"."""
    return json.loads((resources.files("scr_lint") / "weights" / file).read_text(encoding="utf-8"))


def logistic(evidence: float) -> float:
    """How likely something is, between 0 and 1, by the sum of its weights: 0 is as likely as not."""
    return 1 / (1 + math.exp(-evidence))

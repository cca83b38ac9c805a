"""Sentences with addresses, contact details and official numbers, and whether the rules find them.

What stands in square brackets is to be found; nothing else is.
"""

from __future__ import annotations

import re

from scr_lint import Finding, Role, Settings
from scr_lint.discovery import all_rules
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure

_MARK = re.compile(r"\[([^\]]+)\]")
_CODES = ("PRV005", "PRV006", "PRV007")


def findings(text: str) -> list[tuple[str, Finding]]:
    structured = with_structure(parse(text, ""), Role.ANALYSIS)
    draft = analyse(structured, Layer.PARSE | Layer.ENTITIES)
    rules = [rule(Settings()) for rule in all_rules() if rule.code in _CODES]
    return [(rule.code, finding) for rule in rules for finding in rule.check(draft)]


def assert_found(code: str, marked: str, kind: str = "") -> None:
    expected = [(code, mark[1]) for mark in _MARK.finditer(marked)]
    found = findings(_MARK.sub(r"\1", marked))
    assert [(c, place.text) for c, f in found for place in f.locations] == expected
    assert all(kind in finding.message for _, finding in found)

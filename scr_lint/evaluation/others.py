"""Other tools on the same marked files: Presidio as it comes, proselint, write-good, alex.

Each of them looks for something that some of our rules look for too; it is scored by the marks of
those rules. Presidio runs with the same language model. proselint takes part where it is installed,
write-good and alex where Node finds them (`npm install -g write-good alex`).
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table

from ..discovery import all_rules
from ..draft import Block, Draft, Span, Visibility
from ..language import CARRIER
from ..linter import Progress
from ..settings import Settings
from .corpus import evaluate, read_marked_file
from .gold import Gold
from .notes import Verdict
from .score import Outcome, Score, scores, total

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

_PRESIDIO = {
    "PERSON": ("PRV001",),
    "DATE_TIME": ("PRV002", "PRV003", "PRV004"),
    "LOCATION": ("PRV005", "PRV008"),
    "PHONE_NUMBER": ("PRV006",),
    "EMAIL_ADDRESS": ("PRV006",),
    "URL": ("PRV006",),
    "UK_NHS": ("PRV007",),
    "UK_NINO": ("PRV007",),
    "US_DRIVER_LICENSE": ("PRV007",),
    "US_PASSPORT": ("PRV007",),
    "UK_PASSPORT": ("PRV007",),
    "UK_VEHICLE_REGISTRATION": ("PRV007",),
    "NRP": ("PRV010",),
}
_ROWS = {
    "Presidio": (
        ("PRV001",),
        ("PRV002", "PRV003", "PRV004"),
        ("PRV005", "PRV008"),
        ("PRV006",),
        ("PRV007",),
        ("PRV010",),
    ),
    "proselint": (("TON001", "TON002", "TON003", "TON004", "TON005", "JAR001", "PLN005"),),
    "write-good": (("PLN004", "PLN005"),),
    "alex": (("TON002", "TON003", "TON004", "TON005"),),
}

#: What a tool found: the words, and the rules that look for the same; none: all of its row.
Hit = tuple[Span, tuple[str, ...]]
Tool = Callable[[Draft], Iterator[Hit]]


def compare_others(files: Sequence[Path], progress: Progress) -> Table:
    """A table of all tools that are there: what each found, missed and called in error."""
    table = Table(title="Other tools on the same files", title_justify="left", box=None)
    for column in ("Tool", "Marks of", "Found", "Missed", "False", "Recall", "Precision"):
        table.add_column(column, justify="left" if column in {"Tool", "Marks of"} else "right")
    golds = [gold for file in files for gold in read_marked_file(file).parts]
    there = {rule.code for rule in all_rules()}
    ours = scores(evaluate(files, Settings(), (), progress).cases, 0)
    for name, tool in _tools():
        progress(f"running {name}")
        every = {code for codes in _ROWS[name] for code in codes}
        asked = [gold for gold in golds if not gold.rules or gold.rules & every]
        found = [(gold, list(tool(gold.draft))) for gold in asked]
        # A rule that is marked but not built yet would count against the other tool only.
        rows = (tuple(code for code in codes if code in there) for codes in _ROWS[name])
        for codes in filter(None, rows):
            _add_row(table, name, codes, _scored(found, codes))
            mine = total(score for code, score in ours.items() if code in codes)
            _add_row(table, "scr-lint", codes, mine)
    return table


def _tools() -> Iterator[tuple[str, Tool]]:
    yield "Presidio", _presidio()
    if importlib.util.find_spec("proselint"):
        yield "proselint", _proselint()
    if shutil.which("write-good"):
        yield "write-good", _write_good
    if shutil.which("alex"):
        yield "alex", _alex


def _add_row(table: Table, name: str, codes: tuple[str, ...], score: Score) -> None:
    recall, precision = (
        "–" if figure is None else f"{figure:.2f}" for figure in (score.recall, score.precision)
    )
    counts = map(str, (score.found, score.missed, score.false))
    table.add_row(name, ", ".join(codes), *counts, recall, precision)


def _scored(found: Iterable[tuple[Gold, list[Hit]]], codes: tuple[str, ...]) -> Score:
    """What a tool's hits come to, by the marks of some rules."""
    score = Score()
    for gold, hits in found:
        if gold.rules and not gold.rules & set(codes):
            continue
        marked = [e for e in gold.expected if e.code in codes and e.span is not None]
        places = [span for span, of in hits if not of or set(of) & set(codes)]
        for e in marked:
            if e.verdict is Verdict.FIND:
                hit = any(e.span.overlaps(place) for place in places if e.span)
                outcome = Outcome.FOUND if hit else Outcome.MISSED
                setattr(score, outcome, getattr(score, outcome) + 1)
        known = [e.span for e in marked if e.span and e.verdict is not Verdict.LEAVE]
        score.false += sum(not any(k.overlaps(place) for k in known) for place in places)
    return score


def presidio_default() -> AnalyzerEngine:
    """Presidio's analyser with its own recognisers, on the model that we start from too."""
    import tldextract.tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    # Presidio's e-mail recogniser asks this for the ends of addresses, which would be fetched.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(
        cache_dir=None, suffix_list_urls=(), fallback_to_snapshot=True
    )

    class OnOurModel(SpacyNlpEngine):
        def __init__(self) -> None:
            super().__init__(models=[{"lang_code": "en", "model_name": "en_core_web_md"}])
            self.nlp: dict[str, Any] = {"en": importlib.import_module(CARRIER).load()}  # type: ignore[assignment]

        def load(self) -> None:
            """Nothing to load: the model is there."""

    return AnalyzerEngine(nlp_engine=OnOurModel(), supported_languages=["en"])


def _presidio() -> Tool:
    engine = presidio_default()

    def run(draft: Draft) -> Iterator[Hit]:
        for block in draft.blocks:
            if block.visibility is Visibility.SHOWN and block.text:
                for hit in engine.analyze(block.text, language="en", score_threshold=0.35):
                    if codes := _PRESIDIO.get(hit.entity_type):
                        yield Span(block.index, hit.start, hit.end), codes

    return run


def _proselint() -> Tool:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)

    def run(draft: Draft) -> Iterator[Hit]:
        for block in draft.blocks:
            if block.visibility is Visibility.SHOWN and block.text:
                for hit in LintFile("draft", content=f"{block.text}\n").lint():
                    # It counts places from the line feed that it sets before the text.
                    start, end = (max(place - 1, 0) for place in hit.check_result.span)
                    yield Span(block.index, start, end), ()

    return run


def _write_good(draft: Draft) -> Iterator[Hit]:
    """`write-good --parse FILE`: "file:line:column:what it says"."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(_lines(draft))
        file.flush()
        command = ["write-good", "--parse", file.name]
        yield from _by_line(draft, command, r":(\d+):(\d+):\"(.+?)\"")


def _alex(draft: Draft) -> Iterator[Hit]:
    """`alex --stdin`: "line:column-line:column warning `word` …"."""
    yield from _by_line(draft, ["alex", "--stdin", "--text"], r"(\d+):(\d+)-\d+:\d+.*?`(.+?)`")


def _shown(draft: Draft) -> list[Block]:
    return [b for b in draft.blocks if b.visibility is Visibility.SHOWN and b.text]


def _lines(draft: Draft) -> str:
    return "\n".join(" ".join(block.text.split("\n")) for block in _shown(draft))


def _by_line(draft: Draft, command: list[str], pattern: str) -> Iterator[Hit]:
    """Runs a program on the draft with a paragraph a line, and reads back lines and columns."""
    blocks = _shown(draft)
    done = subprocess.run(
        command, input=_lines(draft), capture_output=True, text=True, check=False, timeout=120
    )
    for match in re.finditer(pattern, done.stdout + done.stderr):
        line, column = int(match[1]), int(match[2])
        if 0 < line <= len(blocks):
            block = blocks[line - 1]
            at = block.text.lower().find(match[3].lower(), max(column - 2, 0))
            if at >= 0:
                yield Span(block.index, at, at + len(match[3])), ()

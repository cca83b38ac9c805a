"""A corpus: the marked files under some paths, read, run through the rules and compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..discovery import all_rules, select_rules
from ..errors import NotFound
from ..language import analyse
from ..linter import Progress, lint_draft
from ..rule import Layer
from ..settings import Settings
from .gold import Gold, MarkedFile, read_text
from .score import Case, Outcome, compare
from .structure_score import ONLY_WHERE_MARKED, structure_cases
from .word_gold import read_word

HALVES = ("tuning", "scoring")


@dataclass
class Evaluation:
    """The outcomes over a corpus.

    `words` are the words of all drafts and passages, `words_for` those that each rule was run on;
    `drafts` holds the outcomes by file, `structure` those of roles, findings and recommendations.
    """

    cases: list[Case] = field(default_factory=list)
    structure: list[Case] = field(default_factory=list)
    words: int = 0
    words_for: Counter[str] = field(default_factory=Counter)
    drafts: dict[str, list[Case]] = field(default_factory=lambda: defaultdict(list))
    troubles: int = 0
    words_of: dict[str, int] = field(default_factory=dict)


def find_files(paths: Iterable[Path], half: str = "") -> list[Path]:
    """The marked files under some paths, in order; those of one half where it is given.

    A Word file beside a marked text of the same name holds the same marks, and is left out. Raises
    NotFound for a path that does not exist or holds none.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise NotFound(path, f"There is no file or folder {path}.")
        if path.is_file():
            found += [path] if path not in found else []
            continue
        inside = sorted(p for p in path.rglob("*") if p.suffix in {".md", ".docx"})
        texts = {p.with_suffix("") for p in inside if p.suffix == ".md"}
        found += [
            p
            for p in inside
            if p.name not in {"README.md", "SCORES.md"}
            and p not in found
            and not p.name.startswith("~$")
            and (p.suffix == ".md" or p.with_suffix("") not in texts)
        ]
    chosen = [p for p in found if not half or half in p.resolve().parts]
    if not chosen:
        where = ", ".join(map(str, paths))
        raise NotFound(where, f"There is no marked file in {where}{f' ({half})' if half else ''}.")
    return chosen


def read_marked_file(path: Path) -> MarkedFile:
    """A marked text, or a Word file with marks in its comments."""
    return read_word(path) if path.suffix.lower() == ".docx" else read_text(path)


def evaluate(
    files: Sequence[Path],
    settings: Settings,
    codes: Sequence[str] = (),
    progress: Progress | None = None,
) -> Evaluation:
    """Runs the rules (all, or those of `codes`) over marked files and compares."""
    found = Evaluation()
    by_place = frozenset(r.code for r in all_rules() if r.private or r.gathers)
    chosen = {rule.code for rule in select_rules(tuple(codes), ())}
    for path in files:
        if progress:
            progress(f"scoring {path.name}")
        marked = read_marked_file(path)
        found.troubles += len(marked.troubles)
        # A file on a few rules may mark no findings or recommendations: what is found is not false.
        kinds = {kind for gold in marked.parts for kind, _ in gold.begins} | ONLY_WHERE_MARKED
        for unread in marked.parts:
            run = chosen & unread.rules if unread.rules else chosen
            gold, result_cases, words = _score(unread, settings, run, by_place)
            found.cases += result_cases
            found.words_for.update(dict.fromkeys(run, words))
            found.drafts[str(path)] += result_cases
            found.words += words
            found.words_of[str(path)] = found.words_of.get(str(path), 0) + words
            if gold.roles or gold.begins or gold.marks_sentences:
                found.structure += [
                    case
                    for case in structure_cases(gold)
                    if case.outcome != Outcome.FALSE or case.code in kinds or not gold.rules
                ]
    return found


def _score(
    gold: Gold, settings: Settings, codes: Collection[str], by_place: frozenset[str]
) -> tuple[Gold, list[Case], int]:
    """The gold with its draft analysed, the outcomes of the rules, the words they ran on."""
    if not codes:
        layers = Layer.PARSE if gold.marks_sentences else Layer.TEXT
        return replace(gold, draft=analyse(gold.draft, layers, settings.check.model)), [], 0
    rules = [rule(settings) for rule in all_rules() if rule.code in codes]
    result = lint_draft(gold.draft, rules, settings)
    for gap in result.unread:
        if gap.where.startswith("rule "):
            raise RuntimeError(f"{gold.path}: {gap.where} was not run: {gap.reason}")
    # Recommendations are resolved on the way; blocks and spans stay as they were.
    gold = replace(gold, draft=result.draft)
    return gold, list(compare(gold, result, by_place)), result.draft.words


def names_in_both(files: Iterable[MarkedFile]) -> Iterator[tuple[Path, int, str]]:
    """Names marked in one half that are marked in the other too: file, line, name.

    Names of the tuning half must not help on the scoring half. What is told is the place in the
    scoring half.
    """
    words: dict[str, dict[str, tuple[Path, int]]] = {half: {} for half in HALVES}
    for file in files:
        for gold in file.parts:
            for e in gold.expected:
                if e.code == "PRV001" and e.span is not None and e.verdict == "find":
                    for word in gold.draft.text_at(e.span).split():
                        if len(word) > 3 and word[0].isupper() and gold.half in words:
                            words[gold.half].setdefault(word.strip(".,’'"), (file.path, e.line))
    for word in sorted(words["tuning"].keys() & words["scoring"].keys()):
        path, line = words["scoring"][word]
        yield path, line, word

"""Draft, rules and settings in; findings out. The road from a file to a LintResult."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from . import accepted, ignored, language, metrics, readers
from .discovery import all_rules, select_rules
from .draft import PASSAGE, Draft, Role, Unread
from .errors import DraftError, NotADraft, SettingsError
from .masked_ids import is_masked_id
from .requests import addressees
from .result import Finding, LintResult, Severity
from .rule import Layer, Rule, findings_of
from .settings import Settings, check_limits, check_settings, find_settings, load_settings
from .structure.sections import with_structure
from .vocabulary import check_vocabulary

#: Told what is being done, in a few words.
Progress = Callable[[str], None]


def lint(
    path: str | Path,
    *,
    data: bytes | None = None,
    settings: Settings | None = None,
    mask: bool = False,
    baseline: Collection[str] = (),
    progress: Progress | None = None,
) -> LintResult:
    """Lints one draft (.docx, .pdf, .md or .txt).

    With `data`, the draft is those bytes and stands on no disk: `path` only names it, and neither
    settings nor acceptances are looked for beside it; replies to comments in it count.

    Without `settings`, the nearest `scr-lint.toml` upwards from the file is used; findings
    accepted in the nearest `scr-lint-accepted.toml`, and those whose ids are in `baseline`, are
    left out. With `mask`, private words in the result are unreadable, and the rules that find
    them run even if they are not selected. Raises a DraftError if the file cannot be read,
    SettingsError if the settings are wrong.
    """
    say = progress or _silent
    path = _path_of(path)
    if data is None and path.is_dir():
        raise NotADraft(
            path,
            f"{path} is a folder, not a draft: scr_lint.lint_many({str(path)!r}) checks all in it.",
        )
    if settings is None:
        settings = Settings() if data else load_settings(find_settings(path.parent))
    rules = rules_for(settings)
    say(f"reading {path.name}")
    draft = readers.read(path, data)
    readers.refuse_wordless(draft)
    draft = with_structure(draft)
    selected = {rule.code for rule in rules}
    unselected = [r(settings) for r in all_rules() if r.private and r.code not in selected]
    replies = accepted.replies_to(path, data)
    # Masked ids are made from masked text, for which all private words must be known.
    given = (*baseline, *(id_ for reply in replies for id_ in reply.findings))
    whole = mask or any(map(is_masked_id, given))
    result = lint_draft(draft, [*rules, *unselected] if whole else rules, settings, say)
    ignored_here = tuple(f for f in result.accepted if f.rule in selected)
    result = replace(
        result,
        findings=tuple(f for f in result.findings if f.rule in selected),
        accepted=ignored_here,
        left_out={"ignored": len(ignored_here)} if ignored_here else {},
        rules_run=tuple(sorted(selected)),
    )
    replies = accepted.with_own_ids(result, replies)
    acceptances = accepted.in_replies(path, replies)
    if data is None:
        in_file = accepted.load_accepted(accepted.find_accepted(path))
        acceptances = (*in_file, *acceptances)
    result = accepted.apply(result, acceptances, date.today())
    result = accepted.without_known(accepted.say_not_understood(result, replies), baseline)
    return result.masked() if mask else result


def lint_text(
    text: str, *, role: Role | str | None = None, settings: Settings | None = None
) -> LintResult:
    """Lints a passage of Markdown, for notebooks and tests.

    `role` is the role of the section that the passage comes from ("findings"); without one the
    passage is taken for a whole draft. Raises DraftError for a passage without words,
    SettingsError for a role that there is not.
    """
    from .readers.text import parse

    if not isinstance(text, str):
        raise NotADraft(PASSAGE, f"A passage is text, in quotation marks, not {_said(text)}.")
    settings = Settings() if settings is None else settings
    passage = parse(text)
    readers.refuse_wordless(passage)
    draft = with_structure(passage, _role_of(role) if role else None)
    return lint_draft(draft, rules_for(settings), settings)


def lint_many(
    paths: str | Path | Iterable[str | Path],
    *,
    jobs: int = 1,
    settings: Settings | None = None,
    mask: bool = False,
    baseline: Collection[str] = (),
    progress: Progress | None = None,
) -> Iterator[LintResult]:
    """Lints drafts and folders of drafts, one result each, in order.

    `jobs` processes work at once, each with a model of its own (about 400 MB). Raises DraftError
    at the first file that cannot be read; `lint_each` goes on instead.
    """
    for outcome in lint_each(
        paths, jobs=jobs, settings=settings, mask=mask, baseline=baseline, progress=progress
    ):
        if isinstance(outcome, DraftError):
            raise outcome
        yield outcome


def lint_each(
    paths: str | Path | Iterable[str | Path],
    *,
    jobs: int = 1,
    settings: Settings | None = None,
    mask: bool = False,
    baseline: Collection[str] = (),
    progress: Progress | None = None,
) -> Iterator[LintResult | DraftError]:
    """Like `lint_many`, but gives the error itself in the place of a draft it could not read."""
    if isinstance(jobs, bool) or not isinstance(jobs, int) or jobs < 1:
        raise SettingsError(f"jobs is how many drafts to check at once, 1 or more, not {jobs!r}.")
    # A single path is what it says, not its letters.
    paths = [paths] if isinstance(paths, str | Path) else paths
    files: list[Path | DraftError] = []
    for path in paths:
        try:
            files.extend(file for file in readers.find_drafts([path]) if file not in files)
        except DraftError as error:
            files.append(error)
    work = partial(_lint_or_error, settings=settings, mask=mask, baseline=baseline)
    if jobs > 1 and len(files) > 1:
        with ProcessPoolExecutor(min(jobs, len(files))) as pool:
            yield from pool.map(work, files)
    else:
        for file in files:
            yield work(file, progress=progress)


def lint_draft(
    draft: Draft, rules: Sequence[Rule], settings: Settings, progress: Progress | None = None
) -> LintResult:
    """Runs rules over a draft that has its structure: one language pass, then every rule."""
    say = progress or _silent
    layers = Layer.TEXT
    for rule in rules:
        layers |= rule.layers
    if layers:
        say(f"analysing {draft.words:,} words")
    draft = language.analyse(draft, layers, settings.check.model)
    draft = addressees.resolve(draft)
    say("applying the rules")
    found: list[Finding] = []
    private: set[str] = set()
    broken: list[Unread] = []
    for rule in rules:
        try:
            of_rule = findings_of(draft, type(rule), rule.settings)
        except SettingsError:
            raise
        except Exception as error:
            # A fault of ours must neither hide what other rules found nor pass for "clean".
            broken.append(_not_run(rule, error))
            continue
        found += of_rule
        private.update(words for f in of_rule if f.private for words in rule.private_words(f))
    draft = replace(draft, unread=(*draft.unread, *broken))
    lowest = Severity(settings.check.min_severity)
    codes = [rule.code for rule in rules]
    left, ignored_findings, notes = ignored.apply(draft, list(_with_ids(found)), codes)
    kept = (
        f
        for f in left
        if f.confidence >= settings.check.min_confidence and f.severity.at_least(lowest)
    )
    return LintResult(
        draft=draft,
        findings=tuple(sorted(kept, key=_order)),
        accepted=tuple(ignored_findings),
        left_out={"ignored": len(ignored_findings)} if ignored_findings else {},
        notes=tuple(notes),
        metrics=metrics.measure(draft),
        rules_run=tuple(codes),
        model=language.model_name(settings.check.model) if layers else "",
        private_words=frozenset(private),
        private_known={rule.code for rule in all_rules() if rule.private} <= set(codes),
    )


def _not_run(rule: Rule, error: Exception) -> Unread:
    return Unread(
        f"rule {rule.code}",
        f"it stopped because of a fault in scr-lint ({type(error).__name__}), so what it looks for "
        "was not checked; please report this",
    )


def rules_for(settings: Settings) -> list[Rule]:
    """The rules that settings select, ready to run. Raises SettingsError."""
    check_settings(settings)
    check_limits(settings, {rule.code: rule.limits for rule in all_rules()})
    check_vocabulary(settings, {rule.__module__.rpartition(".")[0] for rule in all_rules()})
    chosen = select_rules(settings.check.select, settings.check.ignore)
    return [rule(settings) for rule in chosen]


def _lint_or_error(
    file: Path | DraftError,
    settings: Settings | None,
    mask: bool,
    baseline: Collection[str],
    progress: Progress | None = None,
) -> LintResult | DraftError:
    if isinstance(file, DraftError):
        return file
    try:
        return lint(file, settings=settings, mask=mask, baseline=baseline, progress=progress)
    except DraftError as error:
        return error


def _with_ids(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings with ids made of rule, words and occurrence: no offsets, so that edits elsewhere
    in the draft leave them as they are."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        words = " ".join(finding.locations[0].text.lower().split()) if finding.locations else ""
        words = words or finding.message
        key = (finding.rule, words)
        seen[key] += 1
        digest = hashlib.sha256(f"{finding.rule}\0{words}\0{seen[key]}".encode()).hexdigest()
        yield replace(finding, id=f"{finding.rule}-{digest[:6]}")


def _order(finding: Finding) -> tuple[int, str, int, int]:
    first = finding.locations[0] if finding.locations else None
    return (
        finding.severity.rank,
        finding.rule,
        first.block if first else -1,
        first.start if first else -1,
    )


def _path_of(given: object) -> Path:
    if isinstance(given, str | os.PathLike):
        return Path(given)
    raise NotADraft(given, f"A draft is named by the path of its file, not by {_said(given)}.")


def _role_of(given: Role | str) -> Role:
    wanted = str(given).strip().lower().replace(" ", "_").replace("-", "_")
    if wanted in set(Role):
        return Role(wanted)
    raise SettingsError(f"There is no role {given!r}. There are: {', '.join(Role)}.")


def _said(given: object) -> str:
    """What somebody gave in the place of something else."""
    return "None" if given is None else f"a value of the type {type(given).__name__}"


def _silent(_: str) -> None:
    """No progress shown."""

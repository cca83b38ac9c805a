"""Findings that somebody has looked at and accepted, with a reason and a date.

They stand in `scr-lint-accepted.toml`, the nearest one upwards from the draft, by id: the file
holds none of the draft's words. An acceptance that has expired, or that fits no finding any more,
is said, so that the file never hides what nobody remembers.
"""

from __future__ import annotations

import json
import re
import textwrap
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .counting import counted
from .errors import SettingsError
from .masked_ids import is_masked_id
from .result import Finding, LintResult

if TYPE_CHECKING:
    from .readers.docx_comments import Reply

FILE = "scr-lint-accepted.toml"
_ID = re.compile(r".+-m?[0-9a-f]{6}")
#: Characters of a reply that are quoted.
_QUOTED = 60
_HEAD = "# Findings that were looked at and accepted. `scr-lint accept` adds to this file.\n"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted finding: its id, the draft's file name, why, since when, until when.

    `in_word` is true for a reply to a comment in the draft itself.
    """

    id: str
    draft: str
    reason: str
    date: Date
    expires: Date | None = None
    in_word: bool = False


def find_accepted(draft: Path) -> Path:
    """The file of acceptances for a draft: the nearest one upwards, or the one to make beside
    it."""
    folder = draft.resolve().parent
    for around in (folder, *folder.parents):
        if (around / FILE).is_file():
            return around / FILE
    return folder / FILE


def replies_to(draft: Path, data: bytes | None = None) -> tuple[Reply, ...]:
    """The replies to our comments in a draft; none in what is no Word file."""
    from .readers.docx_comments import read_replies

    return tuple(read_replies(draft, data)) if draft.suffix.lower() == ".docx" else ()


def with_own_ids(result: LintResult, replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Replies by the findings' own ids: a copy made of a masked result shows masked ones."""
    if not any(is_masked_id(id_) for reply in replies for id_ in reply.findings):
        return tuple(replies)
    own = result.own_ids()
    return tuple(
        replace(reply, findings=tuple(own.get(id_, id_) for id_ in reply.findings))
        for reply in replies
    )


def in_replies(draft: Path, replies: Iterable[Reply]) -> tuple[Acceptance, ...]:
    """The acceptances among replies to our comments."""
    return tuple(
        Acceptance(id_, draft.name, reply.reason, reply.day, in_word=True)
        for reply in replies
        if reply.reason is not None
        for id_ in reply.findings
    )


def load_accepted(file: Path) -> tuple[Acceptance, ...]:
    """The acceptances in a file, none if it does not exist. Raises SettingsError for a bad one."""
    if not file.is_file():
        return ()
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8")).get("accepted", [])
        return tuple(_acceptance(entry) for entry in entries)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not valid TOML: {error}.") from None
    except (KeyError, TypeError, ValueError) as error:
        raise SettingsError(
            f"{file}: every [[accepted]] needs id, draft, reason and date ({error})."
        ) from None


def add_acceptance(file: Path, acceptance: Acceptance) -> None:
    """Adds an acceptance at the end of a file, leaving the rest of it as it is."""
    import tomlkit

    entry: dict[str, Any] = {
        "id": acceptance.id,
        "draft": acceptance.draft,
        "reason": acceptance.reason,
        "date": acceptance.date,
    }
    if acceptance.expires:
        entry["expires"] = acceptance.expires
    before = file.read_text(encoding="utf-8") if file.is_file() else _HEAD
    text = f"{before.rstrip()}\n\n[[accepted]]\n{tomlkit.dumps(entry)}"
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{file} could not be written: {error.strerror}.") from None


def apply(result: LintResult, acceptances: Iterable[Acceptance], today: Date) -> LintResult:
    """The result without its accepted findings, with notes on acceptances that no longer hold.

    Only acceptances for a draft of this file name count. How many findings are left out is said,
    too.
    """
    here = [a for a in acceptances if a.draft == Path(result.path).name]
    expired = [a for a in here if a.expires and a.expires < today]
    valid = {a.id for a in here if a not in expired}
    ids = {finding.id for finding in result.findings}
    ran = set(result.rules_run)
    notes = [
        f"{a.draft}: the acceptance of {a.id} expired on {a.expires:%d %B %Y}"
        for a in expired
        if a.id in ids
    ]
    notes += [
        f"{a.draft}: {a.id} was accepted but is not found any more: take it out of {FILE}"
        for a in here
        if not a.in_word and a.id not in ids and a.id.rsplit("-", 1)[0] in ran
    ]
    in_word = {a.id for a in here if a.in_word}
    result = without(result, valid - in_word, "accepted")
    result = without(result, valid & in_word, "in_word")
    return replace(result, notes=(*result.notes, *notes))


def say_not_understood(result: LintResult, replies: Sequence[Reply]) -> LintResult:
    """The result with a note on replies that accept nothing, while what they answer is still found."""
    found = {finding.id for finding in result.findings}
    unclear = [r for r in replies if r.reason is None and found & set(r.findings)]
    if not unclear:
        return result
    quoted = "; ".join(
        f"“{textwrap.shorten(reply.words, _QUOTED, placeholder=' …')}”, to {reply.findings[0]}"
        for reply in unclear
    )
    were = "was" if len(unclear) == 1 else "were"
    note = (
        f"{Path(result.path).name}: {counted(len(unclear), 'reply', 'replies')} to our comments {were} not "
        f"understood ({quoted}): to keep the words as they are, answer with “accept” and the reason"
    )
    return replace(result, notes=(*result.notes, note))


def without(result: LintResult, ids: Collection[str], why: str) -> LintResult:
    """The result without the findings with these ids, and with their number under `why`."""
    gone = tuple(f for f in result.findings if f.id in ids)
    if not gone:
        return result
    return replace(
        result,
        findings=tuple(f for f in result.findings if f.id not in ids),
        accepted=result.accepted + gone,
        left_out={**result.left_out, why: result.left_out.get(why, 0) + len(gone)},
    )


def without_known(result: LintResult, baseline: Collection[str]) -> LintResult:
    """The result without the findings of a baseline, which may have been made with masked ids."""
    masked = {id_ for id_ in baseline if is_masked_id(id_)}
    own = result.own_ids() if masked else {}
    return without(result, {*baseline, *(own[id_] for id_ in masked if id_ in own)}, "baseline")


def load_baseline(file: Path) -> frozenset[str]:
    """The ids in an earlier JSON output, which a check against a baseline leaves out."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        ids = frozenset(
            str(finding["id"]) for entry in document["files"] for finding in entry["findings"]
        )
    except OSError as error:
        raise SettingsError(f"The baseline {file} could not be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError):
        raise SettingsError(
            f"The baseline {file} is not the JSON output of an earlier check."
        ) from None
    if strange := next((id_ for id_ in sorted(ids) if not _ID.fullmatch(id_)), None):
        raise SettingsError(
            f"The baseline {file} holds {strange!r}, an id that this version of scr-lint does not "
            "give, so it would fit nothing: make the baseline anew."
        )
    return ids


def find_by_id(result: LintResult, wanted: str) -> Finding:
    """The finding with this id, which may be the one that masked output shows.

    Raises SettingsError if the draft has none.
    """
    own = result.own_ids().get(wanted) if is_masked_id(wanted) else wanted
    for finding in result.findings:
        if finding.id == own:
            return finding
    if any(finding.id == own for finding in result.accepted):
        raise SettingsError(f"{wanted} in {result.path} is left out already: it was accepted.")
    raise SettingsError(
        f"There is no finding {wanted!r} in {result.path} as it is now: check the draft again to "
        "see its ids."
    )


def _acceptance(entry: dict[str, Any]) -> Acceptance:
    expires = entry.get("expires")
    for given in (entry["date"], expires):
        if given is not None and type(given) is not Date:
            raise ValueError(f"{given!r} is not a date such as 2026-05-01")
    return Acceptance(
        str(entry["id"]), str(entry["draft"]), str(entry["reason"]), entry["date"], expires
    )

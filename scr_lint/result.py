"""What the linter returns: findings with their places, and the result that holds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .compare import Comparison, compare
from .draft import Draft, Unread
from .errors import SettingsError
from .guidance import question_of
from .lists import listed
from .masked_ids import is_masked_id, masked_ids
from .masking import Masker, holds_private_word

if TYPE_CHECKING:
    import pandas
    from matplotlib.figure import Figure


class Severity(StrEnum):
    """How much a finding matters: `error` stops publication."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for advice: the order to fix them in."""
        return list(Severity).index(self)

    def at_least(self, other: Severity) -> bool:
        """True if this is as severe as `other` or more."""
        return self.rank <= other.rank


#: Where words stand that come before any heading.
BEFORE_HEADINGS = "before the first heading"
#: Parts that stand in no section.
_APART = frozenset({"header", "footer", "title", "table of contents"})


@dataclass(frozen=True, slots=True)
class Location:
    """Words of the draft and where they stand.

    `start` and `end` count characters of the block's text from 0, `end` exclusive. `section` is
    the path of headings; `paragraph` the printed number; `page` (PDF) and `line` (text files)
    count from 1. `part` names what is no paragraph of the text ("footnote 2", "header").
    """

    text: str
    block: int
    start: int
    end: int
    section: tuple[str, ...] = ()
    paragraph: str = ""
    page: int | None = None
    line: int | None = None
    part: str = ""

    @property
    def spot(self) -> str:
        """The paragraph's number, or failing that the page or line; "" where it has none."""
        if self.part:
            return self.part
        if any(c.isalnum() for c in self.paragraph):
            return self.paragraph
        if self.page is not None:
            return f"page {self.page}"
        return f"line {self.line}" if self.line is not None else ""

    @property
    def place(self) -> str:
        """The place as a person would say it: "4 Analysis, paragraph 4.12, page 9"."""
        parts = [self.section[-1]] if self.section and self.part not in _APART else []
        if self.part:
            parts.append(self.part)
        elif self.paragraph.strip("•–-◦▪·*"):
            parts.append(f"paragraph {self.paragraph}")
        if self.page is not None:
            parts.append(f"page {self.page}")
        if self.line is not None:
            parts.append(f"line {self.line}")
        return ", ".join(parts) or BEFORE_HEADINGS


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: which rule, how sure (0 to 1), what, what to do instead, and every place.

    `basis` holds ids of passages of guidance (see `scr_lint.guidance`). `private` is true where
    the words themselves must not be shown to others. `id` stays the same while the draft changes
    elsewhere.
    """

    rule: str
    name: str
    severity: Severity
    confidence: float
    message: str
    suggestion: str
    basis: tuple[str, ...]
    locations: tuple[Location, ...]
    private: bool = False
    id: str = ""

    @property
    def question(self) -> str:
        """The Quality Marker 14 question it belongs to ("QM14.2"), "" where there is none."""
        return question_of(self.basis)


_ID = re.compile(r"\b([A-Z]{3}\d{3})-m?[0-9a-f]{6}\b")
_QUOTED = re.compile(r"“[^”]*”(?=, to )")
#: Why a finding may be left out, and how that is said.
LEFT_OUT = {
    "baseline": "in the baseline",
    "accepted": "accepted with a reason",
    "in_word": "answered “accept” in Word",
    "ignored": "ignored by a comment in the draft",
}


@dataclass(frozen=True, repr=False)
class LintResult:
    """Everything found in one draft, in the order to fix it."""

    draft: Draft
    findings: tuple[Finding, ...]
    metrics: Mapping[str, Any] = field(default_factory=dict)
    rules_run: tuple[str, ...] = ()
    model: str = ""
    #: Findings left out, because somebody accepted them or they stand in the baseline; none in a
    #: masked result.
    accepted: tuple[Finding, ...] = ()
    #: How many findings were left out, by why: a key of `LEFT_OUT`.
    left_out: Mapping[str, int] = field(default_factory=dict)
    #: What is to be said about acceptances that have expired or fit nothing, and about replies to
    #: our comments that were not understood.
    notes: tuple[str, ...] = ()
    #: Words not to be shown to others, as private rules give them, those of findings below the
    #: limits of severity and confidence too. None: all words of private findings.
    private_words: frozenset[str] | None = field(default=None, repr=False)
    #: Whether all rules that find private words have run, so that none can stay unmasked.
    private_known: bool = field(default=True, repr=False)

    @property
    def path(self) -> str:
        """The draft's path as given."""
        return self.draft.path

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What is in the file but could not be checked."""
        return self.draft.unread

    @property
    def by_rule(self) -> dict[str, tuple[Finding, ...]]:
        """Findings by rule code."""
        return _grouped(self.findings, [f.rule for f in self.findings])

    @property
    def by_question(self) -> dict[str, tuple[Finding, ...]]:
        """Findings by question of Quality Marker 14 ("QM14.2").

        Those that rest on other guidance only, such as the panel's, are under "".
        """
        return _grouped(self.findings, [f.question for f in self.findings])

    @property
    def said_left_out(self) -> str:
        """How many findings were left out and why, as a sentence; "" where none were."""
        counts = [
            f"{self.left_out[why]} {said}"
            for why, said in LEFT_OUT.items()
            if self.left_out.get(why)
        ]
        return f"Left out: {listed(counts)}." if counts else ""

    @property
    def counts(self) -> Counter[Severity]:
        """Number of findings by severity."""
        return Counter(f.severity for f in self.findings)

    def worst(self) -> Severity | None:
        """The highest severity found, None when nothing was."""
        return min((f.severity for f in self.findings), key=lambda s: s.rank, default=None)

    def compare(self, earlier: LintResult) -> Comparison:
        """What this draft fixed, added and kept of an earlier one's findings."""
        return compare(earlier, self)

    def masked(self) -> LintResult:
        """The same result, fit for others to see: private words show a first letter and stars.

        They are masked wherever they stand: in excerpts of other findings, headings, the review's
        own findings and recommendations too. Places keep their length and position. The id of a
        private finding, which is made from its words, gives way to one made from what is shown
        (see `scr_lint.masked_ids`), which can be accepted, too.
        """
        masker = self._masker()
        draft = masker.draft(self.draft)
        every = (*self.findings, *self.accepted)
        ids = masked_ids(draft, every)
        shown = {f.id for f in every if not f.private}
        return replace(
            self,
            draft=draft,
            findings=tuple(
                replace(f, id=ids.get(f.id, f.id)) for f in masker.findings(self.findings)
            ),
            accepted=(),
            metrics={key: _with_masked_keys(value, masker) for key, value in self.metrics.items()},
            notes=(
                *(_fit_to_show(masker(note), ids, shown) for note in self.notes),
                *_notes_on_name(Path(self.path).name, self._private_words()),
            ),
            private_words=frozenset(),
        )

    def own_ids(self) -> dict[str, str]:
        """The id of each private finding, by the id that masked output shows for it."""
        ids = masked_ids(self._masker().draft(self.draft), (*self.findings, *self.accepted))
        return {masked: own for own, masked in ids.items()}

    def _masker(self) -> Masker:
        return Masker(self._private_words())

    def _private_words(self) -> frozenset[str]:
        if self.private_words is not None:
            return self.private_words
        private = (f for f in (*self.findings, *self.accepted) if f.private)
        return frozenset(loc.text for f in private for loc in f.locations)

    def to_dict(self) -> dict[str, Any]:
        """The result in the published JSON form, as one entry of `files`."""
        from .writers.json import file_entry

        return file_entry(self)

    def to_json(self) -> str:
        """The published JSON form with this one file."""
        from .writers.json import render

        return render([self])

    def to_word(self, path: str | Path, *, overwrite: bool = False) -> int:
        """Writes a copy of the linted Word file with the findings as comments on their words.

        Returns the number of comments. Raises DraftError if the draft is no .docx or has changed
        since it was checked, and if `path` is the draft itself, does not end in .docx, or is there
        already without `overwrite`.
        """
        from .writers.word import annotate

        return annotate(self, Path(path), overwrite=overwrite)

    def to_html(self, path: str | Path, *, masked: bool = False, overwrite: bool = False) -> None:
        """Writes the page: the draft with its findings marked, in one file for a browser.

        With `masked`, private words are unreadable. A page that scr-lint wrote is replaced, any
        other file only with `overwrite`. Raises SettingsError if it is not, if `path` is the draft
        itself, does not end in .html or cannot be written, and if words are to be masked that
        nothing has looked for.
        """
        from .writers.html import write

        if masked and not self.private_known:
            raise SettingsError(
                "Not all rules that find private words were run, so they cannot be masked: check the "
                "draft with mask=True, then write the page."
            )
        write(self.masked() if masked else self, path, overwrite=overwrite)

    def to_pdf(self, path: str | Path, *, overwrite: bool = False) -> int:
        """Writes a copy of the linted PDF with the findings as highlights and notes.

        Returns the number of notes. Raises DraftError as `to_word` does.
        """
        from .writers.pdf import annotate

        return annotate(self, Path(path), overwrite=overwrite)

    def plot(self) -> Figure:
        """Charts of findings, reading age and words by chapter (a matplotlib Figure).

        Needs matplotlib (`pip install 'scr-lint[notebook]'`).
        """
        from .writers.plots import plot

        return plot(self)

    def to_dataframe(self) -> pandas.DataFrame:
        """One row a location; needs pandas (`pip install 'scr-lint[notebook]'`)."""
        from .writers.dataframe import dataframe

        return dataframe([self])

    def _repr_html_(self) -> str:
        from .writers.notebook import table

        return table(self)

    def __len__(self) -> int:
        return len(self.findings)

    def __repr__(self) -> str:
        # Without a word of the draft: a shell prints this wherever a result is left standing.
        counts = ", ".join(f"{n} {severity}" for severity, n in sorted(self.counts.items()))
        return f"<LintResult of {self.path}: {counts or 'nothing found'}>"


def _fit_to_show(note: str, ids: Mapping[str, str], shown: Container[str]) -> str:
    """A note without the words that it quotes, and without the ids of private findings: of one that is
    found no more nothing but its rule is known."""

    def masked(match: re.Match[str]) -> str:
        own = match[0]
        return ids.get(own) or (own if own in shown or is_masked_id(own) else match[1])

    return _ID.sub(masked, _QUOTED.sub("“…”", note))


def _with_masked_keys(value: Any, masker: Masker) -> Any:
    """A measure with the names of sections, by which some are told, masked."""
    if isinstance(value, Mapping):
        return {masker(str(key)): _with_masked_keys(own, masker) for key, own in value.items()}
    return value


def _notes_on_name(name: str, private: frozenset[str]) -> tuple[str, ...]:
    """What to say of a file whose name holds a private word: the name must stay as it is, or
    nobody could find the file by what is printed."""
    if not holds_private_word(name, private):
        return ()
    return (
        "a file's own name holds a private word, and masked output shows it: rename the file "
        "before others see its name",
    )


class _Groups(dict[str, tuple[Finding, ...]]):
    """Groups of findings; a group that is not there is empty."""

    def __missing__(self, key: str) -> tuple[Finding, ...]:
        return ()


def _grouped(findings: Sequence[Finding], keys: Sequence[str]) -> dict[str, tuple[Finding, ...]]:
    groups: dict[str, list[Finding]] = {}
    for key, finding in zip(keys, findings, strict=True):
        groups.setdefault(key, []).append(finding)
    return _Groups({key: tuple(group) for key, group in sorted(groups.items())})

"""What a rule is: one class in one file that explains, exemplifies and tests itself."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Flag, auto
from typing import Any, ClassVar

from .draft import Block, Draft, Role, Span
from .once import once
from .result import Finding, Severity
from .settings import Settings
from .whereabouts import locate


class Layer(Flag):
    """What a rule needs from the language pass; what no selected rule needs is not run.

    TEXT is the blocks alone. PARSE adds sentences, parts of speech, lemmas and dependencies.
    ENTITIES adds recognised names, dates and numbers (`Draft.entities`).
    """

    TEXT = 0
    PARSE = auto()
    ENTITIES = auto()


@dataclass(frozen=True)
class Example:
    """A passage that a rule flags or passes: its test, and its documentation.

    `text` is Markdown. With a `role` it stands in a section of that role; without one it is a
    draft of its own, with headings. `marks` are words that a finding's locations must hold, for
    a flagged example. `settings` are those of `scr-lint.toml`, for this example only.
    """

    text: str
    role: Role | str | None = Role.ANALYSIS
    marks: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


class Rule:
    """Base of all rules.

    A subclass sets the class attributes below, writes its explanation as its docstring, and
    yields findings from `check`. The docstring begins with one line that says what it flags;
    then come paragraphs that begin with `Why:`, `Instead:`, `Leaves alone:` and, where advice
    is contested, `Contested:`.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    basis: ClassVar[tuple[str, ...]]
    layers: ClassVar[Layer] = Layer.PARSE
    #: True where the flagged words must not be shown to others.
    private: ClassVar[bool] = False
    #: True where each location is a fault of its own, and the finding only gathers them.
    gathers: ClassVar[bool] = False
    #: Numbers that settings may change under [limits], with their defaults.
    limits: ClassVar[Mapping[str, float]] = {}
    flagged: ClassVar[tuple[Example, ...]] = ()
    passed: ClassVar[tuple[Example, ...]] = ()

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.limit: dict[str, float] = {
            **self.limits,
            **self.settings.limits.get(self.code, {}),
        }

    def check(self, draft: Draft) -> Iterable[Finding]:
        """The findings in a draft that has been through structure and language."""
        raise NotImplementedError

    def finding(
        self,
        draft: Draft,
        where: Span | Block | Iterable[Span],
        message: str,
        suggestion: str = "",
        *,
        severity: Severity | None = None,
        confidence: float = 1.0,
    ) -> Finding:
        """A finding of this rule at some spans (or a whole block) of the draft.

        `message` says what was found, `suggestion` what to consider instead. `severity` is the
        rule's own unless given; `confidence` is between 0 and 1.
        """
        if isinstance(where, Block):
            where = Span(where.index, 0, len(where.text))
        spans = [where] if isinstance(where, Span) else list(where)
        return Finding(
            rule=self.code,
            name=self.name,
            severity=severity or self.severity,
            confidence=confidence,
            message=message,
            suggestion=suggestion,
            basis=self.basis,
            locations=tuple(locate(draft, span) for span in spans),
            private=self.private,
        )

    def private_words(self, finding: Finding) -> Iterable[str]:
        """What masked output must not show anywhere: the words of a finding, as a rule.

        A rule whose locations are not private in themselves says which words are.
        """
        return [location.text for location in finding.locations]

    @classmethod
    def theme(cls) -> str:
        """The folder the rule stands in, as a reader says it ("plain language"); for a pack that
        is a single module, its name."""
        return cls.__module__.rsplit(".", 2)[-2:][0].replace("_", " ")

    @classmethod
    def summary(cls) -> str:
        """The first line of the explanation."""
        return cls.explanation()[0]

    @classmethod
    def explanation(cls) -> list[str]:
        """The paragraphs of the explanation, unwrapped."""
        doc = inspect.cleandoc(cls.__doc__ or "")
        return [" ".join(part.split()) for part in doc.split("\n\n")]


@once
def findings_of(draft: Draft, rule: type[Rule], settings: Settings) -> tuple[Finding, ...]:
    """What a rule finds in a draft: for the linter, and for rules that build on other rules."""
    return tuple(rule(settings).check(draft))

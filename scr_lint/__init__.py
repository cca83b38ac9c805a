"""scr-lint: a linter for draft Serious Case Review reports."""

from importlib.metadata import PackageNotFoundError, version

from .draft import Block, Draft, Kind, Role, Section, Span
from .errors import (
    CorruptFile,
    DraftError,
    NotADraft,
    NoTextLayer,
    NotFound,
    PasswordProtected,
    SettingsError,
    TooLarge,
    UnsafeFile,
)
from .linter import lint, lint_each, lint_many, lint_text
from .result import Finding, LintResult, Location, Severity
from .rule import Example, Layer, Rule
from .settings import Settings, load_settings, settings_from

try:
    __version__ = version("scr-lint")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0"

__all__ = [
    "Block",
    "CorruptFile",
    "Draft",
    "DraftError",
    "Example",
    "Finding",
    "Kind",
    "Layer",
    "LintResult",
    "Location",
    "NoTextLayer",
    "NotADraft",
    "NotFound",
    "PasswordProtected",
    "Role",
    "Rule",
    "Section",
    "Settings",
    "SettingsError",
    "Severity",
    "Span",
    "TooLarge",
    "UnsafeFile",
    "lint",
    "lint_each",
    "lint_many",
    "lint_text",
    "load_settings",
    "settings_from",
]

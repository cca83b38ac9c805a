"""Rule packs of others: a single module is enough, and a bad one is named in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from scr_lint import SettingsError, catalogue, discovery, guidance, lint_text, settings_from

RULE = '''"""Tone."""

from scr_lint import Example, Layer, Rule, Severity, Span


class Verdict(Rule):
    """The word "guilty".

    Why: a review is not a court.
    """

    code = "TON901"
    name = "a-verdict"
    severity = Severity.WARNING
    basis = ("QM14.7",)
    layers = Layer.TEXT
    flagged = (Example("The school was guilty of delay."),)
    passed = (Example("The school was slow."),)

    def check(self, draft):
        for block in draft.prose():
            at = block.text.find("guilty")
            if at >= 0:
                yield self.finding(draft, Span(block.index, at, at + 6), "Reads as a verdict.")
'''


@pytest.fixture
def offer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Installs a pack called "wren" that is one module with this text."""
    real = tuple(discovery.entry_points(group=discovery.GROUP))
    caches = (discovery.packs, discovery.all_rules, guidance.passages)

    def install(text: str) -> None:
        (tmp_path / "wren_rules.py").write_text(text, encoding="utf-8")
        added = EntryPoint("wren", "wren_rules", discovery.GROUP)
        monkeypatch.setattr(discovery, "entry_points", lambda group: (*real, added))
        monkeypatch.syspath_prepend(tmp_path)
        for cache in caches:
            cache.cache_clear()

    yield install
    sys.modules.pop("wren_rules", None)
    for cache in caches:
        cache.cache_clear()


def test_a_pack_may_be_one_module(offer: Callable[[str], None]) -> None:
    offer(RULE)
    settings = settings_from({"check": {"select": ["TON901"]}})
    [found] = lint_text("The school was guilty.", settings=settings).findings
    assert found.rule == "TON901"
    rule = discovery.find_rule("a-verdict")
    assert rule.theme() == "wren rules" and "Passes" in catalogue.entry(rule)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("import no_such_module_of_ours\n" + RULE, "importing wren_rules failed"),
        (RULE.replace('"QM14.7"', '"QM14.77"'), "Did you mean QM14.7"),
        (RULE.replace('    code = "TON901"\n', ""), "has no 'code'"),
        ("1 / 0\n", "ZeroDivisionError"),
    ],
)
def test_a_pack_that_cannot_be_used_is_named(
    offer: Callable[[str], None], text: str, says: str
) -> None:
    offer(text)
    with pytest.raises(SettingsError, match="The rule pack 'wren' cannot be used") as caught:
        discovery.all_rules()
    assert says in str(caught.value) and "\n" not in str(caught.value)

"""A rule's page, made from the rule itself: `scr-lint rule`, and the catalogue in rules/."""

from __future__ import annotations

import re
from importlib import resources

from .discovery import all_rules
from .draft import Role
from .guidance import passages
from .rule import Example, Rule

_GUIDE = """
# From a complaint to a better rule

A reviewer says: “it missed this”, or “it cries wolf here”. Four steps:

1. **Mark the passage.** Write it anew with invented people and places, the way its author might have,
   and a few more of its kind in other words, into `corpora/passages/tuning/CODE.md`:
   `{==should have rung==}{>>TON001<<}` for what should be found, `{>>not TON001<<}` for what should be
   left alone ([corpora/README.md](../corpora/README.md)).
2. **See it missed.** `scr-lint evaluate corpora --half tuning --rules TON001 --show missed` (or
   `--show false`).
3. **Change the rule.** Its file is in the folder of its theme, its words in `vocabulary/`. Mend the cause
   and not the sentence, and add an example to `flagged` or `passed`.
4. **See the score.** The same command shows what else has changed. Then
   `scr-lint evaluate corpora --write-scores corpora/SCORES.md` counts the scoring half, and the tests
   say so when any rule has become worse.

This page is made from the rules by `python -m scr_lint.catalogue > rules/README.md`.
"""


def precision_line(rule: type[Rule]) -> str:
    """How often a rule was right on the scoring half of the corpora; "" where that is not known."""
    try:
        page = resources.files("scr_lint.corpora").joinpath("SCORES.md").read_text("utf-8")
    except (ModuleNotFoundError, FileNotFoundError):
        return ""
    row = re.search(rf"^\| {rule.code} \|(.*)\|$", page, re.MULTILINE)
    cells = [cell.strip() for cell in row[1].split("|")] if row else []
    if not cells or cells[3] == cells[4] == "–":
        return "**How often it is right:** not measured yet."
    return (
        f"**How often it is right:** on drafts and passages that people marked, it found {cells[0]} of "
        f"{int(cells[0]) + int(cells[1])} places; precision {cells[4]}, with its 95 % interval."
    )


def entry(rule: type[Rule]) -> str:
    """One rule in Markdown: what it flags, why, what to do, limits, examples, guidance."""
    what, *rest = rule.explanation()
    parts = [
        f"## {rule.code} {rule.name}",
        f"{rule.severity.value.capitalize()}. {what}",
        *(_bold_label(paragraph) for paragraph in rest),
    ]
    if rule.limits:
        limits = ", ".join(f"{name} = {value:g}" for name, value in rule.limits.items())
        parts.append(f"**Settings:** `[limits]` `{rule.code} = {{ {limits} }}`")
    parts += ["**Flags, for example:**", _examples(rule.flagged)]
    parts += ["**Passes, for example:**", _examples(rule.passed)]
    known = passages()
    parts.append("**Rests on:**")
    parts.append("\n".join(f"- {b}: “{known[b].words}” ({known[b].source})" for b in rule.basis))
    return "\n\n".join(parts)


def catalogue() -> str:
    """The catalogue of all rules in Markdown, by theme."""
    rules = all_rules()
    parts: list[str] = [_GUIDE.strip()]
    for theme in dict.fromkeys(rule.theme() for rule in rules):
        here = [rule for rule in rules if rule.theme() == theme]
        parts.append(f"# {theme.capitalize()}")
        parts.append(
            "| code | name | severity | flags |\n| --- | --- | --- | --- |\n"
            + "\n".join(
                f"| {r.code} | {r.name} | {r.severity.value} | {r.summary()} |" for r in here
            )
        )
        parts += [entry(rule) for rule in here]
    return "\n\n".join(parts) + "\n"


def _bold_label(paragraph: str) -> str:
    label, colon, rest = paragraph.partition(":")
    return f"**{label}:**{rest}" if colon and len(label) < 20 else paragraph


def _examples(examples: tuple[Example, ...]) -> str:
    return "\n".join(_example(example) for example in examples)


def _example(example: Example) -> str:
    text = " ".join(example.text.split())
    text = text if len(text) < 400 else f"{text[:400].rsplit(' ', 1)[0]} …"
    role = Role(example.role) if example.role else None
    # Analysis is where an example stands unless something else matters.
    place = "" if role in {None, Role.ANALYSIS} else str(role).replace("_", " ")
    where = f" *(in the {place})*" if place else ""
    return f"- {text}{where}" if not text.startswith("#") else f"- `{text}`"


if __name__ == "__main__":
    print(catalogue(), end="")

"""A rule's page, made from the rule itself: `scr-lint rule`, and the catalogue in rules/."""

from __future__ import annotations

from .discovery import all_rules
from .draft import Role
from .guidance import passages
from .rule import Example, Rule


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
    parts: list[str] = []
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
    where = f" *(in a section of role {Role(example.role).value})*" if example.role else ""
    return f"- {text}{where}" if not text.startswith("#") else f"- `{text}`"


if __name__ == "__main__":
    print(catalogue(), end="")

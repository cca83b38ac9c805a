"""The commented settings file that `scr-lint init` writes."""

from __future__ import annotations

from .discovery import all_rules

_HEAD = """\
# Settings of scr-lint. A draft uses the nearest scr-lint.toml upwards from its folder.
# Every line is a default: take the # away to change it.

[review]
# kind = "auto"            # scr, lcspr (England since 2018), cpr (Wales): which words to expect
# style = "auto"           # recommendations, or findings-and-questions (SCIE Learning Together)

[check]
# select = []              # only these rules: "PRV", "REC001", "no-addressee"; empty means all
# ignore = []              # all but these
# fail_on = "warning"      # exit 1 from this severity up: error, warning, advice
# min_severity = "advice"  # show nothing below
# min_confidence = 0.5     # show nothing less sure (0 to 1)
# model = "en_core_web_md" # or another spaCy pipeline that is installed

[names]
# pseudonyms = []          # names the draft uses on purpose: "Sam"
# allow = []               # names that are no secret: "Northfield Trust"
# also_private = []        # more words to treat as private: "Elm Court"

[vocabulary]
# jargon = []              # files with more terms, in the form of the built-in list

[limits]
"""


def settings_template() -> str:
    """The text of a scr-lint.toml in which every setting stands as a comment with its default."""
    limits = []
    for rule in all_rules():
        if rule.limits:
            values = ", ".join(f"{name} = {value:g}" for name, value in rule.limits.items())
            limits.append(f"# {rule.code} = {{ {values} }}  # {rule.name}")
    return _HEAD + "\n".join(limits) + "\n"

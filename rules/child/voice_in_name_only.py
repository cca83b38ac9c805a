"""Keeps what a heading promises: the child's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.draft import Kind
from scr_lint.grammar.phrases import split_phrases
from scr_lint.grammar.wordlists import Row
from scr_lint.persons.in_sight import cast_in_sight
from scr_lint.persons.mentions import Cast, Who, mentions
from scr_lint.persons.perspective import own_side, quotes_somebody
from scr_lint.vocabulary import load_with_settings

_CHILD = (
    r"(?:the )?(?:subject |young |older |younger )?(?:child|children|young person|young people|baby"
    r"|babies|infant|boy|boys|girl|girls|twins|siblings|teenager|plentyn)"
)
_SILENT = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES, Role.RECOMMENDATIONS})


class VoiceInNameOnly(Rule):
    """A heading that promises the child’s voice, with nothing of the child under it.

    Why: “The voice of the child” has become a heading that templates ask for. Where the text
    under it tells whether agencies recorded the child’s wishes, or what research says of children,
    the heading stands in the way of noticing that nobody knows what this child would have said.

    Instead: Give the child’s words, questions and choices, or what people saw the child do, and
    who knew of it. Where nothing is known, say so, and say why: nobody asked, no interpreter, no
    time alone. Put the account of what agencies recorded into the analysis.

    Leaves alone: Headings about other voices (“The voices of practitioners”). Sections in which the
    child says, wants, feels, shows or does at least one thing, or is quoted. Lists of contents and
    recommendations.
    """

    code = "CHD003"
    name = "voice-in-name-only"
    severity = Severity.ADVICE
    basis = ("PANEL.4",)
    layers = Layer.PARSE

    flagged = (
        Example(
            "# Voice of the child\n\nFour of the seven agencies stated that it had been heard. The "
            "others have changed their templates.",
            role=None,
            marks=("Voice of the child",),
        ),
        Example(
            "# Wishes and feelings\n\nChild B’s wishes and feelings were ascertained at each visit "
            "and are on file.",
            role=None,
        ),
        Example(
            "# The lived experience of the child\n\nResearch tells us that children who live with "
            "violence may be harmed by it.",
            role=None,
        ),
        Example(
            "# A day in the life of Child O\n\nMother rose at eleven. She met her friends at the shop.",
            role=None,
        ),
        Example(
            "# The child’s perspective\n\nBecause of the proceedings it was not possible to seek this.",
            role=None,
        ),
        Example(
            "# Rowena’s voice\n\nThe plan has a section for the young person, and it had been filled "
            "in. Rowena was sixteen.",
            role=None,
        ),
    )
    passed = (
        Example(
            "# Voice of the child\n\nShe told her teacher that Fridays were bad. Child B liked drums.",
            role=None,
        ),
        Example(
            "# How the baby told people\n\nThe baby turned her face from the bottle. Four people saw it.",
            role=None,
        ),
        Example("# In L’s words\n\n“They looked at my teeth. I had my school paper.”", role=None),
        Example("# The voices of practitioners\n\nEleven people met us twice.", role=None),
        Example(
            "# The child’s day\n\nThe boy was cold by six, when the meter ran out. His drawing of it "
            "is on file.",
            role=None,
        ),
        Example(
            "# The family’s views\n\nMother and Father read a draft of this report.", role=None
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        cast = cast_in_sight(draft, self.settings.names)
        promises = _pattern(load_with_settings(__package__, "voice_headings", self.settings), cast)
        for section in draft.sections:
            if section.heading is None or section.role in _SILENT:
                continue
            blocks = [block for block in draft.blocks_of(section) if block.is_prose]
            if not blocks or not promises.search(section.title.replace("’", "'")):
                continue
            if not any(_has_voice(draft, block, cast) for block in blocks):
                yield self.finding(
                    draft,
                    draft.blocks[section.heading],
                    f"“{section.title}” promises the child’s own side, and nothing under it is the "
                    "child’s.",
                    "Consider the child’s words or what was seen of the child; or say that nobody "
                    "asked, and why.",
                    confidence=0.8,
                )


def _pattern(rows: tuple[Row, ...], cast: Cast) -> re.Pattern[str]:
    """What a heading says that promises the child's voice, X being any word for the child."""
    names = "|".join(re.escape(name) for name in sorted(cast.children, key=len, reverse=True))
    child = rf"(?:{_CHILD}(?: [A-Z]{{1,2}}\d?)?{'|(?:Child |Baby )?(?:' + names + ')' if names else ''})"
    phrases = [phrase for row in rows for phrase in split_phrases(row["phrase"])]
    shapes = [re.escape(p).replace("X", child).replace(r"\ ", r"\s+") for p in phrases]
    return re.compile(rf"\b(?:{'|'.join(shapes)})\b", re.IGNORECASE)


def _has_voice(draft: Draft, block: Block, cast: Cast) -> bool:
    """Whether a paragraph shows something of the child, or quotes somebody who is no worker."""
    doc = draft.docs.get(block.index)
    if doc is None:
        return False
    if any(True for sentence in doc.sents for _ in own_side(sentence, cast, assume=True)):
        return True
    if block.kind is not Kind.QUOTE and not quotes_somebody(block.text):
        return False
    # Who speaks, not who is spoken to: "This was dictated to her advocate."
    others = {m.who for m in mentions(doc, cast) if m.token.dep_ not in {"pobj", "dobj", "dative"}}
    return not others & {Who.STAFF, Who.FAMILY} or Who.CHILD in others

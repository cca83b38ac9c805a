"""Makes private words unreadable wherever output may be seen by others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .draft import Draft
from .months import ENGLISH

if TYPE_CHECKING:
    from .result import Finding


# Words with a capital in a name or a date that tell nobody who is meant.
_NO_NAMES = frozenset({*map(str.lower, ENGLISH), "the", "mrs", "miss", "lady", "lord", "prof"})


class Masker:
    """Masks a set of words in any text, keeping its length, so that places stay true."""

    def __init__(self, words: Iterable[str]) -> None:
        ordered = sorted({w for w in words if w.strip()}, key=len, reverse=True)
        edged = (rf"(?<!\w){re.escape(word)}(?!\w)" for word in ordered)
        self._pattern = re.compile("|".join(edged), re.IGNORECASE) if ordered else None

    def __call__(self, text: str) -> str:
        """The text with each private word masked."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: mask_text(match.group()), text)

    def draft(self, draft: Draft) -> Draft:
        """The draft with every shown text masked, and without its parse, which holds the words."""
        return replace(
            draft,
            blocks=tuple(replace(b, text=self(b.text), counted=b.words) for b in draft.blocks),
            sections=tuple(replace(s, title=self(s.title)) for s in draft.sections),
            review_findings=tuple(
                replace(f, label=self(f.label), text=self(f.text), section=self(f.section))
                for f in draft.review_findings
            ),
            recommendations=tuple(
                replace(
                    r,
                    label=self(r.label),
                    text=self(r.text),
                    section=self(r.section),
                    named_beside=tuple(map(self, r.named_beside)),
                    addressees=tuple(replace(a, text=self(a.text)) for a in r.addressees),
                )
                for r in draft.recommendations
            ),
            unread=tuple(replace(gap, where=self(gap.where)) for gap in draft.unread),
            properties={key: self(value) for key, value in draft.properties.items()},
            instructions=(),
            docs={},
            entities=(),
        )

    def findings(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings with private words masked; their ids are as they were."""
        for finding in findings:
            locations = tuple(
                replace(
                    loc,
                    text=mask_text(loc.text) if finding.private else self(loc.text),
                    section=tuple(map(self, loc.section)),
                )
                for loc in finding.locations
            )
            say: Masker = self
            if finding.private:
                # A message may name a part: "Okonkwo" where the words are "Mrs Okonkwo".
                say = Masker(part for loc in finding.locations for part in _parts(loc.text))
            yield replace(
                finding,
                message=self(say(finding.message)),
                suggestion=self(say(finding.suggestion)),
                locations=locations,
            )


def _parts(text: str) -> list[str]:
    """Words with a capital or a digit, and the whole: what a message might repeat."""
    return [text, *re.findall(r"\w*[A-Z\d][\w'’-]*", text)]


def holds_private_word(name: str, private: Iterable[str]) -> bool:
    """Whether a file's name holds a private word or, of several words, a name among them."""
    named = {part for text in private for part in re.findall(r"[^\W\d_]{3,}", text)}
    words = {part.lower() for part in named if part[0].isupper()} - _NO_NAMES
    return any(part.lower() in words for part in re.findall(r"[^\W\d_]+", name))


def mask_text(text: str) -> str:
    """ "Karen Whitlock" as "K**** W*******": of each word only the first letter stays.

    A word that begins with a digit, such as a date or a number, keeps nothing.
    """
    return re.sub(
        r"\w+", lambda m: (m[0][0] if m[0][0].isalpha() else "*") + "*" * (len(m[0]) - 1), text
    )

"""Comments of a Word document: whose they are, which answers which, and what people accepted.

A reply to one of our comments that begins with "accept" is an acceptance of that finding: whoever
works in Word never has to leave it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from ..draft import OUR_NAME
from .docx_package import Package, open_package, w

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"

_ID = re.compile(r"\[([A-Z]{3}\d{3}-[0-9a-f]{6})\]")
_ACCEPT = re.compile(r"\s*accept(?:ed|s|ing)?\b[\s:;,.–—-]*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its number in the file, author, text, day, and the comment it answers.

    `finding` is the id of the finding it shows, "" where it is not one of ours.
    """

    id: str
    author: str
    text: str
    day: date
    finding: str = ""
    answers: str | None = None

    @property
    def is_ours(self) -> bool:
        """Whether scr-lint wrote it."""
        return self.author == OUR_NAME


def read_comments(package: Package) -> list[Comment]:
    """All comments of a document, in order."""
    main = package.main_part()
    parents = _parents(package, main)
    comments: list[Comment] = []
    by_paragraph: dict[str, str] = {}
    for part in package.related(main, "comments"):
        for element in package.xml(part).iterfind(w("comment")):
            id_ = element.get(w("id")) or ""
            paragraphs = list(element.iter(w("p")))
            for paragraph in paragraphs:
                if mark := paragraph.get(f"{{{W14}}}paraId"):
                    by_paragraph[mark] = id_
            last = paragraphs[-1].get(f"{{{W14}}}paraId") if paragraphs else None
            text = "\n".join("".join(t.text or "" for t in p.iter(w("t"))) for p in paragraphs)
            author = (element.get(w("author")) or "").strip()
            found = _ID.search(text) if author == OUR_NAME else None
            answers = by_paragraph.get(parents.get(last or "", ""))
            comments.append(
                Comment(id_, author, text, _day(element), found[1] if found else "", answers)
            )
    return comments


def accepting_replies(path: Path) -> list[tuple[str, str, date]]:
    """Replies to our comments that accept: the finding's id, the reason given, the day.

    Raises a DraftError if the document cannot be read.
    """
    with open_package(path) as package:
        comments = read_comments(package)
    shown = {comment.id: comment.finding for comment in comments if comment.finding}
    return [
        (shown[reply.answers], _reason(match[1], reply.author), reply.day)
        for reply in comments
        if reply.answers in shown and not reply.is_ours and (match := _ACCEPT.match(reply.text))
    ]


def _reason(words: str, author: str) -> str:
    given = " ".join(words.split())
    return f"{given} ({author}, in Word)" if given else f"accepted by {author}, in Word"


def _day(comment: etree._Element) -> date:
    try:
        return date.fromisoformat((comment.get(w("date")) or "")[:10])
    except ValueError:
        return date.today()


def _parents(package: Package, main: str) -> dict[str, str]:
    """Which comment's last paragraph answers which, by paragraph id."""
    return {
        entry.get(f"{{{W15}}}paraId") or "": entry.get(f"{{{W15}}}paraIdParent") or ""
        for part in package.related(main, "commentsExtended")
        for entry in package.xml(part)
    }

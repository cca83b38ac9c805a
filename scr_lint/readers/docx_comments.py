"""Comments of a Word document: whose they are, which answers which, and what people accepted.

A reply to one of our comments that says "accept" is an acceptance of what the comment shows: whoever
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
from .replies import accepted_of, reason_to_accept, refuses

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"

_ID = re.compile(r"\[([A-Z]{3}\d{3}-m?[0-9a-f]{6})\]")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its number in the file, author, text, day, and the comment it answers.

    `findings` are the ids of the findings it shows, none where it is not one of ours.
    """

    id: str
    author: str
    text: str
    day: date
    findings: tuple[str, ...] = ()
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
            found = tuple(_ID.findall(text)) if author == OUR_NAME else ()
            answers = by_paragraph.get(parents.get(last or "", ""))
            comments.append(Comment(id_, author, text, _day(element), found, answers))
    return comments


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to one of our comments: to which findings, and the reason if it accepts them.

    `reason` is None where the answer does not say that it accepts.
    """

    findings: tuple[str, ...]
    author: str
    words: str
    day: date
    reason: str | None


def read_replies(path: Path, data: bytes | None = None) -> list[Reply]:
    """What others answered to our comments, in order.

    `data` is the document where it stands on no disk. Raises a DraftError if it cannot be read.
    """
    with open_package(path, data) as package:
        comments = read_comments(package)
    shown = {comment.id: comment.findings for comment in comments if comment.findings}
    answers = [c for c in comments if c.answers in shown and not c.is_ours]
    replies: list[Reply] = []
    for at, comment in enumerate(answers):
        findings = shown[comment.answers or ""]
        accepting = accepted_of(comment.text, findings)
        given = reason_to_accept(comment.text) if accepting else None
        # Of a thread, the last word counts.
        if any(
            later.answers == comment.answers and refuses(later.text) for later in answers[at + 1 :]
        ):
            given = None
        if given is not None:
            findings = accepting
            given = f"{given} ({comment.author}, in Word)" if given else ""
            given = given or f"accepted by {comment.author}, in Word"
        replies.append(Reply(findings, comment.author, comment.text, comment.day, given))
    return replies


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

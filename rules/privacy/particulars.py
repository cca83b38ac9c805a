"""What a file says of itself: which of its particulars name a person, an employer or a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from scr_lint import Draft, vocabulary
from scr_lint.draft import Visibility
from scr_lint.identity.publicity.links import FILE_PATH, leads_inside
from scr_lint.requests.bodies import Standing, is_acronym, standing

_MADE_BY = {
    "author": "author",
    "authors": "author",
    "creator": "author",
    "lastmodifiedby": "last saved by",
    "manager": "manager",
    "company": "company",
    "organisation": "organisation",
    "organization": "organisation",
    "editor": "editor",
    "owner": "owner",
    "reviewer": "reviewer",
    "contributor": "contributor",
}
_FREE_TEXT = frozenset("title subject keywords description category contentstatus summary".split())
_PLACES = frozenset({"HyperlinkBase", "Template"})
_GENERIC = frozenset(
    """safeguarding children children's child adults board partnership council county borough city
    metropolitan district local regional london of and the for l""".split()
)
_BODIES = frozenset("inquiry review commission office bureau department team group".split())
_BETWEEN = re.compile(r"\s*[;,/|()\[\]]\s*|\s[–—-]\s|\s(?:and|&)\s")
_VERSION = re.compile(r"[\s\d.v()_-]+$")
_WORD = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*")
# Numbers, dates, switches and keys that programs keep for themselves.
_TECHNICAL = re.compile(
    r"[\W\d_]*|true|false|yes|no|on|off|(?:0x|\{)?[0-9a-fA-F-]{8,}\}?|[\d:TZ+.-]{8,}|D:\d{8,}.*|"
    r"[A-Za-z0-9+/=]{24,}",
    re.IGNORECASE,
)
_OF_PROGRAMS = re.compile(
    r"(?:MSIP_Label_.*_(?:Enabled|SetDate|Method|SiteId|ActionId|ContentBits|Tag)|ContentTypeId|"
    r"MediaServiceImageTags|_dlc_.*|GrammarlyDocumentId|KSOProductBuildVer|ICV|PTEX\..*|"
    r"Producer|Creator|ModDate|CreationDate|SourceModified|Trapped|LinksUpToDate|"
    r"Created|LastSaved|Generator|AppVersion|Slides|Base Target|MTWinEqns)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Particulars:
    """The particulars of one draft, judged against the words that its pages show."""

    draft: Draft

    @cached_property
    def shown(self) -> frozenset[str]:
        """The words of the draft that its pages show, in lower case."""
        return frozenset(
            word.lower()
            for block in self.draft.blocks
            if block.visibility is Visibility.SHOWN
            for word in _WORD.findall(block.text)
        )

    def made_by(self) -> Iterator[tuple[str, str]]:
        """Who made the file, by what each is called: "author", "Karen Hughes"."""
        for kind, name, value in self._all("core", "app", "info", "xmp", "front", "people"):
            if kind == "people":
                label: str | None = "people who edited it or commented"
            elif kind == "info" and name == "Creator":
                continue  # in a PDF, the program
            else:
                label = _MADE_BY.get(re.sub(r"[\s_-]", "", name).lower())
            private = self.private_names(value) if label else ""
            if label and private:
                yield label, private

    def added(self) -> Iterator[tuple[str, str]]:
        """Properties that somebody, or the system it is stored in, added to the file."""
        for _, name, value in self._all("custom", "variable"):
            if not _OF_PROGRAMS.fullmatch(name) and self.private_names(value):
                yield name, value

    def places(self) -> Iterator[str]:
        """Places on somebody's disk or on a server that the particulars give away."""
        for kind, name, value in self._all("core", "app", "info", "xmp", "settings", "xml"):
            if leads_inside(value) and (kind == "settings" or name in _PLACES):
                yield value
            elif path := FILE_PATH.search(value):
                yield path[0]

    def free_text(self) -> Iterator[tuple[str, str]]:
        """Particulars that hold words of the author's: title, subject, keywords."""
        for kind, name, value in self._all("core", "app", "info", "xmp", "xml"):
            if kind == "xml" or name.lower() in _FREE_TEXT:
                yield name.lower(), value

    def private_names(self, value: str) -> str:
        """The names in a value that are neither public nor nobody's."""
        parts = (part for part in _BETWEEN.split(value) if part)
        return "; ".join(part for part in parts if not self._is_public(part))

    def shows(self, name: str) -> bool:
        """Whether the pages print all the words of a name."""
        return {word.lower() for word in _WORD.findall(name)} <= self.shown

    def _all(self, *kinds: str) -> Iterator[tuple[str, str, str]]:
        for key, value in self.draft.properties.items():
            kind, _, name = key.partition(":")
            if kind in kinds:
                yield kind, name, value

    def _is_public(self, name: str) -> bool:
        """Whether a name is a program's, nobody's, or that of a body that the draft shows."""
        plain = _VERSION.sub("", name.strip().lower())
        if not plain or plain in _nobody() or _TECHNICAL.fullmatch(name):
            return True
        words = _WORD.findall(name)
        is_body = standing(name) is Standing.NAMED or is_acronym(words[-1])
        if not is_body and words[-1].lower() not in _BODIES:
            return False
        own = {word.lower() for word in words} - _GENERIC - _nobody()
        return own <= self.shown


@cache
def _nobody() -> frozenset[str]:
    rows = vocabulary.load(__package__, "no_person")
    return frozenset(words.strip() for row in rows for words in row["words"].split(";"))

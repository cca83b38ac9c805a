"""Notes that authors leave in a text for themselves and one another, outside brackets.

"Sgt to confirm re third call", "Query: tone?", "To be written once the chronology arrives", and the
items of a list headed "To do". What looks like one in a plan or a recommendation is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..draft import Block, Draft, Kind, Role
from ..structure.headings import plain

_NOTE = re.compile(
    r"""\b[Nn]ote\ [Tt]o\ (?:[Ss]elf|author|editor|panel)\b
      | \b(?:remove|delete|take\ out)\ before\ publication\b
      | \b(?:FIXME|TODO|INSERT|CHECK|REWORD|REWRITE|ADD\ REF|QUERY:)(?=\W|$) | \bXX+\ to\ [a-z]+\b
      | (?:^|(?<=[.;:]\ ))(?:Author|Reviewer|Editor|Panel)\ to\ (?:confirm|check|add|complete
          |insert|supply)\b
      | \b[Pp]lease\ (?:insert|add|check|confirm|delete)\b
      | \bNB:?\ (?:check|reword|rewrite|add|ask|confirm|update|move|delete|insert|needs?|ring|phone|call
          |e-?mail|speak|chase|find|get|talk|tell)\b
      | \bN\.?B\.?:?\ [^.!?]{3,60}\bbefore\ (?:this|it)\ (?:goes|is)\b
      | (?:^|(?<=[.!?]\ ))(?:Query|Qu?|Comment|Point\ to\ check)\s?[:–—-]\ [^.?]{2,60}\?
      | \b(?:[Hh]ighlighted|[Yy]ellow)\ text\ to\ be\ \w+
      | \b(?:yellow|green|red|highlight(?:ed|ing)?|square\ brackets)\b[^.;]{1,60}\b(?:yet\ to|still\ to|to\ be
          |await\w*|pending)\b[^.;]{0,30}\b(?:clear|confirm|check|agree|approv|read|see|supply)\w*
      | \b[Ii]s\ this\ (?:right|correct|accurate)\? | \b[Cc]an\ we\ say\b[^.?]*\?
      | ^(?:Add|Insert|INSERT|Include|Expand|Needs?)\b[^.]{3,60}\b(?:here|HERE)\.?$
      | \b(?:[\w’'/-]+\ ){1,5}(?:to\ go|goes)\ (?:here|in\ here)(?=\W*$|[.,;)\]])
      | (?:^|(?<=[.!?]\ ))Not\ (?:yet\ )?sure\b[^.!?]*
      | \b(?:[Tt]ext|[Pp]assages?|[Ww]ords|[Ss]entences?|[Pp]aragraphs?)\ in\ (?:red|blue|yellow|green|bold|italics
          |square\ brackets|capitals)\ (?:is|are)\ (?:new|added|changed|to\ be|for|await\w*|unconfirmed|still|not\ yet)\b
      | (?:^|(?<=[.!?]\ ))(?:The\ )?(?:[Pp]ara|[Pp]aragraph|[Ss]ection|[Tt]able|[Cc]hapter|[Ss]entence|[Ww]ording)s?
          \ (?:[\d.]+\ )?(?:still\ )?needs?\ (?:re\w+ing|check\w+|updat\w+|expand\w+|work|more|tidying|to\ be)\b
      | ^(?:Sections?|Chapters?|Appendi\w+|Annex\w*|Recommendations?|Findings?|Tables?|Figures|Summary|Glossary
          |Foreword|Conclusions?|Rest)\b[^.:]{0,30}\ to\ (?:follow|come)\.?$
      | \bTO\ (?:ADD|DO|CHECK|CONFIRM|FOLLOW|COME|INSERT|DISCUSS|UPDATE)\b
      | \bleft\ (?:this|it|the\ \w+)\ blank\b[^.;]{0,20}\b(?:until|till|for\ now|pending|while)\b
      | \b(?:Commented|Formatted|Deleted|Inserted|Comment)\ ?\[[A-Z]{1,4}\d*\]
      | ^(?:Deleted|Inserted|Formatted):(?=\ )
      | \b(?:Author|Reviewer|Editor)['’]?s?\ (?:note|query|comment):
      | \b(?:come\ back|return|get\ back)\ to\ (?:it|this|that)\b[^.;]{0,10}\b(?:when|once|later|after|if)\b
      | \b(?:it/them|they/it|this/these|was/were|were/was|is/are|has/have)\b
      | (?:^|(?<=[.!?]\ ))(?:He/she|She/he|He/She|S/he)(?=\ (?:had|was|did|\w+ed)\b)
      | ^[A-Z]{2,3}:\ [^.]*\?$ | <!--""",
    re.VERBOSE,
)
_UNWRITTEN = re.compile(
    r"""\bthis\ (?:section|paragraph|chapter|part|table|figure|appendix)\ (?:is\ |still\ )*
        (?:to\ be|needs?|will\ need)\ [a-z]+(?:ed|en|ing)\b
      | \b(?:comments?|information|details|IMR|figures|response|report)\ [\w .]{0,30}?
        (?:still|yet)\ (?:awaited|to\ come|outstanding)\b
      | (?:^|(?<=[.!?]\ ))(?:still\ )?(?:awaiting|waiting\ (?:for|on))\ (?:\w+\ ){0,3}?(?:information|details?|reports?|response|confirmation
          |figures?|data|numbers?|dates?|advice|sign-off|approval|comments?|chronolog\w+|IMRs?|text|reply)\b[^.]{0,60}\.?$
      | ^to\ be\ (?:written|drafted|rewritten|expanded|updated|inserted|added|completed)\b[^.]{0,80}\.?$""",
    re.VERBOSE | re.IGNORECASE,
)
#: What only stands as a note where nobody is asked to act: "Sgt to confirm re third call".
_SOMEBODY_TO = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:[A-Z][\w.’']*\s)(?:\w+\s){0,3}?to\s(?:confirm|check|advise|supply|draft|clarify|"
    r"verify|chase|send|add)\b[^.!?;]{0,50}$"
)
_INSERT = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:Insert|Add in|Put in|Slot in|Paste)\s(?:(?:a|an|the|some|more|new|"
    r"full|short)\s)*(?:links?|tables?|figures?|maps?|dates?|names?|quot\w+|paras?|paragraphs?|text|sections?|"
    r"ref\w*|photos?|charts?|data|genogram|headings?|pages?|lists?|sentences?|footnotes?|images?|numbers?|"
    r"examples?|details?|logo|glossary|definition)\b[^.!?]{0,80}[.!]?$"
)
_TO_DO = re.compile(
    r"(?:still )?to do\b|(?:things |jobs )?(?:still )?outstanding\b|before (?:it|this|we) (?:goes|go|publish)\b|"
    r"(?:notes?|reminders?) (?:to|for) (?:self|me|us|author|editor)\b|left to do\b|loose ends\b"
)
_ASKS = frozenset({Role.RECOMMENDATIONS, Role.APPENDIX, Role.OTHER})


def notes_in(draft: Draft, block: Block) -> Iterator[tuple[int, int]]:
    """Where the notes in a block begin and end."""
    text = block.text
    for match in _NOTE.finditer(text):
        yield match.span()
    for match in _UNWRITTEN.finditer(text):
        yield match.span()
    if block.kind is Kind.PARAGRAPH and block.cell is None:
        if draft.role_of(block.index) not in _ASKS and (due := _SOMEBODY_TO.search(text)):
            yield due.span()
        if order := _INSERT.search(text):
            yield order.span()
    if block.kind is Kind.LIST_ITEM and text[:1].islower():
        section = draft.section_of(block.index)
        if section is not None and _TO_DO.match(plain(section.title)):
            yield 0, len(text)

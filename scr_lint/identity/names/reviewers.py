"""Whether a name is one of the review's own people: its author, chair, panel, whoever it is sent to."""

from __future__ import annotations

import re

from ...draft import RUNNING, Block, Draft, Kind, Role, Span, Visibility
from ...structure.tables import row_of
from ..pseudonyms.codes import CODE

_OFFICE = re.compile(
    r"\b(?:authors?|reviewers?|chair(?:ed|person|man|woman)?|panel|facilitat\w+|scrutineer|"
    r"commission(?:ed|er) by|(?:amended|approved|drafted|edited|revised|checked) by|owner|review team|inspection team|inquiry team|counsel team|counsel to the inquiry|lead inspector|investigator in charge|chief investigator|(?:key|our) [\w-]+ personnel|^commissioners$|overview writer|(?:business|board|partnership) manager|minute[- ]taker|(?:quality[- ]assured|proof[- ]?read|peer[- ]reviewed) by|written by|prepared by|report by|"
    r"independent (?:consultant|adviser|advisor|lead|of)|critical friend|second reader|administration by|moderator|membership|adolygydd|awdur|cadeirydd|"
    r"its(?= (?:\w+ )?members (?:are|were):? (?:(?-i:[A-Z])|$))|review (?:was|is|has been) (?:led|written|carried out|undertaken|conducted|completed) by)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:commissioned|appointed|asked|engaged|instructed|invited|approached|contracted)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_ALSO = r"(?:(?:,| and) [A-Z][\w’'-]+ [A-Z][\w’'-]+)?"
_WORK = r"(?:the|this|our|its) (?:[\w-]+ ){0,2}(?:review|report|panel|overview|process)\b"
_TO_LEAD = re.compile(
    rf"{_ALSO} to (?:[\w-]+ )?(?:lead|chair|write|author|undertake|carry out|conduct|complete|facilitate|produce|quality[- ]assure)\b"
)
_DID = re.compile(
    rf"{_ALSO}(?:,[^.;]{{0,60}},| \([^)]*\))? (?:(?:was|were|has been|have been) (?:commissioned|appointed|asked|engaged|instructed)"
    r" to (?:[\w-]+ )?(?:lead|chair|write|author|undertake|carry out|conduct|complete|facilitate|produce)\b"
    r"|(?:has |have |then |jointly |independently )?(?:conducted|undertook|led|carried out|wrote|authored|completed|produced|facilitated|"
    rf"chaired|oversaw|quality[- ]assured|edited|co-ordinated|coordinated) {_WORK}"
    rf"|(?:provided|gave|offered) (?:[\w-]+ ){{0,2}}(?:advice|support|challenge|supervision|oversight) to {_WORK})"
)
_WITH_THEM = re.compile(
    rf"\b(?:conducted|undertook|led|carried out|wrote|authored|produced) {_WORK} (?:jointly |together )?with $"
)
# "The lead reviewer is … She was assisted by": who helps the one before.
_HELPED_BY = re.compile(
    r"^\s*(?:She|He|They) (?:was|were) (?:assisted|joined|supported|helped) by $"
)
# "to Ann Marlow for the diagrams", "Ben Osei, who transcribed": those thanked for the paper itself.
_THANKED = re.compile(
    r"(?: and [A-Z][\w’'-]+ [A-Z][\w’'-]+)? for (?:the |her |his |their |all the )?(?:\w+ )?(?:diagrams?|typing|proof-?reading|editing|transcri\w+|layout|design\w*|administrati\w+|maps?|"
    r"charts?|figures?|cover|copy-?editing|minutes|notes? of (?:the|our) meetings|translat\w+)\b"
    r"|,? who (?:typed|transcribed|proof-?read|designed|drew|edited|translated|copy-?edited|laid (?:it |this )?out|took (?:the |our )?(?:minutes|notes))\b"
)
_THANKS = re.compile(r"\b(?:thank\w*|grateful|gratitude|acknowledge\w*|indebted)\b", re.IGNORECASE)
# An office that is the review's own wherever it is named.
_OWN_OFFICE = re.compile(
    r"\b(?:independent (?:author|reviewer|chair\w*|scrutineer)|lead reviewers?|overview (?:author|writer)|"
    r"author of (?:this|the) (?:report|review)|panel[’']s (?:own )?(?:[\w-]+ )?(?:member|advis[eo]r)|review panel|chair of the (?:panel|board|partnership))\b",
    re.IGNORECASE,
)
_IN_THE_CASE = re.compile(
    r"\b(?:mother|father|grand\w+|son|daughter|sister|brother|child [A-Z]|patient(?! safety)|pupil|interviewed|"
    r"allocated)\b",
    re.IGNORECASE,
)
# What is chaired and attended in the case itself.
_CASE_MEETING = re.compile(
    r"\b(?:conference|core group|strategy (?:meeting|discussion)|MARAC|MAPPA|child in need|CIN|legal planning|"
    r"(?:network|professionals[’']?|planning|discharge|placement|school|family|team) meeting|(?:adoption|fostering|"
    r"permanence|resource|threshold|placement|legal) panel|PEP|LAC review)\b",
    re.IGNORECASE,
)
# Somebody the reviewers spoke to is none of them.
_SPOKEN_TO = re.compile(
    r"\b(?:spoke|speaking|talked|listened|wrote) (?:to|with)(?: \w+)?\s+$|"
    r"\b(?:met|saw|interviewed|visited|contacted|telephoned|rang|heard from|conversations? with|"
    r"interviews? with|meetings? with)(?: with)?\s+$",
    re.IGNORECASE,
)
# What a table says of those whom the reviewers met: "People the author spoke to".
_MET = re.compile(
    r"\b(?:spoke|spoken|speak|talked|met|saw|seen|interview\w*|conversations?|contribut\w+|took part|invited|attended)\b",
    re.IGNORECASE,
)
_MADE_UP_OF = re.compile(
    r"\b(?:consist|compris|includ|made up|drawn from)\w*\b[^.]*$|\bmembers?(?: of the \w+)? (?:were|are|was|is)\b[^.]*$"
)
# The small words that may stand between an office of the review and whoever holds it; any other
# says that somebody is told, thanked, seen or written of: the office is not theirs.
_BETWEEN = frozenset(
    """a an the this that our its of for and or as in on is was were are be been being has had have who whose name
    acted acting served serving appointed commissioned instructed engaged led lead leading chaired chair written drafted prepared
    carried out undertaken conducted completed produced joint jointly independent independently external two three people persons work process former formerly
    currently also both then now retired late review reviews report reports overview serious case child practice
    safeguarding safeguarding's children adults board board's partnership partnership's panel panel's team executive author
    authors reviewer reviewers chairman chairperson chairwoman member members facilitator facilitators manager business
    officer role post behalf named respectively scrutineer consultant mr mrs ms dr professor""".split()
)
_BY = re.compile(
    r"\b(?:led|chaired|written|drafted|prepared|carried out|undertaken|conducted|completed|produced|jointly|and) by\b"
)
_APPOINTED = re.compile(
    r"\b(?:commissioned|appointed|instructed|engaged) by [^,.;]{0,50}?(?: to| as)\b|\bto (?:write|lead|chair|conduct|undertake)\b"
)
# How a name that holds an office goes on.
_GOES_ON = re.compile(r"\s*(?:, (?!and\b|or\b)|[(–:-]|(?:is|was|has|had|acted|served|who|as)\b)")
# "Panel: A; B, Designated Nurse; C": the label that a name stands under in its line.
_LABEL = re.compile(
    r"\b(?:panel(?: members?| membership)?|(?:review )?team|authors?|reviewers?|chair\w*|writers?|facilitators?|scrutineers?|"
    r"membership)(?: of the (?:panel|board|review|partnership))?:[^.:\n]*(?:\b(?:Dr|Mr|Mrs|Ms|Prof)\.[^.:\n]*)?$",
    re.IGNORECASE,
)
# "is the author of nine reviews": nobody else of whom a report speaks.
_WROTE = re.compile(
    r"\b(?:author|writer|reviewer|chair) of (?:(?!this\b)[\w-]+ ){1,3}?(?:reviews|reports)\b"
)
_CLOSE, _FAR, _NEXT = 9, 16, 3  # words between an office and a name
_LABEL_WORDS, _LABEL_NEAR = 6, 8
_SHORT = 12  # words of a line that only names somebody
_WRITER = re.compile(
    r"^(?:\W|\d)*(?:about )?the (?:independent |lead |report )?(?:author|reviewer|chair)s?\b", re.I
)
_OF_THE_CHILD = re.compile(
    r"\b(?:dedicated|memory|remember\w*|in respect of|concerning|subject|death of|lives? of|into|about|born)\b",
    re.IGNORECASE,
)
# "Ann Marlow, Chief Executive, Aldermere Council": somebody by name and post, and who leads a body.
_HOLDER = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Cllr|Councillor|Professor|Sir|Dame|Rev) )?[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,2}(?: [A-Z]{2,4})*,? (?=[A-Z])"
    r"(?=[^.;]*\b(?i:director|chief|head|chair|commissioner|constable|officer|manager|nurse|leader|member|superintendent|lead|president|inspector|mayor)\b)"
)
_LEADS = re.compile(
    r"\b(?:Chief|(?:Strategic|Corporate|Executive|Managing|Assistant|Deputy|Interim|Service|Acting)? ?Director|Commissioner|Head of|Leader of|Mayor|Accountable Officer)\b"
)
# How a sentence ends, as a line that only names somebody need not.
_SENTENCE_END = re.compile(r"[.?!][”\"’')*]*\s*$")
_THERE = frozenset(
    {
        Role.FRONT_MATTER,
        Role.METHODOLOGY,
        Role.INTRODUCTION,
        Role.SUMMARY,
        Role.APPENDIX,
        Role.OTHER,
    }
)
_IN_THE_STORY = frozenset(
    {Role.ANALYSIS, Role.FINDINGS, Role.CHRONOLOGY, Role.RECOMMENDATIONS, Role.GOOD_PRACTICE}
)
_NEAR = 2


def names_reviewer(draft: Draft, span: Span) -> bool:
    """Whether the words around a mention make the person the review's own.

    In the front matter a name by itself, or near an office of the review, is enough; elsewhere
    the office has to be named in the same sentence, or at the head of the table or section.
    """
    block = draft.blocks[span.block]
    role = draft.role_of(block.index)
    if block.visibility is Visibility.METADATA:
        return "author" in block.origin.lower()
    if block.kind in RUNNING or block.kind is Kind.TITLE or role is Role.FRONT_MATTER:
        return _in_front(draft, block, span)
    before, after = _sentence_around(block.text, span)
    if _THANKED.match(block.text[span.end :]) and _is_thanks(draft, block):
        return True
    if any(_holds(after[: m.start()], _NEXT) for m in _OWN_OFFICE.finditer(after)):
        return True
    if _IN_THE_CASE.search(block.text if role in _IN_THE_STORY else f"{before} {after}"):
        return False
    if any(_CASE_MEETING.search(title) for title in draft.section_path(block.index)):
        return False  # the minutes of a conference say who chaired that
    if block.cell:
        return role in _THERE and _in_panel_table(draft, block)
    if role in _THERE and (_LABEL.search(block.text[: span.start]) or _WROTE.search(after)):
        return True
    if _under_label(draft, block, role):
        return True
    if _SPOKEN_TO.search(block.text[: span.start]):
        return False
    in_the_case = role not in _THERE or _CASE_MEETING.search(f"{before} {after}")
    if not in_the_case and " " in draft.text_at(span) and _HELPED_BY.match(before):
        return bool(_OWN_OFFICE.search(block.text[: span.start]))
    office = _OWN_OFFICE if in_the_case else _OFFICE
    return _has_office(block, span, office) or (not in_the_case and _did_the_review(before, after))


def _is_thanks(draft: Draft, block: Block) -> bool:
    """Whether a block, or the heading above it, is one of thanks."""
    said = [block.text, *draft.section_path(block.index)[-1:]]
    return any(_THANKS.search(words) for words in said)


def _did_the_review(before: str, after: str) -> bool:
    """Whether somebody was asked to lead or write the review, did so, or advised its panel."""
    asked = _ASKED.search(before) and _TO_LEAD.match(after)
    return bool(asked or _DID.match(after) or _WITH_THEM.search(before))


def _has_office(block: Block, span: Span, office: re.Pattern[str]) -> bool:
    """Whether the sentence gives somebody an office of the review."""
    before, after = _sentence_around(block.text, span)
    return any(_leads_to(before[match.end() :]) for match in office.finditer(before)) or any(
        _holds(after[: match.start()]) for match in office.finditer(after)
    )


def _under_label(draft: Draft, block: Block, role: Role) -> bool:
    """Whether a block stands in a list under a label such as "Review panel"."""
    section = draft.section_of(block.index)
    title = section.title if section else ""
    if len(block.text.split()) > 2 * _SHORT and block.kind is not Kind.LIST_ITEM:
        # "About the reviewer" stands above paragraphs.
        return role not in _IN_THE_STORY and bool(_WRITER.search(title))
    if role not in _IN_THE_STORY and len(title.split()) <= _LABEL_WORDS and _OFFICE.search(title):
        return True
    if role not in _THERE:
        return False
    for above in reversed(draft.blocks[max(0, block.index - _LABEL_NEAR) : block.index]):
        words = len(above.text.split())
        if words <= _LABEL_WORDS and _OFFICE.search(above.text):
            return True
        if above.text.endswith(".") or words > 3 * _LABEL_WORDS:
            return False
    return False


def _in_front(draft: Draft, block: Block, span: Span) -> bool:
    is_long = len(block.text.split()) > 2 * _SHORT
    is_sentence = is_long or (bool(_SENTENCE_END.search(block.text)) and not block.cell)
    around = " ".join(_sentence_around(block.text, span)) if is_sentence else block.text
    if _IN_THE_CASE.search(around):
        return False
    if _LABEL.search(block.text[: span.start]):
        return True
    if is_sentence:
        return _has_office(block, span, _OFFICE)
    if _is_addressee(draft, block, span):
        return True
    if _OFFICE.search(block.text):
        return True
    if block.cell and _in_panel_table(draft, block):
        return True
    if _under_label(draft, block, Role.FRONT_MATTER):
        return True
    near = draft.blocks[max(0, block.index - _NEAR) : block.index + _NEAR + 1]
    alone = block.text.strip(" .") == draft.text_at(span) and " " in draft.text_at(span)
    if len(block.text.split()) > _SHORT or _OF_THE_CHILD.search(block.text):
        return False
    return alone or any(_OFFICE.search(b.text) for b in near if len(b.text) < 80)


def _is_addressee(draft: Draft, block: Block, span: Span) -> bool:
    """Whether a line of the front matter names nobody but a holder of public office, by name and
    post, among others such: those to whom a report is sent."""
    near = draft.blocks[max(0, block.index - 1) : block.index + 2]
    listed = [other for other in near if not other.cell and _HOLDER.match(other.text)]
    alone = not block.text[: span.start].strip(" –-•") and _HOLDER.match(block.text)
    return bool(alone) and len(listed) > 1 and any(_LEADS.search(other.text) for other in listed)


def _in_panel_table(draft: Draft, block: Block) -> bool:
    heads = [block.cell.header if block.cell else "", *draft.section_path(block.index)[-1:]]
    row = [other.text for other in row_of(draft, block)]
    # A row with a code is one of a key to the people of the case.
    if any(_IN_THE_CASE.search(words) or CODE.fullmatch(words.strip()) for words in row):
        return False
    heads += [words for words in row if _is_label(words)]
    first = next(
        (b for b in draft.blocks if b.cell and block.cell and b.cell.table == block.cell.table),
        block,
    )
    above = draft.blocks[max(0, first.index - 1) : first.index]
    heads += [b.text for b in above if _is_label(b.text)]
    heads += [b.text for b in row_of(draft, first)]
    return any(
        _OFFICE.search(words) and not _MET.search(words) and not _CASE_MEETING.search(words)
        for words in heads
    )


def _is_label(text: str) -> bool:
    """Whether words say what stands beside or below them, and tell nothing of their own."""
    return len(text.split()) <= _SHORT or text.rstrip().endswith(":")


def _leads_to(between: str) -> bool:
    """Whether an office before a name is the person's own: "the lead reviewer, Ms", "led by"."""
    if _MADE_UP_OF.search(between):
        return True
    joins = len(between.split()) <= _CLOSE and not re.match(r"\s+(?:and|or)\b", between)
    return joins and _says_only_who(_BY.sub("", re.sub(r"^ by\b", "", between)))


def _holds(between: str, most: int = _FAR) -> bool:
    """Whether a name comes to an office after it: ", who has", " was appointed as", " (Chair"."""
    goes_on = len(between.split()) <= most and bool(_GOES_ON.match(between))
    return goes_on and _says_only_who(_APPOINTED.sub("", between))


def _says_only_who(between: str) -> bool:
    """Whether words between a name and an office do no more than join them."""
    small = re.findall(r"(?<![\w’'-])[a-z][\w’'-]*", between)
    return all(word.replace("’", "'") in _BETWEEN for word in small)


def _sentence_around(text: str, span: Span) -> tuple[str, str]:
    start = max(text.rfind(". ", 0, span.start), text.rfind("; ", 0, span.start)) + 1
    end = text.find(". ", span.end)
    return text[start : span.start], text[span.end : end if end >= 0 else len(text)]

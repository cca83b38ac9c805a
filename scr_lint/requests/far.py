"""Subjects that stand far from their verb, read from the commas where the parse loses them.

"The Board, which has heard … and which has …, must now …"; "While the panel accepts …, the team
has, in our view, to …"; "Between now and …, the Trust, the Council and the hospice must each …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..draft import Addressee, Block, Span
from .bodies import Standing, is_proper, standing, standing_beside

#: What follows the subject of a request.
_ASKED = (
    r"(?:asked|invited|urged|advised|requested|required|recommended|tasked|directed|"
    r"expected|instructed|challenged|called (?:up)?on|charged|commissioned)"
)
_MODAL = re.compile(
    rf",?\s(?:(?:each|all|both|also|now|themselves|itself|jointly|therefore) )*(?:should|must|shall|ought to|will|needs? to|"
    rf"(?:is|are) (?:\w+ly |also |now |each )?(?:to|{_ASKED})|ha(?:s|ve)(?:, [^,]{{3,40}},)? to|"
    rf"(?:is|are), [^,]{{3,40}}, {_ASKED}|"
    r"(?:is|are) the (?:\w+ )?(?:one|person|people|body|bodies|post|agency|team)s? to|"
    r"(?:may|might) (?:\w+ly |well |also )?(?:wish|like|want|consider|explore)|"
    r"(?:could|would|can|might) (?:usefully|helpfully|do well to|benefit))\b"
)
#: What the reviewers think, before whom they think should act.
_OPINION = re.compile(
    r"\W*(?:we|I|the (?:\w+ )?(?:panel|reviews?|reviewers?|authors?)) (?:therefore |also |would )?"
    r"(?:believes?|thinks?|considers?|feels?|concludes?|suggests?|hopes?|proposes?|recommends?|"
    r"(?:is|are) of the (?:view|opinion))(?: that)? ",
    re.IGNORECASE,
)
#: What is to be done to its subject, and not by it.
_DONE_TO = re.compile(
    rf"\s(?:(?:all|each|both|also|then|now|not|\w+ly) )*(?:(?:receive|undergo|benefit)\b|be (?!{_ASKED}\b(?!.*\bby\b))(?:\w+(?:ed|en|wn)|given|told|"
    r"made|sent|held|kept|put|set|done|found|brought|taught|read|built|paid|met|reminded|encouraged)\b)"
)
#: A sentence whose subject is no one: "It should be ensured that …".
_EXPLETIVE = re.compile(r"\W*(?:it|there) (?:should|must|is|are|needs?|ought|will|shall)\b", re.I)
#: Words that open what stands beside a subject: clauses, circumstances, and descriptions.
_BESIDE = frozenset(
    """a about according account across acting after against all-in along alongside although among an
    and any are as at because before being between but by came despite does during following for from
    given had has have having he however i if in including into is it its many nor of off on once
    or our over part she since so some subject supported taking that then there these they this those
    though through throughout to together under unless until upon was we were what whatever when
    where whereas whether which while whilst who whom whose with within without none most several
    further first second third finally lastly meanwhile accordingly therefore recognising noting
    working led chaired instead""".split()
)
_INSERTED = re.compile(r"\s?\([^()]*\)| – [^–]*? –(?= )| — [^—]*? —(?= )")
_PARTS = re.compile(r"\band (?=the |each |its |their |[A-Z])|\btogether with |\balong with ")
#: "Fund a second adviser, at a grade that will …": a command, and nobody's name.
_COMMANDS = re.compile(r"[A-Z][a-z]+ (?:an?|the|its|their|each|every|all|any) ")
_NAME_ENDS = re.compile(
    r"\s(?:which|who|that|whose|whom|at|in|on|with|within|across|to|from|as|responsible|working|under|"
    r"where|when|between|among|by|into|about|through|around|over|against|after|before|during|without|"
    r"via|using|including)\s"
)


def far_subjects(block: Block, start: int, end: int) -> Iterator[Addressee]:
    """Those before the first request of a sentence, given by its first and last characters."""
    text = _INSERTED.sub(lambda m: "\0" * len(m[0]), block.text[start:end])
    for modal in _MODAL.finditer(text):
        if _DONE_TO.match(text, modal.end()) or _EXPLETIVE.match(text):
            continue
        chunks = list(_chunks(text[: modal.start()]))
        for position, (at, chunk) in enumerate(chunks):
            found = list(_named(block, start + at, chunk, first=position == 0))
            if not found:
                continue
            yield from found
            rest = [
                list(_named(block, start + later, words, first=False))
                for later, words in chunks[position + 1 :]
            ]
            joined = [words for _, words in chunks[position + 1 :]]
            if rest and all(rest) and " and " in joined[-1]:
                yield from (name for names in rest for name in names)
            else:
                for later, words in chunks[position + 1 :]:
                    with_it = re.match(r"(?:together|along|jointly) with ", words)
                    if with_it:
                        at = start + later + with_it.end()
                        yield from _named(block, at, words[with_it.end() :], first=False)
            return


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between commas, with where it begins; only what follows the last colon."""
    begin = max(text.rfind(": "), text.rfind("; ")) + 1
    opinion = _OPINION.match(text, begin)
    begin = opinion.end() if opinion else begin
    for match in re.finditer(r"[^,]+", text[begin:]):
        words = re.sub(r"^\s*(?:and |but |so )?" if not match.start() else r"^\s*", "", match[0])
        yield begin + match.end() - len(words), words


def _named(block: Block, at: int, chunk: str, *, first: bool) -> Iterator[Addressee]:
    """The names that a chunk consists of, none where it opens like a clause."""
    opening = re.match(r"[\w'’-]+", chunk)
    if opening is None or opening[0].lower() in _BESIDE or _COMMANDS.match(chunk):
        return
    for part in _parts(chunk):
        offset, words = part
        stop = _NAME_ENDS.search(words)
        name = (words[: stop.start()] if stop else words).replace("\0", "").rstrip()
        core = re.split(r" (?:of|for) ", name)[0]
        of = re.match(r"(?:each|all|both|every one) of (?:the |its )?", name, re.IGNORECASE)
        core = name[of.end() :] if of else core
        found = standing(core)
        capital = core[:1].isupper() or core.split(" ")[0] in {
            "the",
            "its",
            "their",
            "each",
            "both",
        }
        if found is None and capital and is_proper(core, first=first and offset == 0):
            found = Standing.NAMED
        if found is None:
            return
        span = Span(block.index, at + offset, at + offset + len(name))
        yield Addressee(name, found is Standing.VAGUE, span)


def _parts(chunk: str) -> Iterator[tuple[int, str]]:
    """The coordinated names in a chunk, with where each begins."""
    begin = 0
    for joint in [*_PARTS.finditer(chunk), None]:
        end = joint.start() if joint else len(chunk)
        if chunk[begin:end].strip():
            yield begin, chunk[begin:end].rstrip()
        begin = joint.end() if joint else end


#: A name coordinated with the one before it: "the UK government *and devolved administrations* should".
_AND = re.compile(
    r",? and (?P<name>(?:the |its |their )?[^,.;:]{3,60}?) (?=(?:(?:each|both|together|jointly|all) )*"
    r"(?:should|must|ought to|shall|will|need to|are (?:asked|invited|recommended|to))\b)"
)


def listed_before(block: Block, who: Addressee, begin: int) -> Iterator[Addressee]:
    """The names that lead up to an addressee in a list, where the parse took them for a clause."""
    if who.span is None or who.span.start <= begin:
        return
    text = block.text[begin : who.span.start]
    if not text.rstrip().endswith((",", " and")):
        return
    found = [
        list(_named(block, begin + at, words, first=not position))
        for position, (at, words) in enumerate(_chunks(re.sub(r" and\s*$", "", text).rstrip(", ")))
    ]
    if all(found):
        yield from (name for names in found for name in names)


def beside(block: Block, who: Addressee, end: int) -> Iterator[Addressee]:
    """The name that goes on from an addressee up to its modal, where the parse took it for a verb."""
    match = _AND.match(block.text, who.span.end, end) if who.span else None
    if match and standing(match["name"]) is Standing.NAMED:
        yield Addressee(match["name"], False, Span(block.index, *match.span("name")))


#: Those told by words of address that no clause holds.
_TOLD = (
    re.compile(r"\brecommends?(?:ed)? to (?P<name>[^,;.]{3,120}?) that\b"),
    re.compile(
        r"^\W*(?:that )?(?P<name>[Ww]hoever [^,.;:]{3,100}?) (?:should|must|shall|ought to|needs to|is to)\b"
    ),
    re.compile(r"\b[Yy]ou, as (?P<name>[^,;.]{3,80}),"),
    re.compile(
        r"\bunder (?P<name>the [A-Z][\w’'-]+(?: (?:of|for|and|the|[A-Z][\w’'-]+))*)(?= |[.,;])"
    ),
    re.compile(
        r"^\W*(?P<name>[A-Z][^,.;:]{2,60}), (?:not|rather|and|of|who|whom|whose|which|with|including|being|"
        r"as|led|through|on|in|both|all|each|once|when|where|jointly|together)\b[^.;:]{3,120}, "
        r"(?:not )?to (?!be \w+(?:ed|en|wn)\b)[a-z]+\b"
    ),
    re.compile(
        r"^\W*(?:\w+: )?(?:[Cc]ould|[Ww]ould|[Cc]an|[Ww]ill) (?P<name>(?:the )?[^,.?]{3,60}?) (?:please|kindly)\b"
    ),
    re.compile(
        r"\b(?:should|must|to),? (?:together |jointly )?with (?P<name>the [A-Z][^,;.]{3,60}?)(?: and by [^,]*)?,"
    ),
    re.compile(r", (?:together|jointly|along) with (?P<name>the [^,;.]{3,80}?),"),
)


def told(block: Block, start: int, end: int) -> Iterator[Addressee]:
    """Those of "I recommend to X that …", "you, as X, …", "to be resumed under X"."""
    for pattern in _TOLD:
        match = pattern.search(block.text[start:end])
        if match is None:
            continue
        for part in re.finditer(r"(?:(?!,? and (?:to )?(?:the |[A-Z])).)+", match["name"]):
            words = re.sub(r"^,? ?and (?:to )?", "", part[0])
            at = start + match.start("name") + part.end() - len(words)
            known = standing_beside(words, heading=True) is Standing.NAMED
            if known or is_proper(words, first=False) or words[:7].lower() == "whoever":
                yield Addressee(words, False, Span(block.index, at, at + len(words)))

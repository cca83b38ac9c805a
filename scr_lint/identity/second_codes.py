"""Second codes: a code for somebody who has another code or a chosen name already.

Mostly the draft says so itself: "Family Worker B (i.e. FW1)", "the man the police call Male 3", "in
the minutes HO1 is Witness 4". Otherwise it shows in the words: "Child G" where the child is called
Gethin, "Mat. Aunt" where there is an Aunt 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .. import vocabulary
from ..draft import Draft, Span
from ..tables import row_of
from .codes import CHILD_CODE, CODE, CODE_OR_ROLE
from .name_words import plain
from .passages import sentence_at
from .two_names import DoubleName, Doubt, places_of, telling_blocks

# Codes that other agencies' papers give, and "Mr Z".
_FOREIGN = (
    r"(?:(?:Family Worker|Tutor|Witness|Caller|Suspect|Victim|Informant|Patient|Student|Resident|Client|Complainant|"
    r"Respondent|Applicant|Nominal|Tenant|Household Member|Lodger|Volunteer|Staff Member|Person|Case) "
    r"(?:[A-Z]{1,2}\d?|\d{1,3}|One|Two|Three|Four|Five|Six)|(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z])"
)
_ANY = rf"(?:{CODE.pattern}|\b{_FOREIGN}\b(?![’']?\w)(?!\. ?[A-Z]\w))"
_QUOTED = rf"[“\"‘']?(?P<two>{_ANY})[”\"’']?"
# What says that the code in brackets is the same person's.
_SAME = (
    r"(?:=|i\.e\.,?|that is,?|also|aka|a\.k\.a\.|or|now|formerly|previously|in (?:our|the|this review[’']s) key,?|"
    r"(?:later |now |since )?(?:found|known|understood|thought|confirmed|said) to be|who is|being|the same (?:\w+ )?as|elsewhere|otherwise|sometimes|alias|variously|"
    r"our|here|(?:also |otherwise |later |formerly |previously )?(?:called|known as|referred to as|recorded as|listed as))"
)
_EQUAL = re.compile(
    rf"(?P<one>{_ANY}|{CODE_OR_ROLE.pattern}) ?(?:[(\[](?P<sign>{_SAME}? ?)|(?P<sign2>(?:=|, i\.e\.,?|, {_SAME})) ?)"
    rf"(?P<two>{_ANY})(?![’']s)(?P<close>[)\],. ]|$)"
)
# "HV2 (HV1 in the Trust's report)", "Adult B, Adult 2 in the log", "Male 1 and Adult C are the same man".
_ELSEWHERE = re.compile(
    rf"(?P<one>{_ANY})(?: ?\(|, )(?:who is )?(?P<two>{_ANY}),? (?:in|on|to|for|according to) (?:the|their|its|h(?:is|er)|an?|some|other|earlier|most) "
    r"(?:[\w’'-]+ ){0,4}?(?:reports?|accounts?|minutes|records?|notes?|logs?|papers|files?|statements?|chronolog\w+|lists?|appendix|"
    r"sections?|police|hospital|school|trust|court|council|agenc\w+|letters?|IMRs?)\b"
    rf"|(?P<a>{_ANY}) and (?P<b>{_ANY}) (?:are|were|was|is|turned out to be|proved to be) (?:in fact |really )?(?:(?:one and )?the same\b|one (?:man|woman|person|child)\b)"
    rf"|(?P<e>{_ANY})[”\"’']?,? (?:of|in|on|from) [^.;]{{3,40}}? and [“\"‘']?(?P<f>{_ANY})[”\"’']?(?: (?:of|in|on|from) [^.;]{{3,40}}?)? "
    r"(?:are|were|is|was) (?:in fact |really )?(?:the same\b|one\b)"
    rf"|(?P<g>{_ANY})[”\"’']? (?:of|in|from) (?:the|their|an?) [\w’' ]{{3,40}}? (?:is|was) (?:our |here )?(?P<h>{_ANY})"
    rf"|(?P<c>{_ANY})[^.;]{{0,40}}?\bknown (?:to|by|in) (?:the |their |its )?[\w’' -]{{3,40}}? as (?P<d>{_ANY})"
)
# Those of whom there can be one only, in a key.
_ONLY_ONE = re.compile(
    r"(?:the )?(?:(?:maternal|paternal) grand\w+|(?:child[’']s )?(?:mother|father)|(?:mother|father)[’']s (?:mother|father)|subject(?: child)?)"
    r"(?: of (?:the )?(?:child \w+|review|subject|children))?\.?",
    re.IGNORECASE,
)
# "the police call Male 3", "an earlier section calls Tutor 2", "the school refers to her as Pupil 4".
_OTHERS_CALL = re.compile(
    rf"\b(?<!\bare )(?<!\bis )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?:calls?|called|calling|names?|named|labels?|labelled|styles?|terms?) (?:(?:him|her|them|this \w+) )?{_QUOTED}"
    rf"|\b(?:refers?|referred) to (?:\w+ ){{0,3}}as {_QUOTED.replace('two', 'three')}"
)
_WHO_CALLS = re.compile(
    r"\b(?:polic\w+|constabulary|hospital|school|college|nursery|court|council|trust|probation|housing|agenc\w+|"
    r"authorit\w+|services?|department|team|health|surgery|practice|records?|files?|notes?|logs?|minutes|papers?|"
    r"reports?|statements?|section|chapter|appendix|chronology|inquest|coroner|others?|they|elsewhere|IMRs?)\b(?! (?:is|are|was|were) to\b)",
    re.IGNORECASE,
)
# "he is Male A", "Adult 5 is “Mr Z”", "is Witness 4 in the minutes", "is sometimes Child Two".
_IS_CODE = re.compile(
    rf"(?:\b(?:he|she|they|who|{_ANY}|[A-Z][a-z]{{2,}})(?:,? (?:in|on|throughout|by) (?:the|their|its|an?) [\w’' ]{{3,40}}?,?)?|[”\"’']) (?:is|was|are|were|becomes?|became|appears?(?: \w+)? as|stands? as|"
    rf"features? as|figures? as|goes by|went by)(?: (?:sometimes|once|elsewhere|variously|twice|often|there|at \w+ points?|called|"
    rf"named|given as|shown as|listed as|referred to as|known as|the),?)* {_QUOTED}(?![’']s)"
)
_IN_PAPERS = re.compile(
    r"\b(?:in|on|by|from|under|of)(?! this\b)(?: (?!this\b)[\w’'-]+){0,4}? (?:reports?|accounts?|minutes|records?|notes?|logs?|papers|files?|"
    r"statements?|chronolog\w+|lists?|appendix|sections?|chapter|transcripts?|interviews?|letters?|forms?|databases?|"
    r"systems?|IMRs?|judgments?|bundle|entries|these|those|it|there|table)\b|\b(?:sometimes|elsewhere|at (?:one|another|some) points?|once)\b",
    re.IGNORECASE,
)
_DECLARES = re.compile(
    r"\b(?:in this (?:report|review|account|document)|will be|shall be|for the purposes?|pseudonym|anonym\w+)\b",
    re.I,
)
_KEYED = re.compile(
    r"\b(?:known as|referred to as|called|in this report|will be|for the purposes?|code|key|pseudonym|anonym\w+)\b",
    re.I,
)
_ANY_CODE = re.compile(rf"(?P<code>{_ANY})")
# What somebody else calls a person: "recorded as Male 1", "Child N, as the police have it".
_AS_CODE = re.compile(
    rf"\b(?:recorded|appears?|stands?|listed|logged|shown|entered|given|named)(?: (?!report)\w+){{0,5}} as (?P<code>{CODE.pattern})"
    rf"|(?P<first>{CODE.pattern}), as (?:the )?(?:police|school|hospital|court|council|trust|records?|files?|agenc\w+|social care|health)\b"
)
_SEVERAL_BEFORE = re.compile(
    r"\b(?:siblings|brothers|sisters|children|parents|workers|officers|nurses|midwives|teachers|adults|men|women|boys|girls) $"
)
_UNDER_INITIALS = re.compile(
    r"\b(?:under|by|with|as|from) (?:whose|h(?:is|er)|their|the) initials\b", re.I
)
_SEE_ALSO = re.compile(
    rf"\b(?:see also|same (?:\w+ )?as|also (?:called |known as |listed as )?|duplicate of|now|=) ?(?P<code>{CODE.pattern})",
    re.IGNORECASE,
)
_STEPFATHER = re.compile(r"\b(?:Step-?[Ff]ather|Mother[’']s [Pp]artner)\b")
_HUSBAND = re.compile(
    rf"\b[Mm]other[’']s (?:new |then |second )?(?:husband|partner|boyfriend)[^.;]{{0,30}}?(?:called|known as|as|is|\() ?(?P<code>{CODE.pattern})"
)
_MOTHERS_MAN = re.compile(
    r"\b(?:step-?father|(?:mother|mum)[’']s|husband|(?:her|new|then) partner|boyfriend)\b", re.I
)
_SAME_MAN = re.compile(
    r"^(?:Father 2|Father B|Partner|Mother[’']s [Pp]artner|MP|Stepfather|SF|Adult \w|Male \w)\b"
)
_OTHER_CASE = re.compile(
    r"\b(?:reviews?|inquir(?:y|ies)|report|scr|case) (?:\w+ ){0,3}(?:about|of|on|into|concerning) $",
    re.I,
)


_SELDOM = 3  # places at which a second code may stand


def second_codes(draft: Draft, declared: frozenset[str]) -> Iterator[DoubleName]:
    """Codes for somebody who has another code or, of the `declared`, a chosen name already."""
    given: dict[str, str] = {}
    said = [*_equal(draft), *_elsewhere(draft), *_called_by_others(draft, declared)]
    for code, other in [*said, *_in_key(draft), *_beside_chosen(draft, declared)]:
        if code != other:
            given.setdefault(code, other)
    for code, other in given.items():
        if given.get(other) == code and not _rarer(draft, code, other):
            continue
        places = places_of(draft, code)
        # A code that the draft uses throughout is its own, whatever else it is called.
        if 0 < len(places) <= _SELDOM:
            yield DoubleName(code, Doubt.TWO_CODES, other or "another code", places, 0.7)
    yield from _recorded_as(draft, frozenset(given))
    yield from _children_with_both(draft, declared)
    yield from _initials(draft, declared)
    yield from _stepfathers(draft)
    yield from _coded_relatives(draft)


def _equal(draft: Draft) -> Iterator[tuple[str, str]]:
    """Two codes side by side for one person: the one used less is the second."""
    for block in telling_blocks(draft):
        for match in _EQUAL.finditer(block.text):
            sign = (match["sign"] or match["sign2"] or "").strip(" ,")
            one, two = match["one"], match["two"]
            if one == two or (sign.lower() == "or" and match["sign2"]):
                continue
            keyed = match["close"] != ")" or _KEYED.search(block.text)
            if not sign and (keyed or not CODE.fullmatch(one)):
                continue
            if sign and _DECLARES.search(sentence_at(block.text, *match.span())):
                continue
            if sign and not CODE.fullmatch(one) and "=" not in sign and "i.e." not in sign:
                continue
            yield (two, one) if _rarer(draft, two, one) else (one, two)


def _elsewhere(draft: Draft) -> Iterator[tuple[str, str]]:
    """Two codes of which the draft says where the other is used, or that they are the same."""
    for block in telling_blocks(draft):
        for match in _ELSEWHERE.finditer(block.text):
            one = next(filter(None, (match[name] for name in ("one", "a", "c", "e", "h"))))
            two = next(filter(None, (match[name] for name in ("two", "b", "d", "f", "g"))))
            if one != two and not _DECLARES.search(sentence_at(block.text, *match.span())):
                yield (two, one) if _rarer(draft, two, one) else (one, two)


def _beside_chosen(draft: Draft, declared: frozenset[str]) -> Iterator[tuple[str, str]]:
    """A code in brackets after a chosen name, or before it, where nothing is declared."""
    names = "|".join(re.escape(name) for name in sorted(declared) if name.isalpha())
    if not names:
        return
    pattern = re.compile(
        rf"\b(?i:(?P<name>{names})) \((?:also )?(?P<code>{CODE.pattern})\)|(?P<code2>{CODE.pattern}) \((?i:(?P<name2>{names}))\)"
    )
    for block in telling_blocks(draft):
        for match in pattern.finditer(block.text):
            if not block.cell and not _KEYED.search(block.text):
                yield match["code"] or match["code2"], match["name"] or match["name2"]


def _called_by_others(draft: Draft, declared: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Codes that are somebody else's for a person: "the police call Male 3"."""
    for block in telling_blocks(draft):
        for match in [*_OTHERS_CALL.finditer(block.text), *_each(_IS_CODE, block.text)]:
            code = match["two"] or match.groupdict().get("three") or ""
            sentence = sentence_at(block.text, *match.span())
            if _DECLARES.search(sentence) and not re.search(r"earlier|elsewhere", sentence):
                continue
            around = sentence.replace(code, "")
            said = _WHO_CALLS if match.re is _OTHERS_CALL else _IN_PAPERS
            codes = [m["code"] for m in _ANY_CODE.finditer(block.text) if m["code"] != code]
            codes += [word for word in re.findall(r"\w+", block.text) if plain(word) in declared]
            if said.search(around) and codes and not _introduces(block.text, match, code):
                yield code, codes[0]


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches of a pattern, those that overlap too: "who is HO1 in the log is Witness 4"."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def _introduces(text: str, match: re.Match[str], code: str) -> bool:
    """Whether a sentence gives somebody the only code they have: "another pupil's mother, who is
    called Parent 4": a relative clause right after a person who has none."""
    before = text[: match.start()]
    if match.re is _OTHERS_CALL:
        return bool(
            re.search(
                r"\b(?:mother|father|man|woman|boy|girl|pupil|worker|officer|nurse|teacher|friend|\w+er), who (?:is|was) $",
                before,
            )
        )
    whose = match[0].split()[0].lower()
    clause = re.split(r"[.;:?!]", before)[-1]
    return whose == "who" and not _ANY_CODE.search(clause + match[0].replace(code, ""))


def _is_keyed(draft: Draft, code: str) -> bool:
    """Whether a draft explains a code: alone in a cell, in brackets, or in a sentence that declares."""
    bracketed = re.compile(rf"[(“\"‘](?:the )?{re.escape(code)}[)”\"’]")
    for block in draft.blocks:
        if block.cell and block.text.strip(" .*") == code:
            return True
        if bracketed.search(block.text):
            return True
        for match in re.finditer(rf"\b{re.escape(code)}\b", block.text):
            if _KEYED.search(sentence_at(block.text, *match.span())):
                return True
    return False


def _rarer(draft: Draft, one: str, other: str) -> bool:
    """Whether the draft uses one code less than another; of equals the later one is rarer."""
    return len(places_of(draft, one)) <= len(places_of(draft, other))


def _in_key(draft: Draft) -> Iterator[tuple[str, str]]:
    """Two rows of a key for one person: "Child W | older brother, see also Sibling 1"."""
    only: dict[tuple[int, str], str] = {}
    for block in telling_blocks(draft):
        if not block.cell or block.cell.is_header:
            continue
        if _ONLY_ONE.fullmatch(block.text.strip()):
            codes = [b.text.strip(" .*") for b in row_of(draft, block) if b.index != block.index]
            for code in filter(CODE_OR_ROLE.fullmatch, codes):
                first = only.setdefault((block.cell.table, plain(block.text.strip(" ."))), code)
                if first != code:
                    yield code, first
        if match := _SEE_ALSO.search(block.text):
            own = [b.text.strip(" .*") for b in row_of(draft, block) if b.index != block.index]
            for code in own:
                if CODE.fullmatch(code):
                    yield code, match["code"]


def _recorded_as(draft: Draft, known: frozenset[str]) -> Iterator[DoubleName]:
    """Codes that somebody else gave: "recorded by the police as Male 1", "who stands as TM1"."""
    given: dict[str, str] = {}
    for block in telling_blocks(draft):
        for match in _AS_CODE.finditer(block.text):
            if _DECLARES.search(sentence_at(block.text, *match.span())):
                continue
            if _SEVERAL_BEFORE.search(block.text[: match.start()]):
                continue  # "Two siblings appear as S1 and S2" introduces them
            before = [m["code"] for m in _ANY_CODE.finditer(block.text[: match.start()])]
            given[match["code"] or match["first"]] = before[-1] if match["code"] and before else ""
        if _UNDER_INITIALS.search(block.text) and not _DECLARES.search(block.text):
            for match in re.finditer(r"\b[A-Z]{2}\b", block.text):
                if match[0] not in _abbreviations():
                    given.setdefault(match[0], "")
    for code, other in given.items():
        places = places_of(draft, code)
        if other != code and code not in known and len(places) <= _SELDOM:
            yield DoubleName(code, Doubt.TWO_CODES, other or "another code", places, 0.7)


def _children_with_both(draft: Draft, declared: frozenset[str]) -> Iterator[DoubleName]:
    """ "Child G" in a draft that calls the child Gethin."""
    by_letter = {name[0].upper(): name for name in declared if " " not in name}
    places: dict[str, list[Span]] = {}
    for block in telling_blocks(draft):
        for match in CHILD_CODE.finditer(block.text):
            name = by_letter.get(match["which"])
            if name is None or _OTHER_CASE.search(block.text[: match.start()]):
                continue
            if _KEYED.search(block.text) and re.search(name, plain(block.text)):
                continue
            places.setdefault(match[0], []).append(Span(block.index, *match.span()))
    for code, spans in places.items():
        if len(spans) > _SELDOM or _is_keyed(draft, code):
            continue
        yield DoubleName(
            code, Doubt.TWO_CODES, by_letter[code.split()[-1]].capitalize(), spans, 0.75
        )


def _initials(draft: Draft, declared: frozenset[str]) -> Iterator[DoubleName]:
    """ "MR was left" in a draft that calls the child Marnie."""
    letters = "".join(sorted({name[0].upper() for name in declared if name.isalpha()}))
    if not letters:
        return
    pattern = re.compile(
        rf"(?<![\w./’'-])(?P<code>[{letters}][A-Z])(?=[’']s\b| (?:was|is|had|has|said|told|went|lived|came|felt|wanted|did|"
        r"refused|left|made|spoke|disclosed|reported|attended|returned|stated|and (?:her|his|their))\b)"
    )
    places: dict[str, list[Span]] = {}
    for block in telling_blocks(draft):
        for match in pattern.finditer(block.text):
            if match["code"] not in _abbreviations():
                places.setdefault(match["code"], []).append(Span(block.index, *match.span("code")))
    for code, spans in places.items():
        if len(spans) > _SELDOM or _is_keyed(draft, code):
            continue
        name = next(n for n in declared if n[0].upper() == code[0])
        yield DoubleName(code, Doubt.TWO_CODES, name.capitalize(), spans, 0.65)


def _stepfathers(draft: Draft) -> Iterator[DoubleName]:
    """ "Stepfather" in a draft whose key gives the same man another code."""
    keyed: list[str] = []
    man = next((m["code"] for b in telling_blocks(draft) for m in _HUSBAND.finditer(b.text)), "")
    in_key: set[int] = set()
    for block in draft.blocks:
        if not block.cell or block.cell.is_header or not CODE_OR_ROLE.match(block.text):
            continue
        if block.cell.column == 0:
            row = [b for b in row_of(draft, block) if b.index != block.index]
            keyed.append(block.text.strip())
            in_key |= {b.index for b in row}
            second = re.match(r"Father (?:2|B)\b", block.text)
            his = second or any(_MOTHERS_MAN.search(b.text) for b in row)
            if _SAME_MAN.match(block.text) and his:
                man = man or re.split(r"[,(]", block.text.strip())[0]
    if not man or any(_STEPFATHER.match(code) for code in keyed):
        return
    places = [
        Span(block.index, *match.span())
        for block in telling_blocks(draft)
        if block.index not in in_key
        for match in _STEPFATHER.finditer(block.text)
    ]
    if places:
        yield DoubleName("Stepfather", Doubt.TWO_CODES, man, places, 0.6)


def _coded_relatives(draft: Draft) -> Iterator[DoubleName]:
    """ "Mat. Aunt" in a draft that knows an Aunt 1."""
    coded = {
        m["who"]: m[0]
        for b in telling_blocks(draft)
        for m in re.finditer(
            r"\b(?P<who>Aunt|Uncle|Grandmother|Grandfather|Cousin) (?:\d|[A-Z])\b", b.text
        )
    }
    for who, code in coded.items():
        pattern = re.compile(
            rf"\b(?:Mat\.?|Pat\.?|Maternal|Paternal|Great) {who}\b(?! (?:\d|[A-Z]\b))"
        )
        places = [
            Span(b.index, *m.span())
            for b in telling_blocks(draft)
            for m in pattern.finditer(b.text)
        ]
        if places:
            yield DoubleName(draft.text_at(places[0]), Doubt.TWO_CODES, code, places, 0.6)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["acronym"].upper() for row in vocabulary.load("scr_lint", "acronyms"))

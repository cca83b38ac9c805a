"""The signs by which a code, or a name, shows as a second one for somebody who has another.

A reader keeps a list of who is who: each code with how it was told, and what else is like it. A
code that nobody explained, that breaks the way in which others are lettered or numbered, or shares
its letter with another, makes the reader wonder; so does a name that turns up among codes. Some
drafts say outright that two are one ("HV2, who is HV1 in their report"). What each sign is worth is
for `double_judgement` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...draft import Draft, Kind, Span
from ...persons.mentions import Who
from ...structure.tables import row_of
from ..names.name_words import first_names, plain
from ..names.personal_names import Person
from .coded_people import Coded
from .codes import ROLE_NAMES
from .naming import Naming
from .told_codes import Told, gives_codes, is_told_beside, sentence_around
from .two_names import LEFT_ALONE

_ROLE = re.compile(rf"\b(?!(?:Maternal|Paternal) [a-z]){ROLE_NAMES}\b(?! (?:[A-Z]|\d)\b)")
_SAME = re.compile(
    r"(?:[(\[]|, |^ ?)(?:=|i\.?e\.?,?|that is(?: to say)?,?|aka|a\.k\.a\.|also|alias|or|now|formerly|previously|otherwise|"
    r"in our key,?|really|here|who (?:is|was|had been)|this is|(?:later |now )?(?:found|known|thought|said) to be)(?: |$)|=",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\b(?:is|was|are|were|be|becomes?|became|as|calls?|called|calling|names?|named|for)"
    r"(?: (?:sometimes|once|here|our|the|down|him|her|them|twice|there|always|now|really|simply|only|young|little))*"
    r" ?[“\"‘(]*$"
)
_PEOPLE = r"(?:man|woman|person|child|boy|girl|worker|assistant|nurse|officer)"
_ONE = re.compile(
    rf"\b(?:is|are|was|were|proved|turned out) (?:to be )?(?:in fact |really )?(?:the same|one)\b(?! of)"
    rf"|\bthe same (?:\w+ )?{_PEOPLE}\b|\bone (?:\w+ )?{_PEOPLE}\b"
)
_PAPERS = re.compile(
    r"\b(?:police|constabulary|hospital|trust|probation|housing|records?|files?|notes?|logs?|minutes|papers?|diary|"
    r"statements?|section|chapter|appendix|inquest|transcripts?|footnote|elsewhere|earlier|letters?|database|bundle|"
    r"judgment|tables?|list|report|school[’']s|schools|council|court|agency|agencies|quote[sd]?)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"[“\"][^”\"]*$")
_FAR = 70
_LISTED = re.compile(r",? (?:and|or|to|&) ")


def signs_of_code(draft: Draft, naming: Naming, one: Coded) -> frozenset[str]:
    """What tells that a code is a second one for somebody, and what tells against it."""
    return frozenset(_of_code(draft, naming, one))


def signs_of_name(draft: Draft, naming: Naming, person: Person) -> frozenset[str]:
    """What tells that a name is that of somebody who has a code or a chosen name."""
    return frozenset(_of_name(draft, naming, person))


def _of_code(draft: Draft, naming: Naming, one: Coded) -> Iterator[str]:
    yield f"a {one.kind}"
    if one.who:
        yield f"for {one.who}"
    told = naming.told.get(one.words)
    way = told[0] if told else None
    yield f"told {way}" if way else "not told"
    given = [c for c in naming.coded if c is not one and c.words in naming.told]
    keyed = [c for c in given if naming.told[c.words][0] is not Told.BESIDE]
    unknown = way is None
    if len(keyed) > 1:
        yield "a scheme"
        if unknown:
            yield "not of the scheme"
    count = len(one.mentions)
    yield "once" if count == 1 else "seldom" if count < 4 else "often"
    most = max((len(c.mentions) for c in naming.coded if c is not one), default=0)
    if most > 3 * count:
        yield "much less than another"
    yield from _like_others(naming, one, keyed, unknown)
    if one.which and any(name[0].upper() == one.which[0] for name in naming.chosen):
        yield "initial of a chosen name"
    if naming.chosen:
        yield "beside chosen names"
        if unknown and not keyed:
            yield "a code among chosen names"
    if one.noun and one.kind == "noun" and one.noun.split()[-1] in _OTHERS_NOUNS:
        yield "noun of other papers"
    around = set(_in_places(draft, naming, one.mentions, one))
    yield from around
    for sign in around & _SAYING:
        yield f"{sign}, {'not told' if unknown else 'told'}"
    if not around.isdisjoint(_LINKS):
        others = {other_of(draft, naming, m) for m in one.mentions}
        met = [len(c.mentions) for c in naming.coded if c.words in others]
        if met and max(met) > count:
            yield "joined to one met more"
        elif met and max(met) < count:
            yield "joined to one met less"


_SAYING = frozenset(
    {"said to be", "said to be in other papers", "so in other papers", "one and the same"}
)
_OTHERS_NOUNS = frozenset(
    """witness male female suspect victim informant nominal patient client subject member person tutor resident staff
    student complainant respondent applicant caller pupil two""".split()
)


def _like_others(
    naming: Naming, one: Coded, keyed: Sequence[Coded], unknown: bool
) -> Iterator[str]:
    """How a code stands to the others of its noun, of its letter and of its kind of person."""
    how = ("not of the scheme" if len(keyed) > 1 else "not told") if unknown else "told"
    for sign in set(_of_row(naming, one, keyed)):
        yield sign
        yield f"{sign}, {how}"


def _of_row(naming: Naming, one: Coded, keyed: Sequence[Coded]) -> Iterator[str]:
    others = [c for c in naming.coded if c is not one]
    count = len(one.mentions)
    if not one.which:
        like = [c for c in others if c.kind == one.kind]
        yield "alone of its kind" if not like else "among others of its kind"
        if like and all(c in keyed for c in like):
            yield "among others of its kind, which are told"
        if one.kind == "initials" and re.fullmatch(r"[MFP][A-Z]|[A-Z][MFP]", one.words):
            yield "initials of a parent"
        return
    if any(c.which == one.which and c.noun != one.noun and _fits(c, one) for c in others):
        yield "letter of another"
        if any(
            c.which == one.which
            and c.noun != one.noun
            and _fits(c, one)
            and len(c.mentions) >= count
            for c in others
        ):
            yield "letter of one met as often"
    akin = [c for c in others if c.kind != one.kind and _shortened(c, one)]
    if akin:
        yield "noun of another shortened"
        if any(len(c.mentions) >= count for c in akin):
            yield "noun of one met as often shortened"
    row = [c for c in others if c.noun == one.noun and c.kind == one.kind and c.which]
    same_way = [c for c in row if c.by_number == one.by_number]
    if same_way:
        yield "one of a row"
        if any(c in keyed for c in same_way):
            yield "one of a row that is told"
    elif row:
        yield "lettered where its row is numbered"
        if sum(len(c.mentions) for c in row) > count:
            yield "the odd one out"
    else:
        yield "alone with its noun"
        if any(c.who is one.who for c in keyed):
            yield "alone with its noun where its kind is told"
    kind = [c for c in others if c.which and c.who is one.who]
    otherwise = not same_way and all(c.by_number != one.by_number for c in kind)
    if otherwise and sum(len(c.mentions) for c in kind) > count:
        yield "lettered where its kind is numbered"


def _fits(one: Coded, other: Coded) -> bool:
    """Whether two nouns may be said of one person: by sex, and no two kin of different kinds."""
    if (
        one.who is None
        or one.who is not other.who
        or (one.gender and other.gender and one.gender != other.gender)
    ):
        return False
    return one.who is Who.CHILD or one.noun.split()[-1:] == other.noun.split()[-1:]


def may_be_one(one: Coded | None, other: Coded) -> bool:
    """Whether two codes may be one person's: a worker is neither a child of the case nor its kin."""
    if one is None:
        return True
    worker, another = sorted((one, other), key=lambda c: c.who is not Who.STAFF)
    is_kin = another.who is Who.CHILD or (another.who is Who.FAMILY and bool(another.gender))
    return not (worker.who is Who.STAFF and is_kin)


def _shortened(one: Coded, other: Coded) -> bool:
    """Whether the noun of one is the initials of the other's: "SW" and "Social Worker"."""
    short, long = sorted((one.noun, other.noun), key=len)
    initials = "".join(word[0] for word in re.split(r"[ -]", long) if word)
    return len(short) > 1 and initials == short


def _in_places(
    draft: Draft, naming: Naming, mentions: Sequence[Span], own: Coded | Person
) -> Iterator[str]:
    """What stands around somebody's mentions."""
    for span in mentions:
        block = draft.blocks[span.block]
        text = block.text
        if draft.role_of(span.block) in LEFT_ALONE:
            yield "in a list or at the front"
        if block.kind is Kind.HEADING:
            yield "in a heading"
        sentence = sentence_around(text, span)
        start = text.find(sentence)
        before, after = text[start : span.start], text[span.end : start + len(sentence)]
        quoted = bool(_SAID.search(before)) or block.text.startswith(("“", '"'))
        close = bool(re.search(r"[“\"‘]$", before))
        if quoted:
            yield "alone in quotation marks" if close and re.match(r"[”\"’]", after) else "quoted"
        others = [
            (s, c) for s, c in naming.places.get(span.block, ())
            if c is not own and start <= s.start < start + len(sentence)
        ]  # fmt: skip
        roles = [
            m for m in _ROLE.finditer(text, start, start + len(sentence))
            if not span.start <= m.start() < span.end
        ]  # fmt: skip
        if others or roles:
            yield "beside a code"
        spots = [*((s.start, s.end) for s, _ in others), *(m.span() for m in roles)]
        for sign, other in _joined(text, span, spots):
            yield sign
            if sign in _LINKS:
                yield f"after, {sign}" if text.find(other) < span.start else f"before, {sign}"
        if gives_codes(sentence):
            yield "where codes are given"
            continue
        predicate = bool(_PREDICATE.search(before)) and not is_told_beside(text, span)
        predicate = predicate and not re.match(
            r"[”\"’]?(?:,| (?:is|was|has|have|had)\b)", after if before.endswith("as ") else ""
        )
        papers = bool(_PAPERS.search(before[-_FAR:] + " | " + after[:_FAR]))
        if predicate:
            yield "said to be"
            if papers:
                yield "said to be in other papers"
            if spots:
                yield "said of a code to be"
            elif re.search(r"\b(?:he|she|they|him|her|them) [^.;]{0,12}$", before, re.IGNORECASE):
                yield "said of him or her to be"
        elif papers and spots:
            yield "beside a code and other papers"
        if (
            papers
            and not is_told_beside(text, span)
            and re.match(r"[”\"’]?,? (?:in|on|to|for|of|as) ", after)
        ):
            yield "so in other papers"
        if _ONE.search(before + after) and (spots or predicate):
            yield "one and the same"
            if spots:
                yield "the second" if min(spots)[0] < span.start else "the first"
        if block.cell:
            row = [b for b in row_of(draft, block) if b.index != block.index]
            if any(c for b in row for s, c in naming.places.get(b.index, ()) if c is not own):
                yield "in the row of a code"


def _joined(text: str, span: Span, spots: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """What joins a mention to each code or role beside it, and that code or role."""
    for start, end in spots:
        if end <= span.start and span.start - end < _FAR:
            mid, tail = text[end : span.start], text[span.end :]
        elif start >= span.end and start - span.end < _FAR:
            mid, tail = text[span.end : start], text[end:]
        else:
            continue
        sign = _join(mid, tail)
        if sign:
            yield sign, text[start:end]


def _join(mid: str, tail: str) -> str:
    """What the words between two people, and after them, say of the two; "" for nothing."""
    bare = mid.strip("“”\"‘’' ")
    if re.match(r"[’']s\b", tail):
        return ""  # "Gran (Jolene's mum)": what is somebody's is not that person
    if _SAME.search(mid) and len(mid) < 35:
        return "the same as a code"
    if bare in {"(", "["} or re.fullmatch(r"[’']s? ?\(", mid.strip()):
        return "in brackets with a code"
    if bare in {"/", ":", "–", "—", "-"}:
        return "joined to a code"
    if bare == "," and not _LISTED.match(tail) and re.match(r"[”\"’]?[,.;) ]|$", tail):
        return "apposed to a code"
    if bare in {"and", "or", "to", ",", ", and", "&", "then", "with"}:
        return "listed with a code"
    says = re.search(r"\b(?:is|was|are|were|as|called|calls?|known)\b", mid)
    return "code is" if says and len(mid) < 45 and not re.search(r"[;:]|[.?!] ", mid) else ""


def other_of(draft: Draft, naming: Naming, span: Span) -> str:
    """The code or role that a mention is joined to as another name for one person; "" for none."""
    text = draft.blocks[span.block].text
    here = naming.places.get(span.block, ())
    own = next((c for s, c in here if s == span), None)
    spots = [(s.start, s.end) for s, c in here if s != span and may_be_one(own, c)]
    spots += [m.span() for m in _ROLE.finditer(text)]
    joined = _joined(text, span, [s for s in spots if s[1] <= span.start or s[0] >= span.end])
    linked = next((other for sign, other in joined if sign in _LINKS), "")
    if not linked and draft.blocks[span.block].cell:
        row = [b.index for b in row_of(draft, draft.blocks[span.block]) if b.index != span.block]
        beside = (c for i in row for _, c in naming.places.get(i, ()))
        linked = next((c.words for c in beside if may_be_one(own, c)), "")
    return linked


def _of_name(draft: Draft, naming: Naming, person: Person) -> Iterator[str]:
    mentions = person.mentions
    count = len(mentions)
    often = "once" if count == 1 else "seldom" if count < 5 else "often"
    yield often
    titled = bool(person.titles) or person.surname_only
    form = "full name" if len(person.words) > 1 else "surname" if titled else "first name"
    yield form
    if plain(person.words[0]) in first_names():
        yield "a first name that many have"
        yield f"{form} that many have"
    family = [c for c in naming.coded if c.who in {Who.CHILD, Who.FAMILY} or c.kind == "initials"]
    if family or naming.chosen:
        yield "codes or chosen names of the family"
    elif naming.coded:
        yield "codes of others"
    else:
        yield "no codes"
    if len(naming.told) + len(naming.chosen) > 1:
        yield "a scheme"
    if len(naming.coded) + len(naming.chosen) > 2 * len(naming.named):
        yield "few names among codes"
    named = len(naming.named)
    yield "the only name" if named == 1 else "few names" if named < 5 else "many names"
    yield "a passage" if naming.words < _PASSAGE else "a draft"
    initial = plain(person.words[-1])[0].upper()
    if titled and any(c.which == initial or c.words == initial for c in naming.coded):
        yield "initial of a code"
    around = set(_in_places(draft, naming, mentions, person))
    yield from around
    linked = not around.isdisjoint(_LINKS)
    if linked:
        yield "linked to a code"
    elif any(_is_introduced(draft, m) for m in mentions):
        yield INTRODUCED
    else:
        yield f"{form}, not introduced"
        if family or naming.chosen:
            yield f"{form}, not introduced, {often}, among codes"
    if any(draft.blocks[m.block].cell for m in mentions):
        yield "in a table"


# "Professors Ashe and Lund" have been introduced together: they are cited, and nobody of the case.
_TITLES_OF_SEVERAL = frozenset({"professors", "drs", "doctors", "messrs"})
#: The sign of a name that comes with what the person is, and with no code: a matter of names only.
INTRODUCED = "introduced"
_PASSAGE = 400
_LINKS = frozenset(
    {
        "in brackets with a code", "joined to a code", "apposed to a code", "the same as a code",
        "code is", "in the row of a code",
    }
)  # fmt: skip


def _is_introduced(draft: Draft, mention: Span) -> bool:
    """Whether a name comes with what the person is: "her keyworker, Ebun", "Ebun, a keyworker"."""
    if is_told_beside(draft.blocks[mention.block].text, mention):
        return True
    doc = draft.docs.get(mention.block)
    words = doc.char_span(mention.start, mention.end, alignment_mode="expand") if doc else None
    if words is None:
        return False
    root = words.root
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    beside = [root.head] if root.dep_ == "appos" else []
    beside += [t for t in root.children if t.dep_ == "appos" or t.dep_ in {"compound", "nmod"}]
    return any(t.pos_ == "NOUN" or t.lower_ in _TITLES_OF_SEVERAL for t in beside)

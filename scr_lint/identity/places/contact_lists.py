"""Lists that say how to reach a body: its office, telephone, e-mail and web page, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...draft import RUNNING, Block, Draft, Entity, Role, Visibility
from ...once import once
from .place_words import kind_of_last_word

#: Words that name a body: one that publishes, inspects or works with families.
BODY = re.compile(
    r"\b(?:board|partnership|council|commission(?:er)?|constabulary|ofsted|estyn|trust|"
    r"department|inspectorate|business (?:unit|manager|office)|secretariat|offices?|publish\w*|"
    r"l?scb|l?scp|bwrdd|crown copyright|isbn|archives|government)\b",
    re.IGNORECASE,
)
#: Words that make an address or a number somebody's own.
PRIVATE = re.compile(
    r"\b(?:personal|private|home|own|mother|father|grand\w+|family|child [A-Z]|sibling|adult \w|"
    r"known address\w*)\b",
    re.IGNORECASE,
)
#: A mailbox that anybody may have.
ANYBODYS_MAILBOX = r"@(?:[\w-]+\.)*(?i:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|btinternet|sky|talktalk|virginmedia|mailbox|protonmail)\."
# … and what else a list of people has: kin, next of kin, a mailbox or a mobile of somebody's own.
_SOMEBODYS = re.compile(
    r"\b(?i:parents?|mum|dad|step-?(?:mother|father|mum|dad|parents?|sons?|daughters?|child\w*|brothers?|sisters?)|aunt|uncle|sisters?|brothers?|cousins?|partner(?!ship)|boyfriend|girlfriend|carers?|foster\w*|"
    r"patient(?! (?:advice|experience|safety|services?|and|liaison|relations))|d\.?o\.?b\b|date of birth|next of kin|neighbours?|tenan\w+|landlord|lives|lived|household|MG[MF]|PG[MF])\b"
    rf"|{ANYBODYS_MAILBOX}"
    r"|(?<!\d)(?:\+44 ?\(?0?\)? ?|0)7\d{3}[ -]?\d{2,3}[ -]?\d{2,4}(?!\d)"
)
#: Who answers for a body, by the post: a name beside it is no family's.
POST = re.compile(
    r"\b(?:manager|director|officer|chief|head of|chair\w*|leader?|commissioner|inspectors?|HMI|secretary|administrator|"
    r"co-?ordinator|clerk|adviser|counsel|investigator|executive|OBE|CBE|MBE|QPM)\b",
    re.IGNORECASE,
)
_PUBLIC_HOST = re.compile(
    r"\b(?:[\w-]{1,63}\.){1,6}(?:gov|govt|nhs|police|parliament|ac|sch|org|judiciary|mod|llyw)\.[a-z]{2,5}\b|"
    r"\b(?:[\w-]{1,63}\.){1,6}(?:gov|int|wales)\b",
    re.IGNORECASE,
)
# "T: 0300 …", "Textphone: …", "Web www…", "Address Level 16, …": one label to a line.
_LABELLED = re.compile(
    r"^(?:T|E|W|F|M|Tel(?:ephone)?|Text ?phone|Minicom|Fax|Phone|E-?mail|Web(?:site)?|Twitter|Address|Post|By (?:post|phone|e-?mail))\b"
    r"\.?(?:\s?:\s?|\s)(?=\S*[\d@./+(]|Level|Floor|[A-Z])"
)
_DETAILS = re.compile(
    r"\b(?:contact (?:details|us|information)|(?:partnership|council|board|agency|agencies|organisation\w*|trust|authority) "
    r"(?:contact )?details|useful contacts|(?:how to|to) contact|where to get help|sources of (?:help|support))\b",
    re.IGNORECASE,
)
_SHAPES = {
    "mail": re.compile(r"[\w.+-]{1,64}@[\w-]+\.[\w.]+"),
    "web": re.compile(r"(?<!@)\b(?:https?://|www\.)\S+"),
    "phone": re.compile(r"(?<![\w.])(?:\+\s?\d{1,3}[ ()\d]{6,}|0\d{2,4}[ )]*\d{3}[ -]?\d{3,4})\b"),
    "post": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\bPO Box\b"),
}
_KINDS = {
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "mail",
    "URL": "web",
    "UK_POSTCODE": "post",
    "STREET_ADDRESS": "street",
}
# Where such lists may stand with no more to show for it than the name of a body.
_LISTED_IN = frozenset({Role.OTHER, Role.FRONT_MATTER, Role.APPENDIX, Role.CONTENTS})
_GAP, _IN_TABLE, _LONG, _NAME = 4, 8, 30, 6
_BUILT = re.compile(
    r"\d|\b(?:Place|Gate|Floor|Level|House|Hall|Building|Tower|Centre|Park|Court|Square|Quay|Wharf|Yard|Street|Road|Lane|Way|Row)\b"
)
_STOPS = re.compile(r"[a-z]{2}\.(?:\s|$)")


# The head of a letter is followed by whom it greets; a board that publishes its report may write one, too.
_GREETS = re.compile(r"(?:Dear|Annwyl) \w")
_PUBLISHES = re.compile(
    r"\b(?:safeguarding|boards?|partnership|l?scb|l?scp|bwrdd|coroners?|commissioner|inspectorate|ofsted|department|"
    r"ministry|government)\b",
    re.IGNORECASE,
)


@once
def contact_lists(draft: Draft) -> frozenset[int]:
    """Indices of the blocks of lists in which a body tells how to reach it.

    Such a list is a run of short lines or cells with contact details of more than one kind, with
    the name of a body in it or at its head. Among the findings and the rest of the text it needs
    a public body's web page, labels such as "T:" or a heading such as "contact details", too.
    None is a body's in which somebody of a family, or a person without a post, has a line, nor one
    with a mobile or a mailbox of somebody's own, nor the head of a letter from the papers of the case,
    which says who housed or treated the family, and where. Needs the draft's entities.
    """
    found: set[int] = set()
    for run in _runs(draft):
        listed = all(draft.role_of(at) in _LISTED_IN for at in run)
        if not listed:
            run = _without_sentences(draft, run)
            if not run:
                continue
            run = _with_house(draft, run)
        first, last = run[0], run[-1]
        inside = draft.blocks[first : last + 1]
        around = draft.blocks[max(0, first - _GAP) : last + _GAP + 1]
        if any(_is_somebodys(draft, block) for block in inside) or _heads_letter(draft, run):
            continue
        if any(BODY.search(b.text) for b in around) and (listed or _is_plain(draft, first, inside)):
            found.update(range(first, last + 1))
    return frozenset(found)


def _heads_letter(draft: Draft, run: list[int]) -> bool:
    """Whether a list is the head of a letter that a body of the case wrote, and no publisher."""
    first, last = run[0], run[-1]
    greeted = any(_GREETS.match(b.text) for b in draft.blocks[first : last + _GAP + 1])
    near = draft.blocks[max(0, first - _GAP) : last + 1]
    return (
        greeted
        and draft.role_of(first) is not Role.FRONT_MATTER
        and not any(_PUBLISHES.search(b.text) for b in near)
    )


def _runs(draft: Draft) -> Iterator[list[int]]:
    """Short blocks with contact details of more than one kind, close to one another."""
    kinds: dict[int, set[str]] = {}
    for entity in draft.entities:
        if entity.label in _KINDS and entity.score >= 0.5:
            kinds.setdefault(entity.span.block, set()).add(_KINDS[entity.label])
    for block in draft.blocks:
        for kind, shape in _SHAPES.items():
            if shape.search(block.text):
                kinds.setdefault(block.index, set()).add(kind)
    # A whole address in one paragraph is a list by itself: "Gate House … Telephone … E-mail …".
    short = [
        at
        for at, met in sorted(kinds.items())
        if _is_line(draft.blocks[at])
        or (len(met) > 1 and len(draft.blocks[at].text.split()) <= _LONG)
    ]
    run: list[int] = []
    for at in [*short, len(draft.blocks) + 2 * _GAP]:
        if run and at - run[-1] > (_IN_TABLE if _same_table(draft, run[-1], at) else _GAP):
            run = _with_house(draft, run)
            if len({kind for each in run for kind in kinds.get(each, ())}) > 1:
                yield run
            run = []
        run.append(at)


def _same_table(draft: Draft, one: int, other: int) -> bool:
    cells = [draft.blocks[at].cell for at in (one, other) if at < len(draft.blocks)]
    return (
        len({cell.table if cell else None for cell in cells}) == 1
        and None not in cells
        and len(cells) > 1
    )


def _with_house(draft: Draft, run: list[int]) -> list[int]:
    """A run with the lines before it that name the building: "Larkfield Gate"."""
    first = run[0]
    while first and run[0] - first < _GAP:
        above = draft.blocks[first - 1]
        other = above.cell != draft.blocks[run[0]].cell or bool(POST.search(above.text))
        if other or not _is_line(above) or _is_sentence(above) or len(above.text.split()) > _NAME:
            break
        first -= 1
    return [*range(first, run[0]), *run]


def _is_line(block: Block) -> bool:
    """Whether a block is a line of a list rather than a sentence."""
    return (
        block.visibility is Visibility.SHOWN
        and block.kind not in RUNNING
        and block.is_prose
        and len(block.text.split()) <= _LONG
        and not _STOPS.search(block.text)
    )


def _without_sentences(draft: Draft, run: list[int]) -> list[int]:
    """A run without the sentences before and after its list: "Read our mailing list"."""
    kept = [at for at in run if not _is_sentence(draft.blocks[at])]
    return [at for at in run if kept and kept[0] <= at <= kept[-1]]


def _is_sentence(block: Block) -> bool:
    return len(block.text.split()) > 2 * _NAME or block.text.endswith(".")


def _is_plain(draft: Draft, first: int, inside: tuple[Block, ...]) -> bool:
    """Whether a list shows by itself that it is a body's, and holds no sentence."""
    if any(map(_is_sentence, inside)):
        return False
    section = draft.section_of(first)
    heads = [
        section.title if section else "",
        *(b.text for b in draft.blocks[max(0, first - _GAP) : first]),
    ]
    return (
        sum(bool(_LABELLED.match(b.text)) for b in inside) > 1
        or any(_PUBLIC_HOST.search(b.text) for b in inside)
        or any(_DETAILS.search(words) for words in heads)
    )


def _is_somebodys(draft: Draft, block: Block) -> bool:
    """Whether a line is that of a family, or of a person who answers for nobody."""
    if PRIVATE.search(block.text) or _SOMEBODYS.search(block.text):
        return True
    if BODY.search(block.text) or POST.search(block.text) or len(block.text.split()) > _NAME * 2:
        return False
    # "3 Knowsley Place" is nobody, whatever the model says.
    named = [draft.text_at(e.span) for e in draft.entities if _is_person_in(e, block)]
    return any(" " in name and not _BUILT.search(name) for name in named) and not any(
        kind_of_last_word(name.split()[-1]) for name in named
    )


def _is_person_in(entity: Entity, block: Block) -> bool:
    return entity.label == "PERSON" and entity.span.block == block.index

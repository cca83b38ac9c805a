"""What annotators write in a note: which rule should find the words, which should leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from ..draft import Role

#: Rules that only count words or things: in whole drafts they are not marked by hand.
COUNTED = frozenset("PLN001 PLN002 PLN003 ACR005 JAR002 STR004 STR005 STR006".split())
#: In "rules:", that no rule is marked; in "addressee:", that nobody is asked.
NONE, NOBODY = "none", "nobody"
_CODE = re.compile(r"[A-Z]{3}\d{3}")
#: The families of the rule catalogue, and the highest number in each.
_FAMILIES = dict(
    zip("PRV FND REC STR PLN JAR ACR TON CHD".split(), (16, 8, 11, 12, 5, 2, 7, 5, 4), strict=True)
)
_WORDS = (
    "not",
    "maybe",
    "draft:",
    "rules:",
    "role:",
    "group:",
    "addressee:",
    "part",
    "sentence",
    "finding",
    "recommendation",
)


class Verdict(StrEnum):
    """What a rule should do with a place."""

    FIND = "find"
    LEAVE = "leave"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Note:
    """A note, taken apart.

    `verdicts` are rules with what they should do here, `whole` those about the draft as a whole.
    `role` is that of the section, `begins` what begins here ("finding", "recommendation"), `group`
    the group of names the words belong to, `rules` the only ones marked in the file (none: all;
    "none" alone: no rule is), `part` whether a passage of its own begins. `addressees` are those a
    recommendation asks to act (empty: nobody; None: not said), `sentence` whether a sentence ends.
    """

    verdicts: tuple[tuple[str, Verdict], ...] = ()
    whole: tuple[tuple[str, Verdict], ...] = ()
    role: Role | None = None
    begins: tuple[str, ...] = ()
    group: str = ""
    rules: tuple[str, ...] = ()
    part: bool = False
    addressees: tuple[str, ...] | None = None
    sentence: bool = False


def read_note(text: str) -> tuple[Note, list[str]]:
    """A note and what is wrong with it, in plain words."""
    verdicts: list[tuple[str, Verdict]] = []
    whole: list[tuple[str, Verdict]] = []
    troubles: list[str] = []
    role: Role | None = None
    begins: list[str] = []
    rules: tuple[str, ...] = ()
    group, part, sentence = "", False, False
    addressees: tuple[str, ...] | None = None
    pieces = list(_pieces(text))
    if not pieces and not text.strip().startswith("#"):
        troubles.append("the note is empty: say which rule should find the words")
    for piece in pieces:
        key, colon, rest = piece.partition(":")
        key, rest = key.strip().lower(), rest.strip()
        if colon and key == "role":
            role, said = _role(rest)
            troubles += said
        elif colon and key == "group":
            group = rest
            troubles += [] if rest else ["“group:” names no group"]
        elif colon and key == "rules":
            rules = tuple(re.split(r"[,\s]+", rest))
            troubles += [said for code in rules if code != NONE for said in _wrong_code(code)]
            if NONE in rules and len(rules) > 1:
                troubles.append("“rules: none” stands alone: no rule is marked in the file")
        elif colon and key == "addressee":
            names = tuple(filter(None, (name.strip() for name in rest.split(","))))
            addressees = () if rest.lower() == NOBODY else names
            troubles += [] if names else [f"“addressee:” names nobody: write “{NOBODY}” for that"]
        elif colon and key == "draft":
            code, verdict = _verdict(rest)
            troubles += _wrong_code(code)
            whole.append((code, verdict))
        elif piece.lower() == "part":
            part = True
        elif piece.lower() == "sentence":
            sentence = True
        elif piece.lower() in {"finding", "recommendation"}:
            begins.append(piece.lower())
        else:
            code, verdict = _verdict(piece)
            said = _wrong_code(code)
            troubles += said
            if not said:
                verdicts.append((code, verdict))
    troubles += _contradictions(verdicts)
    if group and not any(code == "PRV001" for code, _ in verdicts):
        troubles.append("“group:” says to which group a name belongs: the note needs PRV001 too")
    if len(begins) > 1:
        troubles.append("one paragraph begins one finding or one recommendation, not two things")
    if addressees is not None and "recommendation" not in begins:
        troubles.append(
            "“addressee:” says whom a recommendation asks: it needs “recommendation” too"
        )
    note = Note(
        tuple(verdicts),
        tuple(whole),
        role,
        tuple(begins),
        group,
        rules,
        part,
        addressees,
        sentence,
    )
    return note, troubles


def _pieces(text: str) -> Iterator[str]:
    """What a note says, one thing after the other; a remark goes on to the end."""
    said, _, _ = text.partition("#")
    yield from (piece.strip() for piece in said.split(";") if piece.strip())


def _verdict(piece: str) -> tuple[str, Verdict]:
    word, _, rest = piece.partition(" ")
    if word.lower() == "not":
        return rest.strip(), Verdict.LEAVE
    if word.lower() == "maybe":
        return rest.strip(), Verdict.EITHER
    return piece, Verdict.FIND


def _role(word: str) -> tuple[Role | None, list[str]]:
    try:
        return Role(word.lower().replace(" ", "_")), []
    except ValueError:
        near = get_close_matches(word.lower(), [role.value for role in Role], 1, 0.5)
        hint = f"; did you mean “{near[0]}”?" if near else ""
        return None, [f"there is no role “{word}”{hint}"]


def _wrong_code(code: str) -> list[str]:
    if not code:
        return ["“not” and “maybe” need the code of a rule after them"]
    if not _CODE.fullmatch(code):
        if _CODE.fullmatch(code.upper()):
            return [f"“{code}”: write the code in capitals, {code.upper()}"]
        near = get_close_matches(code.split()[0].lower(), _WORDS, 1, 0.6)
        hint = f"; did you mean “{near[0]}”?" if near else ""
        return [f"“{code}” is neither the code of a rule nor a word that a note can hold{hint}"]
    if code[:3] not in _FAMILIES:
        return [f"there is no rule {code}: no rules begin with {code[:3]}"]
    if not 0 < int(code[3:]) <= _FAMILIES[code[:3]]:
        return [f"there is no rule {code}: the last is {code[:3]}{_FAMILIES[code[:3]]:03}"]
    return []


def _contradictions(verdicts: list[tuple[str, Verdict]]) -> Iterator[str]:
    for code in dict.fromkeys(code for code, _ in verdicts):
        said = [verdict for other, verdict in verdicts if other == code]
        if len(set(said)) > 1:
            yield f"the note says two different things of {code}"
        elif len(said) > 1:
            yield f"the note names {code} twice"

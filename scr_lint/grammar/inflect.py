"""Puts plain words into the form of the words they stand for: "check" for "triangulated" is
"checked"."""

from __future__ import annotations

from collections.abc import Mapping

_PAST: Mapping[str, tuple[str, str]] = {
    "be": ("was", "been"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "buy": ("bought", "bought"),
    "choose": ("chose", "chosen"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "feel": ("felt", "felt"),
    "find": ("found", "found"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "have": ("had", "had"),
    "hear": ("heard", "heard"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "read": ("read", "read"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "show": ("showed", "shown"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "stand": ("stood", "stood"),
    "take": ("took", "taken"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "understand": ("understood", "understood"),
    "write": ("wrote", "written"),
}
# Verbs of one syllable, or stressed on the last, that double their last letter.
_DOUBLED = frozenset(
    """admit ban bar begin cancel clip commit confer control counsel crop cut defer deter drag drop
    equip fit flag get grab infer label let log model omit pin plan plot pop prefer put rebut refer
    rub run scan set shut signal sit skim skip slip spot stem step stop strip submit swap tag tap
    transfer trap travel trim wrap permit""".split()
)
_VOWELS = "aeiou"


def like(phrase: str, tag: str) -> str:
    """A phrase that begins with a verb, its verb in the form of a Penn Treebank tag.

    "check against other sources" under VBN is "checked against other sources", and "arrange and pay
    for" is "arranged and paid for"; other tags leave it as it is.
    """
    verb, _, rest = phrase.partition(" ")
    if rest.startswith("and "):
        return f"{like(verb, tag)} and {like(rest.removeprefix('and '), tag)}"
    forms = {"VBD": _past(verb, 0), "VBN": _past(verb, 1), "VBG": _ing(verb), "VBZ": _s(verb)}
    return f"{forms.get(tag, verb)} {rest}".strip()


def _past(verb: str, which: int) -> str:
    if verb in _PAST:
        return _PAST[verb][which]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in _DOUBLED else f"{verb}ed"


def _ing(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and verb[-2:] not in {"ee", "be", "oe"}:
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def _s(verb: str) -> str:
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"

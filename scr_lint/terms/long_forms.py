"""Matches a short form with the words it is short for: "MARAC", "Multi-Agency Risk Assessment
Conference".

After Schwartz and Hearst's "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003), which takes letters of the short form from anywhere in the words as long
as the first begins one; with a strict form besides, for words that no bracket ties to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from .short_forms import key_of, lexicon

# Words that a short form may pass over.
_MINOR = frozenset(
    "of and the for in to on at with or a an by from s de under not into within our their is are".split()
)
# Of those, the ones with which a long form may begin: "not estimated", "in vitro fertilisation".
_MAY_OPEN = frozenset(["not", "under", "within", "into", "in"])
_WORD = re.compile(r"[^\W_]+|&")
_STOP = re.compile(r"[.;:!?]\s|,\s(?=(?:the|an?|and|or)\s)|[()\[\]“”\"]|\s[–—-]\s")
#: What a body or a paper is, which its letters may leave out: "the Tongue-tie service (TT)".
_LEFT_OUT = frozenset(
    """service team unit group panel board project programme scheme centre clinic form meeting plan
    tool model worker nurse officer""".split()
)
#: Words: of what may follow a long form before the bracket.
_REST = 2
#: Words: of a long form.
_LONGEST = 16
#: Characters: a long sentence.
_REACH = 250


def before(text: str, end: int, short: str) -> int | None:
    """Where the words that `short` stands for begin, if they end at `end`; else None.

    Tries the nearest beginning first, up to as many words as a short form of its length can
    stand for.
    """
    words = _words(text[:end])
    at_most = max(len(short) + 5, 2 * len(short))
    for strict in (True, False):
        for first in range(len(words) - 1, max(-1, len(words) - 1 - at_most), -1):
            if _ends_a_bracket(text[words[first][1] : end]):
                break
            if matches([w for w, _ in words[first:]], short, strict=strict):
                return words[first][1]
    return _listed_before(text[:end], short)


def loosely_before(text: str, end: int, short: str) -> int | None:
    """Where words that `short` may stand for begin: not every letter or word has its counterpart.

    For short forms alone in brackets, whose authors do not always count letters: "the disabled
    children's team (CDT)", "Integrated Front Door for Children (IFDC)", or letters in another order.
    """
    name = _ending(text[:end])
    best, beginning = _LEAST * len(letters(short)), None
    for index, (word, at) in enumerate(name):
        if word[0].lower() == letters(short)[0] and word.lower() not in _MINOR:
            score = _likeness([w for w, _ in name[index:]], letters(short))
            if score > best:
                best, beginning = score, at
    return _name_before(name, letters(short)) if beginning is None else beginning


def shuffled_before(text: str, end: int, short: str) -> int | None:
    """Where a name in capitals begins that ends here and has all the letters in another order.

    "The Quality Care Commission (CQC)": the author has the words wrong, and means them all.
    """
    name = [(word, at) for word, at in _ending(text[:end]) if word.lower() not in _MINOR]
    wanted = letters(short)
    chosen = name[-len(wanted) :]
    initials = Counter(word[0].lower() for word, _ in chosen if word[0].isupper())
    fits = len(wanted) == 3 and initials == Counter(wanted)
    return chosen[0][1] if fits else None


def without_rest(text: str, start: int, end: int, short: str) -> int:
    """Where a long form ends, without words in small letters that give no letter.

    "Independent sexual violence adviser post (ISVA)", "Retrofit Emission Control devices (REC)":
    the words before them have every letter.
    """
    words = [(m.group(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    lower = [word.lower() for word, _ in words]
    if matches(lower, short):
        return end
    for last in range(len(words) - 1, max(0, len(words) - 1 - _REST), -1):
        rest = text[words[last - 1][1] : end]
        if not re.fullmatch(r"\s[a-z][\w\s]*", rest):
            return end
        if matches(lower[:last], short, strict=True):
            return words[last - 1][1]
    return end


def is_like(text: str, short: str) -> bool:
    """Whether a whole text may be what `short` stands for, by the same measure."""
    words, wanted = _WORD.findall(text), letters(short)
    begins = bool(words) and words[0][0].lower() == wanted[:1] and len(words) <= _LONGEST
    return begins and len(wanted) > 2 and _likeness(words, wanted) > _LEAST * len(wanted)


#: A letter that begins a word, one that follows it there, one further on in the word, a word that
#: has no letter (with a capital and without), a letter that has no word; and how much for a letter
#: is enough. Set on the sentences of the benchmark and the drafts of the tuning half.
_BEGINS, _FOLLOWS, _INSIDE, _CAPITAL, _SMALL, _UNMATCHED = 2.0, 1.0, 0.4, -0.7, -1.2, -1.5
_LEAST = 0.6


def _likeness(words: list[str], wanted: str) -> float:
    """How well words fit a short form whose first letter begins the first of them."""

    @cache
    def best(word: int, letter: int) -> float:
        if word == len(words):
            return _UNMATCHED * (len(wanted) - letter)
        this = words[word]
        passed = (
            0.0
            if this.lower() in _MINOR or this[0].isdigit()
            else _CAPITAL
            if this[0].isupper()
            else _SMALL
        )
        # The last word is part of the long form, so a common noun there gives a letter.
        last = word + 1 == len(words) and this.islower() and this not in _LEFT_OUT
        found = best(word + 1, letter) + (_SMALL * len(wanted) if last else passed)
        for first in range(letter, min(letter + 2, len(wanted))):
            if wanted[first] != this[0].lower():
                continue
            score, at = _BEGINS + _UNMATCHED * (first - letter), 0
            found = max(found, score + best(word + 1, first + 1))
            for further in range(first + 1, len(wanted)):
                before, at = at, this.lower().find(wanted[further], at + 1)
                if at < 0:
                    break
                score += _FOLLOWS if at == before + 1 else _INSIDE
                found = max(found, score + best(word + 1, further + 1))
        return found

    return best(0, 0)


def _name_before(name: list[tuple[str, int]], wanted: str) -> int | None:
    """Where a name in capitals begins that ends here and has half of the letters, in any order."""
    most, beginning = max(2, (len(wanted) + 1) // 2) - 1, None
    initials: Counter[str] = Counter()
    for word, at in reversed(name):
        if word[0].isupper():
            initials[word[0].lower()] += 1
            shared = (initials & Counter(wanted)).total()
            if shared > most:
                most, beginning = shared, at
        elif word.lower() not in _MINOR:
            break
    return beginning


def _ending(text: str) -> list[tuple[str, int]]:
    """The words with which a text ends, back to a stop or a bracket, as far as a name can reach."""
    last = max((m.end() for m in _STOP.finditer(text)), default=0)
    return [(m.group(), last + m.start()) for m in _WORD.finditer(text[last:])][-_LONGEST:]


def after(text: str, start: int, short: str, *, strict: bool = False) -> int | None:
    """Where the words that `short` stands for end, if they begin at `start`; else None."""
    words = _words(text[start : start + 160])
    while words and words[0][0] in {"the", "a", "an", "our"}:
        words = words[1:]
    at_most = max(len(short) + 5, 2 * len(short))
    for closely in (True,) if strict else (True, False):
        for last in range(1, min(len(words), at_most) + 1):
            if matches([w for w, _ in words[:last]], short, strict=closely):
                word, at = words[last - 1]
                return start + at + len(word)
    for listed in _listed(short):
        found = re.match(rf"\W*(?:the |an? )?{listed}", text[start:], re.IGNORECASE)
        if found:
            return start + found.end()
    return None


def near(text: str, at: int, short: str) -> Iterator[tuple[int, int]]:
    """Where the words that `short` stands for occur in full within a sentence's length of `at`.

    Strictly: every letter begins a word, and no full stop stands between them.
    """
    wanted = letters(short)
    first, last = max(0, at - _REACH), at + _REACH
    words = [(word, first + start) for word, start in _words(text[first:last])]
    for index, (word, start) in enumerate(words):
        if not word.startswith(wanted[:1]) or word in _MINOR - _MAY_OPEN:
            continue
        for count in range(2, min(len(words) - index, len(wanted) + 5) + 1):
            chosen = words[index : index + count]
            if matches([w for w, _ in chosen], short, strict=True):
                end = chosen[-1][1] + len(chosen[-1][0])
                if not re.search(r"[.;:]\s", text[start:end]) and not _ends_a_bracket(
                    text[start:end]
                ):
                    yield start, end
                break


def _ends_a_bracket(words: str) -> bool:
    """Whether a bracket ends among words that begins before them: "SL) or function"."""
    return words.count(")") > words.count("(")


def named(text: str, short: str) -> tuple[int, int] | None:
    """Where a text has the words of `short` as a name, in capitals or as the lexicon lists them.

    For words that nothing ties to the short form: "the Multi-Agency Safeguarding Hub". None for
    what can stand for several things.
    """
    rows = lexicon().get(key_of(short), ())
    if len(rows) > 1 or any(row["ambiguous"] for row in rows):
        return None
    for listed in _listed(short):
        for found in re.finditer(listed, text, re.IGNORECASE):
            longer = re.match(rf"[^().]{{0,90}}\([“\"‘]?{short}[A-Z]", text[found.end() :])
            if not longer and not _is_within_name(text, *found.span()):
                return found.start(), _without_possessive(text, found.end())
    if rows or len(letters(short)) < 3:
        return None
    gap = r"[\s-]+(?:(?:of|and|the|for|in|to|on|with)\s+)*"
    initials = gap.join(rf"{letter.upper()}[\w’']+" for letter in letters(short))
    spelt = re.search(rf"\b{initials}(?!\w)(?!\s[A-Z])", text)
    if not spelt or _is_within_name(text, *spelt.span()):
        return None
    return spelt.start(), _without_possessive(text, spelt.end())


def _is_within_name(text: str, start: int, end: int) -> bool:
    """Whether words in capitals go on from a word before them: "Port" of "Port State Control Officer".

    The first word of a sentence, and small words with a capital, are none.
    """
    before = re.search(r"(?:^|(\S)\s)([A-Z][a-z]+)\s$", text[:start])
    if not before or not text[start].isupper():
        return False
    opens = before.group(1) is None or before.group(1) in ".?!:"
    return not opens and before.group(2).lower() not in _MINOR | {"the", "our", "both", "this"}


def _without_possessive(text: str, end: int) -> int:
    return end - 2 if re.search(r"[a-z][’']s$", text[:end]) else end


def matches(words: list[str], short: str, *, strict: bool = False) -> bool:
    """Whether lower-case words can be what a short form is short for.

    Its first letter begins the first word, every other letter begins a later word or stands
    further on in the same one, and every word but the minor ones gives at least one letter.
    `strict` wants all letters at beginnings of words, or the first ones of them ("Vi" in ViSOR).
    """
    wanted = letters(short)
    if not words or not wanted or not words[0].startswith(wanted[0]):
        return False
    opens = words[0] not in _MINOR or (strict and words[0] in _MAY_OPEN)
    if not opens or words[-1] in _MINOR:
        return False
    if all(len(w) == 1 for w in words) or any(_holds(w, wanted) for w in words):
        return False
    return _align(wanted, words, strict)


def letters(short: str) -> str:
    """The letters and digits of a short form, in lower case: "A&E" gives "ae"."""
    return "".join(c for c in short.lower() if c.isalnum())


def _holds(word: str, wanted: str) -> bool:
    """Whether a word is the short form again, or one made from it."""
    made = len(wanted) > 3 and word.startswith(wanted[:-1]) and len(word) <= len(wanted) + 1
    return word == wanted or made


def _align(wanted: str, words: list[str], strict: bool) -> bool:
    if not words:
        return not wanted
    word, rest = words[0], words[1:]
    if word in _MINOR and _align(wanted, rest, strict):
        return True
    if word == "&":
        return _align(wanted, rest, strict)
    if not wanted or not word.startswith(wanted[0]):
        return False
    for taken in range(1, len(wanted) + 1):
        inside = word.startswith(wanted[:taken]) if strict else _in_order(wanted[:taken], word)
        if not inside:
            return False
        if _align(wanted[taken:], rest, strict):
            return True
    return False


def _in_order(wanted: str, word: str) -> bool:
    at = 0
    for letter in wanted:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return True


def _words(text: str) -> list[tuple[str, int]]:
    """Words in lower case and where they begin; the parts of a hyphenated one apart."""
    return [(match.group().lower(), match.start()) for match in _WORD.finditer(text)]


def _listed(short: str) -> Iterator[str]:
    """Patterns for what the lexicon says it can stand for, in singular or plural."""
    for row in lexicon().get(key_of(short), ()):
        expansion = re.sub(r"\s*\(.*?\)", "", row["expansion"]).split(":")[0]
        words = [re.escape(w.removesuffix("s")) + r"(?:s|['’]s|s['’])?" for w in _plain(expansion)]
        if words:
            yield r"\b" + r",?[\s-]+".join(words)


def _listed_before(text: str, short: str) -> int | None:
    for listed in _listed(short):
        found = re.search(rf"{listed}\W*$", text, re.IGNORECASE)
        if found:
            return found.start()
    return None


def _plain(expansion: str) -> list[str]:
    return re.findall(r"[\w&]+", re.sub(r"['’]s\b", "s", expansion))

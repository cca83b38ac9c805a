"""The family of an adjective: its adverb and its noun, as English makes them.

"Haughty" gives "haughtily" and "haughtiness", "complacent" "complacently" and "complacency". What
is made by the rule and is no word of the language is found in no text and does no harm.
"""

from __future__ import annotations

# What an adjective ends in, and what stands there in its adverb and its nouns.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("able", ("ably", "ability", "ableness")),
    ("ible", ("ibly", "ibility")),
    ("le", ("ly", "leness")),
    ("ic", ("ically",)),
    ("ical", ("ically", "icality")),
    ("ant", ("antly", "ance", "ancy")),
    ("ent", ("ently", "ence", "ency")),
    ("ary", ("arily",)),
    ("cal", ("cally",)),
    ("ite", ("itely",)),
    ("y", ("ily", "iness")),
    ("ive", ("ively", "iveness")),
    ("ile", ("ilely", "ility")),
    ("al", ("ally", "ality")),
    ("id", ("idly", "idity", "idness")),
)
#: Adjectives shorter than this have adverbs that go their own ways ("shy", "lax").
_SHORT = 4


def family(adjective: str) -> list[str]:
    """An adjective with its adverb and nouns; a phrase of several words stays by itself."""
    if " " in adjective or len(adjective) < _SHORT:
        return [adjective]
    for ending, others in _ENDINGS:
        if adjective.endswith(ending):
            stem = adjective.removesuffix(ending)
            return [adjective, *(stem + other for other in others)]
    return [adjective, f"{adjective}ly", f"{adjective}ness"]

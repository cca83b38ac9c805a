"""Whether some words begin with a command: "Replace the form", and not "Review meetings were held"."""

from __future__ import annotations

import re

from .verbs import is_action

_COMMAND = re.compile(
    r"\W*(?P<verb>[A-Za-z]+(?:-[a-z]+)?)(?:,| (?!ha[sd]|have|is|are|was|were|of|by)"
    r"[“\"‘']?(?P<next>\w+))"
)
DETERMINERS = frozenset(
    "the a an each every all any their its this these those no what who how".split()
)
#: First words that a determiner follows and that are no verbs.
_NO_COMMAND = frozenset(
    """about above across after again against all almost alongside although among and any are as at because
    before behind below beneath beside besides between beyond both but by can could despite did do does
    down during each either enough especially even every except few for from given had half has have
    here how however if in including indeed inside instead into is just like many may meanwhile might
    more most much near neither no nor not now of off on once one only onto or out outside over past
    per perhaps quite rather save should similarly since so some still such than that then there
    therefore these this those though through throughout thus to today too toward towards under
    underneath unless unlike until up upon via was were what whatever when where whereas whether
    which while whilst who whose why with within without would yet""".split()
)
#: First words of names of people and things that are verbs as well: "Care leavers told us …".
_FIRST_OF_NAMES = {
    "care": frozenset(
        "leaver leavers worker workers staff plan plans home homes order orders proceedings package "
        "packages coordinator coordinators assistants experience pathway pathways".split()
    ),
    "support": frozenset(
        "worker workers staff plan plans group groups assistants services".split()
    ),
    "contact": frozenset("centre centres officer officers supervisor supervisors notes".split()),
    "review": frozenset("team officer officers panel members meeting meetings conference".split()),
    "plan": frozenset({"meetings"}),
    "foster": frozenset("carer carers parents families homes placements".split()),
    "return": frozenset({"home"}),
    "direct": frozenset({"work"}),
}
#: A statement that begins as a note or a command does: "The wording of letters to invite fathers is weak",
#: "Return home interviews are late". Not after a word that opens a clause of its own.
_THEN_STATES = re.compile(
    r"^(?:(?!\b(?:that|which|who|whom|whose|where|when|whenever|if|whether|what|how|why|because|as|until|unless|"
    r"while|once|than|since|so|but|before|after)\b)[^.;:?!(–—“\"])*?\b(?:is|are|was|were|has|had|does|did|remains)\b",
    re.IGNORECASE,
)
#: Verbs whose clause needs no "that": "Ensure all staff are trained".
_OF_CLAUSES = frozenset(
    "ensure make see check confirm establish verify assure satisfy decide agree say tell show note let".split()
)


def commands(words: str) -> bool:
    """Whether some words begin with a command: "Replace the form", "Revisit, with the Trust, …"."""
    command = _COMMAND.match(words)
    if command is None:
        return False
    verb, following = command["verb"].lower(), (command["next"] or "").lower()
    if verb in _FIRST_OF_NAMES and following in _FIRST_OF_NAMES[verb]:
        return False
    if states_on(verb, words[command.end("verb") :]):
        return False
    if is_action(verb):
        return True
    plain = verb not in _NO_COMMAND and not verb.endswith(("ly", "ing", "ed", "s"))
    return plain and following in DETERMINERS - {"who"}  # "Children who interpret leave out …"


def states_on(verb: str, rest: str) -> bool:
    """Whether what begins as a note or a command goes on to state something of its own subject."""
    return verb not in _OF_CLAUSES and bool(_THEN_STATES.match(rest))

"""Whether findings explain: the weighing of signs, and that they are read once for all rules."""

from __future__ import annotations

from scr_lint import Draft, Role
from scr_lint.causes import explanation
from scr_lint.causes.explanation import explain
from scr_lint.causes.weighing import LEAST, blames, describes, lacks
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure

_WHAT = (
    "Finding 1: The letter of 4 June was sent to the old address. A second letter was sent on 20 "
    "June. The appointment was not kept, and the case was closed on 2 July."
)
_WHY = (
    "The clerk has one field for an address and the system fills it from the mother's record; "
    "nobody on the ward can see that, and they believed that the family was choosing to stay away."
)


def _draft(text: str) -> Draft:
    return analyse(with_structure(parse(text, ""), Role.FINDINGS), Layer.PARSE)


def _likely(text: str) -> float:
    draft = _draft(text)
    blocks = [b.index for b in draft.blocks]
    return describes(draft, blocks, explain(draft, [blocks])[0])


def _blamed(text: str) -> float:
    draft = _draft(text)
    blocks = [b.index for b in draft.blocks]
    return blames("FND003", draft, blocks, explain(draft, [blocks])[0], ())


def test_an_account_of_events_describes_and_a_reason_does_not():
    assert _likely(_WHAT) > 0.5
    assert _likely(f"Finding 1: {_WHY}") < 0.5


def test_one_part_of_a_long_finding_may_explain_it():
    told = "\n\n".join(_WHAT.removeprefix("Finding 1: ") for _ in range(6))
    assert _likely(f"{_WHAT}\n\n{told}") > 0.5
    assert _likely(f"{_WHAT}\n\n{told}\n\n{_WHY} {_WHY}\n\n{told}") < 0.5


def test_want_of_skill_is_blamed_where_no_one_sign_says_so():
    skill = (
        "Finding 1: The school's nurse was a novice at plotting weights. It was her unfamiliarity "
        "with the chart that produced the wrong line, and careful teaching will cure it."
    )
    least = LEAST["FND003"]
    assert _blamed(skill) >= least
    assert _blamed(_WHAT) < least
    assert _blamed(f"Finding 1: {_WHY}") < least


def test_what_was_never_met_with_and_what_another_would_have_done_blame_skill():
    never = "The warden had never come across the word and had not been on the course."
    assert _blamed(f"Finding 1: {never} A practised warden would have asked.") >= LEAST["FND003"]


def test_a_broken_part_explains():
    bolt = "because a bolt, cracked since the overhaul of 2009, parted at the thread"
    assert _likely(f"Finding 1: The left turbine of the mill failed {bolt}.") < LEAST["FND001"]


def _lacks(code: str, text: str) -> bool:
    draft = _draft(f"Finding 1: {text}")
    return lacks(code, draft, [b.index for b in draft.blocks]) >= LEAST[code]


def test_what_reviewers_read_is_evidence_and_a_count_of_events_is_not():
    read = (
        "Having been through the whole of the correspondence, we find no letter in which anybody "
        "asks where the boy slept."
    )
    counted = (
        "Nine visits were made in the quarter and eight of the nine were announced. On one the dog "
        "was out. A tenth was missed, and nobody made it up."
    )
    assert not _lacks("FND004", read)
    assert _lacks("FND004", counted)


def test_what_is_done_in_other_places_or_has_become_so_says_how_usual_it_is():
    beside = "In the other two hostels of the association it is locked at ten."
    assert not _lacks("FND005", f"The door was locked at eight. {beside}")
    lorry = "The lorry brings the records on Thursdays, as it has since the merger"
    assert not _lacks("FND005", f"{lorry}, and a child seen on a Friday has none.")
    assert _lacks("FND005", "The midwife still had the notes in her car on the Friday.")


def test_what_explains_is_read_once(monkeypatch):
    read: list[int] = []
    conditions = explanation.find_conditions
    monkeypatch.setattr(
        explanation, "find_conditions", lambda s: read.append(s.block) or conditions(s)
    )
    draft = _draft(_WHAT)
    assert explain(draft, [[0]]) == explain(draft, [(0,)])
    assert len(read) == len(list(draft.sentences(draft.blocks[0])))

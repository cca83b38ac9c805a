"""Recommendations can be understood and acted on."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.draft import Recommendation, count_words
from scr_lint.requests.addressees import text_start
from scr_lint.requests.emptiness import likely_empty

from .places import asks_for_something, span_of, title_of

_R = Role.RECOMMENDATIONS


class UnclearRecommendation(Rule):
    """A recommendation in one very long sentence, or one that no reader could act on.

    Why: the national panel's fifth criticism names recommendations that are "unclear". A sentence
    that has to be read three times will be carried out in three ways; one that asks for a golden
    thread, a step change or more of everything can be carried out in none. More than 60 words in
    a sentence is a default of this project, which settings may change; no guidance gives a number.

    Instead: say in one short sentence who does what, and put how and why into the next. Ask what
    somebody could see, a year later, if it had been done.

    Leaves alone: recommendations in several sentences or a list, however long; weak verbs with a
    plain object ("consider a joint post"), which are REC004's; anything with something in it that
    could be seen, counted or handed over.

    Contested: culture and curiosity are real, and matter. A recommendation may be about them if it
    says what should be done about them.
    """

    code = "REC011"
    name = "unclear-recommendation"
    severity = Severity.WARNING
    basis = ("PANEL.5", "WT2015.p79-plain")
    layers = Layer.PARSE
    limits = {"words": 60}

    flagged = (
        Example("Recommendation 1: Professional curiosity should be everyone's business.", _R),
        Example("Recommendation 2: The Partnership should embed a culture of learning.", _R),
        Example("Recommendation 3: The Board should do better.", _R),
        Example("Recommendation 4: Safeguarding to be mainstreamed across the whole system.", _R),
        Example(
            "Recommendation 5: The Council should ensure that a holistic approach is taken.", _R
        ),
        Example(
            "Recommendation 6: The Trust, having regard to the work in hand under its strategy and "
            "to the views of those of its staff who may be affected, should, in consultation with "
            "the Council, the schools and such others as it thinks fit, come to a view on whether "
            "the forms by which midwives, health visitors and nurses tell one another of a family "
            "that has moved are such as they can rely on, and, if it finds that they are not, on "
            "what should stand in their place.",
            _R,
        ),
        Example(
            "Recommendation 9: Wider recognition needs to be given to the unequal contexts in which "
            "need arises.",
            _R,
        ),
        Example("Recommendation 7: Partners must lean into complexity together.", _R),
        Example("Recommendation 8: The leadership should set the tone.", _R),
    )
    passed = (
        Example("Recommendation 1: The Trust should move the duty desk to the front door.", _R),
        Example("Recommendation 2: The Board should meet six times a year.", _R),
        Example("Recommendation 3: The Council should consider a joint post.", _R),
        Example(
            "Recommendation 4: The police should use one form.\n\n- The sergeant fills in page "
            "one.\n- The inspector reads it.\n- The social worker has a copy by morning.\n"
            "- The child is told what has been written.\n",
            _R,
        ),
        Example("Recommendation 5: Training on neglect should be refreshed.", _R),
        Example(
            "Recommendation 6: The Trust should ensure that every baby is weighed at each visit.",
            _R,
        ),
        Example("The Board should do better.", Role.ANALYSIS),
        Example(
            "Recommendation 7: The Council should improve attendance by paying for taxis to the "
            "clinic.",
            _R,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for item in draft.recommendations:
            words = longest_sentence(draft, item)
            if words > self.limit["words"]:
                yield self.finding(
                    draft,
                    span_of(draft, item),
                    f"{title_of(item)} has a sentence of {words} words.",
                    "Consider saying in one short sentence who does what, and how and why in the "
                    "next, or setting the steps out as a list.",
                    confidence=0.85,
                )
            elif asks_for_something(draft, item) and likely_empty(draft, item):
                yield self.finding(
                    draft,
                    span_of(draft, item),
                    f"{title_of(item)} asks for nothing that anybody could see to be done.",
                    "Consider what would be there, or would be different, a year later if it had "
                    "been carried out, and asking for that.",
                    confidence=0.75,
                )


def longest_sentence(draft: Draft, item: Recommendation) -> int:
    """The number of words of its longest sentence."""
    lengths = [0]
    for index in item.blocks:
        start = text_start(draft, item) if index == item.blocks[0] else 0
        text = draft.blocks[index].text
        for sentence in draft.sentences(draft.blocks[index]):
            lengths.append(count_words(text[max(sentence.start_char, start) : sentence.end_char]))
    return max(lengths)

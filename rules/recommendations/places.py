"""Where a recommendation stands, and what to call it."""

from scr_lint import Draft, Span
from scr_lint.draft import Recommendation
from scr_lint.requests.actions import actions
from scr_lint.requests.addressees import text_start
from scr_lint.requests.asking import asks


def span_of(draft: Draft, item: Recommendation) -> Span:
    """The words of a recommendation's first paragraph, without its label."""
    first = item.blocks[0]
    return Span(first, text_start(draft, item), len(draft.blocks[first].text))


def title_of(item: Recommendation) -> str:
    """Its label as printed, or "This recommendation" for one in a list."""
    return item.label if item.label[:3].lower() == "rec" else "This recommendation"


def asks_for_something(draft: Draft, item: Recommendation) -> bool:
    """Whether a recommendation holds a request, or a note of one, and not only statements.

    Where a report mixes the two under one heading, what only states is no matter of these rules.
    """
    if item.label[:3].lower() == "rec" or actions(draft, item):
        return True
    first = draft.blocks[item.blocks[0]]
    if asks(first, item.section):
        return True
    doc = draft.docs.get(first.index)
    return doc is None or not any(t.tag_ in {"VBZ", "VBP", "VBD"} for t in doc)

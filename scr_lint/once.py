"""What several rules need to know of a draft, or of a paragraph, is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from .draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc

_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")


def once(
    function: Callable[Concatenate[Draft, _Arguments], _Answer],
) -> Callable[Concatenate[Draft, _Arguments], _Answer]:
    """Makes a function of a draft answer a second call with the answer to the first.

    The other arguments count as the same where they are the same objects. The answer is kept as
    long as the draft, and must not be changed or be used up: a tuple, not an iterator.
    """

    @wraps(function)
    def answer(draft: Draft, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Answer:
        key = (function, *map(id, args), *((name, id(value)) for name, value in kwargs.items()))
        if key not in draft.worked_out:
            # The arguments are kept too: another object must not come to stand at their address.
            draft.worked_out[key] = (function(draft, *args, **kwargs), args, kwargs)
        found: _Answer = draft.worked_out[key][0]
        return found

    return answer


def once_a_text(function: Callable[[Doc], _Answer]) -> Callable[[Doc], _Answer]:
    """Makes a function of a parsed paragraph answer a second call with the answer to the first.

    The answer is kept as long as the paragraph's parse, and must not be changed or be used up.
    What is asked again for every date or pronoun of a paragraph makes a long one take for ever.
    """
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def answer(doc: Doc) -> _Answer:
        if key not in doc.user_data:
            doc.user_data[key] = function(doc)
        found: _Answer = doc.user_data[key]
        return found

    return answer

"""What several rules need to know of a draft is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from .draft import Draft

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

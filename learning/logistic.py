"""What all that is learnt here shares: a logistic regression, and figures on files left out.

Both kinds of row count the same in all, however many there are of each, so that 0.5 is the middle;
the bias is free, all other weights are held small (an L2 penalty).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression


def learn(
    rows: np.ndarray, wanted: np.ndarray, held: float = 1.0, *, exact: bool = True
) -> np.ndarray:
    """Weights for each column of `rows`, and last the bias. `held`: how small they are kept, above 0.

    Not `exact` is much faster where there are thousands of columns, and as good.
    """
    how = (
        {"solver": "newton-cholesky", "max_iter": 200, "tol": 1e-7}
        if exact
        else {"solver": "lbfgs", "max_iter": 100, "tol": 1e-3}
    )
    model = LogisticRegression(C=1 / held, class_weight="balanced", **how)
    model.fit(rows, wanted)
    return np.append(model.coef_[0], model.intercept_[0])


def likelihood(rows: np.ndarray, worth: np.ndarray) -> np.ndarray:
    """How likely each row is one to find, between 0 and 1."""
    likely: np.ndarray = 1 / (1 + np.exp(-(rows @ worth[:-1] + worth[-1])))
    return likely


def left_out(
    files: Sequence[str],
    rows: np.ndarray,
    wanted: np.ndarray,
    held: float = 1.0,
    always: Collection[str] = (),
    *,
    exact: bool = True,
) -> np.ndarray:
    """How likely each row is one to find, by weights learnt without any row of its file.

    Rows of the files `always` are learnt from throughout, and get 0.
    """
    where = np.array(files)
    likely = np.zeros(len(where))
    for file in sorted(set(where) - set(always)):
        out = where == file
        likely[out] = likelihood(rows[out], learn(rows[~out], wanted[~out], held, exact=exact))
    return likely

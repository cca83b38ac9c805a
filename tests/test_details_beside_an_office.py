"""A line that tells how to reach an office covers the office's details, and nobody else's."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.settings import settings_from

_CONTACTS = settings_from({"check": {"select": ["PRV006"]}})


def found(text: str) -> list[str]:
    findings = lint_text(f"# Contact\n\n{text}", settings=_CONTACTS).findings
    return [at.text for finding in findings for at in finding.locations]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        (
            "Contact: Ruth Hendy, Business Manager, 01632 960 177. See also @marlowmum on TikTok.",
            "@marlowmum",
        ),
        (
            "Enquiries about this report should go to the Council on 01632 960 177. "
            "Karen Whitlock, 07700 900 418, rang first.",
            "07700 900 418",
        ),
        (
            "Contact the Council on 01632 960 177 or Karen Whitlock on 07700 900 418.",
            "07700 900 418",
        ),
        (
            "Contact the Council on 01632 960 177 or look at @kaydensnan on Instagram.",
            "@kaydensnan",
        ),
        (
            "Comments on this report may be sent to the Partnership. "
            "Write to j.mallory81@gmail.com if you knew him.",
            "j.mallory81@gmail.com",
        ),
        (
            "Contact the Board on 01632 960 100. His page is @jaydenofficial on Instagram.",
            "@jaydenofficial",
        ),
        ("Follow us @seechildren and his sister @kaylasworld. Contact the Board.", "@kaylasworld"),
        (
            "Contact the Board, board@example.org, or the uncle at dale.whitlock@fastpost.example.",
            "dale.whitlock@fastpost.example",
        ),
        ("Contact the Board on 01632 960 100. Home: 07700 900 222.", "07700 900 222"),
        ("Contact the Board on 01632 960 100. Her partner: 07700 900 222.", "07700 900 222"),
        ("Contact the Board on 01632 960 100. Kaidyn: 07700 900 222.", "07700 900 222"),
        (
            "Contact the Board on 01632 960 100. Karen Whitlock was told. Mobile: 07700 900 222.",
            "07700 900 222",
        ),
        ("Contact the Board on 01632 960 100. Dale Whitlock's page is @dalepress.", "@dalepress"),
        ("Contact the Board on 01632 960 100 or her nan on 01632 960 222.", "01632 960 222"),
    ],
)
def test_what_is_a_familys_is_found(text: str, detail: str) -> None:
    assert found(text) == [detail]


@pytest.mark.parametrize(
    "text",
    [
        "Contact: Ruth Hendy, Business Manager, 01632 960 177, ruth.hendy@fenmere.example.",
        "Contact the Board: 01632 960100. E-mail: board@aldermarsh.example. Follow us @seechildren.",
        "Contact the Council on 01632 960 177. Twitter: @fenmerecouncil.",
        "Further copies of this report from the Partnership. Telephone: 01632 960 100.",
        "Contact the Board's duty officer on 07700 900 500.",
        "Contact the Partnership: 01632 960 100. Out of hours: 07700 900 222.",
        "Contact: Fenmere Safeguarding Children Partnership. Tel 01632 960 100. Mobile 07700 900 222.",
        "Contact Ruth Hendy, Business Manager, on 01632 960 177. Her e-mail: r.hendy@fenmere.example.",
    ],
)
def test_what_is_the_offices_is_left_alone(text: str) -> None:
    assert found(text) == []

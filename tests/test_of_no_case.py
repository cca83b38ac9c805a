"""What has names, dates, numbers and addresses, and is nothing of the case; and its near look-alikes."""

from __future__ import annotations

import pytest

from scr_lint import Role, Settings
from scr_lint.discovery import all_rules
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure


def _found(code: str, text: str, role: Role | None = Role.ANALYSIS) -> list[str]:
    rule = next(r for r in all_rules() if r.code == code)
    draft = with_structure(parse(text, ""), role)
    draft = analyse(draft, Layer.PARSE | Layer.ENTITIES)
    return [x.text for f in rule(Settings()).check(draft) for x in f.locations]


_OFFICES = """# Findings

The duty team was busy and nobody rang back.

# Local area partnership details

| Local Authority | Integrated Care Board |
|---|---|
| Ashmere Council | NHS Ashmere Integrated Care Board |
| www.ashmere.gov.uk | www.ashmereicb.nhs.uk |
| 3 Knowsley Place, Duke Street, ZE1 0EL | Larkfield Place, ZE1 3BN |
"""
_LAST_PAGE = """# Findings

The duty team was busy and nobody rang back.

To hear more, read our mailing list: http://bulletin.example/iTrDn.

Larkfield Gate

Larch Street

ZE1 2WD

T: 01632 960123

Textphone: 01632 960124

E: enquiries@inspectorate.gov.uk

W: www.gov.uk/inspectorate
"""
_PEOPLE = """# Contacts

| Who | Address | Telephone |
|---|---|---|
| Ashmere Council | Civic House, ZE1 1AA | 01632 960001 |
| Mother | 12 Tollgate Lane, ZE4 2XY | 01632 960777 |
"""


@pytest.mark.parametrize("code", ["PRV005", "PRV006", "PRV008"])
@pytest.mark.parametrize("text", [_OFFICES, _LAST_PAGE])
def test_how_to_reach_a_body_is_no_familys_address(code: str, text: str) -> None:
    assert _found(code, text, None) == []


def test_a_familys_line_in_a_list_of_contacts_is_found() -> None:
    assert any("Tollgate Lane" in found for found in _found("PRV005", _PEOPLE, None))
    assert "01632 960777" in _found("PRV006", _PEOPLE, None)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "PRV001",
            "Other plans were tested in Exercise Typhon (2017) and Exercise Cerberus (2018).",
        ),
        ("PRV001", "Covid-19 reached the town in March, and staff with Covid were at home."),
        ("PRV001", "When the failed Garrett TPE331-8 engine was removed, it was sent away."),
        ("PRV001", "Drivers had to learn the Corvane train type, and the Corvane brakes late."),
        ("PRV001", "See Priya Venkataraman MP. Ms Venkataraman said so in the House."),
        (
            "PRV001",
            "‘Counting cots’, K.T. Marlow, B.D. Osei and P. Lund, Ward Notes (2004), 31, 8-12.",
        ),
        ("PRV003", "The inspection took place from 3 to 7 May 2021."),
        ("PRV003", "GN14-2 was updated on 9 May 2019, with a form at its end."),
        ("PRV003", "Dana Whitlock 4 May 2011 12/3-14/20; Omar Reyes 6 May 2011 71/9-11."),
        (
            "PRV002",
            "On 9 May 2011, a twin engine aircraft with a crew of two was over the sea when one "
            "engine failed suddenly.",
        ),
        ("PRV004", "| Virus | Global cases |\n|---|---|\n| Influenza | 1m |\n| Another | 50m |"),
        ("PRV007", "Safety recommendation R20070023 was closed, as was R20070024."),
        ("PRV007", "The bearing was made to drawing number 3101405 of the maker."),
        ("PRV007", "ISBN 978-1-4098-1234-9 E01234567 05/19\n\nE01234567"),
        ("PRV007", "| Virus | Case fatality ratio |\n|---|---|\n| Influenza | 0.017–0.1% |"),
        ("PRV005", "Write to us at Level 9, 16 The Parade, PO Box 881, Tolham."),
        ("PRV006", "A neighbour had written to office@tolham-lscb.example about it."),
        ("PRV006", "The forms are at www.tolhamsafeguarding.example/forms for all."),
        ("PRV007", "Our ref: KT/mj/0311"),
        ("PRV007", "Your letter (ref LSCB/SCR/2017/04) came in May."),
        ("PRV007", "The maker's Materials Analysis report number MA 2044817 was late."),
        ("PRV008", "The Bill went back to the House from its committee in May."),
        ("PRV008", "The evening service known as Bodlas Tan Werth (BTW) was there for her."),
        ("PRV010", "| Ring | Core hardness (RC) |\n|---|---|\n| Inner | 58 |"),
        (
            "PRV011",
            "Read aloud by R. Amory, day 4; EXB000123_0007 para 2 and EXB000124_0009 para 3.",
        ),
        ("PRV013", "The escort had nine years’ driving experience with the firm by then."),
        ("PRV013", "The Board asked a former judge of the Court of Appeal to sit."),
        ("PRV013", "The Performance Management Group provides the governance of the press team."),
        (
            "PRV013",
            "Ferries in Winter, Welsh Boats Office, 2011 "
            "(https://www.boats.wales/files/Ferries_in_Winter.pdf).",
        ),
        ("PRV015", "Propeller type Hartzell HC-B3TN-5, of which the RC was 36."),
    ],
)
def test_what_is_of_no_case_is_let_be(code: str, text: str) -> None:
    assert _found(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "mark"),
    [
        ("PRV001", "Garrett was driving, and Garrett’s mother rang the police.", "Garrett"),
        ("PRV001", "The health visitor asked Marlow’s aunt, Mrs Marlow, to sit down.", "Marlow"),
        ("PRV003", "The home visit took place on 6 February 2023.", "6 February 2023"),
        ("PRV003", "The care plan was updated on 9 May 2019.", "9 May 2019"),
        ("PRV004", "| Child | Age |\n|---|---|\n| Child A | 11m |", "11m"),
        ("PRV007", "The crime number 3101405 was given to the mother.", "3101405"),
        ("PRV006", "He wrote from lscb.dad@postbox.example at night.", "lscb.dad@postbox"),
        ("PRV007", "Her CHI number, 110512 4836, stood on both letters.", "110512 4836"),
        ("PRV008", "She was admitted to Kingfisher Unit with the baby in May.", "Kingfisher"),
        ("PRV008", "The home known as Tennant Grange, a children’s home, shut.", "Tennant Grange"),
        (
            "PRV013",
            "It can be read at https://www.ashmeregazette.co.uk/news/boy-died-alone to this day.",
            "ashmeregazette",
        ),
        ("PRV013", "His name trended on Twitter all night.", "trended"),
    ],
)
def test_what_looks_like_it_and_is_of_the_case_is_found(code: str, text: str, mark: str) -> None:
    assert any(mark in found for found in _found(code, text))


_SERVICES = (
    "# Context\n\n"
    + "Inspectors looked at how agencies share what they know and how leaders learn. " * 130
    + "\n\nA conference was held on 24 May 2018, and staff at Ashmere Royal Hospital were trained."
)
_ONE_FAMILY = """

# Practice

Her mother had taken her to Tollgate Surgery on 6 June 2018, and nobody asked why.
"""


@pytest.mark.parametrize(
    ("code", "mark"), [("PRV003", "6 June 2018"), ("PRV008", "Tollgate Surgery")]
)
def test_where_hardly_anybody_is_told_of_only_what_stands_beside_them_is_found(
    code: str, mark: str
) -> None:
    assert _found(code, _SERVICES, None) == []
    assert _found(code, _SERVICES + _ONE_FAMILY, None) == [mark]


_OTHERS = """# Appendix

Recent occurrence reports published by the Commission

| Number | Title |
|---|---|
| RO-2015-101 | Cyclist hurt, Larch Drive crossing, West Ashmere, 4 March 2011 |
| RO-2013-106 | Trams too close, Tolham-Brede’s Hill, 9 May 2010 |
| RO-2012-104 | Tram overran its limit, Ferrow, Low Line, 2 April 2009 |
"""
_OWN = """# Appendix

Reports received for this review

| From | Report |
|---|---|
| School | On Kieran, 10 June 2013 |
| Surgery | Kieran seen at Tollgate Surgery, 1 August 2012 |
| Police | Kieran missing from home, 2 August 2012 |
"""


@pytest.mark.parametrize("code", ["PRV001", "PRV002", "PRV003", "PRV005", "PRV008"])
def test_titles_of_other_published_reports_are_let_be(code: str) -> None:
    assert _found(code, _OTHERS, None) == []


@pytest.mark.parametrize(("code", "mark"), [("PRV001", "Kieran"), ("PRV003", "1 August 2012")])
def test_what_was_reported_to_the_review_is_no_list_of_published_reports(
    code: str, mark: str
) -> None:
    assert mark in _found(code, _OWN, None)

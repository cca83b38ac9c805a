"""Addresses in other countries: a grandmother's in Poland leads to a family as one at home does."""

from __future__ import annotations

import pytest

from scr_lint import lint_text

# As reviews, forms and letters have them; what stands between brackets is the address.
ABROAD = [
    "Maternal grandmother lives at [ul. Północna 73/4, 16-402 Suwałki].",
    "The letter was sent to [ul. Jana Kowalika 7 m. 12, Łomża], where an aunt took it in.",
    "Father gave his parents' home, [Strada Mihai Dobrescu nr. 14, Bl. 3, Ap. 22], as the address.",
    "He had been registered at [Rruga Hasan Prifti 114, 1016 Tirana, Albania].",
    "Social workers in Lyon visited [12 bis Rue Garibaldi Marchand] in March.",
    "Her brother was traced to [Calle Ramón Ferrer 8, 2º B, 28013 Madrid].",
    "The children had stayed at [Hauptstraße 41a, 44135 Dortmund] the whole summer.",
    "Address on entry: [Lange Str. 9, Bremen].",
    "Mother's file has [Kossuth Ferenc utca 12] as her last home in Hungary.",
    "Paternal uncle, [Atatürk Mahallesi, Gül Sokak No: 5 D: 3], Mersin, was told.",
    "She had lived with cousins at [Vilniaus g. 31-5, Panevėžys].",
    "Post went to [4417 Delmer Larkin Boulevard, Apt. 6, Columbus, OH 43004].",
    "His sister's address in Ohio is [2290 Wexcombe Hollow, Suite 14, Dayton, OH 45402].",
    "The family had come from [Kerkstraat 118, 3011 Rotterdam].",
]
# What looks like one and is none.
NONE = [
    "Via Social Worker 2 the family learned that the case was closed.",
    "The Avenue 4 project and the Place 2 Be ran groups at the school.",
    "Siblings: Jordan 14, Kyle 11, Amy 9.",
    "Between 2014 and Easter 2016 there were 118 calls and 12 visits.",
    "The Police Investigation Team's brigade 3 attended.",
    "In paragraph 114 Baroness Hale 2 of the judges agreed.",
    "On 12 May Jordan 14 was seen by the nurse.",
    "The Plaza 2 cinema was closed.",
    "If worse ring 111, and take Route Map 2 to the Plaza Hotel 14 times.",
    "He was held under section 136 Mental Health Act 1983 for nine hours.",
    "In 2016 Poland and Romania were where most of the school's new families came from.",
    "By 12 June Poland had answered, and on 4 July Albania, Turkey 2 weeks later.",
    "Bed 114 Larch Ward, Unit 6, was free.",
    "She scored 240 Poor Attender, Unit 3 of the course, in Year 10.",
]


@pytest.mark.parametrize("marked", ABROAD)
def test_an_address_in_another_country_is_one(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = [
        place.text
        for finding in lint_text(text, role="family_background").findings
        if finding.rule == "PRV005"
        for place in finding.locations
    ]
    inside = marked[marked.index("[") + 1 : marked.index("]")]
    assert any(
        (words in inside and 2 * len(words) > len(inside)) or inside in words for words in found
    ), found


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert not [f for f in lint_text(text, role="analysis").findings if f.rule == "PRV005"]


def names_in(text: str) -> set[str]:
    return {
        place.text
        for finding in lint_text(text, role="family_background").findings
        if finding.rule == "PRV001"
        for place in finding.locations
    }


def test_whom_a_street_abroad_is_called_after_is_no_person_of_the_draft() -> None:
    assert not names_in("Maternal grandmother lives at ul. Jana Kowalika 7 m. 12, 18-400 Łomża.")
    assert not names_in("He was registered at Rue Victor Marchand 15, 69003 Lyon.")


def test_who_lives_there_still_is() -> None:
    text = "Halina Kowalik, of ul. Jana Kowalika 7, Łomża, rang. Her son Jan Kowalik has moved out."
    assert names_in(text) >= {"Halina Kowalik", "Jan Kowalik"}
    assert "Amira" in names_in("He lives at Rue Gafsa 14, Amira, his niece, told the worker.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3 Karen Hughes, Suite 4: seen by the night staff.", "Karen Hughes"),
        ("At 1430 Tyler Ashcombe 2 was seen by the GP.", "Tyler Ashcombe"),
        ("Room 204 Kayleigh Dunmore 15 was found asleep at the address.", "Kayleigh Dunmore"),
        ("At 1430 Kayleigh Jordan was found by her mother.", "Kayleigh Jordan"),
        ("1204 Kayleigh Jordan, 1207 Tyler Ireland, 1211 Ewan Holland", "Tyler Ireland"),
        ("Siblings: Kayleigh Ring 15, Tyler Ring 12 and Ewan Ring 7.", "Kayleigh Ring"),
        ("Arslaan 12 and Zara 9 live with their aunt.", "Arslaan"),
        ("Sebastien 7, his sister and Jalan Hussein 12 were seen.", "Sebastien"),
        (
            "As Brandon et al. Kowalik 12 and others say, Kayleigh Marsh was alone.",
            "Kayleigh Marsh",
        ),
    ],
)
def test_a_name_beside_a_time_a_room_or_an_age_is_in_no_address(text: str, name: str) -> None:
    assert any(name.split()[0] in found for found in names_in(text))

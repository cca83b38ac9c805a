"""Short forms in the ways in which authors write them, paired with the words they are short for."""

import re

import pytest

from scr_lint import Block, Draft, lint_text
from scr_lint.settings import settings_from
from scr_lint.terms.acronyms import find_acronyms
from scr_lint.terms.same_words import letters_apart, same_words


def pairs(text: str) -> dict[str, list[str]]:
    found = find_acronyms(Draft("", "text", (Block(0, text),)))
    return {a.short: [d.expansion for d in a.definitions] for a in found if not a.is_known}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Child Protection Information System (CP-IS)", "CP-IS", None),
        ("the Strengthening Families (StrengFam) forum", "StrengFam", "Strengthening Families"),
        ("the Marshland Board for Learning and Excellence (MBLE)", "MBLE", None),
        (
            "the Fell and Marsh Integrated Care Board (FM ICB)",
            "ICB",
            "Integrated Care Board",
        ),
        ("the Fell and Marsh Integrated Care Board (FM ICB)", "FM", "Fell and Marsh"),
        ("Key: FGC = family group conference; RHI = return home interview", "RHI", None),
        ("CERs = certified emission reductions; RHI = return home interview", "CER", None),
        ("the Community Safety Partnership, later on the CSP, met", "CSP", None),
        ("the tracking service, which we shorten to TS", "TS", "tracking service"),
        ("It runs mergers and acquisitions (M&As).", "M&A", None),
        ("OHCT (the Out of Hours Care Team) was told", "OHCT", "Out of Hours Care Team"),
        ("a family liaison adviser post (FLA)", "FLA", "family liaison adviser"),
        ("the Marsh Family Link Board (MFL)", "MFL", "Marsh Family Link Board"),
        ("in the column “NV” (not visited)", "NV", "not visited"),
        ("the Under Fives Forum (UFF) met", "UFF", "Under Fives Forum"),
        (
            "Key: DW = whoever answers the telephone at night for the county; RHI = return interview",
            "DW",
            "whoever answers the telephone at night for the county",
        ),
    ],
)
def test_long_forms_are_paired(text: str, short: str, long: str | None) -> None:
    found = pairs(text)
    assert found.get(short), found
    if long:
        assert found[short] == [long]


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("A MASH-CSC meeting was held.", {"MASH", "CSC"}),
        ("The non-NHS staff and the LADO-led team met.", {"LADO"}),
        ("[Questions to be agreed - AP to draft]", set()),
        ("See minute SCB-2013 and file AB2014.", set()),
        ("The room was shown as XXXX.", set()),
        ("Staff used EMBER that year.", {"EMBER"}),
        ("It was an ember. Staff said EMBER that year.", set()),
        ("The nurse, Mei-Ling, came at LS14 7QT.", set()),
        ("HMI Probation (HMI Prob) came.", {"HMI"}),
        ("The MASH/CSC meeting was about HIV/AIDS and the WHO.", {"MASH", "CSC", "WHO"}),
        ("WHO was there? The IRO was.", {"IRO"}),
    ],
)
def test_what_counts_as_a_short_form(text: str, shorts: set[str]) -> None:
    assert set(pairs(text)) == shorts


def test_words_do_not_reach_back_over_the_bracket_of_others() -> None:
    found = pairs("a safe landing device (SLD) or function (SLF) was fitted")
    assert found["SLD"] == ["safe landing device"]
    assert not any(")" in words for words in found.get("SLF", []))


def test_a_sum_is_no_key() -> None:
    assert not any(
        pairs("The score QS = CR + CN, and CR = 0.8 of it.").get(s) for s in ("QS", "CR")
    )


def test_what_is_no_explanation() -> None:
    assert pairs("It went to the PPU (log 0417 of that date).") == {"PPU": []}
    assert pairs("HMI Probation (HMI Prob) came.") == {"HMI": []}


def test_spellings_of_one_long_form() -> None:
    assert same_words("Multi-Agency Safeguarding Hubs", "multi agency safeguarding hub")
    assert same_words("Domestic Violence Adviser", "Domestic Violence Advisor")
    assert same_words("Safeguarding Children Board", "Fellshire Safeguarding Children Board")
    assert not same_words("Emergency Duty Team", "Evening Duty Team")


def test_how_letters_differ() -> None:
    assert letters_apart("CAMHS", "CAHMS") == "swapped"
    assert letters_apart("RSB", "RSCB") == "dropped"
    assert letters_apart("HCHS", "HCHT") == "changed"
    assert letters_apart("LSCB", "MARAC") == ""


_LETTERS = (
    "The early help hub (EHH) told the family link team (FLT). The EHH wrote to the FLT in May. The "
    "NSPCC rang twice, and the NSPCC rang again. The school support service (SSS) and the SSS clerk "
    "wrote. The parent advice line (PAL) took notes, and PAL kept them."
)


def test_density_and_glossary_count_the_same_acronyms() -> None:
    settings = settings_from({"check": {"select": ["ACR005", "ACR007"]}})
    found = lint_text(f"# Analysis\n\n{_LETTERS}\n\nNobody read it.", role=None, settings=settings)
    numbers = {
        number
        for finding in found.findings
        for number in re.findall(r"(\d+) (?:different )?acronyms that", finding.message)
    }
    assert numbers == {"4"}


def test_letters_used_no_more_are_only_left_out() -> None:
    settings = settings_from({"check": {"select": ["ACR003"]}})
    text = "The parent advice line (PAL) took notes. They were kept."
    (finding,) = lint_text(text, role="analysis", settings=settings).findings
    assert finding.suggestion == "Consider “parent advice line” alone, without “PAL”."


def test_letters_in_another_order_are_not_also_called_needless() -> None:
    settings = settings_from({"check": {"select": ["ACR003", "ACR006"]}})
    text = (
        "Child and Adolescent Mental Health Services (CAHMS) saw her. The letter from CAMHS came "
        "late, and CAMHS did not ring."
    )
    found = lint_text(text, role="analysis", settings=settings).findings
    assert [finding.rule for finding in found] == ["ACR006"]

"""The corpora: marks that can be trusted, and scores that cannot get worse unnoticed."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from scr_lint.discovery import all_rules, find_rule
from scr_lint.evaluation.checker import check_files
from scr_lint.evaluation.corpus import Evaluation, evaluate, find_files, read_marked_file
from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.evaluation.report import fallen, recorded
from scr_lint.evaluation.score import Case, Outcome, by_group, by_person
from scr_lint.settings import Settings

CORPORA = Path(__file__).parent.parent / "corpora"
PAGE = (CORPORA / "SCORES.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def scoring() -> Evaluation:
    return evaluate(find_files([CORPORA], "scoring"), Settings())


def test_no_rule_has_become_worse(scoring: Evaluation) -> None:
    assert fallen(PAGE, scoring) == []


def test_a_rule_that_is_worsened_on_purpose_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = find_rule("PRV007")
    before = rule.check

    def check_half(self: object, draft: object) -> Iterator[object]:
        found = list(before(self, draft))  # type: ignore[arg-type]
        yield from found[: len(found) // 2]

    monkeypatch.setattr(rule, "check", check_half)
    worse = evaluate(find_files([CORPORA], "scoring"), Settings(), ["PRV007"])
    said = [line for line in fallen(PAGE, worse) if line.startswith("PRV007")]
    assert len(said) == 1 and "recall" in said[0]


def test_every_rule_has_a_row_in_the_scores() -> None:
    for rule in all_rules():
        assert f"\n| {rule.code} |" in PAGE
    assert len({code for code, *_ in recorded(PAGE)}) >= 20


def test_the_corpora_are_marked_as_they_should_be() -> None:
    assert [f"{path}:{t.line} {t.what}" for path, t in check_files(find_files([CORPORA]))] == []


def troubles(folder: Path, text: str, half: str = "tuning") -> list[str]:
    """What the checker says of a marked text."""
    file = folder / half / "draft.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [trouble.what for _, trouble in check_files([file])]


GOOD = "# Analysis {>>role: analysis<<}\n\n{==Karen==}{>>PRV001; group: English<<} rang.\n"


def test_a_good_file_is_passed(tmp_path: Path) -> None:
    assert troubles(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{==Karen rang.\n", "never closed"),
        ("Karen==} rang {>>PRV001<<}.\n", "closes nothing"),
        ("{==Karen==} rang. {>>PRV001<<}\n", "no note right after"),
        ("{==Karen==}{>>PRV001 rang.\n", "never closed"),
        ("{==Karen {==Whitlock==}{>>PRV001<<}==}{>>PRV001<<} rang.\n", "inside another mark"),
        ("{==Karen {>>PRV001<<} rang.==}{>>PRV001<<}\n", "note begins inside"),
        ("{==Karen rang.\n\nNobody==}{>>PRV001<<} answered.\n", "from one paragraph into the next"),
        ("{== ==}{>>PRV001<<} rang.\n", "no words in the mark"),
        ("{==Karen==}{>><<} rang.\n", "note is empty"),
        ("{==Karen==}{>>XYZ001<<} rang.\n", "no rule XYZ001"),
        ("{==Karen==}{>>prv001<<} rang.\n", "in capitals"),
        ("{==Karen==}{>>personal name<<} rang.\n", "neither the code of a rule"),
        ("{==Karen==}{>>nto PRV001<<} rang.\n", "did you mean “not”"),
        ("{==Karen==}{>>not<<} rang.\n", "need the code"),
        ("{==Karen==}{>>not <<} {>>PRV001<<}rang.\n", "need the code"),
        ("# What happened {>>role: analisis; STR007<<}\n", "did you mean “analysis”"),
        ("Karen rang. {>>role: analysis; PRV001<<}\n", "belongs on a heading"),
        ("{==Karen==}{>>PRV001; not PRV001<<} rang.\n", "two different things"),
        ("{==Karen==}{>>PRV001; PRV001<<} rang.\n", "names PRV001 twice"),
        ("# A {>>rules: PRV001<<}\n\n{==TBC==}{>>STR008<<}\n", "not marked in it"),
        ("The report is long. {>>PLN001<<}\n", "only counts"),
        ("{==SW1==}{>>not ACR001; group: Irish<<} rang.\n", "needs PRV001 too"),
        ("Beds. {>>finding; recommendation; FND001<<}\n", "not two things"),
        ("{==#==}{>>STR007<<} Analysis\n", "not in the text"),
        ("Karen rang, and nobody wrote it down.\n", "no mark of a rule"),
        ("{==K==}{>>PRV001<<} {==K==}{>>PRV001; group: <<}\n", "names no group"),
        ("Act now. {>>REC001; addressee: the Board<<}\n", "needs “recommendation” too"),
        ("Act now. {>>recommendation; REC001; addressee: <<}\n", "names nobody"),
        ("# A {>>rules: none, PRV001<<}\n\n{==K==}{>>PRV001<<}\n", "stands alone"),
        ("{>>sentence<<}Beds. {==K==}{>>PRV001<<} rang.\n", "after the last character"),
    ],
)
def test_mistakes_in_marks_are_said_in_plain_words(tmp_path: Path, text: str, said: str) -> None:
    found = troubles(tmp_path, text)
    assert any(said in what for what in found), found


def structure_of(folder: Path, text: str) -> Counter[tuple[str, str, str]]:
    """How the structure of a marked text came out: what, outcome, words."""
    file = folder / "tuning" / "draft.md"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert [str(t.what) for _, t in check_files([file])] == []
    return Counter(
        (c.code, str(c.outcome), c.words) for c in evaluate([file], Settings()).structure
    )


def test_those_asked_to_act_are_compared_with_those_marked(tmp_path: Path) -> None:
    text = """# Recommendations {>>role: recommendations; rules: REC001<<}

The Northshire Board should train its staff. {>>recommendation; addressee: the Board; not REC001<<}

Training should be refreshed. {>>recommendation; addressee: nobody; REC001<<}

The Trust should lead this work. {>>recommendation; addressee: the Council; not REC001<<}
"""
    found = structure_of(tmp_path, text)
    assert found["addressee", "found", "the Board"] == 1
    assert found["addressee", "missed", "the Council"] == 1
    assert found["addressee", "false", "the Trust"] == 1


def test_the_ends_of_sentences_are_compared_with_those_marked(tmp_path: Path) -> None:
    text = """# Where sentences end {>>rules: none<<}

The G.P. rang at 4.30 p.m. on Friday.{>>sentence<<} Nobody answered the telephone.

Dr. Brown rang, i.e. she tried to,{>>sentence<<} and then wrote.{>>sentence<<} It was late.
"""
    found = structure_of(tmp_path, text)
    outcomes = Counter(outcome for code, outcome, _ in found.elements() if code == "sentence")
    assert outcomes == {"found": 2, "missed": 1}


def test_a_person_is_found_where_one_mention_is() -> None:
    def mention(words: str, outcome: Outcome, group: str = "", passage: int = 1) -> Case:
        return Case("PRV001", outcome, "a.md", 7, words, group=group, passage=passage)

    cases = [
        mention("Ada Okonkwo-Bell", Outcome.MISSED, "Black African and Caribbean"),
        mention("ADA", Outcome.FOUND),
        mention("Okonkwo-Bell", Outcome.MISSED),
        mention("Siân", Outcome.MISSED, "Welsh"),
        # The same name in another passage is somebody else's.
        mention("Siân", Outcome.FOUND, "Welsh", passage=30),
        Case("PRV001", Outcome.FALSE, "a.md", 0, "Moses"),
    ]
    people = by_person(cases)
    assert (people["all"].found, people["all"].missed) == (2, 1)
    assert (people["Welsh"].found, people["Welsh"].missed) == (1, 1)
    assert people["Black African and Caribbean"].recall == 1.0
    assert by_group(cases)["Black African and Caribbean"].missed == 2


def test_a_file_in_neither_half_and_one_in_another_encoding(tmp_path: Path) -> None:
    assert "neither half" in troubles(tmp_path, GOOD, half="somewhere")[0]
    file = tmp_path / "tuning" / "latin.md"
    file.parent.mkdir()
    file.write_bytes("{==Zoë==}{>>PRV001<<} rang.".encode("latin-1"))
    assert "UTF-8" in next(check_files([file]))[1].what


def test_a_name_in_both_halves_is_told(tmp_path: Path) -> None:
    assert troubles(tmp_path, GOOD) == []
    file = tmp_path / "scoring" / "other.md"
    file.parent.mkdir()
    file.write_text("{==Karen==}{>>PRV001<<} rang.", encoding="utf-8")
    said = [t.what for _, t in check_files(find_files([tmp_path]))]
    assert said == ["the name “Karen” is in the tuning half too: choose another"]


def test_a_word_file_with_marks_in_its_comments(tmp_path: Path) -> None:
    """As an editor would: select words, insert a comment, write the note."""
    document = docx.Document()
    heading = document.add_heading("4 Findings", 1)
    document.add_comment(heading.runs, "role: findings", author="An editor")
    paragraph = document.add_paragraph("4.1 ")
    name = paragraph.add_run("Karen Whitlock")
    paragraph.add_run(" told the Munro review that training should be refreshed.")
    document.add_comment(name, "PRV001; group: English", author="An editor")
    other = document.add_paragraph("Recommendation 1: Training should be refreshed.")
    document.add_comment(other.runs, "REC001; not REC004", author="An editor")
    file = tmp_path / "tuning" / "review.docx"
    file.parent.mkdir()
    document.save(str(file))
    assert list(check_files([file])) == []
    gold = read_marked_file(file).parts[0]
    marked = [
        (
            e.code,
            e.verdict,
            gold.draft.text_at(e.span) if e.span else gold.draft.blocks[e.block].text,
        )
        for e in gold.expected
        if e.block is not None
    ]
    assert marked == [
        ("PRV001", Verdict.FIND, "Karen Whitlock"),
        ("REC001", Verdict.FIND, "Recommendation 1: Training should be refreshed."),
        ("REC004", Verdict.LEAVE, "Recommendation 1: Training should be refreshed."),
    ]
    assert [str(role) for _, role in gold.roles] == ["findings"]
    found = evaluate([file], Settings(), ["PRV001", "REC001"])
    assert [(c.code, c.outcome) for c in found.cases] == [("PRV001", "found"), ("REC001", "found")]


def test_the_word_file_of_a_draft_holds_the_marks_of_its_text() -> None:
    text = CORPORA / "drafts" / "tuning" / "neglect-older-form.md"
    one, other = (read_marked_file(p).parts[0] for p in (text, text.with_suffix(".docx")))

    def marks(gold: Gold) -> Counter[tuple[str, str, str]]:
        return Counter(
            (e.code, e.verdict, gold.draft.text_at(e.span)) for e in gold.expected if e.span
        )

    shared = marks(one) & marks(other)
    assert shared.total() >= 0.97 * marks(one).total()
    assert len(one.roles) == len(other.roles)
    assert Counter(k for k, _ in one.begins) == Counter(k for k, _ in other.begins)


def test_the_command_scores_shows_and_keeps_the_scoring_half_shut(tmp_path: Path) -> None:
    def run(*args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "scr_lint", "evaluate", *args]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    passages = str(CORPORA / "passages")
    file = str(CORPORA / "passages" / "tuning" / "STR008.md")
    shown = run(file, "--half", "tuning", "--rules", "STR008", "--show", "false")
    assert shown.returncode == 0 and "STR008" in shown.stdout and "Recall" in shown.stdout
    shut = run(passages, "--rules", "STR008", "--show", "missed")
    assert shut.returncode == 2 and "scoring half" in shut.stderr
    assert run(str(tmp_path / "none")).returncode == 2
    checked = run(file, "--check")
    assert checked.returncode == 0 and "all well" in checked.stdout

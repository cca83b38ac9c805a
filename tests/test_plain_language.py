"""The engine under the rules of plain language: sentences, acronyms, explanations, senses."""

from __future__ import annotations

from itertools import pairwise

import pytest
import textstat

from scr_lint import Draft, Role, language, lint_text
from scr_lint.grammar.inflect import like
from scr_lint.readability.grade import clean_sentence, heaviest, measure
from scr_lint.readability.paragraph_break import best_break
from scr_lint.readability.sentence_length import break_point, words_in
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.settings import settings_from
from scr_lint.structure.sections import with_structure
from scr_lint.terms.acronyms import Acronym, find_acronyms
from scr_lint.terms.explained import is_bracketed, is_explained
from scr_lint.terms.glossed import is_glossed
from scr_lint.terms.long_forms import before
from scr_lint.terms.senses import is_everyday

PASSIVES = settings_from({"check": {"select": ["PLN004"]}})


def parsed(text: str) -> Draft:
    draft = with_structure(parse(text), Role.ANALYSIS)
    return language.analyse(draft, Layer.PARSE)


def sentences(text: str) -> list[str]:
    draft = parsed(text)
    return [s.text for block in draft.blocks for s in draft.sentences(block)]


def acronym(text: str, role: Role | None = Role.ANALYSIS) -> Acronym:
    (found,) = find_acronyms(with_structure(parse(text), role))
    return found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The plan for Child A. was agreed. It was late.", 2),
        ("They met Child A. Nobody wrote it down.", 2),
        ("Dr. J. Smith saw him at 9 a.m. on 3 Sept. 2014.", 1),
        ("He was seen (see para. 4.2). He was six; His brother was four: The end.", 2),
        ("“Nobody came. I waited.” She went home.", 3),
        ("Was he seen? No. 5 was his home!", 2),
        ("The officer, PC 12, e.g. The Duty Officer, left.", 1),
        ("This was found before.12 The Board was told.", 2),
        ("She wrote “Home visit. Fine.” and went home.", 1),
        ("The subject was “URGENT. Read this”. It was opened on the Monday.", 2),
        ("Nobody rang (she says she did. We could not tell) until six.", 1),
        ("(The book was shown. A page is missing.) It makes no finding.", 3),
        ("Father had left. mother said nothing. the door was closed.", 3),
        ("He earns 60 per cent. of it, has a rep. who rings, and anger mgmt. sessions.", 1),
        ("The H.M. Government paper, c. 2009, under S.I. 2010/959, was read by Dr. P. Quill.", 1),
        ("It was sent to the G.P. The next day it came back.", 2),
        ("The plan said: 1. Mother to attend. 2. Father to attend.", 2),
        ("(i) The visits. They were short. (ii) The records. They were long.", 4),
        ("It lasted 35 mins. 5.8. The chair then left at 5 p.m. 14 others stayed.", 3),
        ("It was known on 1 Feb.? That he had gone was. He sighs... It is so.", 4),
        ("Figure 2. Contacts by month. As seen in Figure 3. They fell.", 3),
    ],
)
def test_sentences_end_at_stops_and_nowhere_else(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_words_are_counted_as_a_reader_counts() -> None:
    (sentence,) = (
        parsed("The multi-agency plan (Munro, 2011) failed (see paragraph 4.12).").docs[0].sents
    )
    assert words_in(sentence) == 4


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Board met (INQ000123457_0001).", 3),
        ("It heard the Board (INQ000123456_0004-0006, 0011 paras 12-15, 20(f)).", 4),
        ("The figure was lower: INQ000123458_0001-0002, 0006.", 4),
        ("The stages (see the yellow rows in Table 7) were role‑play.", 4),
        ("Some (see Appendix 1: members and others (all)) met.", 2),
        ("The rule (Maritime Rules Part 22) applied.", 3),
        ("A leaflet (with a print of 2000) went to 15,500 homes.", 11),
        ("The drills (which had been held since 2013) ended.", 9),
        ("He was seen (he was six).", 6),
    ],
)
def test_references_are_not_counted_and_asides_are(text: str, count: int) -> None:
    (sentence,) = parsed(text).docs[0].sents
    assert words_in(sentence) == count


def test_a_long_sentence_breaks_where_a_clause_begins() -> None:
    (sentence,) = (
        parsed("The nurse rang the school on Monday morning, and the school told her he had gone.")
        .docs[0]
        .sents
    )
    token = break_point(sentence)
    assert token is not None
    assert token.text == "and"


@pytest.mark.parametrize(
    "text",
    [
        "The chair then named a number of members – schools, surgeries or charities with an "
        "interest – in each part of the work.",
        "Asked whether there was any talk at all about closing the border – or, indeed, anything "
        "of that kind – the manager said that there was none.",
        "The family was helped by the nurses who came each day; by the neighbours who brought "
        "them food; by the school that kept a place open for them.",
        "The Panel recommends that, once the new law is in place and the new form is in use, the "
        "Board should look at it again with the surgeries.",
        "Is there a point at which a visit is not worth its cost, because not enough children are "
        "seen for the hours that it takes?",
        "The form did not ask enough about the things – beyond age and illness – that might make "
        "a family in the flats more at risk than others.",
        "The manager said of the rota that there was a risk of gaps and that it was a poor guide "
        "to who would be there.",
        "At the time that the plan was written – shortly before the summer – the team had no "
        "manager and was two workers short.",
        "The council, the trust, the Northshire Emergencies Committee – Strategic Group, the "
        "police and the surgeries all came to the meeting that week.",
    ],
)
def test_no_break_is_offered_where_no_sentence_could_begin(text: str) -> None:
    (sentence,) = parsed(text).docs[0].sents
    assert break_point(sentence) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The nurse rang the school on the Monday; the school told her that he had gone.", "the"),
        ("She rang the school on the Monday morning – nobody there had seen him at all.", "nobody"),
        ("The worker did not go back that week, because the flat had been empty twice.", "because"),
        ("The letter went to the old clinic in town, which had closed a year before.", "which"),
    ],
)
def test_breaks_between_two_clauses_that_could_stand_alone(text: str, word: str) -> None:
    (sentence,) = parsed(text).docs[0].sents
    token = break_point(sentence)
    assert token is not None
    assert token.text == word


@pytest.mark.parametrize(
    ("text", "short", "expansion"),
    [
        ("The Multi-Agency Safeguarding Hub (MASH) met.", "MASH", "Multi-Agency Safeguarding Hub"),
        ("The LADO (Local Authority Designated Officer) rang.", "LADO", None),
        ("Children's social care, known here as CSC, led.", "CSC", "Children's social care"),
        ("The Independent Reviewing Officer, or IRO, wrote.", "IRO", None),
        (
            "CaFCASS stands for Children and Family Court Advisory and Support Service.",
            "CaFCASS",
            None,
        ),
        ("Under section 47 an enquiry began. The s47 ended.", "S47", "section 47"),
        ("The disabled children's team (CDT) closed it.", "CDT", "children's team"),
    ],
)
def test_definitions_are_found(text: str, short: str, expansion: str | None) -> None:
    found = acronym(text)
    assert found.short == short
    assert found.definitions
    if expansion:
        assert found.definitions[0].expansion == expansion


@pytest.mark.parametrize(
    "text",
    [
        "It was NOT recorded and THIS MUST CHANGE.",
        "He lived at LS14 7QT in World War II.",
        "Dr J.K. Hallam (Penrose J.D., 2007) wrote to Child AB.",
        "The reference was AB/CD/00123 [2014] EWHC 12 (Fam).",
        "[JF: check this]",
    ],
)
def test_what_only_looks_like_an_acronym(text: str) -> None:
    draft = with_structure(parse(text), Role.ANALYSIS)
    assert [a.short for a in find_acronyms(draft) if not a.is_known] == []


def test_one_acronym_however_it_is_written() -> None:
    found = acronym(
        "Cafcass wrote. CAFCASS replied. CaFCASS's letter went to C.A.F.C.A.S.S. again."
    )
    assert len(found.uses) == 4


def test_what_can_stand_for_several_things_is_never_expanded() -> None:
    assert acronym("The PND was checked.").stands_for == ""
    assert acronym("The MASH was told.").stands_for == "Multi-Agency Safeguarding Hub"


def test_letters_begin_words() -> None:
    text = "he was seen by the Violent and Sex Offender Register"
    assert before(text, len(text), "ViSOR") == text.index("Violent")
    assert before("the social worker", 17, "CSC") is None


@pytest.mark.parametrize(
    ("text", "term", "explained"),
    [
        ("It was stepped down (moved to less help).", "stepped down", True),
        ("It was stepped down (see paragraph 4).", "stepped down", False),
        ("Sorting by urgency (triage) was slow.", "triage", True),
        ("The core group, in which workers meet monthly, was new.", "core group", True),
        ("The manager called a strategy discussion.", "strategy discussion", False),
        ("A care order gives the council a say.", "care order", True),
        ("A care order was made in May.", "care order", False),
    ],
)
def test_explanations(text: str, term: str, explained: bool) -> None:
    doc = parsed(text).docs[0]
    start, end = text.index(term), text.index(term) + len(term)
    tokens = doc.char_span(start, end)
    found = is_explained(text, start, end) or is_bracketed(text, start, end) or is_glossed(tokens)
    assert found is explained


@pytest.mark.parametrize(
    ("text", "term", "everyday"),
    [
        ("The stones in the threshold of the cottage were worn.", "threshold", True),
        ("The referral did not meet the threshold for an assessment.", "threshold", False),
        ("Glass was embedded in the garden wall.", "embedded", True),
        ("The new policy was not embedded in practice.", "embedded", False),
    ],
)
def test_everyday_uses(text: str, term: str, everyday: bool) -> None:
    doc = parsed(text).docs[0]
    tokens = doc.char_span(text.index(term), text.index(term) + len(term))
    assert is_everyday(tokens) is everyday


@pytest.mark.parametrize(
    ("phrase", "tag", "form"),
    [
        ("check against others", "VBN", "checked against others"),
        ("put into practice", "VBG", "putting into practice"),
        ("carry out", "VBD", "carried out"),
        ("go missing", "VBZ", "goes missing"),
        ("make simpler", "VB", "make simpler"),
    ],
)
def test_plain_words_take_the_form_of_the_term(phrase: str, tag: str, form: str) -> None:
    assert like(phrase, tag) == form


def test_readability_agrees_with_textstat_on_clean_sentences() -> None:
    texts = [
        "The health visitor was on leave when the letter came.",
        "Multi-agency arrangements were characterised by incident-led operationalisation.",
        "Nobody opened her post for three weeks (see para. 3.2.1).",
    ]
    figures = measure(texts)
    assert figures is not None
    prose = " ".join(map(clean_sentence, texts))
    assert figures.grade == pytest.approx(textstat.flesch_kincaid_grade(prose), abs=0.1)
    assert figures.ease == pytest.approx(textstat.flesch_reading_ease(prose), abs=0.1)
    assert heaviest(texts, 1) == [1]


def test_four_reading_levels_come_out_in_order() -> None:
    levels = (
        # For a child of seven, for a parent, for a professional, for a lawyer.
        ["The boy was sad.", "He was cold.", "His mum was ill.", "No one came to the door."],
        [
            "The school knew that he was often hungry and gave him breakfast.",
            "His teacher rang the council twice, and nobody rang her back.",
            "We think that the council had too few people to answer the phone.",
        ],
        [
            "Professionals did not consider how the mother's depression affected her children.",
            "The assessment relied on information from a single agency and was not challenged.",
            "Supervision concentrated on deadlines, and reflective discussion was unusual.",
        ],
        [
            "Notwithstanding the statutory prerequisites, multidisciplinary deliberations were "
            "characterised by insufficient interrogation of contradictory professional opinions.",
            "Organisational reconfiguration necessitated the redistribution of responsibilities "
            "for safeguarding administration across geographically disparate localities.",
            "The methodological limitations of retrospective investigation notwithstanding, "
            "the evidential foundations of these conclusions are considered authoritative.",
        ],
    )
    found = [figures for level in levels if (figures := measure(level))]
    assert len(found) == len(levels)
    for easier, harder in pairwise(found):
        assert easier.ease > harder.ease + 10
        assert easier.grade + 2 < harder.grade
        assert easier.age < harder.age
    for texts, figures in zip(levels, found, strict=True):
        prose = " ".join(map(clean_sentence, texts))
        assert figures.sentences == textstat.sentence_count(prose)
        assert figures.words == textstat.lexicon_count(prose)
        assert figures.grade == pytest.approx(textstat.flesch_kincaid_grade(prose), abs=0.1)
        assert figures.ease == pytest.approx(textstat.flesch_reading_ease(prose), abs=0.1)


@pytest.mark.parametrize(
    ("text", "hides"),
    [
        ("The warning was taken to mean that the family had left.", True),
        ("The referral was put in the wrong tray.", True),
        ("He was born at home and was named after an uncle.", False),
        ("Her mother was taken ill, and was admitted to hospital.", False),
        ("The child was moved by bus to the coast for a week.", False),
        # A reason is given, or the actor further on.
        ("Meetings were cancelled due to the absence of the chair.", False),
        ("Some children were not visited, owing to a shortage of staff.", False),
        ("Because of the strike, two visits were cancelled.", False),
        ("Two visits were cancelled.", True),
        ("The home was then assessed as inadequate by Ofsted.", False),
        # What was put before the review, and what others say.
        ("The Inquiry was informed that there was no money.", False),
        ("The manager also stated that it was recognised that there was no plan.", False),
        ("It was recognised that there was no plan.", True),
        ("The beds were emptied so as, it was said, to save money.", False),
        ("He was reassured by the clinic that the risk was assessed as very low.", False),
        # Nobody's act.
        ("As a result, trust in the clinic has been lost.", False),
        ("The letter was lost.", True),
        ("The advice was weighted in favour of medicine.", False),
        ("The officer rang the boys to confirm what was agreed.", False),
        ("A quantity of metal was found to have gathered in the pipe.", False),
        ("Many, although not all, are read when needs change.", False),
        ("Plans are not reviewed when needs change.", True),
        # Somebody was told, and nobody told them.
        ("The uncle was told that the key had gone.", True),
        ("We were told of the flood, and I am told that it dried.", False),
        # Somebody's account is not the review's, and what was not asked is no question.
        ("Her uncle's account was preferred to hers, and her account was ignored.", True),
        ("Our account was written in the autumn.", False),
        ("Whether he could swim was not asked.", True),
        ("The panel considered whether he was told.", False),
    ],
)
def test_passives_whose_verb_no_list_has_are_weighed(text: str, hides: bool) -> None:
    found = lint_text(text, role="analysis", settings=PASSIVES).findings
    assert bool(found) == hides


@pytest.mark.parametrize(
    "sentence",
    [
        "For example, the clinic wrote to an old address.",
        "In practice, this meant that nobody rang.",
        "So the letter lay in a tray.",
    ],
)
def test_a_paragraph_is_not_broken_before_what_leans_back(sentence: str) -> None:
    text = f"The desk was moved in May. Nobody told the clinic. {sentence} The school has a new head. Pupils eat at noon."
    doc = parsed(text).docs[0]
    best = best_break(list(doc.sents))
    assert best is not None
    assert best.text != sentence


def test_a_paragraph_is_not_broken_inside_a_quotation() -> None:
    text = (
        "The aunt spoke to us in June. “I rang the desk. Nobody came to the house. I rang again,” "
        "she said. The desk has no note of it."
    )
    best = best_break(list(parsed(text).docs[0].sents))
    assert best is None or not best.text.startswith(("Nobody", "I rang again"))


def test_a_chapter_of_faults_without_recommendations_is_not_called_recommendations() -> None:
    heavy = (
        "The multidisciplinary representatives' retrospective characterisation of organisational "
        "arrangements demonstrated considerable inconsistency regarding responsibility for "
        "communicating deterioration between commissioned providers. "
    )
    report = f"# A review\n\n## Areas for improvement\n\n{heavy * 12}\n"
    settings = settings_from({"check": {"select": ["PLN003"]}})
    assert not [f for f in lint_text(report, settings=settings).findings if "recomm" in f.message]
    asked = f"# A review\n\n## Recommendations\n\n1. The Board should publish this. {heavy * 12}\n"
    assert [f for f in lint_text(asked, settings=settings).findings if "recomm" in f.message]


@pytest.mark.parametrize("number", ["4.3", "12.", "A1.8.", "R4:", "(iv)"])
def test_the_number_of_a_paragraph_is_no_word_of_it(number: str) -> None:
    (sentence,) = parsed("The nurse went home at six.").docs[0].sents
    numbered = parsed(f"{number} The nurse went home at six.").docs[0][:]
    assert words_in(numbered) == words_in(sentence) == 6


def test_twelve_children_are_counted() -> None:
    assert words_in(parsed("12 Children went home.").docs[0][:]) == 4

"""Who is named in a draft, and who is not: behaviour that single examples of PRV001 cannot say."""

from __future__ import annotations

from time import process_time

import pytest

from scr_lint import lint_text
from scr_lint.identity.names.citations import find_citations
from scr_lint.identity.names.name_candidates import is_welsh
from scr_lint.identity.places.place_words import is_part_of_body
from scr_lint.readers.text import parse


def names(text: str, role: str | None = "analysis") -> list[str]:
    """The words of every mention that PRV001 finds, in order."""
    found = [f for f in lint_text(text, role=role).findings if f.rule == "PRV001"]
    spots = sorted((loc.block, loc.start, loc.text) for f in found for loc in f.locations)
    return [text for *_, text in spots]


@pytest.mark.parametrize(
    ("text", "pseudonym"),
    [
        ("Robin is what the family call her in this report. Robin was two.", "Robin"),
        (
            "Pseudonyms: the subject child = “Juniper”; her father = “Mr Grey”.\n\nJuniper saw Mr Grey.",
            "Juniper",
        ),
        ("His family asked that he be known as Finch. Finch liked trains.", "Finch"),
        ("Mother’s friend, here Mrs Brown, had a key. Mrs Brown told nobody.", "Mrs Brown"),
    ],
)
def test_a_declared_pseudonym_is_no_name(text: str, pseudonym: str) -> None:
    assert names(text) == []


def test_the_real_name_beside_a_pseudonym_is_found() -> None:
    text = (
        "In this report the boy is called Leaf, a name which he chose. In the papers of two "
        "agencies his real name, Bálint Halmos, appears."
    )
    assert names(text, "introduction") == ["Bálint Halmos"]


def test_somebody_who_told_the_review_panel_is_not_of_the_panel() -> None:
    assert names("It was Llinos Pryce-Rees's note that told the Review Panel about the bath.")
    assert names("The lead reviewer, Llinos Pryce-Rees, saw the records.") == []


def test_two_children_joined_by_an_ampersand_are_no_firm() -> None:
    assert "Harpreet" in names("Harpreet & Manjit (cousins) seen without adult at 21.40 by PCSO.")


def test_a_name_that_is_a_word_is_one_beside_a_place_of_that_name() -> None:
    found = names("Grace Ollerton put it differently: she ran the Grace Centre on four volunteers.")
    assert found == ["Grace Ollerton"]


def test_names_of_laws_tests_and_tubes_are_nobody() -> None:
    text = (
        "Agreement between the readers (Cohen's kappa) was fair. A Foley catheter was used. Under "
        "Martyn's Law the venue had a plan. The Kirkup investigation was read."
    )
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        # Whoever the review thanks, meets or writes to is none of its people.
        (
            "The panel thanks Siân, and the author is grateful to Aoife.",
            "introduction",
            "Siân Aoife",
        ),
        ("Rhys was seen by the lead reviewer and Orla by the panel.", "introduction", "Rhys Orla"),
        ("The conference was chaired by Mair Pugh.", "summary", "Mair Pugh"),
        ("This report is dedicated to Rhys, who loved puddles.", "front_matter", "Rhys"),
        ("The lead reviewers, Jane Smith and Ian Hill, met the family.", "methodology", ""),
        ("Panel: Karen Holt, Head of Safeguarding; Ian Pugh, nurse.", "introduction", ""),
        # A year after a child's name, "re" in a note and a colleague cite nobody.
        ("Her brothers are Liam (2004) and Cian (2006).", "family_background", "Liam Cian"),
        ("Spoke re Declan. Karen and her colleagues rang.", "chronology", "Declan Karen"),
        (
            "Brandon told his mother. Brandon et al. (2012) and the Fraser guidelines.",
            "analysis",
            "Brandon",
        ),
        # What somebody is called in life is no pseudonym.
        ("I called Siân at home. She appears as Gwen on one form.", "analysis", "Siân Gwen"),
        ("He gave the name Adebayo. The baby will be called Rhys.", "analysis", "Adebayo Rhys"),
        # A body's word may be a surname, and a town's name no person's.
        ("Bridget Ward told Niamh police would come.", "analysis", "Bridget Ward Niamh"),
        ("Gift, then thirteen, had been sent to an aunt.", "family_background", "Gift"),
        ("The man called “Razor” had a key.", "analysis", "Razor"),
        ("An X-ray was done. The parents speak Sorani. The RAOs met in Luton.", "analysis", ""),
    ],
)
def test_what_hides_a_name_and_what_only_looks_like_one(
    text: str, role: str, expected: str
) -> None:
    assert " ".join(names(text, role)) == expected


@pytest.mark.parametrize(
    ("text", "pseudonym"),
    [
        ("The young person whom we are calling Dara rang. Dara was told.", "Dara"),
        ("The mother (“Marnie” is the name we have used) never saw it.", "Marnie"),
        ("The sister, “Imogen” as she asked to be known in this account, is bright.", "Imogen"),
        ("The girls are called Seren here and the younger Lleucu. Lleucu sat.", "Lleucu"),
    ],
)
def test_more_ways_to_declare_a_pseudonym(text: str, pseudonym: str) -> None:
    assert pseudonym not in names(text, "introduction")


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Family Worker B (i.e. FW1) came. FW1 came back.", "Family Worker B"),
        ("Adult 1 (this is the man the police call Male 3) was out. Adult 1 rang.", "Male 3"),
        ("In the hospital's account he is Male A. Adult 3 was on bail.", "Male A"),
        ("Ms L, the tutor, whom an earlier section calls Tutor 2, made it again.", "Tutor 2"),
        (
            "The officer who is HO1 in the log is Witness 4 in the minutes, where HO1 spoke.",
            "Witness 4",
        ),
        ("HV2 (HV1 in the Trust's report) came on Friday. HV2 rang.", "HV1"),
        ("Adult C, the lodger, was known to the police as Male 4. Adult C rang.", "Male 4"),
        ("Male 1 and Adult C are the same man. Adult C was out, and Adult C rang.", "Male 1"),
        ("By the time Fern was seen she was cold. She is called Fern in this report.", "Fern"),
        ("Child D2 was ill. In the clinic's copy of the form Child D2 is K.", "K"),
        ("Child D was at home. Josie, as the dinner ladies have her, ate well.", "Josie"),
        ("Child D slept. It was sent to a flat at GB16 4TT, and then to one at GB17 4TW.", ""),
        ("Child D slept. It is the opinion of Professors Amory and Stanhope that few do.", ""),
        ("They are called SW1 to SW4, and SW2 (HV1 was away) rang.", ""),
        (
            "The mother of another pupil, who is called Parent 4 in the school's report, saw Child G.",
            "",
        ),
    ],
)
def test_a_second_code_is_found_where_the_draft_says_so(text: str, second: str) -> None:
    found = [f for f in lint_text(text, role="analysis").findings if f.rule == "PRV015"]
    assert [loc.text for f in found for loc in f.locations] == ([second] if second else [])


def test_an_ordinary_word_that_somebody_is_called_by_is_a_name() -> None:
    text = "Her cousin Pickle wept when he was told. The officer then asked Pickle where he slept."
    assert names(text)[:1] == ["Pickle"]


def test_a_surname_without_its_capital_is_a_name_after_a_title() -> None:
    assert names("Text to duty: told mr zelenchuk next week is ok, he wont open the door.")


def test_a_word_in_small_letters_is_no_name_because_somebody_bears_it() -> None:
    text = "Frank Dunsford was frank with us, and we had hope of more."
    assert names(text) == ["Frank Dunsford"]


@pytest.mark.parametrize(
    "key",
    [
        "- Hazel: the mother\n- Linden: the father",
        "| Name | Who |\n|---|---|\n| Hazel | Mother |\n| Linden | Father |",
        "Hazel – the mother\n\nLinden – the father",
    ],
)
def test_a_section_on_names_used_is_a_key_to_them(key: str) -> None:
    text = f"# Names used in this report\n\n{key}\n\n# Analysis\n\nHazel told the nurse that Linden hit her."
    assert names(text, None) == []


def test_the_names_in_a_list_of_people_met_are_no_key() -> None:
    text = "# People we met\n\n- Hazel: the mother\n\n# Analysis\n\nHazel told the nurse that he hit her."
    assert "Hazel" in names(text, None)


def test_what_kin_are_called_in_another_language_is_no_name() -> None:
    assert names("She called her grandmother Babcia. Her Babcia came on Sundays.") == []


def test_a_short_english_message_is_not_taken_for_welsh() -> None:
    assert not is_welsh("i had a text off her and i am not going")
    assert names("I'm a friend of Zdenka Horvatková and I am worried.") == ["Zdenka Horvatková"]


def test_names_in_a_letter_all_in_capitals_are_found() -> None:
    letter = (
        "To whom it may concern. I TOLD MY GRANDSON THAT LACEY WAS HIT AND THAT BRETT DID IT "
        "AND NOBODY CAME."
    )
    assert names(letter) == ["LACEY", "BRETT"]


def test_a_family_name_may_be_cut_to_its_initial() -> None:
    assert names("The plan was read to Zoltan T., her ex-partner.") == ["Zoltan"]


def test_a_form_of_address_alone_names_nobody() -> None:
    assert names("Seen by Dr in clinic. Dr to write to the school.") == []


def test_an_abbreviation_that_the_text_does_not_explain_is_nobody() -> None:
    assert names("The JTAI team asked the DALB about its EOTAS cases and told the SENDIASS.") == []


def test_what_somebody_says_declares_no_pseudonym() -> None:
    text = "“We always called her Petal but her name was Sunniva,” her brother told the nurse."
    assert "Sunniva" in names(text)


def test_kin_who_are_thanked_among_references_are_named() -> None:
    text = "We are obliged to Iolo Trebanog, the child's grandfather, who read two of these papers."
    assert names(text, "references") == ["Iolo Trebanog"]


def test_a_worker_with_the_surname_of_a_cited_author_is_named() -> None:
    text = (
        "Much is known of this (Marlowe and Pemberton, 2009).\n\n"
        "Pemberton, the family support worker, rang twice. Nobody told Pemberton why."
    )
    assert names(text) == ["Pemberton", "Pemberton"]


def test_whoever_helped_the_lead_reviewer_is_of_the_review() -> None:
    text = (
        "The lead reviewer, Llinos Pryce-Rees, had not worked in the area. She was assisted by "
        "Osian Trebanog, a solicitor."
    )
    assert names(text, "methodology") == []


def test_that_before_a_clause_is_no_determiner() -> None:
    assert names("The nurse noticed that Bronwen had stopped eating.") == ["Bronwen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who stands in the papers of a case is none of the review's people.
        (
            "# Appendix C: Log of contacts\n\nThe log is as four agencies sent it. The panel asked two of "
            "them to take the names out before it is printed.\n\n| Month | What was done | From |\n|---|---|---|\n"
            "| Jun | Osgood misses his check. Farmer Reg Tollbar brings him. | Surgery |\n"
            "| Jul | Told the panel nurse that Osgood sleeps in the barn. | School |",
            "Osgood Reg Tollbar Osgood",
        ),
        (
            "# Minutes of the planning meeting\n\nPresent: Llinos Trefeca (chair), Iolo Banwen (minutes).\n\n"
            "Llinos asked Iolo to ring the school.",
            "Llinos Trefeca Iolo Banwen Llinos Iolo",
        ),
        ("“My name’s Thessaly,” she told the reviewer.", "Thessaly"),
        # Front matter: who wrote it, to whom it goes, and what it thanks.
        ("I thank the reviewer, Maud Ollerby. I have met his mother, Carly.", "Carly"),
        (
            "Ines Fairlow, Director of Children’s Services, Aldermere Council\n\n"
            "Dr Tobias Wrench, Chief Executive, Aldermere Hospitals\n\nDear colleagues",
            "",
        ),
        ("Mave Dunstan told me of “Ozzie”. He is her son.", "Mave Dunstan Ozzie"),
    ],
)
def test_who_is_of_the_review_and_who_of_its_case(text: str, expected: str) -> None:
    role = None if text.startswith("#") else "front_matter"
    assert " ".join(names(text, role)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ingrid* rang Karen Hobb. Ingrid wept.\n\n\\*Pseudonym, for confidentiality.",
            "Karen Hobb",
        ),
        ("Ingrid† rang Karen Hobb.\n\n†Not her real name.", "Karen Hobb"),
        ("The boy is called Ezra and his sister is Juno. Neither is a real name. Ezra fell.", ""),
        (
            "The carers are Mr and Mrs Plume. Both names are invented. Mrs Plume told Mr Dace.",
            "Mr Dace",
        ),
        (
            "The girl is called Fern here, which is not her name. Her father is called Ash. Ash left.",
            "",
        ),
        ("The twins are Flint and Teal from here on; those are not their names. Teal sang.", ""),
        # Not everybody in the sentence has another name.
        ("His aunt, Petra, lives with Nana Rue, whose name has been changed.", "Petra"),
        ("The girl, who is named Annika in these files, will be called Fern.", "Annika"),
        ("The actors played two characters, Reuben and Tess, who were invented for the day.", ""),
    ],
)
def test_names_that_are_said_not_to_be_real(text: str, expected: str) -> None:
    assert " ".join(names(text, "introduction")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What makes a name.
        ("It was on a Sunday that Noel was found.", "Noel"),
        ("On the Sunday Jairo heard her scream.", "Jairo"),
        ("She trusted Neriman abla, who lives next door.", "Neriman"),
        ("Mr Threapley rang. Ask for the Threapley statement.", "Mr Threapley Threapley"),
        ("In supervision Gwen Dacre raised the Mostrick case twice.", "Gwen Dacre Mostrick"),
        # And what does not.
        ("She has the accent of Marshwick, where she grew up.", ""),
        ("There was a Jack Russell called Freddie and a Great Dane named Otis.", ""),
        ("DC Two spoke to the school. He prayed to Saint Jude and to Pope Leo.", ""),
        ("As Amiss found in her study, and Dorman and Pell in theirs, men are not asked.", ""),
        ("Sidebotham, Bailey and Dunn wrote of this. So did Gorse, cited in Pell (2016).", ""),
        ("It was Lord Fraser who said so. He spoke at Heddlu Gwent on Dydd Gwener.", ""),
        ("Karen Tull had him on Mondays, and Jack and Jill on Tuesdays.", "Karen Tull"),
        ("- Karen Tull (Dorley Prewitt)", "Karen Tull"),
    ],
)
def test_names_and_look_alikes_of_other_authors(text: str, expected: str) -> None:
    assert " ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death of Martin Paul Pope, aged 61, was not expected.", "Martin Paul Pope"),
        ("Her brother, Alan James Lamb, died at home.", "Alan James Lamb"),
        ("Gillian Ruth Church had been ill for a week.", "Gillian Ruth Church"),
        ("Kevin PIKE was arrested at the flat.", "Kevin PIKE"),
        ("The inquest was into the death of Private Colin FOX.", "Colin FOX"),
        ("Mother told Karen Jones Social Worker that she was tired.", "Karen Jones"),
        ("Helen Marsh Headteacher came to the meeting.", "Helen Marsh"),
        ("She walked along St John Paul Way.", ""),
        ("They lived near the Ann Marie Hall.", ""),
        ("They met at 12 Mary Ann Street.", ""),
    ],
)
def test_a_surname_that_is_a_word_is_part_of_a_full_name(text: str, expected: str) -> None:
    assert names(text, "chronology") == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "He was taken to the Custody Sergeant. It was said that he slept.",
        "A. To the Board; B. To the Secretary of State.",
        "After Burger King they went to McDonald's.",
        "She lived in a home run by Tilbrook's Children's Services.",
        "She was diagnosed with Marfan Syndrome.",
        "Not all contacts were recorded on Lorenzo.",
        "Rio: the record of the mental health trust.",
        "The dog's name is Gelert.",
        "The Children's Commissioner, at that date Anna Longley, wrote to the Board.",
        "Mrs Justice Ferrier gave judgment. We keep in view Rider LJ's caution.",
        "The inquest was opened by Mrs Amelia Gantry, Assistant Coroner.",
        "The nurse had read Kemble on scalds.",
        "The method is borrowed from Vinson's work in surgery.",
        "Lipman described this sort of thing in 1980, in a study of forty families.",
        "Standish and Humphries write of this, as does Ewan Starke.",
        "A tool for weighing neglect, by Dr Leon Pollard and Dr O P Shrivastav, was used.",
        "She was at four schools: Wolsten Beckett, St Bede's and Dame Alice Orwin.",
        "Referral to Women's Aid. He was taken to St James's University Hospital.",
        "He said that he had scalded himself, poparzył się, and nobody asked.",
        "The plate was made of TELL-ZAG 4340 steel.",
        "Flights go from Tarmwick, Helby and Bramling Airports each day.",
        "He was given Clexatrin daily. Clexatrin 40 mg was enough.",
        "The queue was long (Helen Prothero 4 May 2021 12/3-14/20).",
        "See Hollis, P. and Marden, J. Waiting for Care. Bristol: Policy Press, 2011.",
    ],
)
def test_what_is_cited_made_called_at_or_taken_is_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bruises were recorded on Lorenzo by the nurse.", ["Lorenzo"]),
        ("Karen has written about that in her diary.", ["Karen"]),
        (
            "Nobody knew of the letter from Peter Hollis to the school of 4 May 2004.",
            ["Peter Hollis"],
        ),
        ("The solicitors, Harding Evans, wrote. Dr Evans replied.", ["Dr Evans"]),
        (
            "This is about a boy, Luka. I'll call him Luka, as everyone who loves him does.",
            ["Luka"] * 2,
        ),
    ],
)
def test_people_of_the_case_beside_what_looks_the_same(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her partner Adult B moved in. He hit her son Jason, who was four.", "Jason"),
        ("The partner Adult B was told and her daughter Marnie, aged six, was not.", "Marnie"),
        ("A great deal of information was held on Jason.", "Jason"),
        ("A great deal of information was held on Tyrone. Tyrone was four.", "Tyrone"),
        ("Details of the call were logged on Grace. Grace wept.", "Grace"),
        ("There were two teams: Karen Marsh, Jo Bell and Ann Dale.", "Jo Bell"),
        ("Staff came from two schools: Karen Marsh, Jo Bell and Ann Dale.", "Ann Dale"),
        ("Rashid: a member of the panel for health.\n\nRashid was at home.", "Rashid"),
        ("Rashid: a title used by the family.\n\nRashid was at home.", "Rashid"),
        ("The solicitor met Karen and Jason.", "Jason"),
        ("The solicitors, Karen and Jason met.", "Jason"),
        ("Karen and Jason, and their firm belief, are not in doubt.", "Jason"),
        ("Karen described the beatings in 1985.", "Karen"),
        ("Marjorie warned the matron of it in 1972.", "Marjorie"),
        ("Karen, now a mother of three, is a writer.", "Karen"),
        ("Karen, who saw him twice, is a psychologist.", "Karen"),
    ],
)
def test_family_are_found_in_the_words_that_tell_of_things_codes_and_authors(
    text: str, name: str
) -> None:
    assert name in names(text)


def test_a_code_in_an_account_makes_no_key_of_it_anywhere_in_the_report() -> None:
    account = "Her partner Adult B moved in. He hit her son Jason, who was four."
    assert names(f"{account}\n\nJason told nobody.") == ["Jason", "Jason"]


def test_many_initials_before_a_page_of_a_transcript_are_read_at_once() -> None:
    started = process_time()
    find_citations(parse("A " * 3000 + "went."))
    assert process_time() - started < 5


@pytest.mark.parametrize("name", ["", " ", "Centre"])
def test_no_words_or_one_are_no_part_of_a_body(name: str) -> None:
    assert not is_part_of_body(name)


@pytest.mark.parametrize(
    "said",
    [
        "The mother, whom we'll call Hettie (her choice), saw the author.",
        "The girl is Hettie in this report, and the young man Adult C.",
        "His sister is Hettie and the baby is Linnet. Their mother is Mother.",
        "The child is Corin and her sister Hettie; the aunt is Aunt 1.",
        "The baby is Hettie here; the mother chose it.",
    ],
)
def test_a_key_in_sentences_declares_names(said: str) -> None:
    assert "Hettie" not in names(f"# Introduction\n\n{said}\n\n# Analysis\n\nHettie was at home.")


def test_a_name_further_on_than_a_programmes_is_nobodys_but_a_persons() -> None:
    text = (
        "Orlaith was nine when she moved.\n\nThe programme called Anchor was set up for that reason. "
        "It came to her city five years too late for Orlaith.\n\nOrlaith has kept the letter."
    )
    found = [
        place.text
        for finding in lint_text(text, role="family_background").findings
        if finding.rule == "PRV001"
        for place in finding.locations
    ]
    assert found == ["Orlaith"] * 3


@pytest.mark.parametrize(
    "said",
    [
        "She picked Bramble as her name for this report because it has thorns and fruit.",
        "The boy, asked what we should say, wanted Bramble for his name in this review.",
        "He had suggested “Bramble” as his name in the report, after a dog.",
        "Her sister settled on Bramble as a name for the published account.",
        "They gave us Bramble to be his name throughout this document.",
    ],
)
def test_a_name_that_somebody_picked_for_the_report_is_no_ones_own(said: str) -> None:
    assert "Bramble" not in names(f"# Introduction\n\n{said}\n\n# Analysis\n\nBramble was at home.")


@pytest.mark.parametrize(
    "said",
    [
        "She picked Saoirse as her name when she was fourteen.",
        "She did not want Saoirse as her name in this report.",
        "The midwife used Saoirse as her name in the discharge report.",
        "Her teachers wrote Saoirse as her name on the form.",
    ],
)
def test_a_name_picked_for_life_or_refused_for_the_report_is_somebodys(said: str) -> None:
    assert "Saoirse" in names(f"# Introduction\n\n{said}\n\n# Analysis\n\nSaoirse was at home.")


def test_the_members_of_a_panel_and_those_thanked_for_the_paper_are_of_the_review() -> None:
    members = (
        "The panel was chaired by Ivor Teale. Its members were Nadine Prosser (health), Det Supt "
        "Callum Ridd (police) and, from the third meeting, Maureen Inch for the schools."
    )
    assert names(members, "methodology") == []
    thanks = "Thanks. To Ciaran Daly for the diagrams, and to Yvette, for her courage."
    assert names(thanks, "conclusion") == ["Yvette"]

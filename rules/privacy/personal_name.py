"""PRV001: names of people."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.identity.names.personal_names import Standing, find_people

_KEY = """# Introduction

The family chose the name Sam for the boy this review is about.

# Analysis

Sam was seen alone by his social worker on two occasions.
"""

_KEY_AND_SLIP = """# Introduction

In this report the boy is known as Sam and his sister as Ella.

# Analysis

Sam was not asked about school. Two weeks later Tyrell's attendance fell again, and Ella noticed.
"""

_TABLE = """# The family

| Referred to as | Relationship |
|---|---|
| Noor | Subject of this review |
| Idris | Older brother |

# Analysis

Noor shared a bedroom with Idris, who walked her to school each day.
"""

_FRONT = """Independent author: Margaret Ellwood

Independent chair of the review panel: David Pemberley

# Analysis

Child A was not seen alone. Ms Ellwood met the grandmother twice.
"""


class PersonalName(Rule):
    """A person's name: one finding for each person, every mention a place in it.

    Why: one name is enough to undo all the other care taken with privacy. It can be searched for,
    and it stays searchable for as long as the brothers and sisters are alive. Quality Marker 14
    asks for the privacy of individual staff as well as of family members: in a small team the
    name of a worker leads to the child.

    Instead: use the role or the code that the report has given the person ("Mother", "SW2", "the
    class teacher"), and let the key at the front list them.

    Leaves alone: roles and codes (Child A, MGM, PC 2); pseudonyms that the draft declares in a
    key, a family table or a sentence, and those in the settings; cited authors and the list of
    references; inquiries, reviews, laws and tools that carry a name (the Munro Review, Sarah's
    Law); judges of the higher courts and coroners; whoever is cited by name before a page of a
    transcript; the review's own author, chair and panel, those it thanks for making the paper,
    and holders of office whom its first page addresses.

    Contested: families often prefer a pseudonym that is a first name, as kinder than a letter;
    guidance for judges prefers initials, since a chosen name can show background. This rule
    accepts both once the draft says that it is not the real name.
    """

    code = "PRV001"
    name = "personal-name"
    severity = Severity.ERROR
    basis = ("QM14.2", "QM14.privacy", "WT2015.p79-redacted")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example("Karen told the health visitor that she was coping.", marks=("Karen",)),
        Example(
            "The family support worker, Mrs Okonkwo-Bell, visited on nine occasions before "
            "the case was closed.",
            role=Role.CHRONOLOGY,
            marks=("Okonkwo-Bell",),
        ),
        Example(
            "SW2 (Kwabena Asante) was an agency worker in his second week.",
            marks=("Kwabena Asante",),
        ),
        Example(
            "Child T told the officer that he was the man of the house when Tomasz is at work.",
            marks=("Tomasz",),
        ),
        Example(
            "| Date | What happened |\n|---|---|\n"
            "| June | Home visit by PC Derbyshire. Mother was out. |",
            role=Role.CHRONOLOGY,
            marks=("Derbyshire",),
        ),
        Example(
            "Hope was four when the police first came. Nobody spoke to Hope or her sister.",
            marks=("Hope",),
        ),
        Example(
            "The strategy meeting was chaired by DI Ruaridh MacAskill and the minutes are missing.",
            marks=("Ruaridh MacAskill",),
        ),
        Example(
            "No agency knew that Siân's grandmother, Mrs ap Gwilym, had been caring for her.",
            marks=("Siân", "Gwilym"),
        ),
        Example(
            "Kayleigh was not brought to two appointments. In June Kayliegh was seen at school.",
            marks=("Kayleigh", "Kayliegh"),
        ),
        Example(_KEY_AND_SLIP, role=None, marks=("Tyrell",)),
        Example("Lead practitioner: F. Oyelaran", role=Role.FAMILY_BACKGROUND, marks=("Oyelaran",)),
        Example(
            "Poppy was asleep upstairs. Poppy seeds were blamed for the test.", marks=("Poppy",)
        ),
        Example(
            "Mr Savage came to the door, and the officer told Savage to leave.", marks=("Savage",)
        ),
        Example(
            "Torin chose the pseudonym. His aunt, Maud, asked that we use the name Eifion for him.",
            role=Role.INTRODUCTION,
            marks=("Torin", "Maud"),
        ),
        Example(
            "The records of the Birtwhistle children were in two boxes.", marks=("Birtwhistle",)
        ),
        Example(
            "The author met the family twice. She was helped by Tegwen, who is the boy’s aunt.",
            role=Role.METHODOLOGY,
            marks=("Tegwen",),
        ),
        Example(
            "| Name | Seen by the author |\n|---|---|\n| Oluwatobi | in May |\n",
            role=Role.METHODOLOGY,
            marks=("Oluwatobi",),
        ),
        Example(
            "| Source | Use in the review |\n|---|---|\n"
            "| Diary | Tamika wrote in it after each visit |\n",
            role=Role.FINDINGS,
            marks=("Tamika",),
        ),
    )
    passed = (
        Example(
            "The Special Educational Needs Advice and Support Service (SENDIASS) is small. Leaders "
            "work with Dorset SENDIASS so that its staff can answer."
        ),
        Example("Mother told SW1 that Child A had been unsettled since MGM moved in with them."),
        Example(
            "Neglect often stands beside domestic abuse (Brandon et al., 2012; Sidebotham, 2016). "
            "Munro (2011) asks reviews to look at the whole system."
        ),
        Example(
            "The Laming Inquiry, the Munro Review and Sarah's Law all came up at the event, and "
            "so did Gillick competence.",
            role=Role.FINDINGS,
        ),
        Example(_KEY, role=None),
        Example(_TABLE, role=None),
        Example(_FRONT, role=None),
        Example(
            "Ferguson, H. (2011) Child Protection Practice. Basingstoke: Palgrave Macmillan.",
            role=Role.REFERENCES,
        ),
        Example(
            "Robbie drew a picture of his house.",
            settings={"names": {"pseudonyms": ["Robbie"]}},
        ),
        Example(
            "Hope was expressed at the conference that May would be quieter. The Graded Care "
            "Profile was to be done in June, with advice from Barnardo's."
        ),
        Example(
            "The dog, Tyson, was kept in the kitchen. Tyson had bitten a postman. Her doll, which she "
            "called Marjorie, went everywhere. Blackie the cat was fed."
        ),
        Example(
            "The ward was Rainbow, then Nightingale. Following Storm Doris they went through Calais. "
            "Mark every contact. Rose by 40 per cent. Praise was given for attendance."
        ),
        Example(
            "The Head of Year at Northgate Academy rang Children's Social Care under Operation "
            "Encompass, and the Paediatric Liaison Nurse told Aldermarsh General Hospital.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "Father is a builder from Tarnów and Mother is Igbo or Tiv. The boy was brought from "
            "Kumasi by way of Georgia, where he was given Fortisip and a little Molly. Nani said so.",
            role=Role.FAMILY_BACKGROUND,
        ),
        Example(
            "They met at the Robert Burns, beside the Dee. A Snellen chart hung in the Alexandra "
            "wing, as Crittenden and Rosamund have said, and the charity Esther's Place paid.",
            role=Role.ANALYSIS,
        ),
        Example("He was taken to A&E. Mother went home with Child K. She was not seen again."),
        Example(
            "To preserve anonymity the boys have been given other names: Eifion and Torin. Eifion's "
            "wish was to stay. Torin cried.",
            role=Role.INTRODUCTION,
        ),
        Example(
            "# Serious Case Review in respect of Eifion\n\n# Analysis\n\nEifion was not asked.",
            role=None,
        ),
        Example(
            "Judith Amory and Tomos Ridgeway were commissioned to undertake the review. Dr Hal Penrose "
            "gave expert advice to the panel.",
            role=Role.METHODOLOGY,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for person in find_people(draft, self.settings):
            if person.standing is not Standing.PRIVATE:
                continue
            count = len(person.mentions)
            times = "" if count == 1 else f", {count} times"
            yield self.finding(
                draft,
                person.mentions,
                f"“{person.name}” looks like the name of a person{times}.",
                "Use the role or the code the report has given this person. If it is a name "
                "chosen for the report, say so at the front or add it to the settings.",
                confidence=person.confidence,
            )

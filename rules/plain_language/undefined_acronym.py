"""Acronyms are written out before they are used."""

import re
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.terms.acronyms import Acronym, written_out
from scr_lint.terms.of_no_person import acronyms_in
from scr_lint.terms.same_words import is_miswritten

_YEAR = re.compile(r"\b20[0-4]\d\b")
_QUEEN = 2022


class UndefinedAcronym(Rule):
    """Flags an acronym that the draft never writes out, in the text or in a glossary.

    Why: The national panel named acronyms, with jargon, as what hides the key events of a case.
    Working Together asks for a report that professionals and the public understand alike, and
    one profession's everyday letters mean nothing, or something else, to the next.

    Instead: Write the full words where the acronym is first used and put the letters in brackets
    after them: "Multi-Agency Safeguarding Hub (MASH)". If it is used only once or twice, use the
    full words and drop the letters.

    Leaves alone: Acronyms that readers know (UK, NHS, GP, A&E, BBC); codes for people and places
    (SW1, MGM, Child AB); words in capitals, roman numerals, postcodes, units, reference
    numbers and standards; cited authors ("(RAIB, 2005)"), sources and the reference list; firms,
    licences and letters after a person's name. An acronym that can stand for several things (DNA, PND, ICO) is
    never written out for you.

    Contested: NHS England and GOV.UK differ on which acronyms everybody knows. NSPCC, ADHD and the
    like are given as advice only, as some of your readers will not need the words.
    """

    code = "ACR001"
    name = "undefined-acronym"
    severity = Severity.WARNING
    basis = ("QM14.6", "PANEL.1", "WT2015.p79-plain")
    layers = Layer.PARSE | Layer.ENTITIES

    flagged = (
        Example("The MASH screened the referral the next morning.", marks=("MASH",)),
        Example(
            "CAFCASS was not told that the IDVA had closed the case.", marks=("CAFCASS", "IDVA")
        ),
        Example("Two s47 enquiries were begun and ended within the month.", marks=("s47",)),
        Example("All agencies sent their IMRs to the chair in time.", marks=("IMR",)),
        Example(
            "Staff at the school did not know that an EHCP’s outcomes could be\nchallenged.",
            marks=("EHCP",),
        ),
        Example("The T&F group's last meeting was in May (see the QAF)."),
        Example("A DoLS application was considered but not made.", role=Role.CHRONOLOGY),
        Example("The family was supported by a Family Support Worker (EHAT trained).", role=None),
        Example(
            "# Findings\n\nThe P.L.O. was started late.\n\n# Glossary\n\n"
            "| Term | Meaning |\n|---|---|\n| PLO | TBC |\n",
            role=None,
            marks=("P.L.O.",),
        ),
        Example("Recommendation 1: The LSCP should audit its TAF meetings.", role=None),
        Example("Staff of UNESCO, WHO and two charities had written it.", marks=("WHO", "UNESCO")),
        Example("The check was done with a questionnaire called the ASQ.", marks=("ASQ",)),
        Example(
            "Delays were common (RAIB, March 2014). CAR Part 171 applied, and the QRF met on 3.5.16.",
            marks=("RAIB", "CAR", "QRF"),
        ),
        Example(
            "The service (ZVT) was shut. Jo Smith (CSC Manager) rang the HH Associate's desk.",
            marks=("ZVT", "CSC", "HH"),
        ),
        Example("The Port State Control Officer came on board. Nobody had an SCO.", marks=("SCO",)),
        Example("He had a PEEP. Only the PEEP had his photograph on it.", marks=("PEEP",)),
    )
    passed = (
        Example("The NHS trust and the GP each held part of the picture; A&E held the rest."),
        Example(
            "The Multi-Agency Safeguarding Hub (MASH) screened the referral. The MASH did not call."
        ),
        Example("The LADO (Local Authority Designated Officer) was told on the same day."),
        Example(
            "An Emergency Protection Order was got that night (EPO). The EPO ran for eight days. "
            "Mother had a non-molestation order. It is called an NMO in the log."
        ),
        Example(
            "Under s47 of the Act, and then under s.20, DR A was asked for her grades, AAB, and why "
            "BK04 XZL was outside. FM, the foster mother, gave the TOTAL."
        ),
        Example(
            "The short forms used here are:\n\n- ESW: education social worker\n- BCU – Basic Command "
            "Unit\n\nThe ESW told the BCU.",
            role=None,
        ),
        Example(
            "Rail accidents were studied (RAIB, 2005; ATSB and NTSB, 2013: 4). The brakes met BS EN "
            "15595:2009 and UIC 541-05. The rotor turned at 41,730 RPM."
        ),
        Example(
            "# References\n\nDRTS. (2009). Late trains, Ferrow EMU. Lydham: Office.",
            role=None,
        ),
        Example(
            "Robin Thorne MLA, then Jo Marsh OBE, wrote to HH Associates Ltd and to QZ New Zealand "
            "Limited. The photograph is under CC BY-SA 3.0."
        ),
        Example(
            "Papers of the county's young carers' team (YZUP) were lost. YZUP moved that year."
        ),
        Example("The Northern Tram Signal Order 3 (the NTSO 3) is clear. The NTSO 3 is old."),
        Example("FBA AN 12-07-09 (Fenland Boat Agency notice) ended. The FBA agreed."),
        Example("The Quality Care Commission (CQC) came. The CQC rated it."),
        Example(
            "Child and Adolescent Mental Health Services (CAHMS) rang twice. CAMHS then wrote. "
            "CAHMS closed it."
        ),
        Example(
            "| Disease | Virus |\n|---|---|\n| Ebola | Ebola virus: EBOV |\n| Flu | NA |",
            role=None,
        ),
        Example("SW1 and HV2 visited together. MGM and Child AB were at home."),
        Example("The visit was NOT recorded, and World War II was not the subject. It MUST be."),
        Example(
            "# Analysis\n\nThe CPN visited twice.\n\n# Glossary\n\n"
            "CPN: community psychiatric nurse\n",
            role=None,
        ),
        Example(
            "# Findings\n\nThe EDT took the call.\n\n# Abbreviations\n\n"
            "| Abbreviation | In full |\n|---|---|\n| EDT | Emergency Duty Team |\n",
            role=None,
        ),
        Example(
            "The children's social care service, referred to in this report as CSC, closed the "
            "case. CSC did not write to the school."
        ),
        Example("MARAC, a meeting of agencies about people at high risk, heard the case twice."),
        Example("An enquiry under s47 of the Children Act 1989 found nothing new."),
        Example("He lived at an address in LS14 7QT until Dr J.K. Hallam saw him."),
        Example(
            "A section 47 enquiry was begun. The outcome of the s47 was no further action.",
            role=Role.CHRONOLOGY,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for acronym in acronyms_in(draft, self.settings):
            if acronym.definitions or acronym.is_known or not acronym.uses:
                continue
            if is_miswritten(draft, acronym):
                continue
            yield self.finding(
                draft,
                acronym.uses,
                f"“{acronym.short}” is used {_times(len(acronym.uses))} and nowhere written out.",
                _suggestion(draft, acronym),
                severity=Severity.ADVICE if acronym.is_debatable else None,
            )


def _suggestion(draft: Draft, acronym: Acronym) -> str:
    short, full = acronym.short, _at_the_time(draft, acronym.stands_for)
    stands = written_out(draft, acronym)
    if stands:
        words = draft.text_at(stands)
        return (
            f"If it stands for “{words}”, put ({short}) after those words where they first stand."
        )
    if not full:
        several = "It can stand for several things, so only you can say which. "
        return (
            f"{several if acronym.is_ambiguous else ''}Write out its full words where it is first "
            f"used, with ({short}) after them, or use the full words alone."
        )
    if len(acronym.uses) < 3:
        return f"If it stands for “{full}”, consider the full words instead of the letters."
    return f"If it stands for “{full}”, consider “{full} ({short})” where it is first used."


def _at_the_time(draft: Draft, full: str) -> str:
    """The name of an inspectorate or a court as it was when the draft was written.

    A draft that names no year after 2022 is of the late Queen's reign, or of its last months.
    """
    years = [int(year) for b in draft.blocks for year in _YEAR.findall(b.text)]
    return full.replace("His Majesty", "Her Majesty") if years and max(years) <= _QUEEN else full


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")

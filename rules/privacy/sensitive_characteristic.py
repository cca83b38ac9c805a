"""PRV010: ethnicity, nationality, religion, language, immigration status, sexual orientation."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.identity.characteristics.likely_characteristics import is_read, told_of_family
from scr_lint.persons.children import cast_of


class SensitiveCharacteristic(Rule):
    """Ethnicity, nationality, religion, language, immigration status or orientation of the family.

    Why: such details are special category data, and with a place and a year they can single out one
    household. Where they shaped how people worked with the family, they are part of the learning.

    Instead: ask of each mention whether the analysis uses it. If it does, keep it and say how; if it
    only describes, broaden it ("South Asian" for Bangladeshi, "English was not her first language",
    "a faith community") or leave it out.

    Leaves alone: what is said of the area, its population or its services; equality statements; staff;
    terms that are broad already.

    Contested: guidance for judges asks for broader terms unless the exact one is essential; reviewers
    of race and culture in reviews answer that silence about them hides racism. This is advice.
    """

    code = "PRV010"
    name = "sensitive-characteristic"
    severity = Severity.ADVICE
    basis = ("QM14.2", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example("Mother is Bangladeshi and had few friends nearby.", marks=("Bangladeshi",)),
        Example("His father, a Polish national, worked away.", marks=("Polish",)),
        Example("Child A is of dual White Irish and Jamaican heritage.", marks=("Jamaican",)),
        Example("Her first language was Tigrinya and nobody asked.", marks=("Tigrinya",)),
        Example("An interpreter in Pashto was booked for two of five visits.", marks=("Pashto",)),
        Example("The parents are Jehovah’s Witnesses.", marks=("Jehovah’s Witnesses",)),
        Example(
            "The family had come from Eritrea and Father’s claim for asylum was refused.",
            marks=("Eritrea", "claim for asylum"),
        ),
        Example("He told the school nurse that he was gay.", marks=("gay",)),
        Example(
            "| Person | Ethnicity |\n|---|---|\n| Child A | Black Caribbean |",
            role=Role.FAMILY_BACKGROUND,
            marks=("Black Caribbean",),
        ),
        Example("Mother was an overstayer with no recourse to public funds."),
        Example(
            "Deaf, Pakistani and living alone, the grandmother was known to all.",
            marks=("Pakistani",),
        ),
        Example("Her headscarf is mentioned in four case notes.", marks=("headscarf",)),
        Example("Her uncle, a Fijian, was away at sea.", marks=("Fijian",)),
        Example("The children were Traveller children and well liked.", marks=("Traveller",)),
        Example("Father came from Lagos as a student.", marks=("Lagos",)),
        Example("His people are Hazara and had been there for a year.", marks=("Hazara",)),
        Example("Mother, RC, has two sisters in the town.", marks=("RC",)),
        Example("The grandparents are EEA nationals.", marks=("EEA nationals",)),
        Example("The consent form was read to her in Twi by a volunteer.", marks=("Twi",)),
        Example("Father’s student visa had been curtailed that spring.", marks=("student visa",)),
    )
    passed = (
        Example("One in nine people in the area is Polish, by the census of 2011."),
        Example("English was not her first language."),
        Example("The Welsh Government publishes the guidance."),
        Example("The social worker, who is Somali herself, had not met the family."),
        Example("Mother bought food on credit at the Polish shop on the corner."),
        Example("The Board serves a borough with large Sikh and Muslim communities."),
        Example("The family is of South Asian heritage."),
        Example("Training on working with asylum seekers was offered to all staff."),
        Example("In this report his mother is called Shona. Shona asked for help twice."),
        Example("He had a black eye and would not say why."),
        Example("The ward sister, herself Ghanaian, sat with the mother until six."),
        Example("The locum, newly arrived from Kenya, had no log-in that week."),
        Example("The leaflet on sleep is printed in Urdu and Polish."),
        Example("Training on no recourse to public funds was offered to all staff."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        cast = cast_of(draft, self.settings.names)
        spans: list[Span] = []
        broader: dict[str, str] = {}
        for index, doc in draft.docs.items():
            block = draft.blocks[index]
            for told in told_of_family(draft, block, doc, cast) if is_read(draft, block) else ():
                spans.append(Span(index, told.start, told.end))
                broader.setdefault(doc.text[told.start : told.end], told.broader)
        if spans:
            some = "; ".join(f"{words}: {instead}" for words, instead in list(broader.items())[:3])
            yield self.finding(
                draft,
                spans,
                "This tells of the ethnicity, nationality, faith, language, immigration status or "
                "orientation of somebody in the family.",
                "Keep it where it explains what people did, and say how. Where it only "
                f"identifies, broaden it or leave it out ({some}).",
            )

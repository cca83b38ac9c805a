"""PRV009: a specific diagnosis or condition of somebody in the family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.identity.ailments.likely_ailments import is_read, likely_ailments
from scr_lint.persons.children import cast_of


class HealthCondition(Rule):
    """A specific diagnosis or condition of somebody in the family.

    Why: the Quality Markers name "the exact chronic health condition" as a detail that makes a
    family identifiable, or tells those who know them what they did not know. A rare diagnosis
    beside an age and an area can point to a single child. A medicine by its name gives away what
    it is for, and the medical name of an injury can be searched for in reports of a trial.

    Instead: say what it meant for care: "a long-term health condition", "a condition that needs
    medicine twice a day", "a mental health problem". Name it only where the analysis cannot be
    followed without it, and say why it is named.

    Leaves alone: broad words ("complex health needs", "disabled", "mental health"); conditions that
    research, training, screening or a service is about; illnesses of staff; bruises, cuts and breaks in
    plain words; what people in general have.

    Contested: naming a condition lets other services learn about it. Where the exact word matters to
    practice, some boards share it with professionals and leave it out of the published report.
    """

    code = "PRV009"
    name = "health-condition"
    severity = Severity.ERROR
    basis = ("QM14.identifiers", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "Child A has cystic fibrosis and takes medicine daily.", marks=("cystic fibrosis",)
        ),
        Example("Mother’s bipolar disorder was known to the GP.", marks=("bipolar disorder",)),
        Example(
            "He had been diagnosed with ADHD in primary school.",
            role=Role.FAMILY_BACKGROUND,
            marks=("ADHD",),
        ),
        Example("Epileptic since infancy, she was brought in again.", marks=("Epileptic",)),
        Example("The boy, who is autistic, said yes to every question.", marks=("autistic",)),
        Example("Father has Marfan syndrome.", marks=("Marfan syndrome",)),
        Example(
            "| Person | Health |\n|---|---|\n| Child B | coeliac disease |",
            role=Role.FAMILY_BACKGROUND,
            marks=("coeliac disease",),
        ),
        Example(
            "GP: postnatal depression coded. Sertraline 50mg. No call to HV.",
            role=Role.CHRONOLOGY,
            marks=("postnatal depression",),
        ),
        Example("MGM is deaf and used a neighbour’s telephone.", marks=("deaf",)),
        Example(
            "Pt has not collected methadone x3. Bloods not done.",
            role=Role.CHRONOLOGY,
            marks=("methadone",),
        ),
        Example(
            "She sustained a fracture of the pelvis and two crushed vertebrae.",
            marks=("a fracture of the pelvis and two crushed vertebrae",),
        ),
        Example(
            "Disability: cerebral palsy, uses a wheelchair",
            role=Role.FAMILY_BACKGROUND,
            marks=("cerebral palsy",),
        ),
        Example("Child A slept with his insulin pump under the pillow.", marks=("insulin pump",)),
        Example("The baby was jaundiced and went back for lamps.", marks=("jaundiced",)),
        Example(
            "The scan of the child showed bleeding behind both eyes.",
            marks=("bleeding behind both eyes",),
        ),
        Example("The boy is non-verbal and points at what he wants.", marks=("non-verbal",)),
        Example("Mother was off work with sciatica until May.", marks=("sciatica",)),
        Example("“Daddy’s got the bad epalepsy again,” he told her.", marks=("epalepsy",)),
    )
    passed = (
        Example("Wren has complex health needs and relies on others for her care."),
        Example("Research on asthma in childhood finds the same."),
        Example("The epilepsy nurse covered three counties."),
        Example("The health visitor was off with shingles, and nobody covered her list."),
        Example("The social worker was off sick with tonsillitis that week."),
        Example("The boy’s non-verbal reasoning was in the top tenth of his year."),
        Example("Staff had been trained in autism by a national charity."),
        Example("Children with type 1 diabetes should be seen every three months."),
        Example("Mother had mental health problems and a long-term health condition."),
        Example("One partner at the practice has an interest in asthma."),
        Example("More than half had asthma, and a quarter had eczema."),
        Example("Clozapine clinics take bloods each week."),
        Example("Osteogenesis imperfecta affects perhaps one child in fifteen thousand."),
        Example("There was a kind of institutional amnesia in the service."),
        Example("The plan had a blind spot, and work went on by fits and starts."),
        Example(
            "The Trust should review its pathway for sickle cell disease.",
            role=Role.RECOMMENDATIONS,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        cast = cast_of(draft, self.settings.names)
        places: dict[str, list[Span]] = defaultdict(list)
        broader: dict[str, str] = {}
        written: dict[str, str] = {}
        for index, doc in draft.docs.items():
            block = draft.blocks[index]
            for each in likely_ailments(draft, block, doc, cast) if is_read(draft, block) else ():
                shown = doc.text[each.start : each.end]
                words = shown.lower()
                written.setdefault(words, shown)
                places[words].append(Span(index, each.start, each.end))
                broader.setdefault(words, each.broader or "a long-term health condition")
        for words, spans in places.items():
            times = "" if len(spans) == 1 else f", {len(spans)} times"
            yield self.finding(
                draft,
                spans,
                f"“{written[words]}” tells of the health of somebody in the family{times}.",
                f"Consider broader words (“{broader[words]}”), or say what it meant for the child’s "
                "care.",
            )

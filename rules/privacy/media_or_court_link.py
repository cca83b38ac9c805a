"""PRV013: links to press coverage, judgments, courts and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.identity.publicity.published import Link, find_publicity

_SUGGESTION = {
    Link.COVERAGE: "Say that the case was reported, if that matters, without saying where.",
    Link.JUDGMENT: "Leave the citation out, and say what the court decided in a few words.",
    Link.COURT: "Say “the Crown Court” or “the family court”, and give the year at most.",
    Link.SENTENCE: "Say that the person was convicted, or received a prison sentence.",
}


class MediaOrCourtLink(Rule):
    """A newspaper, broadcast or web page, a judgment, a named court, or the length of a sentence.

    Why: one search for a paper with a date, a citation, or a court with a sentence leads to a
    page that names the family. The review is then joined to it for good, with all it says of
    those who were not named.

    Instead: say what happened without what can be searched for: "there was press coverage", "the
    Crown Court", "he was convicted of offences against the child", "received a prison sentence".

    Leaves alone: courts, the press and social media as such; judgments cited for the law, and
    published inquiries; sentences that the law provides for; references.
    """

    code = "PRV013"
    name = "media-or-court-link"
    severity = Severity.ERROR
    basis = ("QM14.2", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "A photograph of the house was on the front page of the Ashmere Gazette.",
            marks=("Ashmere Gazette",),
        ),
        Example(
            "Adult 2 was jailed for eight years for causing or allowing the death of a child.",
            role=Role.FAMILY_BACKGROUND,
            marks=("eight years",),
        ),
        Example(
            "Her father pleaded guilty at Fellside Crown Court in May 2016.",
            role=Role.CHRONOLOGY,
            marks=("Fellside Crown Court",),
        ),
        Example(
            "The judgment in the care proceedings is published as [2017] EWFC 402.",
            role=Role.INTRODUCTION,
            marks=("[2017] EWFC 402",),
        ),
        Example(
            "BBC Look North ran the story that evening, and strangers wrote to the school.",
            marks=("BBC Look North",),
        ),
        Example(
            "It was discussed for weeks under #whereswillow and on a page called “Wake Up Ashmere”.",
            marks=("#whereswillow", "Wake Up Ashmere"),
        ),
        Example(
            "Stepfather received a twelve-month suspended sentence for child cruelty, and Mother a "
            "community order of 18 months.",
            marks=("twelve-month suspended sentence", "community order of 18 months"),
        ),
        Example(
            "The paper's headline the next day was “Nobody came for her”.",
            marks=("Nobody came for her",),
        ),
        Example(
            "| Date | Event |\n|---|---|\n| 2014 | Father sentenced at the Crown Court on 3 March 2014 |",
            role=Role.CHRONOLOGY,
            marks=("Crown Court on 3 March 2014",),
        ),
        Example("The jury at Winchester was discharged.", marks=("jury at Winchester",)),
        Example("Stepfather was put away for nine.", marks=("nine",)),
        Example("A tabloid ran four pages on it.", marks=("tabloid",)),
        Example("His name trended on Twitter all night.", marks=("trended on Twitter",)),
        Example("Cousin: 3 years, arson.", role=Role.CHRONOLOGY, marks=("3 years, arson",)),
        Example("It was in the Argus with a photograph.", marks=("the Argus",)),
        Example(
            "The trial had not ended when Tolham Reports showed the house, and by the weekend a Reddit "
            "thread had the name of the street.",
            role=Role.ANALYSIS,
            marks=("Reddit",),
        ),
    )
    passed = (
        Example("The judge sat in private, and the hearing in the spring was adjourned."),
        Example("There was some press coverage, and Father was sent to prison by the Crown Court."),
        Example(
            "The duty to ask is set out in Re W (Children) [2010] UKSC 12, and the council took "
            "advice on it."
        ),
        Example("The family court made a care order in the spring, and the inquest was adjourned."),
        Example("The offence carries a maximum sentence of ten years in prison."),
        Example("Bowers, L. (2012) ‘Care cuts’, The Guardian, 4 May 2012.", role=Role.REFERENCES),
        Example(
            "The paper printed for the Board named three themes, and post was slow for a year."
        ),
        Example("He was given two weeks to reply, and served six years in the army."),
        Example(
            "She had been the head of year for three years and received nine months of supervision."
        ),
        Example(
            "He had been out of HMP Larkmoor for two days of his sentence when the father was rung.",
            role=Role.CHRONOLOGY,
        ),
        Example("Young people told us that they hear of such things on Snapchat before the news."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for found in find_publicity(draft):
            yield self.finding(
                draft,
                found.span,
                f"This gives {found.link.value}, which leads to what was published of the case.",
                _SUGGESTION[found.link],
                confidence=found.confidence,
            )

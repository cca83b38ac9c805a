"""Events are told for what they meant, and not day by day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.structure.dated_entries import dated_runs


class BlowByBlow(Rule):
    """Dated entries that follow one another with no analysis between them.

    Why: The national panel named irrelevant detail, which makes it difficult to discern the key
    events, first among the faults of reviews. Entry after entry tells readers when things happened
    and leaves it to them to see why.

    Instead: Gather the entries into a few periods or episodes that matter to the findings, and say
    after each what it meant and what people knew. A full chronology can stay in the working papers.

    Leaves alone: Entries that explain, or with a paragraph of explanation between them; tables with
    a column on why each event mattered; what is summed up by months or seasons; appendices,
    summaries, and what has been done since. Fewer than three dated entries in a row, a default of this project, which settings may change, and no guidance.

    Contested: Families may want each event told; some reviewers find that nobody trusts an analysis
    without the chronology. A short one in an appendix serves both.
    """

    code = "STR012"
    name = "blow-by-blow"
    severity = Severity.ADVICE
    basis = ("PANEL.1", "PANEL.2")
    layers = Layer.TEXT
    limits: ClassVar = {"entries": 3}

    flagged = (
        Example(
            "4.1 On 3 May 2011 the health visitor called.\n\n4.2 On 9 May she called again.\n\n"
            "4.3 On 12 June 2011 a card was left.",
            role=Role.CHRONOLOGY,
            marks=("3 May 2011", "12 June 2011"),
        ),
        Example(
            "# Chronology\n\n| Date | Event |\n|---|---|\n| 02/03/14 | Seen at clinic |\n"
            "| 09/03/14 | Not seen |\n| 30/03/14 | Letter sent |\n| 4/4/14 | Closed |",
            role=None,
        ),
        Example(
            "On 5 January 2015 he changed school.\n\nIn March 2015 the school rang home. Nobody "
            "answered.\n\nHe was away on 6 May 2015.\n\nA letter was sent on 7 July 2015.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "- 14.05 – ambulance called\n- 14.17 – ambulance arrives\n- 14.40 – police told",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "# What happened\n\n22/08/2016. Placed with carers.\n\n17/11/2016. Cuts seen by a "
            "teacher.\n\nThe nurse was told that day.\n\n9/2/2017. Assessed in clinic.",
            role=None,
        ),
        Example(
            "On 1 April the police were called.\n\nThe next call came on 8 April.\n\nOn 9 April a "
            "notice was sent to the health visitor.",
            role=Role.ANALYSIS,
        ),
        Example(
            "Ar 3 Mai 2018 galwodd yr ymwelydd iechyd.\n\nAr 9 Mai 2018 gadawyd cerdyn.\n\n"
            "Ar 12 Mehefin 2018 galwodd eto.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "3 March: midwife books Mother. 17 March: scan. 2 April: hostel rings. 9 April: not seen.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "On 3 March 2019 the warden rang. On 9 March 2019 a card was left. The flat was empty. On "
            "30 April 2019 the tenancy ended.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "3 August 2015. Application issued. 9 September 2015. Hearing put off. 2 October 2015. "
            "Report late.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "- 04/01 – PC1 attends\n- 09/01 – HV1 visits, no reply\n- Sept 4: letter sent",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "# Timeline\n\n| Month | Event |\n|---|---|\n| April | Moved. |\n| May | Moved. |\n"
            "| June | Midwife, routine. |",
            role=None,
        ),
    )
    passed = (
        Example(
            "On 4 May the nurse found the flat cold. The duty team took her call to be about fuel."
            "\n\nOn 19 May a student went alone. She did not know how long is too long.\n\n"
            "On 2 June the clinic was short of a vaccinator.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "On 3 May 2011 the health visitor called.\n\nShe was let in because the dog was out, "
            "and saw one room.\n\nOn 12 June 2011 a card was left.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "# What happened\n\n| When | What happened | Why it matters |\n|---|---|---|\n"
            "| May 2011 | A card was left. | No reply was counted as a visit. |\n"
            "| June 2011 | A card was left. | The record says that she was seen. |\n"
            "| July 2011 | The case was closed. | Nobody had been upstairs. |",
            role=None,
        ),
        Example(
            "In early 2015 he changed school.\n\nBetween March and July 2015 he was away for eleven "
            "days, each time for an hour or two.\n\nFrom September 2015 a tutor came to the house.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "On 3 May the health visitor called.\n\nOn 9 May she called again.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "On 3 March 2019 the warden rang. The flat was cold. There was one bed, and a cot that "
            "had been lent. A neighbour had seen the boy on the stairs. On 9 May 2019 the lease was "
            "up. It had been let to his aunt. She kept a dog. On 2 June 2019 they left for the coast.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "On 3 May 2011 the nurse called.\n\nOn 9 May 2011 she called.\n\nOn 1 June 2011 she came.",
            role=Role.APPENDIX,
        ),
        Example(
            "# What has changed since\n\nIn March 2015 the Trust opened a clinic.\n\nIn May 2015 a "
            "nurse was appointed.\n\nIn June 2015 the form was replaced.",
            role=None,
        ),
        Example(
            "For two years the family moved from flat to flat. In May 2012 they came to the town.\n\n"
            "There the school took to the boy.\n\nThe summer was hot and the flat was small.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "On 3 May the nurse called.\n\nOn 9 May she called again.\n\nOn 1 June she came.",
            role=Role.CHRONOLOGY,
            settings={"limits": {"STR012": {"entries": 6}}},
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for run in dated_runs(draft, self.limit["entries"]):
            what = "rows of dates" if run.table else "dated entries"
            yield self.finding(
                draft,
                run.entries,
                f"{len(run.entries)} {what} follow one another with no analysis between them.",
                "Consider gathering them into a few episodes, and saying after each what it meant.",
                confidence=0.8,
            )

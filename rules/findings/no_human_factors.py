"""Analysis and findings that say nothing of what moved people."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Role, Rule, Severity
from scr_lint.causes.motives import motives
from scr_lint.draft import count_words

# Where a review may say what moved people.
_EXPLAINING = (Role.ANALYSIS, Role.FINDINGS, Role.CONCLUSION)


class NoHumanFactors(Rule):
    """Analysis and findings that nowhere say what moved the people who did the work.

    Why: The national panel wrote that reviews which "fail to look at human motivation and at the
    crucial roles played by fear, exhaustion, overwork, timidity, wilful blindness and
    over-optimism are unlikely to determine the root causes of critical decisions". A report in
    which forms, thresholds and meetings act, and nobody is tired, afraid or hopeful, has left out
    half of what happened.

    Instead: Say what it was like to do this work on that day, in the words of those who did it:
    what they hoped for, what they dreaded, what they would rather not have known, how long they
    had been at it. Where the review looked for such things and found none, say so.

    Leaves alone: Any draft whose analysis or findings tell of one such motive of somebody at work,
    or let somebody at work speak for
    themselves, quoted or in reported speech of what the work is like, or say that none was found. What the family felt
    does not count. Drafts with no analysis or findings of some length.

    Contested: Some reviewers fear that to write of tired or frightened staff exposes or excuses
    them. The Quality Markers ask for explanation without blame: motives can be told of a role or
    a team, and seldom need a name.
    """

    code = "FND006"
    name = "no-human-factors"
    severity = Severity.WARNING
    basis = ("PANEL.3", "QM13.5")
    limits = {"words": 30}

    flagged = (
        Example(
            "Five referrals were received in the period and each was screened within the target. "
            "The threshold document in use placed four of them below the line. The fifth was "
            "passed to the duty team, which held it for eleven days because the allocation meeting "
            "had been moved. The system closes a contact after ten days unless a box is ticked. No "
            "box was ticked. The contact was closed and a letter was generated to the referrer."
        ),
        Example(
            "## Supervision\n\nSupervision took place monthly. It was recorded on a template with "
            "nine headings, none of which asks about the children.\n\n## Assessment\n\nTwo "
            "assessments were completed within forty-five days. Neither included Father, since the "
            "form has room for one parent. Managers signed both. Mother was afraid of him and "
            "exhausted by the nights, as she told the midwife, the school and the police."
        ),
        Example(
            "Finding 1: Information was held on three systems that do not speak to each other, so "
            "that nobody could see the whole. This is still so in all nine districts.\n\n"
            "Finding 2: The escalation policy names posts that no longer exist. Of eleven "
            "disagreements in the year none was escalated. The policy has not been amended, and the "
            "Board does not count escalations. All other avenues had been exhausted by then.",
            role=Role.FINDINGS,
        ),
        Example(
            "Communication between agencies was inconsistent. Minutes were circulated late. The plan "
            "was not specific and outcomes were not measured. There was limited evidence of "
            "management oversight. Professional curiosity was lacking in the first assessment. The "
            "second was of a better standard. Disagreements were not resolved in line with the "
            "policy, which staff had a duty to use. A worrying picture emerges from the records."
        ),
        Example(
            "The boy was frightened of his uncle and wanted to live with his aunt. “I don’t want to "
            "go back there,” he told his teacher. The teacher made a record. The record was sent to "
            "the designated lead, who added it to a file of forty pages. The file was reviewed at "
            "the end of term. By then the uncle had moved in. The contract counted a telephone call "
            "as a visit, and calls were made weekly."
        ),
        Example(
            "# Analysis\n\nThe rota left the ward without a registrar between two and six. The "
            "guideline asks for a scan within a day and the scanner was booked.\n\n# Findings\n\n"
            "Finding 1: The rota was drawn up in another city by software that counts beds. It "
            "has since been replaced. The guideline exists in two versions of which the older comes "
            "first in a search, and it has no time limit.\n\n# Conclusion\n\nSystems and not people "
            "were at fault here.",
            role=None,
        ),
        Example(
            "The strategy discussion was put off by nine days. Each council wanted the other to pay for "
            "the bed, and each authority's form asks for the other's signature. The building itself was "
            "tired and its lift was out of order. The Partnership may wish to ask itself who signs. Two "
            "other children waited in that month, one for eleven days and one for twelve."
        ),
        Example(
            "SW1 told the mother that the visit was off. "
            "The form has nine headings and none asks about the children. It was signed within the "
            "target. The contact closed after ten days, and a letter went out to the school."
        ),
        Example(
            "HV2 said at the conference that the home was warm. "
            "The form has nine headings and none asks about the children. It was signed within the "
            "target. The contact closed after ten days, and a letter went out to the school."
        ),
        Example(
            "Nine social workers were told of the target. "
            "The form has nine headings and none asks about the children. It was signed within the "
            "target. The contact closed after ten days, and a letter went out to the school."
        ),
    )
    passed = (
        Example(
            "SW4 and nine other social workers told us that the target weighs on every visit. "
            "The form has nine headings and none asks about the children. It was signed within the "
            "target. The contact closed after ten days, and a letter went out to the school."
        ),
        Example(
            "According to HV2, the clinic list leaves no time between one visit and the next. "
            "The form has nine headings and none asks about the children. It was signed within the "
            "target. The contact closed after ten days, and a letter went out to the school."
        ),
        Example(
            "Eight of the ten practitioners we met described the duty desk as a place where one reads and does not ask. "
            "The form has nine headings and none asks about the children. It was signed within the "
            "target. The contact closed after ten days, and a letter went out to the school."
        ),
        Example(
            "As one health visitor put it, the diary decides. "
            "The form has nine headings and none asks about the children. It was signed within the "
            "target. The contact closed after ten days, and a letter went out to the school."
        ),
        Example(
            "What we have to tell of is hope. This mother had come through a programme that loses half of "
            "those who begin it, and when the pram was gone it was taken to have been lent. When the "
            "landlord rang about noise the note says that landlords complain. An audit of fourteen files "
            "saw the same in nine."
        ),
        Example(
            "Two in three had been on the course. The clinic that they might have rung closed in the "
            "spring, and the next one asks for a police reference. A youth worker told us that she would "
            "“never lift that lid again with nobody standing by”. The survey has the same from most of "
            "those who answered it, in each of the four districts."
        ),
        Example(
            "Five referrals were received and each was screened within the target. The screeners "
            "had been doing the work of two since the spring. One of them told us that by the "
            "afternoon she was too tired to read to the end. The threshold document placed four of "
            "the five below the line, and nobody on the desk had the nerve to say that the line was "
            "in the wrong place. The fifth was held for eleven days."
        ),
        Example(
            "The plan was reviewed each month and each month it was said to be working. The worker "
            "had hoped so hard for this family that she took every small sign for a large one. The "
            "forms helped her: they have a box for progress and none for its absence. Her manager "
            "liked good news and read it out. It was the health visitor who first wrote down that "
            "the children were hungry."
        ),
        Example(
            "The ward had eleven doctors and one of them decided. “You don’t tell him,” said a nurse, "
            "“you wait until he’s on leave, and I did wait.” The blood test was sent on the Friday. "
            "The guideline asks for it within a day, but it exists in two versions and the older of "
            "them, which comes first in a search, gives no limit at all. Both are dated the same."
        ),
        Example(
            "We looked for signs that the team was exhausted or afraid and did not find them. "
            "Caseloads were low and sickness lower. What shaped the decision was the form, which "
            "has room for one child, and the rule that a second form makes a second family. Twins "
            "are therefore strangers to the system. Eleven sets of twins were examined and in all "
            "of them the records had been kept apart."
        ),
        Example("Four referrals were closed within the day.", role=Role.ANALYSIS),
        Example(
            "Concerns were recorded on the day and passed to the hub within the target time. Practitioners "
            "do not always feel confident in escalating a decision with which they disagree. The policy "
            "is on the intranet under a name that has since changed. Eleven referrals were sent back "
            "in the quarter and none of them came a second time to the hub."
        ),
        Example(
            "Finding 1: Staff came to look away. The hostel was the only place there was, and to ask "
            "about it was to have eleven young people to move on a Friday. The returns were "
            "complete and the fire certificate in order.\n\nFinding 2: The contract asks about "
            "buildings and not about people. It has been used for nine other addresses and nobody "
            "has proposed to change it.",
            role=Role.FINDINGS,
        ),
        Example(
            "Five referrals were received in the period and each was screened within the target. "
            "The first was closed on the day it came. The second was closed after a call to the "
            "school. The third, fourth and fifth were added to the second. A letter was sent to "
            "the referrer on each occasion. The family moved to another county in the spring and "
            "the file was sent after them in June by post.",
            role=Role.CHRONOLOGY,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        blocks = list(draft.prose(*_EXPLAINING))
        if sum(count_words(b.text) for b in blocks) < self.limit["words"]:
            return
        if any(motives(draft, blocks)):
            return
        yield self.finding(
            draft,
            [],
            "Analysis and findings say nothing of what moved the people who did the work: no fear, "
            "exhaustion, overwork, timidity, looking away or over-optimism, and nobody at work "
            "speaks for themselves.",
            "Ask those who were there what it was like: what they hoped, what they dreaded, what "
            "they would rather not have known, how long the day had been. Say what they said, or "
            "that the review asked and found nothing.",
            confidence=0.75,
        )

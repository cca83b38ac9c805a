"""What headings say, in outlines of reports as many authors might set them out.

All are invented. Each line is a heading and the role of its section; a heading alone often says
nothing, and is read by where it stands.
"""

from __future__ import annotations

import pytest

from scr_lint import Role
from scr_lint.readers.text import parse
from scr_lint.structure.headings import claimed_role
from scr_lint.structure.sections import with_structure

OUTLINES = {
    "findings and questions": """
# Serious Case Review using the Learning Together systems model: Family R | front_matter
## Introduction | introduction
### Why this case is being reviewed | introduction
### Succinct summary of the case | chronology
### Family composition | family_background
### Timeframe | methodology
### Methodology | methodology
### Reviewing expertise and independence | methodology
### Acronyms used and terminology explained | glossary
### Methodological comment and limitations | methodology
### Perspectives of the family members | methodology
## Appraisal of professional practice in this case: a synopsis | analysis
### In what ways does this case provide a useful window on our systems? | analysis
## The Findings | findings
### Summary of findings | findings
### Finding 1: The absence of a shared tool | findings
#### How did the issue feature in this particular case? | findings
#### How do we know it is not peculiar to this case? | findings
#### How prevalent is the issue? | findings
#### Why does it matter? | findings
#### Questions for the Board to consider | recommendations
### Finding 2: Management of thresholds | findings
#### Issues for the Board to consider | recommendations
## Additional learning | findings
## Conclusion | conclusion
## References | references
""",
    "Welsh": """
# Crynodeb Gweithredol | summary
# Cyflwyniad | introduction
# Cefndir y teulu | family_background
# Methodoleg | methodology
# Cylch gorchwyl | methodology
# Cronoleg | chronology
# Beth ddigwyddodd | chronology
# Dadansoddiad | analysis
# Llais y plentyn | analysis
# Canfyddiadau | findings
# Pwyntiau dysgu | findings
# Gwersi a ddysgwyd | findings
# Arfer da | good_practice
# Casgliad | conclusion
# Argymhellion | recommendations
# Geirfa | glossary
# Cyfeiriadau | references
# Atodiad A | appendix
""",
    "plain words": """
# Learning from what happened to Poppy | front_matter
## Foreword from the independent scrutineer | front_matter
## The short version | summary
## What this review is for | introduction
## Who we spoke to and how | methodology
## What we could not find out | methodology
## Poppy | family_background
## Mum, Dad and Nan | family_background
## Poppy's year | chronology
## The night of the fire | chronology
## Looking closer | analysis
### Why nobody came upstairs | analysis
### What the rota did | analysis
### The money | analysis
## What this teaches us | findings
### Lesson one: watch the door | findings
### Lesson two: ask the neighbour | findings
## What people did well | good_practice
## What should be different | recommendations
## Since then | other
## A last word | conclusion
## List of words and initials | glossary
## What we read | references
""",
    "by themes, with a lesson each": """
# Thematic review of serious youth violence | front_matter
## Acknowledgements | front_matter
## Executive summary and key messages | summary
## 1 Background and context | introduction
### 1.1 The national picture | introduction
### 1.2 Rationale for a thematic approach | introduction
## 2 How the review was undertaken | methodology
### 2.1 Key lines of enquiry | methodology
### 2.2 Case selection | methodology
### 2.3 Engagement with families | methodology
## 3 The young people | family_background
### 3.1 Vignette: Kai | family_background
### 3.2 Vignette: Tyrell | family_background
## 4 Theme One: School exclusion | analysis
### What does the research tell us? | analysis
### What did we see in these cases? | analysis
### Learning | findings
### Recommendation 1 | recommendations
## 5 Theme Two: Places and spaces | analysis
### What does the research tell us? | analysis
### What did we see in these cases? | analysis
### Learning | findings
### Recommendation 2 | recommendations
## 6 Conclusions and next steps | recommendations
## 7 Full list of recommendations | recommendations
## Annex A - Membership of the reference group | appendix
""",
    "key practice episodes": """
# Overview Report | front_matter
# Glossary of abbreviations | glossary
# 1. Executive overview | summary
# 2. Decision to conduct a serious case review | introduction
# 3. Scope and methodology | methodology
# 4. Practitioner and family engagement | methodology
# 5. Family structure and background | family_background
# 6. Key events | chronology
## The mother's pregnancy with Child T | chronology
## Concerns at nursery | chronology
## The final episode | chronology
# 7. Critical analysis of key practice episodes | analysis
## KPE 1: The pre-birth assessment | analysis
## KPE 2: The move to Denby | analysis
## KPE 3: Transfer of health visiting | analysis
# 8. Emerging themes and learning | analysis
## Professional curiosity | analysis
## Management oversight and supervision | analysis
## Working with resistance | analysis
# 9. Evidence of effective practice | good_practice
# 10. Key findings | findings
## Finding one | findings
## Finding two | findings
# 11. Actions taken by agencies since the review began | other
# 12. Recommendations for single agencies and the Board | recommendations
# 13. Concluding comments | conclusion
# 14. References and further reading | references
""",
    "questions as headings": """
# Review concerning Baby W | front_matter
## 1. What is this report? | introduction
## 2. Why was there a review? | introduction
## 3. How was it done? | methodology
## 4. Who took part? | methodology
## 5. Who is Baby W? | family_background
## 6. Who was in the family? | family_background
## 7. What happened to Baby W? | chronology
## 8. What was known, and by whom? | chronology
## 9. Why did it happen? | analysis
### Did anyone see the bruises? | analysis
### How did the agencies work together? | analysis
### Was the risk recognised? | analysis
## 10. What was life like for Baby W? | analysis
## 11. What did we learn? | findings
## 12. What went right? | good_practice
## 13. What needs to happen now? | recommendations
## 14. Who will do it? | recommendations
## 15. What has been done already? | other
## 16. What do the words mean? | glossary
""",
    "lettered parts": """
# Report of the Independent Reviewer into the care of Children X and Y | front_matter
# A. Preliminary matters | introduction
## A1. Commission | introduction
## A2. Manner of proceeding | methodology
## A3. Representations by the parents | methodology
# B. The facts | chronology
## B1. The years before 2012 | chronology
## B2. 2012 to 2014 | chronology
# C. Consideration of the evidence | analysis
## C1. The first referral | analysis
## C2. Housing | analysis
# D. Determinations | findings
# E. Proposals for change | recommendations
# F. Postscript | conclusion
# Table of abbreviations | glossary
# List of documents considered | references
""",
    "section numbers and colons": """
# Child Safeguarding Practice Review: "Ash" | front_matter
## Section 1: Headlines | summary
## Section 2: Setting the scene | introduction
## Section 3: Our approach | methodology
### Hearing from Ash's family | methodology
### Criminal and coronial processes | methodology
## Section 4: Ash and those around him | family_background
### Ash's lived experience | analysis
## Section 5: The story of agency involvement | chronology
## Section 6: Making sense of it | analysis
### 6.1 Theme 1 - Transitions | analysis
### 6.2 Theme 2 - Neurodiversity | analysis
### 6.3 Theme 3 - Placement sufficiency | analysis
## Section 7: Learning for the partnership | findings
### Learning theme A: Transitions | findings
### Learning theme B: Placements | findings
## Section 8: Challenge questions for the partnership | recommendations
## Section 9: Impact so far | other
## Appendices | appendix
### Appendix 1 - Terms used | glossary
### Appendix 2 - Panel members | appendix
""",
    "free order of words": """
# Key messages from the review | summary
# The lead reviewer's introduction | introduction
# Remit | methodology
# Methods of enquiry | methodology
# Ethical considerations | methodology
# Contributions from family and friends | methodology
# The child and his world | family_background
# Course of events | chronology
# Day by day account | chronology
# Assessment of practice | analysis
# Evaluating the response of agencies | analysis
# Systemic factors | analysis
# Exploration of the themes | analysis
# Key learning and messages for practice | findings
# Summary of lessons | findings
# Priority areas for improvement | recommendations
# Recommended actions | recommendations
# Overall conclusion | conclusion
# Examples of strong practice | good_practice
# Progress against actions | other
# Index of abbreviations | glossary
# Source material | references
""",
    "thematic review of several deaths": """
# Seven babies: a thematic review of sudden unexpected deaths in Calderbridge | front_matter
## At a glance | summary
## Part 1: Why we looked at these deaths | introduction
## Part 2: How the work was done | methodology
### What we mean by unsafe sleep | methodology
### Talking with parents | methodology
### What this review cannot say | methodology
## Part 3: The babies and their families | family_background
### Patterns across the seven | family_background
## Part 4: What the babies' lives were like | analysis
## Part 5: Four themes | analysis
### Theme A. Advice that arrives at the wrong moment | analysis
#### What we saw | analysis
#### What parents said | analysis
#### What we learned | findings
### Theme B. Drink, drugs and a sofa | analysis
#### What we saw | analysis
#### What we learned | findings
### Theme C. Moving house | analysis
## Part 6: Findings | findings
### 6.1 Advice is given as a list of rules | findings
### 6.2 Nobody plans for the bad night | findings
## Part 7: What we recommend and to whom | recommendations
### To the safeguarding partners | recommendations
### To the Integrated Care Board | recommendations
## Part 8: What is already under way | other
## Notes | references
## Abbreviations | glossary
""",
    "findings and questions, all under one chapter": """
# SCR: Child J | front_matter
## 1 Introduction | introduction
### 1.1 Why this case was selected for review | introduction
### 1.2 Brief summary of the case | chronology
### 1.3 Family members | family_background
### 1.4 Timeframe covered | methodology
### 1.5 How the findings were arrived at | methodology
### 1.6 Who was involved in the review | methodology
### 1.7 Family's perspective | methodology
### 1.8 Structure of the report | introduction
## 2 Findings | findings
### 2.1 What light has this case review shed on the reliability of our systems? | findings
### 2.2 Appraisal of professional practice | analysis
### 2.3 Findings in detail | findings
### Finding 1: Paediatricians are trained to believe parents | findings
#### Description of the finding | findings
#### How did it show itself in the case? | findings
#### How do we know it is an underlying issue? | findings
#### How common and widespread is the pattern? | findings
#### What are the implications for the reliability of the system? | findings
#### Considerations for the Board | recommendations
### Finding 2: Schools have no right of appeal | findings
#### Considerations for the Board | recommendations
## 3 Good practice seen in this case | good_practice
## 4 Closing comments | conclusion
## Annex 1: Members of the review team | appendix
## Annex 2: Acronyms | glossary
""",
    "older overview report": """
# Overview report of the serious case review into the death of Child K | front_matter
# Contents | contents
# Section 1: Introduction and background to the review | introduction
## Reasons for conducting the review | introduction
## Terms of reference for the review | methodology
## The overview author | methodology
## Agencies which submitted IMRs | methodology
## Difficulties encountered by the review | methodology
## Timetable | methodology
# Section 2: Family details | family_background
# Section 3: Summary of significant facts by period | chronology
## Before the birth of Child K | chronology
## Birth to six months | chronology
## Six months to death | chronology
# Section 4: Critical appraisal | analysis
## Was there sufficient focus on the child? | analysis
## Recognition and response | analysis
## Inter-agency working | analysis
## Management and supervision | analysis
## Race, religion, language and culture | analysis
# Section 5: Key lessons learned | findings
# Section 6: Overall conclusions | conclusion
# Section 7: Overview report recommendations | recommendations
# Section 8: IMR recommendations | recommendations
# Bibliography and references | references
""",
    "key lines of enquiry": """
# Callum's review | front_matter
## Introducing this review | introduction
## Legal basis | introduction
## Our reviewers and panel | methodology
## How we gathered information | methodology
## Other proceedings | methodology
## Meet Callum | family_background
## Callum's family | family_background
## Timeline | chronology
## Where Callum lived and when | chronology
## What it was like to be Callum | analysis
## Analysis by key line of enquiry | analysis
### KLOE 1: Transition planning | analysis
### KLOE 2: Restraint and restriction | analysis
### KLOE 3: Hearing Callum | analysis
## Practice that made a difference | good_practice
## System learning | findings
### Learning 1: Distance | findings
### Learning 2: Money before need | findings
## Learning into action: our recommendations | recommendations
## Progress made since the rapid review | other
## Closing statement | conclusion
## Glossary | glossary
""",
    "Welsh practice review": """
# Concise Child Practice Review Report: CPR 4/2019 | front_matter
## Child Practice Review Report | front_matter
## Brief outline of the circumstances | introduction
## Timeline period | methodology
## Cefndir / Background | family_background
## Crynodeb o'r llinell amser / Summary timeline | chronology
## Barn y teulu / Family views | methodology
## Themau a dadansoddiad / Themes and analysis | analysis
### Contact at a distance | analysis
### The Welsh language | analysis
## Dysgu ymarfer a threfniadol / Practice and organisational learning | findings
### Pwynt Dysgu 1 / Learning Point 1: Post | findings
### Arfer da / Good practice | good_practice
## Gwella systemau ac ymarfer / Improving systems and practice | recommendations
## Proses yr adolygiad / Review process | methodology
## Datganiad gan yr adolygwyr / Reviewer statement | other
## Atodiad 1 / Annex 1 | appendix
""",
    "young people's own words": """
# "They never asked me": a review about three girls | front_matter
## Before you read this | introduction
## In a few words | summary
## About the girls | family_background
## How we found things out | methodology
## What happened, in short | chronology
## What the girls told us | analysis
## What stood in the way | analysis
### Words that blame | analysis
### The taxi rank | analysis
### Counting and closing | analysis
## Our conclusions | conclusion
## What we are asking for | recommendations
### Of the police | recommendations
### Of the council | recommendations
### Of government | recommendations
## What happens next | other
## Where to get help | other
## Words and short forms | glossary
""",
    "learning points under themes": """
# Local Child Safeguarding Practice Review – Young Person T | front_matter
# Executive Summary | summary
# 1.0 Background to the Review | introduction
# 2.0 Review methodology | methodology
# 3.0 Family and practitioner contribution to the review | methodology
# 4.0 Brief background prior to the review period | family_background
# 5.0 Summary of agency involvement during the review period | chronology
# 6.0 Analysis and learning | analysis
## 6.1 Understanding self-harm as communication | analysis
### Learning point 1 | findings
## 6.2 Risk assessment at CAMHS | analysis
### Learning point 2 | findings
## 6.3 The school's response | analysis
# 7.0 Equality, diversity and inclusion | analysis
# 8.0 Learning already acted upon | other
# 9.0 Summary of learning points | findings
# 10.0 Recommendations | recommendations
# 11.0 Conclusion | conclusion
# Appendix One - Terms of Reference | appendix
""",
    "statement headings": """
# Serious Case Review Baby L: Report of the independent lead reviewer | front_matter
## Statement of confidentiality | front_matter
## 1. The case in outline | summary
## 2. Grounds for the review and how it proceeded | introduction
## 4. The course of professional contact | chronology
### Antenatal care | chronology
### The move to Thornwell | chronology
### The day of the injury | chronology
## 5. Themes arising | analysis
### Information about men | analysis
### Injuries in non-mobile babies | analysis
### Workload in the health visiting service | analysis
## 6. Hindsight and its limits | methodology
## 7. Learning for agencies | findings
## 8. Strengths in practice | good_practice
## 9. Action to be taken | recommendations
## 10. Reflections of the lead reviewer | conclusion
## Glossary and abbreviations | glossary
## Reading | references
""",
    "purpose and process": """
# Family P: learning together | front_matter
## Headline summary | summary
## Purpose and process | introduction
## Family views and contribution | methodology
## The P family | family_background
## Narrative of the eighteen months | chronology
## Professional practice appraised | analysis
## Seven findings | findings
### Finding 1: Thresholds and how they are used | findings
#### The finding in this case | findings
#### Beyond this case | findings
#### For the Board to consider | recommendations
### Finding 2: What a referral is for | findings
#### For the Board to consider | recommendations
## Matters not taken further | other
## Close | conclusion
""",
    "several lives": """
# Learning review: three teenagers and county lines | front_matter
## Contents page | contents
## Summary for busy readers | summary
## The brief | methodology
## Three lives | family_background
### Jay | family_background
### Kyle | family_background
## What went on between 2018 and 2020 | chronology
## Understanding it | analysis
### Adultification | analysis
### School places | analysis
### Fear of debt | analysis
## Voices of the young people | analysis
## Lessons | findings
## Suggested changes | recommendations
## The partnership's reply | other
## Terms and acronyms | glossary
## Publications cited | references
""",
}


@pytest.mark.parametrize("name", OUTLINES)
def test_sections_have_the_roles_that_a_reader_gives_them(name: str) -> None:
    headings, wanted = [], []
    for line in OUTLINES[name].strip().splitlines():
        heading, role = line.rsplit(" | ", 1)
        headings.append(f"{heading}\n\nSome words of text.\n\nMore words in a second one.\n")
        wanted.append((heading.lstrip("# "), role))
    sections = [
        s for s in with_structure(parse("\n".join(headings))).sections if s.heading is not None
    ]
    given = [(title, s.role.value) for (title, _), s in zip(wanted, sections, strict=True)]
    assert given == wanted


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Canfyddiadau (Findings)", Role.FINDINGS),
        ("What happened and why", Role.ANALYSIS),
        ("Findings and conclusions", Role.FINDINGS),
        ("Recommendations, October 2011", Role.RECOMMENDATIONS),
        ("Key learning identified in this case", Role.FINDINGS),
        ("IV. Overall conclusions of the reviewers", Role.CONCLUSION),
        ("Part C – Analysis", Role.ANALYSIS),
        ("Case study: highly effective practice", Role.GOOD_PRACTICE),
        ("Information about this study", Role.INTRODUCTION),
    ],
)
def test_what_only_colours_a_heading_does_not_hide_its_role(heading: str, role: Role) -> None:
    assert claimed_role(heading) is role


@pytest.mark.parametrize(
    "heading",
    [
        "Improving attendance was nobody's job",
        "Recommendations from earlier reviews were not followed up by anyone",
        "Good practice in one team did not reach the next",
    ],
)
def test_the_heading_of_a_finding_may_begin_with_any_words(heading: str) -> None:
    found = with_structure(parse(f"# Findings\n\n## {heading}\n\nText.\n\n## Beds\n\nFew."))
    assert [s.role for s in found.sections] == [Role.FINDINGS] * 3
    assert len(found.review_findings) == 2


def test_findings_of_others_are_not_the_review_s() -> None:
    found = with_structure(
        parse("# Findings of the Family Court\n\nThe judge heard it.\n\nShe found so.")
    )
    assert not found.review_findings


def test_a_summary_of_findings_before_the_body_is_a_summary_and_after_it_is_not() -> None:
    early = "# Summary of findings\n\n- Beds.\n\n# Method\n\nTalks.\n\n# Findings\n\n1. Beds.\n\n2. Men."
    late = "# Method\n\nTalks.\n\n# Analysis\n\nWords.\n\n# Summary of findings\n\n- Beds.\n- Men."
    assert with_structure(parse(early)).sections[0].role is Role.SUMMARY
    assert with_structure(parse(late)).sections[-1].role is Role.FINDINGS
    assert len(with_structure(parse(late)).review_findings) == 2


def test_a_draft_may_begin_with_whom_it_asks() -> None:
    draft = with_structure(parse("# To the Constabulary\n\nOfficers should ask."))
    assert draft.sections[0].title == "To the Constabulary"

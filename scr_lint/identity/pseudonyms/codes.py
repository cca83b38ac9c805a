"""The codes that a draft gives to people: "Child A", "SW1", "Father 2", "MGM", "Mother" as a name."""

from __future__ import annotations

import re

#: The words that a code with a letter or number begins with.
PEOPLE = (
    r"Child|Baby|Infant|Toddler|Sibling|Half[- ][Ss]ibling|Brother|Sister|Twin|Young Person|Young Woman|Young Man|"
    r"Adult|Subject|Subject Child|Parent|Carer|Foster Carer|Foster Mother|Foster Father|Father|Mother|Stepfather|"
    r"Step-[Ff]ather|Stepmother|Grandmother|Grandfather|Grandparent|Uncle|Aunt|Cousin|Partner|Boyfriend|"
    r"Girlfriend|Male|Female|Man|Woman|Girl|Boy|Friend|Neighbour|Perpetrator|Relative|Pupil|Person|Witness|"
    r"Social Worker|Senior Social Worker|Health Visitor|Midwife|Teacher|Headteacher|Head|GP|Nurse|"
    r"School Nurse|Practitioner|Worker|Support Worker|Family Support Worker|Officer|Police Officer|Housing Officer|"
    r"Doctor|Consultant|Paediatrician|Psychiatrist|Manager|Team Manager|Keyworker|Key Worker|Mentor|Therapist|"
    r"Personal Adviser|Youth Worker|Solicitor|Registrar|Interpreter|Professional"
)
_WHICH = r"(?:[A-Z]{1,2}\d?|\d{1,2}|One|Two|Three|Four|Five)"
_LETTERS = r"(?:MGM|MGF|PGM|PGF|MGGM|[A-Z]{1,4}\d{1,2})"
#: Those in the family whose bare role can be used as a name: "Mother said".
ROLE_NAMES = (
    r"(?:Mother|Father|Stepfather|Step-[Ff]ather|Stepmother|Mum|Dad|Maternal [Gg]randmother|Maternal [Gg]randfather|"
    r"Paternal [Gg]randmother|Paternal [Gg]randfather|Grandmother|Grandfather|Gran|Nan|Aunt|Uncle|Partner|"
    r"Mother[’']s [Pp]artner|Foster [Cc]arer|Foster [Mm]other|Sibling|Baby|Older [Ss]ibling|Younger [Ss]ibling)"
)
#: A code by its form: a role with a letter or number, or letters with a number.
CODE = re.compile(rf"\b(?:(?:{PEOPLE}) {_WHICH}|{_LETTERS})\b(?![’']?\w)")
#: … and the bare roles that are used as names.
CODE_OR_ROLE = re.compile(rf"\b(?:(?:{PEOPLE}) {_WHICH}|{_LETTERS}|{ROLE_NAMES})\b")

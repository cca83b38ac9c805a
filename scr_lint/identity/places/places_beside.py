"""Places known by the words beside their names, where the names hold no word for their kind."""

from __future__ import annotations

import re

_TREATED = (
    r"(?:(?:re)?admitted|transferred|discharged|taken|born|delivered|seen|treated|unit|ward|A&E|ED|bed|maternity|theatre|"
    r"conveyed|brought|rushed|clinic|outpatients|scan|appointment|consultant|midwives|doctors|nurses|registrar|days|nights|care)"
)
#: Each pattern with a group "name", and what kind of place it is.
# Hospitals by a patron's name, schools and homes by a label or by what stands beside them.
OTHERWISE = (
    # "readmitted at nine days to Queen Adelaide's", "the unit at the Royal Fenland".
    (
        re.compile(
            rf"\b{_TREATED}\b[^.;]{{0,40}}?\b(?:at|to|from|in) (?P<name>(?:St\.?|Saint|Queen|King|Lady|Lord|Prince|Princess|Our Lady|Sir|Duke) "
            rf"[A-Z]\w+[’']s)(?! (?:[A-Z]|school|house|home|office))"
        ),
        "a hospital or clinic",
    ),
    (
        re.compile(
            r"\b(?:at|to|from|in|by) the (?P<name>Royal (?!College|Borough|Navy|Mail|Family|Society|Commission|Air|Charter|Assent|Mint|British|"
            r"Marines?|Engineers|Institut|Academy|Ballet|Courts?|Logistic|Artillery|Military|Highness)[A-Z]\w+(?: [A-Z]\w+)?)(?![\w’'])"
        ),
        "a hospital or clinic",
    ),
    # "taken to Royal Exton", "to the Infirmary and not the General".
    (
        re.compile(
            rf"(?i:\b{_TREATED}\b)[^.;]{{0,40}}?\b(?:at|to|from|in) (?P<name>Royal (?!College|Borough|Mail|Society|Commission|Assent)[A-Z]\w+)(?![\w’'])"
        ),
        "a hospital or clinic",
    ),
    (
        re.compile(
            r"\b(?P<name>[Tt]he (?:Infirmary|General|Royal|Cottage Hospital))(?= (?:it|and|or|was|for|on|by|with|where|after|before|had|that|when)\b|[,.;:)])"
        ),
        "a hospital or clinic",
    ),
    # "Everybody called the place “the Bronx”", "in a high-rise known as the Pencil".
    (
        re.compile(
            r"\b(?:place|estate|area|flats|blocks?|streets?|tower|terrace|high-rise|cul-de-sac|neighbourhood|shops|parade|square|"
            r"part of town|patch|corner|towers?)\b,?(?: (?:was|is|are|were))?(?: (?:still|locally|always))?(?: called| nicknamed| known(?: \w+){0,3}? as)?"
            r" ?[“\"‘](?P<name>(?:[Tt]he )?[A-Z]\w+(?: [A-Z]\w+)?)[”\"’]"
        ),
        "a place of the neighbourhood",
    ),
    (
        re.compile(
            r"\b(?:estate|flats|blocks?|streets?|tower|terrace|high-rise|cul-de-sac|neighbourhood|shops|parade|square|part of town)"
            r"(?:,? (?:called|nicknamed|known(?: \w+){0,3}? as)) (?P<name>(?:[Tt]he )?[A-Z]\w+(?: [A-Z]\w+)?)"
        ),
        "a place of the neighbourhood",
    ),
    (
        re.compile(
            r"\b(?:liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|lads|kids|famil(?:y|ies)|girls|boys) [“\"‘]?(?:up|down|over|on|off|round) (?P<name>the [A-Z]\w+)(?=[”\"’,.;]|$)"
        ),
        "a place of the neighbourhood",
    ),
    # "at Sacred Heart until the exclusion".
    (
        re.compile(
            r"\b(?:at|to|from|attended|left) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?= (?:until|till|before|after) (?:the |his |her |an? |(?:he|she) was )?"
            r"(?:\w+ )?(?:exclu\w+|expul\w+|expelled|Year \d|Reception|GCSEs?|sixth form))"
        ),
        "a school",
    ),
    # "School: Kings Mead till Year 9".
    (
        re.compile(
            r"(?:^|[.;|] ?)(?:School|Nursery|College|GP|Surgery|Placement|Hospital|Ward|Refuge|Pre-school|Playgroup|Home):\s"
            r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?= (?:till|until|from|since|to|then)\b|[,.;(]|$)"
        ),
        "a school, surgery or home",
    ),
    # "Placed at The Larches".
    (
        re.compile(
            r"\b(?:placed|placement|placements|resident|accommodated|bed|room|moved|admitted|returned|lives|lived|living) (?:at|to|in) "
            r"(?P<name>(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=, (?:an?|the) (?:[\w-]+ ){0,4}(?:home|unit|refuge|hostel)\b)"
        ),
        "a home, refuge or hostel",
    ),
    (
        re.compile(
            r"\b(?:[Pp]laced|[Pp]lacement|[Rr]esident|[Aa]ccommodated) (?:at|in) (?P<name>The [A-Z][a-z]+s)(?=[,.;)]| (?:in|on|from|by|for)\b|$)"
        ),
        "a home, refuge or hostel",
    ),
    # "on Kingfisher, the mother and baby unit"; "the home, Cedar Lodge, closed".
    (
        re.compile(
            r"\b(?:on|at|to|in|from) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=, (?:an?|the) (?:[\w’'-]+ ){0,4}"
            r"(?:unit|ward|home|hostel|refuge|school|nursery|hospital|hospice|surgery|playgroup|pub)\b)"
        ),
        "a unit, home or school",
    ),
    (
        re.compile(
            r"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'-]+ ){0,2}(?:home|unit|hostel|refuge|school|nursery|ward|placement|surgery|practice|hospital), "
            r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})(?=[,.;)])"
        ),
        "a home, school or surgery",
    ),
    # "the middle one goes to Mill Dam".
    (
        re.compile(
            r"\b(?:he|she|they|boy|girl|one|child|brother|sister|both|who|twins|so),? goes to (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})(?=[.,;)”\"]|$)"
        ),
        "a school",
    ),
    # "at Busy Bees three days a week".
    (
        re.compile(
            r"\b(?:at|to|from|attended) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})(?= (?:for )?(?:\w+ ){1,3}(?:days?|mornings?|afternoons?|sessions?|hours) a week\b)"
        ),
        "a nursery",
    ),
    # The nursery "Little Acorns": a name in quotation marks beside the word for its kind.
    (
        re.compile(
            r"\b(?:nursery|playgroup|school|childminder|surgery|refuge|pre-school)\b[^“”\"]{0,70}[“\"](?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})[”\"]"
        ),
        "a nursery, school or surgery",
    ),
)

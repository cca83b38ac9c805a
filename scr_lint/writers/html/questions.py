"""What no linter can judge under each question of Quality Marker 14: the reader's part."""

BEYOND = {
    "QM14.1": "Whether somebody in another area would see what bears on their own services, and "
    "whether the order of the report carries its argument.",
    "QM14.2": "Whether the family could be recognised by those who know them or from what has "
    "already been reported, whether a detail is needed for the analysis, and what the family "
    "agreed to. A draft with nothing marked is not thereby anonymous.",
    "QM14.3": "Whether these are the priorities that matter most, and whether what is recommended "
    "would change anything for children.",
    "QM14.4": "Whether an explanation is true, whether it goes deep enough, and whether the people "
    "who were there would recognise it.",
    "QM14.5": "Whether the evidence bears the conclusion, and whether other explanations were "
    "weighed fairly.",
    "QM14.6": "Whether a reader understands. Word counts and reading ages are a rough guide: ask "
    "somebody from outside the field to read the summary and say it back.",
    "QM14.7": "Whether it reads as fair to the people it describes. Read it as a member of the "
    "family would, and as a practitioner who was there would.",
}

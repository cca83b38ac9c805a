"""Phrases of several words give way to the one or two that say the same."""

from collections import defaultdict
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Role, Rule, Severity
from scr_lint.grammar.phrases import Match, find_phrases
from scr_lint.grammar.quotation import is_quoted
from scr_lint.grammar.shorter import LEAVE_OUT, fits, short_form, whole
from scr_lint.grammar.voice import own_words
from scr_lint.vocabulary import load_with_settings


class WordyPhrase(Rule):
    """Flags phrases for which shorter words stand ready, long words and Latin among them.

    Why: "Prior to", "in order to" and "it should be noted that" add length and say nothing. They
    keep the reader from the point, and most of all those for whom reading is hard. Working
    Together asks for plain English that professionals and the public understand alike.

    Instead: Use the short form, which is given where one fits the sentence. Where a noun hides a
    verb ("carried out an assessment of"), use the verb ("assessed"). What only announces that
    something follows can be left out.

    Leaves alone: Quotations, the reference list, a single long word that the draft uses once or
    twice ("commenced", "albeit"; three times is a default of this project), and phrases that say something of their own
    ("in order of date", "in practice").

    Contested: Some phrases soften, or sound more exact in law: "in accordance with", "in respect
    of". A phrase used once does no harm; begin with those that the draft uses most.
    """

    code = "PLN005"
    name = "wordy-phrase"
    severity = Severity.ADVICE
    basis = ("QM14.6", "WT2015.p79-plain")
    gathers = True
    #: How often a draft must use a single long word before it is named.
    limits = {"single": 3}

    flagged = (
        Example(
            "The nurse rang the school in order to\nfind out whether he had been seen.",
            marks=("in order to",),
        ),
        Example(
            "No check was made prior to discharge, due to the fact that the ward was full.",
            marks=("prior to", "due to the fact that"),
        ),
        Example(
            "It should be noted that she had told three people. With regard to the father, nobody "
            "asked.",
            marks=("It should be noted that", "With regard to"),
        ),
        Example(
            "The worker carried out an assessment of the flat and made a decision to close the "
            "case.",
            role=Role.CHRONOLOGY,
            marks=("carried out an assessment of", "made a decision to"),
        ),
        Example(
            "The Board should give consideration to the manner in which schools are told, with a "
            "view to making it simpler.",
            role=Role.RECOMMENDATIONS,
            marks=("give consideration to", "the manner in which", "with a view to"),
        ),
        Example(
            "A number of the visits were made in a sensitive manner. A significant number of calls "
            "were not returned.",
            marks=("A number of", "in a sensitive manner", "significant number of"),
        ),
        Example(
            "The plan was set in May, notwithstanding the fact that the mother, inter alia, "
            "had not been asked.",
            marks=("notwithstanding the fact that", "inter alia"),
        ),
        Example(
            "# Findings\n\n## Finding 1. The manner in which calls are logged hides the child "
            "at a time when most calls are about one\n\nThere was an absence of any record.",
            role=None,
            marks=("The manner in which", "at a time when", "There was an absence of"),
        ),
    )
    passed = (
        Example("Nobody needs in order to learn. The plan was commenced late, albeit by a day."),
        Example("We put the entries in order of date, and in practice that took a week."),
        Example("> It should be noted that, prior to the visit, I had rung in order to say so."),
        Example("He wrote that he had come “in order to be seen to have come”."),
        Example(
            "At the time of writing the way in which calls are logged is being looked at. On many "
            "occasions the nurse was asked for support in connection with sleep."
        ),
        Example("He had a tendency to shout, and was in a position to, whether or not she was in."),
        Example("The nurse rang the school to find out whether he had been seen before noon."),
        Example("The number of visits rose. The majority was two votes, and stood."),
        Example(
            "Brandon, M. (2009) Understanding cases in order to learn from them, with regard to "
            "neglect. London: TSO.",
            role=Role.REFERENCES,
        ),
        Example(
            "The taxi was ordered to the door, and the driver was in a position behind the bus."
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        rows = load_with_settings(__package__, "wordy", self.settings)
        blocks = own_words(draft, without=(Role.REFERENCES, Role.CONTENTS))
        # One finding for a phrase and its short form, wherever it stands.
        alike: dict[tuple[str, str], list[Match]] = defaultdict(list)
        for match in find_phrases(draft, blocks, rows, "phrase", fits):
            if not is_quoted(match.block, match.tokens.start_char, match.tokens.end_char):
                short = short_form(match.row, match.tokens)
                words = whole(match.tokens, match.row).text
                alike[" ".join(words.lower().split()), short.lower()].append(match)
        for matches in alike.values():
            first = matches[0]
            if len(first.tokens) == 1 and len(matches) < self.limit["single"]:
                continue
            words = " ".join(whole(first.tokens, first.row).text.split())
            times = f", used {len(matches)} times" if len(matches) > 1 else ""
            yield self.finding(
                draft,
                [draft.span_of(m.block.index, m.tokens) for m in matches],
                f"“{words}” is a wordy phrase{times}.",
                _suggestion(short_form(first.row, first.tokens)),
            )


def _suggestion(short: str) -> str:
    if short == LEAVE_OUT:
        return "Consider leaving it out: the sentence says the same without it."
    return f"Consider “{short}”." if short else "Consider saying it in fewer or plainer words."

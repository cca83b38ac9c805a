"""Whether a paragraph without a label asks for something, sentence by sentence, by its words alone."""

from __future__ import annotations

import re
from itertools import pairwise

from ..draft import Block, Kind
from .bodies import Standing, standing_beside
from .commands import DETERMINERS, commands, states_on
from .declined import declines
from .lines import is_aside, is_detail, names_group
from .verbs import is_action

#: "should have an interpreter" asks; "should have rung" judges.
_JUDGES = (
    r"(?! (?:not |also |\w+ly |to )*have (?:\w{3,}(?:ed|wn|en)|been|done|made|had|told|sent|led|rung|met|"
    r"kept|left|put|set|come|found|brought|thought|sought|held|read|begun|taught)\b)"
)
_ASKED_FOR = (
    r"(?:asked|invited|urged|advised|requested|required|encouraged|recommended|tasked|directed|"
    r"expected|instructed|challenged|called (?:up)?on|reminded|charged|commissioned)"
)
_ASKS = re.compile(
    rf"\b(?:should|must|shall|ought(?!, [^,]{{3,60}}, to have))\b{_JUDGES}|\b(?:(?<!\bthe )(?<!\ba )(?<!\bno )(?<!\bof )(?<!\btheir )(?<!\bany )needs? to|ha(?:s|ve) got to|(?<!not )(?<!n['’]t )recommend(?:s|ed)?)\b|"
    rf"\b(?:is|are)(?:,[^,]{{3,40}},| \w+ly| also| now| each| all)? {_ASKED_FOR}\b[^.;]{{0,60}}?\bto\b|"
    r"(?<!aim )(?<!purpose )(?<!intention )(?<!task )(?<!role )(?<!challenge )(?<!goal )"
    r"\b(?:is|are) (?:also |now |then |each |both )?to (?!be (?:welcomed|commended|found|seen)\b)[a-z]|"
    r"\b(?:is|are) the (?:right |best |proper )?(?:one|person|people|body|bodies|post|agency|team)s? to\b|"
    r"\b(?:may|might) (?:\w+ly |well |also )?(?:like|wish|want|consider|explore|care) ?(?:to)?\b|"
    r"\b(?:falls?|left|up) to .{3,60} to\b|(?:^|, )it(?: is|['’]s) for .{3,80} to\b|"
    r"\b(?:has|have), [^,;.]{3,40}, to\b|"
    r"\b(?:could|would|can|might|may) (?:also |perhaps |well |even )*(?:usefully|helpfully|best|do well to|benefit from|with profit)\b|\bhad better\b|"
    r"\b(?:is|are) (?:\w+ly |also |now )?(?:needed|wanted|required|called for|overdue)(?= |[.,;]|$)(?! to be\b)|"
    r"\bthere (?:is|remains)(?: \w+)? an? (?:\w+ )?(?:need|case)(?:, [^,.;]{3,60},)? (?:for|to)\b|"
    r"\bresponsibility\b[^.;]{0,80}\b(?:lies|rests|falls|sits|belongs) (?:with|to)\b|"
    r"\brecommendation (?:(?:to|for|of) [^.,;]{3,60} )?(?:is )?that\b|"
    r"\b(?:is|are) (?:also |again )?reminded (?:that|of|about)\b|"
    r"\b(?:better|more|greater|further|closer|wider|fuller) (?:\w+ )?(?:could|might|may) be\b|"
    r"^(?:what|action|change|proposal|recommendation)s?(?: \w+){0,3}: \S|"
    r"^recommendations? (?:to|for) [^.:]{3,80}:",
    re.IGNORECASE,
)
#: Nobody is asked to do anything: how the report is to be read, or what it will not ask for.
_OF_READING = re.compile(
    r"\bit (?:should|must|ought|has|needs|can|may)(?: \w+ly| also| perhaps| always)*(?: to)? be (?:understood|noted|"
    r"remembered|emphasi[sz]ed|stressed|underlined|acknowledged|recogni[sz]ed|said|appreciated|stated|clear|borne|kept in|"
    r"added|pointed|recalled|observed|mentioned|admitted|accepted|read|conceded|granted)\b|"
    r"\b(?:nothing|none|no part|anything|everything|no word|what is (?:said|written))\b[^.;]{0,50}\b(?:here|report|review|"
    r"chapter|section|pages?|said|above|below|this)\b[^.;]{0,20} (?:should|must|ought|is to|are to)\b|"
    r"\b(?:readers?|whoever reads|(?:this|the) (?:report|review|chapter|section|account|paragraph)) (?:should|must|ought|"
    r"is|are|needs?)(?: not| only| to)* (?:be )?(?:read|taken|understood|bear|remember|note|seen|know|treated)\b|"
    r"\bit (?:is|was|would|will|could|can)(?: not|n[’']t| never)(?: be)? (?:right|appropriate|proper|fair|for|open|our|my|the)\b|"
    r"\b(?:every one|each(?: one)?|all) of (?:these|them)\b[^.;]{0,30}\b(?:in place|done|complete\w*|carried out|met|finished|"
    r"in force|delivered)\b|"
    r"\bit would be (?:wrong|unfair|idle|vain|pointless|inappropriate|improper)\b|"
    r"^\W*(?:[^,]{3,40}, )?(?:the following|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|few|a (?:number|handful) "
    r"of|\d+) )(?:\w+ ){0,3}(?:matters|things|points|changes|issues|recommendations|proposals|actions|lessons|requests|"
    r"areas|steps)\b(?! (?:should|must|ought|needs?|to|are to|will|shall|is to)\b)",
    re.IGNORECASE,
)
#: "Consideration be given to …": a bare "be" after words that hold no modal asks.
_BE_DONE = re.compile(
    r"^\W*(?:(?!\b(?:to|will|would|can|could|cannot|may|might|should|must|shall|ought|let|lest|if|is|are|was|were|has|had|have|not|"
    r"what|who|how|why|when|whether)\b)[^.;:?])"
    r"{3,80}? be (?:\w+ly )?\w+(?:ed|en|wn|ade|ent|ept|eld|one|ought|aught|old|uilt|aid|ead|ung|un|et|ut|ought)\b|"
    r"^\W*to be (?:\w+ly )?\w+(?:ed|en|wn|ade|ent|ept|eld|one|ought|aught|old|uilt|aid|ead|et|ut)\b",
    re.IGNORECASE,
)
#: What the reviewers say they want: "we would like …", "one hopes that …", "the panel suggests …".
_WISHES = re.compile(
    r"\b(?:I|we|one|the (?:\w+ )?(?:reviews?|reviewers?|panel|authors?|team|board|inquiry)) "
    r"(?:(?:therefore|also|further|would|accordingly|strongly|all|do|must|again) )*"
    r"(?:recommends?|suggests?|propos\w+|asks?|urges?|invites?|advises?|calls? (?:up)?on|calls? for|"
    r"requests?|wants?|wish|hopes?|expects?|look to|(?:would|should) (?:like|wish|want|hope|look for|ask)|"
    r"(?:would )?be (?:grateful|glad|pleased) if|encourages?|requires?|(?:am|are|is) (?:\w+ly )?(?:asking|calling (?:up)?on|calling for|recommending|suggesting|proposing))\b",
    re.IGNORECASE,
)
#: The same, of reviewers named before: "It asks Counter Terrorism Policing to say …", "I'd have the
#: Constabulary do two things".
_WISHES_TOO = re.compile(
    r"^\W*(?:(?:also|further|finally|lastly|and),? )?(?:(?:it|they|he|she) (?:(?:\w+ly|also|further|then) )*"
    r"(?:asks?|invites?|urges?|recommends?|requests?|calls? (?:up)?on|advises?|wants?|looks? to|would like)\b(?! (?:for|if|whether|how|why|what)\b)"
    r".{3,120}? (?:to|that)\b|(?:I|we)(?:[’']d| would) (?:have|like|ask|see)\b)",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r"\bit (?:is|would be|will be|seems?) (?:[\w-]+ ){0,2}(?:imperative|essential|vital|important|necessary|"
    r"crucial|critical|desirable|helpful|sensible|right|advisable|proposed|suggested|recommended|hoped|"
    r"requested|advised|time|useful|better|best|expected|incumbent|paramount)\b.{0,60}?\b(?:that|for|if|to|on)\b"
    r"|\bit (?:would|might|may|could) (?:also |greatly )?(?:help|be (?:good|wise|welcome|valuable|worthwhile|"
    r"appropriate|preferable|beneficial)) (?:if|to|were|for|that)\b"
    r"|\bit would be (?:to|for|in) the (?:\w+ )?(?:advantage|benefit|good|interests?) of [^.;:]{3,60}? (?:if|for|that)\b"
    r"|\bit is [^,;:]{3,70} (?:which|who|that) (?:now )?(?:must|should|ought|needs?)\b"
    r"|\brecommendation is (?:made )?(?:to|for|that)\b|\bthat this recommendation is\b"
    r"|^(?:it|this|the (?:first|second|third|other|last|next)) is that\b"
    r"|^(?:and )?(?:the |our |a |its )?(?:first|second|third|fourth|fifth|sixth|seventh|next|last|final|other|"
    r"another)(?: recommendation| of these| one)?,? (?:is|goes)(?: addressed| made| directed)? (?:to|for) ",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r"^\W*(?:\w+[:,] |[^,.:;?!]{3,60}, )?(?:please,? )?(?:could|would|can|will) .*\b(?:please|kindly)\b|"
    r"^\W*(?:[^,.:;?!]{3,60}, )?(?:please|kindly),? (?:could|would|can|will) you\b",
    re.IGNORECASE,
)
#: "First: heads to see to it …", in a list that counts what is asked in words.
_COUNTED = re.compile(
    r"^\W*(?:first|second|third|fourth|fifth|sixth|seventh|last|final)(?:ly)?: "
    r"(?!(?:[\w’'-]+ ){0,12}?(?:was|were|had|did|has|have)\b)",
    re.IGNORECASE,
)
#: "The Trust to ensure …", "Hyfryn Council will report …": also how a statement may go on, so only
#: where recommendations stand.
_NOTES = re.compile(
    r"^(?P<who>[^.;:]{2,160}?),?(?: each| both| all)? to (?P<verb>[a-z]+(?:-[a-z]+)?)\b"
)
_OF_THEM = re.compile(
    r"^((?:all |any |every)?(?:those|one|body)(?: \w+){0,3}?) who\b.*", re.IGNORECASE
)
_AFTER_INSERTION = re.compile(
    r"^(?!(?:for|in|at|on|as|when|by|with|of|from|if|where|while|although|since|after|before|to)\b)(?P<who>[^,.;:]{2,60}), [^.;:]{3,160}, to (?P<verb>[a-z]+(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r"^[^.;:]{3,300}, to be [a-z]+(?:ed|en|wn|de|ld|nt|pt|ut)\b")
_PROMISES = re.compile(
    r"^(?P<who>[^.;:]{3,120}?) (?:will|shall) (?:\w+ly |each |both |also |now )*(?P<verb>[a-z]+(?:-[a-z]+)?)\b"
)
_TOLD = re.compile(r"\W*(?:for|to) (?P<who>[^.;:?!]{3,70}): (?=[a-z])", re.IGNORECASE)
#: The reviewers, who ask for nothing of themselves: "we thought hard about asking …".
_SPEAKERS = re.compile(
    r"\W*(?:I|we|they|he|she|it|this|these|those(?! (?:who|in|at|with|whose|of|\w+ing)\b)|there|some)\b",
    re.I,
)
#: "That the policy be rewritten", "First, that the register have a code of its own".
_THAT = re.compile(
    r"^\W*(?:\w{1,4}[.)]\s)?(?:(?:[^.]{3,40}\.\s)?(?:first|second|third|fourth|fifth|sixth|last|final)"
    r"(?:ly)?,?\s)?that\b(?! (?:is|was|were|are|would|will|has|had)\b)",
    re.IGNORECASE,
)
_TOLD_PAST = re.compile(r"\b(?:was|were|had|did|has been|have been)\b")
_SUBORDINATE = re.compile(
    r"\b(?:when|where|whether|what|how|if|although|because)\b(?:(?! [–—] )[^,;:])*$|"
    r"\b(?:which|who|(?<=[a-z] )that)(?: \w+ly| also| now)? ?$|"
    r"\b(?!(?:and|but|so|then|or|that|because|as)\b)[a-z]+ (?:they|it|he|she)(?: \w+ly| also| now)? ?$",
    re.IGNORECASE,
)
#: "For the Trust: publish a list", "Awareness: raise …", "Further to paragraph 6, that …": what may
#: stand before a note or command.
_LEAD = re.compile(
    r"^\W*(?:[^.:;]{2,90}?(?::| [–—-] )|(?:further to|with|in|having|given|following|as|until|by|from|where|"
    r"wherever|when|before|after|on|at|for|to|subject|first|second|third|finally|lastly)\w*\b"
    r"(?:[^.;:]|\.\d){0,90}?,)\s+",
    re.IGNORECASE,
)
#: Statements of how things are: a list of shortcomings is no list of recommendations.
_STATES = re.compile(
    r"\b(?:is|are|was|were|has|(?<!will )(?<!shall )(?<!to )have|had|does|do not|did|remains?)\b",
    re.I,
)
#: Verbs that "to" goes on from in a statement: "the Trust continues to fill its posts".
_GOES_ON = re.compile(
    r"\b(?:continues?|continued|fail(?:s|ed)|seems|appears|tends|begins|began|tries|tried|used|happens|happened|"
    r"manages|managed|struggles|struggled|hopes|hoped|wants|wanted|wishes|wished|chose|chooses|decided|agreed|"
    r"attempted|came|went|refuses|refused|promised|intends|intended|expects|expected|prefers|preferred|proved|"
    r"it|them|him|her|us|me|how|what|where|when|whether|(?:it|that|there|what)['’]s like)$|\b(?:allowed|enabled|caused|forced|led|told)\b(?! by)",
    re.IGNORECASE,
)
#: Sentences about the recommendations as a whole.
_ABOUT = re.compile(
    r"\b(?:these|those|the following|all(?: of)? the|single agency) (?:\w+ ){0,2}"
    r"recommendations?\b|^the following\b.*\b(?:recommended|made)\b|\baction plan\b|"
    r"\brecommendations? (?:is|are|was|were|has|have|should|must|will|need)\b|"
    r"\b(?:makes?|made|making|issu(?:e|es|ed|ing)|there (?:is|are)|come to) (?:\w+ ){0,3}recommendations?\b",
    re.IGNORECASE,
)
#: "It is important that the recommendations are met": they stand elsewhere.
_OF_ALL = re.compile(
    r"\b(?:that|for) (?:all |each |any )?(?:of )?(?:these|those|the|its|our) (?:\w+ )?recommendations?\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^\W*(?P<who>[^,;:]{3,90}?)(?:,[^;:]{3,160},)? (?:should|must|ought to|needs? to|ha(?:s|ve) to)\b"
)
#: A sentence whose verbs are the list items after it: "The Board should:".
_OPENS_LIST = re.compile(
    r"\b(?:should|must|shall|will|to(?! (?:the|an?|our|all|each|its|their|this|both)\b))\b"
    r"(?:(?!\bthat\b)[^.:]){0,70}:$|"
    r"\brecommend(?:s|ed)? that [^.:]{3,80}:$",
    re.I,
)
#: Headings of lists that tell shortcomings as often as they ask for something.
_SHORTCOMINGS = re.compile(r"\b(?:improve(?:ments?)?|next steps)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;?!)])[”\"’']?\s+(?=[A-Z(“\"‘'*])")
_FRAGMENT = re.compile(
    r"^[A-Z][\w’' -]{2,30}: [^?]+[.!]$|"
    r"^(?:An? )?(?:improved|better|more|greater|increased|clearer|stronger|closer|earlier|regular|further|"
    r"additional|renewed|wider|joint|fewer|less|robust|timely|effective|refreshed|revised|mandatory|"
    r"development|introduction|review|implementation|provision|completion|creation|production|"
    r"strengthening|improvement|training) [^?]{3,120}[.!]?$",
    re.IGNORECASE,
)
#: What is foretold of a body, and is none of its doing.
_NO_DEED = frozenset(
    "be have need face find know remain become see recognise wish want feel".split()
)
_LONG = 5
#: What people do in statements, beside the verbs of `verbs.tsv`.
_DOES = frozenset(
    """live lives know knows understand understands take takes took make makes made show shows demonstrate demonstrates
    feel feels help helps helped give gives gave get gets got find finds come comes go goes want wants try tries
    receive receives need needs want wants see sees act acts allow allows enable enables""".split()
)
_OF_WHICH = re.compile(r"\b(?:that|which|who|whom|whose|where|while|when)\b")
#: "The railway changed the procedures to …"
_DID = re.compile(r"[a-z]ed (?:the|an?|its|their|his|her|our|all|every|each)\b", re.IGNORECASE)
#: Words that a noun follows, though it is a verb as well: "the support of", "and work with".
_LEADS_ON = DETERMINERS | frozenset(
    "of for in on at by with from to and or as may might will would can could should".split()
)
#: Words of a line in capitals that is a title, though no style says so.
_TITLE = 7
#: A box to be ticked.
_BOX = re.compile(r"^\s*(?:\[[ x✓✔]?\]|[☐☑☒□])\s*", re.IGNORECASE)
_REFERS = re.compile(
    r"^\s*\[(?![ x✓✔]?\])|^\W*(?:see|none|nil|not applicable|as above|source|note|no further action|"
    r"(?:this|the) recommendation (?:is|has|was))\b",
    re.IGNORECASE,
)


def asks(block: Block, heading: str) -> bool:
    """Whether a paragraph or list item under a heading is a recommendation.

    Under a heading that promises recommendations, any list item is one that states no facts.
    """
    return asks_plainly(block, heading) or _may_ask(block, heading)


def asks_plainly(block: Block, heading: str = "") -> bool:
    """Whether a paragraph or list item asks for something in so many words, wherever it stands."""
    text = _BOX.sub("", block.text)
    if text.endswith(":"):
        return opens_list(block)
    said = _SENTENCE.split(text)
    if is_detail(block):
        said = said[1:]  # "Lead: the Trust. Write to every landlord."
    if not said or names_group(block) or is_aside(text) or _REFERS.match(text):
        return False
    if _SHORTCOMINGS.search(heading):
        return commands(said[0]) or _has_request(said[0])
    if said[0].endswith("?") and not _PLEASE.match(said[0]) and len(said[0].split()) > _LONG:
        return False
    if said[0].endswith("?") and not _PLEASE.match(said[0]):
        said = [s for s in said[1:] if s[:1] != "("]  # "What should change? The Trust needs …"
    if not said:
        return False
    said = [s for s in said if not _OF_READING.search(s) and not declines(s)]
    if not said or (text.isupper() and len(text.split()) < _TITLE):
        return False
    about = any(_ABOUT.search(sentence) for sentence in said)
    marked = bool(block.number) or block.kind is Kind.LIST_ITEM
    if any(_asks(sentence, marked=marked, about=about) for sentence in said):
        return True
    # In the midst of a long paragraph what is needed in general is part of the argument.
    return any(_needs(sentence) for sentence in (said if len(said) < _LONG else said[:1]))


def _may_ask(block: Block, heading: str) -> bool:
    """Whether a paragraph or list item can be a recommendation where recommendations stand."""
    text = _BOX.sub("", block.text)
    if text.endswith((":", "?")) or _SHORTCOMINGS.search(heading) or _ABOUT.search(text):
        return False
    if names_group(block) or is_detail(block) or is_aside(text) or _REFERS.match(text):
        return False
    if _OF_READING.search(text) or (text.isupper() and len(text.split()) < _TITLE):
        return False
    if declines(_SENTENCE.split(text)[0]):
        return False
    return not _STATES.search(text) and (
        block.kind is Kind.LIST_ITEM or bool(_FRAGMENT.match(text))
    )


def asks_by_name(block: Block) -> bool:
    """Whether a paragraph's first sentence says what one body or post should do."""
    subject = _SUBJECT.match(block.text)
    return subject is not None and (standing_beside(subject["who"], heading=True) is Standing.NAMED)


def opens_list(block: Block) -> bool:
    """Whether the list items after a paragraph go on with its sentence: "The Board should:"."""
    return bool(_OPENS_LIST.search(block.text))


def _asks(sentence: str, *, marked: bool, about: bool) -> bool:
    """Whether a sentence asks for something.

    `marked` is for one in a numbered or bulleted paragraph, `about` for one in a paragraph that
    speaks of the recommendations as a whole, and of what "the Board will" do with them.
    """
    if sentence.endswith("?") or _PLEASE.match(sentence):
        return bool(_PLEASE.match(sentence))
    if marked is False and _COUNTED.match(sentence):
        return True
    if is_aside(sentence) or _REFERS.match(sentence):
        return False
    subject = _SUBJECT.match(sentence)
    if (
        subject
        and standing_beside(subject["who"], heading=True)
        and not _SUBORDINATE.search(subject[0])
    ):
        return True
    if _ABOUT.search(sentence):
        return False
    lead = _LEAD.match(sentence)
    parts = [sentence, sentence[lead.end() :]] if lead else [sentence]
    return (
        any(
            not _SUBORDINATE.search(sentence[: m.start()])
            and sentence[m.end() : m.end() + 1] != ","
            for m in _WISHES.finditer(sentence)  # not "(and, one would hope, by losing)"
        )
        or bool(_WISHES_TOO.match(sentence) or _is_told(sentence))
        or any(commands(part) or _is_noted(part) or _is_moved(part) for part in parts)
        or bool(lead and re.match(r"to [a-z]+\b", parts[1]))
        or (marked and any(bool(_BE_DONE.match(part)) for part in parts))
        or (not about and any(_promises(part, marked) for part in parts))
    )


def _needs(sentence: str) -> bool:
    """Whether a sentence says what should be, whoever may bring it about."""
    if sentence.endswith("?"):
        return False
    if _IT_IS.search(sentence):
        return not _OF_ALL.search(sentence)
    return _has_request(sentence) and not _ABOUT.search(sentence)


def _has_request(sentence: str) -> bool:
    """Whether a main clause asks: "X should …", "X is asked to …"."""
    return any(not _SUBORDINATE.search(sentence[: m.start()]) for m in _ASKS.finditer(sentence))


def _is_noted(words: str) -> bool:
    """Whether some words open with "the Trust to publish …"."""
    if _SPEAKERS.match(words):
        return False
    for note in (_NOTES.match(words), _AFTER_INSERTION.match(words)):
        if note is None:
            continue
        known = is_action(note["verb"])
        named = bool(standing_beside(note["who"], heading=True))
        # "Those who have contact with children to …": what they are is no statement.
        said = _OF_THEM.sub(r"\1", note["who"])
        stated = bool(_STATES.search(said) or _GOES_ON.search(said))
        stated = stated or (not named and "," in note["who"])
        stated = stated or states_on(note["verb"], words[note.end() :])
        if note["verb"] in DETERMINERS:
            continue  # "with twelve staff to a manager"
        done = note["verb"] == "be" and bool(re.match(r" \w+", words[note.end() :]))
        stated = stated or (not done and _has_verb(said))
        if (known or named or done) and not stated:
            return True
    left_over = _LEFT_OVER.match(words)
    return bool(left_over and not re.search(r"\b(?:should|will|would|could|may)\b", words))


def _has_verb(who: str) -> bool:
    """Whether words before "to" say what people do: "Tutors help the girls to cook"."""
    words = _OF_WHICH.split(who.lower())[0].split()
    does = any(
        word in _DOES or is_action(word) or is_action(word.removesuffix("s"))
        for before, word in pairwise(words[:-2])
        if before not in _LEADS_ON
    )
    return does or bool(_DID.search(who))


def _is_moved(words: str) -> bool:
    """Whether some words are moved: "That the policy be rewritten", but not "first, that it was lost"."""
    that = _THAT.match(words)
    clause = re.split(r" (?:who|which|whom|that) ", words[that.end() :])[0] if that else ""
    return bool(that) and not _TOLD_PAST.search(clause)


def _is_told(words: str) -> bool:
    """Whether some words name a body and tell it what to do: "To the housing team: go with her"."""
    told = _TOLD.match(words)
    return bool(told and standing_beside(told["who"], heading=True))


def _promises(words: str, marked: bool) -> bool:
    """Whether some words say what a body will do: "the Trust will publish …"."""
    promise = _PROMISES.match(words)
    if promise is None or _SPEAKERS.match(words) or promise["verb"] in _NO_DEED:
        return False
    named = bool(standing_beside(promise["who"], heading=True))
    return named or (marked and is_action(promise["verb"]))

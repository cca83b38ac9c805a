"""Named newspapers, broadcasts and pages, where they tell of the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ... import vocabulary
from ...grammar.phrases import split_phrases
from ..passages import NAME, without_overlaps, words_around
from ..times.dates import find_dates

_ABOUT_COVERAGE = re.compile(
    r"\b(?:newspapers?|papers?|articles?|headlin\w+|front[- ]page|print(?:s|ed)|press|journalists?|reporters?|media|"
    r"cover(?:ed|age|s)|broadcast\w*|news|story|stories|programmes?|documentary|podcast|episode|interview(?:ed|s)?|"
    r"photograph\w*|picture|online|website|web page|aired|channel|published|trial|sentenc\w+|appeal for|ran|"
    r"carries|runs|prints|publishes|reports|leads|spread|phone-in|item|bulletin|columns?|editorials?|letters? (?:page|column)|page \d+|"
    r"reported (?:that|on|the|his|her|it)|told|carried|described|called|named|video|film\w*|posted|comments?)\b",
    re.IGNORECASE,
)
_QUOTED = r"[“\"‘'][^“”\"‘’]{3,90}[”\"’']"
_HEADLINE = re.compile(
    rf"\b(?:headlines?|headlined|front page|splash|strapline)\b[^.;“\"‘]{{0,40}}?(?P<quote>{_QUOTED})",
    re.I,
)
# "DAD'S SHAME AS TOT STARVES"
_SHOUTED = re.compile(
    r"[“\"‘](?=[^”\"’]*[A-Z]{3})[A-Z][A-Z’'!?,:-]*(?: [A-Z0-9][A-Z0-9’'!?,:-]*){2,}[”\"’]"
)
_CHANNEL = re.compile(r"\bChannel (?:\d{1,2}|One|Two|Three|Six|Seven|Nine)\b")
_PAPERS = (
    r"(?:Argus|Echo|Gazette|Herald|Courier|Chronicle|Mercury|Clarion|Observer|Advertiser|Journal|Examiner|Telegraph|"
    r"Times|Sun|Mirror|Express|Mail|Star|Standard|Bugle|Leader|Post|Sentinel|Tribune|Beacon|News|Press|Record|Citizen)"
)
_THE_PAPER = re.compile(
    rf"\b(?:in|to|by|of|on|from) (?P<name>the {_PAPERS})\b(?! (?:[A-Z]|Inquiry|and [A-Z]))(?![-’'])|(?P<first>\bThe {_PAPERS})\b"
    r"(?= (?:ran|printed|carried|reported|published|named|led|splashed|had the story))"
    r"|\b(?P<any>the (?:Mirror|Mail|Express|Argus|Echo|Gazette|Herald|Courier|Chronicle|Guardian|Telegraph|Advertiser|Examiner))\b(?! [A-Z])(?= (?:to|has|had|did|put|print|ran|that|and|would|will|could|for|got|took|sent)\b)"
    r"|(?P<sure>\bThe (?:Argus|Echo|Gazette|Herald|Courier|Chronicle|Clarion|Advertiser|Examiner|Bugle|Sentinel|Tribune|Mercury)\b)"
    r"(?= (?:has|had|did|does|was|got|put|took|kept|sent|made|gave|wrote|says?|said|runs|prints|carries)\b)"
)
_PAPER_WORDS = re.compile(
    r"\b(?:photographs?|pictures?|front page|stor(?:y|ies)|articles?|headlines?|coverage|splash\w*|interview\w*|"
    r"named|print(?:ed|s)?|press|newspapers?|papers?|reporters?|ran|sold|quoted)\b",
    re.IGNORECASE,
)
#: Where people meet and write to each other.
PLATFORM = r"(?:Facebook|Twitter|X|TikTok|Instagram|YouTube|Reddit|Snapchat|WhatsApp|Mumsnet|Nextdoor|Wikipedia|Telegram|Tumblr|Twitch|Discord)"
_BARE_URL = (
    r"(?<![@.\w])(?!\S*(?:\.gov\.|audit\.wales|public-inquiry|publishing\.service))(?:(?:https?://|www\.)[^\s,;)]+[\w/]"
    r"|[a-z][\w-]*(?:\.[a-z][\w-]+)*\.(?:example|com|org|uk|net|news|info)(?:/[^\s,;)]*[\w/])?)"
)
_FOUND_AT = re.compile(
    rf"\b(?:search(?:ed|ing)?|googl\w+|typed)\b[^.;]{{0,90}}?\b(?P<name>{_BARE_URL})",
    re.IGNORECASE,
)
_HASHTAG = re.compile(r"(?<![\w&/])#(?=\w*[A-Za-z])\w{3,}")
# Under which courses run, and not a case: "training branded #ThinkChild". Who may ask, and has not.
_TRAINED = re.compile(
    r"\b(?:training|awareness|branded|course|webinar|conference|safeguarding week)\b"
)
_ASKS = re.compile(r"\b(?:enquiries|inquiries|press desk|press office)\b", re.IGNORECASE)
_CAMPAIGN = re.compile(rf"\b[Jj]ustice [Ff]or {NAME}|\bRIP {NAME}")
_PAGE = re.compile(
    r"\b(?:page|group|blog|channel|podcast|documentary|petition|film|programme|thread|appeal|vlog|website|series)"
    rf"(?:(?: about [^.;,]{{1,40}})?,? (?:(?:which was |was )?(?:called|named|entitled|titled|headed|known as) )(?P<name>{_QUOTED}|{NAME}(?: {NAME})*)"
    rf"|(?: about [^.;,]{{1,40}})?,? ?\(?(?P<title>[“\"‘][^“”\"‘’]{{3,90}}[”\"’]))"
)
_SERIES = re.compile(rf"\b(?:podcast|documentary|drama|vlog),? (?P<name>{NAME}(?: {NAME})+)")
_NEWS_URL = re.compile(
    r"\b(?:https?://|www\.)\S*(?:bbc|itv|sky|mail|sun|mirror|guardian|telegraph|news|gazette|echo|argus|herald|"
    r"post|express|youtube|facebook|tiktok|chronicle|live|wales)\S*[\w/]"
    r"|\b(?:facebook|youtube|instagram|tiktok|gofundme|justgiving|change|twitter|reddit)\.(?:com|org)/[^\s,;)]+",
    re.IGNORECASE,
)
# "An article … had been shared on Facebook", "remarks that anyone may read at www…".
_SHARED_ON = re.compile(
    r"\b(?:article|story|photographs?|pictures?|post|posts|video|film|footage|report|coverage|headline|news|name)\b[^.;]{0,140}?\b"
    r"(?:shared|posted|reposted|circulat\w+|viral|commented on|discussed)\b (?:\w+ ){0,2}?(?:on|via|to|across) "
    rf"(?P<name>{PLATFORM})\b"
)
_PUBLISHED_AT = re.compile(
    r"\b(?:sentencing|remarks|judgments?|judge|inquest|trial|ruling|appeal|obituary|tribute\w*|memorial|JustGiving|article|story|reported)\b"
    r"[^.;]{0,80}?(?P<name>"
    rf"{_BARE_URL})",
    re.IGNORECASE,
)
# What was published, without the name of who did it: "a tabloid ran a piece", "trended on Twitter",
# "a video on the paper's site", "a podcast about the search". "Press coverage" as such is let be.
_PUBLISHED = re.compile(
    r"\b(?:[Aa]|[Oo]ne|[Tt]he|[Tt]wo|[Aa]nother|[Ss]everal|[Tt]he local|[Aa] local|[Aa] national|[Aa] Sunday|[Tt]he evening) (?P<paper>(?:tabloids?|red-tops?|broadsheets?|(?:news)?papers?|weekly|free sheet|freesheet))"
    r"(?= (?:had |then |also |later )?(?:ran|printed(?! for\b)|carried|splashed|led (?:on|with)|got hold|offered|paid|bought)\b)"
    r"|\b(?P<clip>(?:videos?|clips?|footage|film|photographs?|pictures?|recordings?|article|piece|story|item|report) (?:on|in|for) (?:the|a|an|its|their) "
    r"(?:[\w-]+ )?(?:(?:news)?paper|broadcaster|channel|station|tabloid|magazine)(?:[’']s)?(?: (?:site|website|web ?page|page|app|channel|feed))?)"
    rf"|\b(?P<trend>(?:trend(?:ed|ing)|(?:went|gone|going) viral)(?: (?:on|across) {PLATFORM})?)"
    rf"|\b(?P<entry>{PLATFORM} (?:entry|article|page|thread|post|video|live ?stream|channel|account|group))(?= (?:followed|about|on (?:the|his|her|their)|was|went|appeared|devoted|set up|in (?:his|her|their) (?:name|memory))\b)"
    r"|\b(?P<show>(?:[Pp]odcasts?|[Dd]ocumentar(?:y|ies)|[Dd]ocu-?drama|[Tt]rue[- ]crime (?:series|programme|book|show|podcast)|[Tt]elevision drama|TV drama|[Pp]hone-in)"
    r"(?:, [^.;,]{1,25},)? (?:about|on|of|into) (?:the (?:death|case|search|trial|family|murder|killing|affair|disappearance|attack|boy|girl|baby|child)|this|his|her|their)\b(?: \w+)?)"
)
_GENERAL = re.compile(
    r"\b(?P<air>(?:local|regional|national|community|Welsh) (?:radio|television|TV|news)(?: (?:station|channel|bulletins?|news|programme|crew))?)\b"
    r"|\b(?P<papers>(?:national|Sunday|daily|tabloid) (?:papers|newspapers|dailies|press))(?= (?:ran|had|carried|and|for|covered|named|printed|picked)|[,.;])"
    r"|\b(?P<agency>Press Association|PA Media|Reuters)\b"
    r"|\b(?P<fund>(?:crowd-?fund\w*|GoFundMe|JustGiving|change\.org) (?:page|appeal|petition|campaign)|petition (?:with|of|signed by) (?:[\d,]+|\w+ thousand)\b)"
    r"|\b(?P<book>(?:book|memoir|play|drama|film|novel) about (?:the|this|her|his|their) (?:case|death|family|murder|child|girl|boy|trial)|[Tt]rue[- ]crime (?:podcast|series|programme|book|show))\b"
    r"|\b(?P<front>front[- ]page (?:news|stor(?:y|ies)|headlines?|lead|splash))\b|\b(?P<blog>bloggers?)(?= (?:published|named|posted|wrote|put))"
    r"|\b(?P<remarks>sentencing remarks)(?= (?:are|were|is|have been|can be) (?:\w+ )?(?:online|published|available|posted|read|on the))"
)
_TOLD_BY = re.compile(
    r"\b(?:interview\w*|broadcast\w*|carried|ran|report(?:ed|s)|covered|featured|aired|story|appeal\w*|filmed|made|picked up|photograph\w*|named|spoke)\b"
)
_PAPER_ON = re.compile(
    r"\b(?:local |evening |daily |national |weekly |regional )?(?:newspaper|paper|press)\b[^.;]{0,30}?\b(?:of|on|dated)\s+(?=\d)"
)
_CITED = re.compile(r",? ?\(?(?:19|20)\d\d[a-z]?\)")
# "Births Recorded Weekly, National Records, 2023": figures that an office brings out are no paper.
_FIGURES = re.compile(
    r"\b(?:[Ss]tatistics|[Ff]igures|[Dd]ata(?:sets?)?|[Pp]rovisional|[Rr]egistered|[Nn]otifi\w+|[Ss]urveillance|National Records|"
    r"Births|Deaths|Admissions|Prices|Registrar General)\b"
)
_OF_FIGURES = ("Weekly", "Monthly", "Quarterly", "Daily", "Bulletin", "Review", "Record")
_NO_PAPER_BEFORE = frozenset(
    """the a an this that in on at of for children's official special appropriate legal british international
    social royal medical nursing psychology psychiatry paediatrics community family first next good bad head team
    pre group project shift deputy house year prefect sector""".split()
)


def coverage(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a paper, a broadcast, a headline, a page or a hashtag."""
    sure, near, whole = _media()
    found: list[tuple[int, int]] = [m.span() for m in sure.finditer(text) if _is_paper(text, m)]
    found += [
        m.span()
        for m in near.finditer(text)
        if _is_paper(text, m) and _ABOUT_COVERAGE.search(words_around(text, m))
    ]
    found += [m.span() for m in whole.finditer(text) if _is_reporting(text, m)]
    found += [m.span("quote") for m in _HEADLINE.finditer(text)]
    found += [m.span("name" if m["name"] else "title") for m in _PAGE.finditer(text)]
    for named in (_SERIES, _SHARED_ON, _PUBLISHED_AT, _FOUND_AT):
        found += [m.span("name") for m in named.finditer(text)]
    for match in _THE_PAPER.finditer(text):
        if match["first"] or match["sure"] or _PAPER_WORDS.search(words_around(text, match)):
            found.append(match.span(match.lastgroup or 0))
    found += [
        m.span() for m in _CHANNEL.finditer(text) if _ABOUT_COVERAGE.search(words_around(text, m))
    ]
    found += [m.span(m.lastgroup or 0) for m in _PUBLISHED.finditer(text)]
    for match in _GENERAL.finditer(text):
        if match.lastgroup == "agency" and _ASKS.search(words_around(text, match)):
            continue
        if match.lastgroup not in {"air", "papers"} or _TOLD_BY.search(words_around(text, match)):
            found.append(match.span(match.lastgroup or 0))
    found += [
        m.span() for m in _HASHTAG.finditer(text) if not _TRAINED.search(words_around(text, m))
    ]
    for pattern in (_CAMPAIGN, _NEWS_URL, _SHOUTED):
        found += [m.span() for m in pattern.finditer(text)]
    for match in _PAPER_ON.finditer(text):
        for date in find_dates(text):
            if date.start == match.end():
                found.append((match.start(), date.end))
    yield from without_overlaps(found)


def _is_paper(text: str, match: re.Match[str]) -> bool:
    first = match[0].split()[0].lower()
    if match[0].endswith(_OF_FIGURES) and _FIGURES.search(words_around(text, match)):
        return False
    return first not in _NO_PAPER_BEFORE and not _CITED.match(text, match.end())


_DOES_REPORT = (
    r"(?:,? (?:also |later |then |which )?(?:report(?:s|ed)|print(?:s|ed)|broadcast|ran|carried|described|called|named|said|"
    r"covered|published|showed|interview\w+|posted|put|has|had|made|filmed|told|quoted|contacted|picked)\b"
    r"|[’']s (?:website|report|coverage|article|programme|front page|documentary|story|website)"
    r"| (?:article|documentary|programme|news|report|reporter|journalist|radio|interview|website|story|film|crew|video|page|coverage))"
)
_IS_REPORTED = re.compile(
    r"\b(?:in|on|by|to|from|for|with|article in|watched)(?: an?| the)? (?:\w+ ){0,2}$",
    re.IGNORECASE,
)


def _is_reporting(text: str, match: re.Match[str]) -> bool:
    """Whether a broadcaster's or paper's name stands where it tells of the case."""
    if _CITED.match(text, match.end()):
        return False
    around = words_around(text, match)
    if re.match(_DOES_REPORT, text[match.end() :]):
        return True
    words = _ABOUT_COVERAGE.findall(around)
    return (
        len(words) > 0
        and bool(_IS_REPORTED.search(text[: match.start()]))
        and bool(
            re.search(
                r"\b(?:cover|report|article|press|media|headlin|broadcast|news|story|documentary|film|photograph|"
                r"interview|programme|reconstruct|video|footage)",
                around,
                re.I,
            )
        )
    )


@cache
def _media() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for names that are surely papers', that may be, and that are known whole."""
    kinds: dict[str, list[str]] = {}
    for row in vocabulary.load("scr_lint", "news_media"):
        kinds.setdefault(row["sure"], []).extend(split_phrases(row["words"]))
    before = rf"(?<![\w’'-])(?:(?!The\b|When\b|In\b|A\b){NAME} (?:and |& |of )?){{1,3}}?"
    return (
        re.compile(
            rf"{before}(?:{_either(kinds['yes'])})\b|\b(?:{_either(kinds['known'])})\b|\bRadio {NAME}(?: {NAME})?"
        ),
        re.compile(rf"{before}(?:{_either(kinds['near'])})\b(?! [A-Z])"),
        re.compile(rf"\b(?:{_either(kinds['whole'])})\b(?! [A-Z])"),
    )


def _either(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))

"""Recognisers of contact details that are no plain telephone number: e-mail, web, accounts, numbers in words."""

from __future__ import annotations

import re

from presidio_analyzer import Pattern, PatternRecognizer

from ...readability.dictionary import pronunciations
from .references import labelled

#: What stands before a number that is said to be one of a telephone, however it is written.
_ON_THE_PHONE = (
    r"\b(?:(?:tele)?phone|tel|mobile|mob|fax|cell|landline|whatsapp)\b\.?(?: (?:number|no|num)\b\.?)?"
    r"(?: (?:is|was|given as|of))?\s?[:;=–-]?\s?"
    r"|\b(?:call|calls|called|ring|rang|rung|text|texted|texts|dial|dialled|answer|answering|reach|reached|"
    r"contact|contacted)\b(?: \w+){0,3} (?:on|at) "
)
#: Seven to fifteen digits (ITU-T E.164) with what people write between them; not a date.
_DIALLED = r"(?!\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b)\+?\(?\d(?:[ ().-]{0,2}\d){6,14}"

# Words with a capital before six digits that are no name of an exchange.
_NO_EXCHANGE = r"(?:Crime|Incident|Mosaic|Record|Passport|Case|Claim|File|Form|Number|Custody|Ofsted|Reference|Policy|Datix|Contact|Client)\b"

# "was criticised", "is unmonitorable": an American dictionary does not hold them all.
_ENDING = re.compile(r"(?:ed|ing|able|ible|ly|ful|less|ise|our)$")


def contacts() -> list[PatternRecognizer]:
    """E-mail and web addresses, and names of accounts."""
    at, dot = r"(?:@|\s?[\[(]at[\])]\s?)", r"(?:\.|\s?[\[(]dot[\])]\s?)"
    digit = r"(?:oh|nought|zero|one|two|three|four|five|six|seven|eight|nine)"
    spoken = rf"(?:(?:double|treble|triple)[\s-])?{digit}(?:\shundred)?"
    # "oh one six three two, nine six oh", "0-7-7, double 0-9", "01632 nine six oh": said, or half said.
    part = rf"(?:(?:double|treble|triple)[\s-])?(?:{digit}|\d+)"
    # What people are called by on line, where a word before it says so.
    app = (
        r"(?:[Ff]acebook|FB|[Ii]nsta(?:gram)?|[Tt]ik[Tt]ok|[Ss]nap(?:chat)?|[Tt]witter|[Dd]iscord|[Xx]box(?: [Ll]ive)?|[Pp]lay[Ss]tation|PSN|"
        r"[Ss]team|[Rr]oblox|[Kk]ik|[Ss]kype|[Tt]elegram|[Ww]hatsApp|[Oo]nly[Ff]ans|[Gg]rindr|[Tt]inder|[Rr]eddit|[Tt]witch|[Ff]ortnite|"
        r"[Tt]umblr|[Bb]ebo|[Mm]y[Ss]pace|[Vv]into|[Pp]ay[Pp]al|[Ss]oundCloud|[Yy]ou[Tt]ube|[Vv]iber|[Ss]ignal|[Yy]ubo|[Oo]megle|[Dd]epop|[Ss]potify|[Bb]ad[Oo]o|online|[Gg]aming|[Ss]ocial media)"
    )
    called = r"(?:(?:[Uu]ser|[Ss]creen|[Pp]rofile|[Nn]ick|[Aa]ccount|[Gg]amer)?\s?[Nn]ame|[Uu]sername|[Hh]andle|[Gg]amer\s?[Tt]ag|[Tt]ag|[Aa]lias|[Pp]rofile|[Aa]ccount|[Uu]ser|ID|[Pp]age|[Bb]log|[Cc]hannel)"
    who = r"(?!(?:The|A|An|In|On|And|But|She|He|They|It|Her|His|Their|Mother|Father|Mum|Dad|Child|Was|Is|Not|No|This|That)\b)[A-Z][\w’'-]*"
    endings = "com|org|net|uk|info|blog|example|me|tv|co|eu|ie|biz|app|live|site|online|band|shop|xyz|cymru|wales"
    on_it = rf"(?:{app}\s?(?:\s{called})?|\b(?:[Uu]ser ?name|[Hh]andle|[Gg]amer ?tag|[Ss]creen ?name)(?:\s(?:on|for) (?:the |her |his )?[\w ]{{3,20}}?)?)"
    stop = r"[^\s<>()\[\]“”\"|]"
    return [
        InventedName(
            supported_entity="SOCIAL_HANDLE",
            name="scr-lint invented name",
            patterns=[
                Pattern(
                    "said to be one",
                    rf"(?<=\b(?:{on_it}\b(?:\s(?:is|was|of)\s[“\"‘']?|\s?[-–:]\s[“\"‘']?|\s[“\"‘'])|{app}\s(?:name|username|handle|ID|tag)\s))[a-z][\w.-]{{3,30}}\b",
                    0.7,
                ),
                Pattern(
                    "as",
                    rf"(?<=\b[Oo]n {app}\b[^.;]{{0,40}}\bas\s[“\"‘']?)[a-z][\w.-]{{3,30}}\b",
                    0.7,
                ),
                Pattern("quoted", rf"(?<=[“\"‘'])[a-z][\w.-]{{3,30}}(?=[”\"’'],? on {app}\b)", 0.7),
            ],
            global_regex_flags=0,
        ),
        labelled(
            "EMAIL_ADDRESS",
            (rf"\b[\w.+'’-]+{at}[\w-]+(?:{dot}[\w-]+)+\b", 0.95),
            (r"\b[\w-]+(?: dot [\w-]+)* at [\w-]+(?: dot [\w-]+)+\b", 0.9),
            (
                r"(?<![\w@.])[\w.+-]+@(?:hotmail|gmail|yahoo|outlook|icloud|live|aol|sky|btinternet|googlemail|virginmedia|talktalk)\b(?!\.)",
                0.9,
            ),
        ),
        labelled(
            "PHONE_NUMBER",
            (rf"(?<={_ON_THE_PHONE})(?!\(?0[38]){_DIALLED}(?![\d/])", 0.8),
            (rf"\b(?:oh|zero|nought)[\s,-]+(?:{spoken}[\s,-]+){{4,10}}{spoken}\b", 0.9),
            (
                rf"(?<![\w.,-])0\d{{3,4}}(?=[^.;()”\"]*\b(?:double|treble|triple|{digit})\b)(?:[\s,–-]+{part}){{2,12}}(?!\w| (?:years|months|weeks|days))",
                0.8,
            ),
            (
                rf"(?<![\w.,-])(?:0\d*|oh|zero|nought)(?=[^.;()”\"]*\b(?:double|treble|triple|{digit})\b)"
                rf"(?:[\s,–-]+{part}){{3,12}}(?!\w| (?:years|months|weeks|days))",
                0.8,
            ),
            (
                r"(?<=\b(?:[Hh]ome|[Ww]ork|[Mm]ob|[Tt]el|[Pp]hone|[Cc]ontact|[Dd]aytime)\.? (?:no|num|number)\.?:? (?:is |was )?)"
                r"\d{3}[ -]?\d{3,4}\b(?![\d/])",
                0.7,
            ),
            (r"(?<![\d.])0(?: \d){9,10}(?! ?\d)", 0.8),
            # A mobile with a digit too few or too many.
            (r"(?<![\w+./-])(?<!\d )07\d(?:[ -]?\d){7,9}(?![\d/-]| \d)", 0.7),
            # Within one exchange: "Tel. 960412".
            (
                r"(?<=\b(?:[Tt]el|[Tt]elephone|[Pp]hone|[Mm]ob(?:ile)?)\b\.?\s?:?\s)\d{6}\b(?![\d/%-]| \d)",
                0.7,
            ),
            (
                r"(?<=\b(?:[Ee]xtn?|[Ee]xtension)\b\.?(?: (?:number|no\.?))?:? )(?!20[0-2]\d)\d{3,5}\b"
                r"(?!\s?(?:days|m\b|metres|pupils|places|square|%|per))",
                0.7,
            ),
            # What a witness or a bill shows of one: "a mobile ending in 412", "the last four digits of her phone were 0412".
            (
                r"(?<=\b(?:mobile|phone|telephone|landline|handset)(?: number| no\.?)?,? (?:(?:that|which) )?"
                r"(?:ending|ended|ends|beginning|begins|began|starting)(?: in| with)? )\d[\d ]{1,8}\d\b",
                0.8,
            ),
            (
                r"(?<=\blast (?:three|four|five|six|few|\d) (?:digits|figures|numbers) of (?:\w+ ){0,4}?(?:mobile|phone|telephone|number)(?: number)?(?: \w+)? (?:were|are|being|as) )\d{3,6}\b",
                0.8,
            ),
        ),
        labelled(
            "PHONE_NUMBER",
            # "the one at her house, Wexmere 960119"
            (rf"\b(?!{_NO_EXCHANGE})[A-Z][a-z]{{3,}} \d{{6}}\b(?![\d/%-]| \d| [a-z]+s\b)", 0.2),
            context="phone telephone landline ring rang call tel exchange dial house",
            cased=True,
        ),
        labelled(
            "URL",
            (rf"\b(?:https?://|www\.){stop}+[^\s<>()\[\]“”\"|.,;:!?’']", 0.9),
            # In small letters: "Booking.com" is the name of a firm.
            (rf"(?<![@\w.])(?:[a-z\d-]+\.)+(?:{endings})\b(?:/{stop}*[\w/])?(?!@)", 0.8),
            cased=True,
        ),
        labelled(
            "SOCIAL_HANDLE",
            (r"(?<![\w.@])@(?=\w*[A-Za-z])[\w.]{2,}\w", 0.8),
            # Said aloud, or hidden from a filter: "rise underscore lad zero five", "bee(dot)2003".
            (
                rf"\b\w+ underscore \w+(?: (?:underscore|dot|dash|{digit}|\d+)\b)*|\b\w+(?:\((?:dot|dash|underscore)\)\w+)+"
                rf"|\b(?!(?:a|the|one|of|to)\b)[a-z]+ (?:dot|dash|hyphen) (?:{digit}|\w+teen|\w+ty|\d+)\b",
                0.7,
            ),
            (r"(?<![\w/])u/(?=\w*[A-Za-z])[\w-]{3,20}\b", 0.8),
            # What a street, a school or a town mourns under leads to the child.
            (
                r"(?<![\w#&/])#(?i:justicefor|rip|restinpeace|prayfor|inmemoryof|longlive|flyhigh|rememb(?:er|ering))(?=[A-Z\d_])\w+"
                r"|(?<=\b(?:[Tt]ributes?|[Mm]emorial|[Vv]igil|[Mm]ourn\w*|memory)\b[^.;]{0,60})(?<![\w&])#[A-Za-z]\w{3,}",
                0.8,
            ),
            # A group, page or account by the name that it goes by.
            (
                rf"(?<=\b(?:{app}\s(?:group|chat|page|profile|account|campaign|channel)(?:\schat)?s?,?|(?:{app}\s(?:group|chat|page|profile|account|campaign|channel)|[Aa]ccount|[Pp]rofile|[Cc]hannel|[Bb]log|[Gg]roup chat)s?\s(?:called|named|titled|known as|by the name of|in the name of|under the name(?: of)?))\s[“\"‘])"
                r"[^”\"’\n]{3,40}(?=[”\"’])",
                0.7,
            ),
            (
                rf"(?<=\b{app}\s(?:group|chat|page|profile|account|campaign|channel)(?:\schat)?s?\s(?:called|named|titled|known as|by the name of|in the name of)\s)"
                rf"{who}(?:\s(?:(?:for|of|the|our|and|in)\s)?{who}){{0,4}}",
                0.7,
            ),
            (
                rf"(?<=(?<!\b(?:was|were|been|being)\s)\b[Pp]ost(?:s|ed|ing)\s(?:there\s|online\s)?(?:as|under the (?:name|alias|title)(?: of)?)\s[“\"‘]?)"
                rf"{who}(?:\s{who}){{0,3}}(?=[”\"’]?[^.;]{{0,30}}\b(?:forum|online|on line|website|chat|group|site|{app})\b)",
                0.7,
            ),
            # "qwertz#0417"; "ryze.lad04 on insta"; digits for letters: "m00nscraper".
            (r"(?<![\w#])[A-Za-z][\w.]+#\d{4}\b", 0.8),
            (
                rf"(?<![\w@./-])(?=\S*(?:\d|[._]\w))[A-Za-z][\w.]{{3,}}[^\W_](?= on (?:the |her |his )?{app}\b)",
                0.7,
            ),
            (r"(?<![\w@./-])(?!what3words\b)[a-z]+\d{1,3}[a-z]{4,}\d*(?![\w@/.-])", 0.6),
            # A label some way off, then a colon: "His handle was on the bus shelters: kryp7o".
            (
                r"(?<=\b(?:[Hh]andle|[Uu]ser ?name|[Gg]amer ?tag|[Ss]creen ?name|[Dd]isplay name)\b[^.;:]{0,160}: ?[“\"‘']?)"
                r"(?=\w*\d)[A-Za-z]\w{3,}\b",
                0.6,
            ),
            (
                rf"(?<=\b[Dd]isplay name (?:is |was |of )?[“\"‘']?){who}(?:\s{who}){{0,3}}(?: [^\w\s,.;:()]+)?",
                0.7,
            ),
            # "Snap: kay.lou.x", "his Discord name was Fr0stByte#4471", "gamer tag Vex0rRabbit".
            (
                rf"(?<=\b{app}\s?(?:\s{called})?(?:\s(?:is|was|of))?[:=,(]?\s?[(“\"‘']?)(?=[\w.#-]*(?:\d|[._#]\w|[a-z][A-Z]))(?!(?:[Tt]ik[Tt]ok|[Ff]ace[Bb]ook|[Ww]hats[Aa]pp|[Yy]ou[Tt]ube|[Ss]nap[Cc]hat|[Oo]nly[Ff]ans|[Pp]lay[Ss]tation)\b)[A-Za-z][\w.#-]*\w(?=[^\w/@]|$)(?!\.\w)",
                0.6,
            ),
            (
                rf"(?<=\b(?:[Gg]amer\s?tag|[Uu]sername|[Ss]creen\s?name|[Pp]rofile name|[Uu]ser\s?name|[Hh]andle|[Kk]nown (?:online|on line|on {app}) as|[Pp]lay(?:s|ed|ing) {app} as|[Oo]n {app},? as)(?:\s(?:is|was|of))?[:=,]?\s?[“\"‘']?)"
                rf"(?:(?=\S*(?:\d|[._]\w|[a-z][A-Z]))[A-Za-z][\w.#-]*\w|{who}(?:\s{who}){{0,3}})(?=[^\w/@]|$)",
                0.6,
            ),
            (
                rf"(?<=\b(?:{app}\s(?:page|profile|account|name),?|{app},?)\s(?:(?:is|was|set up|opened|kept|held|run|posted|posting)\s)?(?:under|in|by|as|with) the (?:name|alias|handle|title)(?: of)?:?\s[“\"‘']?)"
                rf"{who}(?:\s(?:{who}|of|the)){{0,4}}",
                0.7,
            ),
            (
                rf"(?<=\b{app}\s(?:page|profile|account)\s?[,(]?\s?[“\"‘])(?:{who}|[\w.]+)(?:\s{who}){{0,3}}(?=[”\"’])",
                0.7,
            ),
            (r"(?<![\w@.])(?=\w*[a-z])\w+_\w*[^\W_](?!\w*\.(?:docx?|pdf|xlsx?))\b", 0.6),
            (
                r"(?<![\w@./-])(?=[\w.]{5})(?=[a-zA-Z.]*(?:\d|[._]\w))[a-z][\w.]*[^\W_](?![\w@/-])",
                0.3,
            ),
            context="username handle skype skypes account profile snapchat instagram tiktok facebook twitter xbox playstation "
            "discord roblox gamertag gaming nickname screenname kik whatsapp telegram",
            cased=True,
        ),
    ]


class InventedName(PatternRecognizer):
    """A name on line in small letters that is no word: "bigsteve", where "private" is one."""

    def invalidate_result(self, pattern_text: str) -> bool | None:
        """True for what a dictionary holds, part by part, or has the ending of a verb or an adjective."""
        if _ENDING.search(pattern_text):
            return True
        return all(part.lower() in pronunciations() for part in re.split(r"[-.]", pattern_text))

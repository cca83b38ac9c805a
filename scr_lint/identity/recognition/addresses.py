"""Recognisers of street addresses: streets, houses, flats, plots, berths and homes by their names."""

from __future__ import annotations

from presidio_analyzer import PatternRecognizer

from ... import vocabulary
from ...months import SHORT_MONTH
from .references import labelled
from .street_words import NO_HOUSE, alternatives

# The first half of a postcode; SW1 is a social worker, the M6 and the A1 are roads.
_OUTWARD = r"(?!(?:SW|HV|CP|PC|TM|FC|GP|SM|PL|CA|EH|[AMBEN])\d)[A-Z]{1,2}\d{1,2}[A-Z]?\b"


def addresses() -> list[PatternRecognizer]:
    """Streets, houses, flats and estates.

    With a number any kind of street counts; without one, only what can be nothing else, or what
    somebody lives in. A school, surgery or team that bears a street's name is none.
    """
    rows = vocabulary.load("scr_lint", "street_types")
    kinds = alternatives(row["word"] for row in rows)
    short = alternatives(s for row in rows for s in row["short"].split("; ") if s)
    alone = alternatives(row["word"] for row in rows if row["alone"] == "yes")
    streets = rf"{alone}|Row|Way|Walk|Mews|Parade|Place|Square|Hill"
    name = r"(?:[A-Z][\w’'-]*|St\.|[A-Z]\.|of|the|y|yr)"
    own_name = r"[A-Z][\w’'-]+"
    seat = (
        r"(?:Business|Industrial|Trading|Science|Retail|Enterprise|Office)\s+(?:Park|Estate)\b|"
        r"(?:Shire|Town|City|County|Civic|Parish|Village|Church|Community|Guild|School|Assembly|Memorial|Village)\s+Hall\b"
    )
    no_house = rf"(?!(?:[A-Z][\w’'-]*\s)*(?:{NO_HOUSE}|Court)\b)"
    courts = (
        r"(?:Crown|Family|High|County|Magistrates\S*|Youth|Supreme|Coroner\S*|Criminal)\s+Court\b"
    )
    dull = (
        r"(?:High|Main|Downing|Exercise\s+\w+)\s+Street\b|"
        r"(?:Exercise|Operation|The|This|That|A|In|At|On|Of|From|One|Each|Every|No)\b"
    )
    months = rf"(?:{SHORT_MONTH})"
    door = (
        r"(?:[Ff]lat|FLAT|[Aa]pt\.?|[Aa]partment|[Rr]oom|[Uu]nit|[Pp]lot|[Pp]itch|[Hh]ouse|[Ss]tatic|[Cc]aravan|[Vv]an|"
        r"[Cc]halet|[Tt]railer|[Bb]erth|[Mm]ooring|[Pp]ontoon|[Bb]ay|[Bb]lock|[Ss]tudio|[Bb]edsit|[Ss]uite|[Ll]odge)"
    )
    home_door = (
        r"(?:[Ff]lat|FLAT|[Aa]pt\.?|[Aa]partment|[Pp]lot|[Ll]ot|[Pp]itch|[Ss]tatic|[Cc]aravan|[Cc]halet|[Tt]railer|[Bb]erth|"
        r"[Mm]ooring|[Pp]ontoon|[Uu]nit|[Bb]lock|[Ss]tudio|[Bb]edsit|[Ll]odge)"
    )
    listed = (
        r"(?<!\bYear\s)(?<!\bFinding\s)(?<!\bSection\s)(?<!\bTable\s)(?<!\bPart\s)(?<!\bLevel\s)(?<!\bStandard\s)"
        r"(?<!\bTheme\s)(?<!\bRecommendation\s)(?<!\bParagraph\s)(?<!\bAppendix\s)(?<!\bFigure\s)(?<!\bWard\s)(?<!\b[Bb]us\s)(?<!\b[Rr]oute\s)"
    )
    in_words = (
        r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|"
        r"[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|"
        r"(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety|(?:[Oo]ne|[Tt]wo|[Aa]) [Hh]undred(?: [Aa]nd \w+)?)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
    )
    # Those who are known by where they live: "the grandparents, of Hillcrest, Long Lane, Sallow".
    resident = (
        r"(?:[Gg]rand(?:parents?|mother|father)|[Mm]other|[Ff]ather|[Pp]arents?|[Aa]unt|[Uu]ncle|[Ss]ister|[Bb]rother|[Cc]ousin|[Cc]ouple|[Ff]amily|[Pp]artner|"
        r"[Gg]odmother|[Gg]odfather|[Nn]eighbours?|[Cc]hildminder|[Cc]arers?|[Tt]enants?|[Pp]atient|[Dd]eceased|[Dd]efendant|[Aa]pplicants?|[Rr]espondent)"
    )
    # "8 Gas St. It was shut": a new sentence, and no saint.
    begins = r"(?:It|He|She|They|The|This|That|There|Then|A|An|In|On|At|No|Her|His|Their|Police|Mother|Father)\b"
    # What the words before a home's name say that it is.
    housed = (
        r"(?:[Hh]ouse|[Cc]ottage|[Bb]ungalow|[Hh]ome|[Ff]arm|[Ff]armhouse|[Ff]lats?|[Aa]nnexe?|[Tt]ower|[Bb]locks?|[Mm]aisonettes?|"
        r"[Cc]aravan|[Bb]oat|[Nn]arrowboat|[Hh]ouseboat|[Ss]mallholding|[Cc]roft|[Tt]enancy|[Ll]odgings)"
    )
    nobody = (
        r"(?!(?:Mother|Father|Mum|Dad|Child|Adult|Baby|Sibling|The|She|He|They|It|This|There|And|But|Social|Police|Health|"
        r"Children|SW|HV|GP|MGM|PGM|As|No|Not|See|Same|Unknown|Nan|Ofsted|Since|From|Until|In|On|At|Where|Which|When|With|After|Before|School|Year|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|England|Wales|Scotland|Ireland)\b)"
    )
    went = (
        r"(?:[Vv]isit(?:ed)?|[Mm]oved?|[Mm]oving|[Ll]iv(?:es?|ed|ing)|[Ss]tay(?:s|ed|ing)?|[Bb]ailed|[Dd]ischarged|[Rr]ehoused|[Rr]emoved|"
        r"[Pp]laced|[Cc]alled|[Ss]ent|[Aa]ttend(?:ed)?|[Rr]esid(?:es?|ed|ing)|[Ll]odg(?:es?|ed|ing)|[Rr]ent(?:s|ed|ing)|[Aa]ddress(?:es)?|[Hh]oused|[Ww]ent|[Rr]eturned|[Hh]ome)"
    )
    number = (
        rf"(?:(?:(?:[Nn]o\.?|[Nn]umber|{door})\s*(?=\w*\d|[A-Z]\b)\w{{1,4}},?\s+)(?:\d{{1,4}}[a-zA-Z]?,?\s+)?"
        rf"|{listed}(?<![\w.,/£-])(?<!Box )(?<!\] UKSC )\d{{1,4}}(?:[/-]\d{{1,3}})?[a-zA-Z]?,?\s+)"
    )
    service = (
        r"(?!/)(?!\.?,?\s+(?:School|Surgery|Hospital|Infirmary|Centre|Practice|Nursery|Academy|College|"
        r"Clinic|Church|Project|Hostel|Team|Trust|Police|Station|Medical|Health|Primary|Infants?|"
        r"Junior|Children|Family|Triage|Safety|Inquiry|Report|Review|Council|Foundation|Society|"
        r"Prison|Youth|Maternity|Children[’']s|Medical))(?!\s(?:practice|surgery|clinic|unit|school|site|depot|office|project|programme|annexe))"
    )
    return [
        labelled(
            "STREET_ADDRESS",
            (
                rf"{number}(?!the\b|of\b|{courts}|{seat}|(?<=\b1[0-2]\s)Downing\s)(?:{name}\s+){{1,4}}(?:{kinds}|{kinds.upper()}|(?:{short})\b(?<!\bDr)(?<!\bSt)|(?:Dr|St)\b(?!\.?\s+(?!{begins})[A-Z]))\b{service}",
                0.9,
            ),
            (
                rf"{number}(?:The\s+(?:Old\s+)?(?:{kinds})"
                rf"|(?:Stryd|Heol|Ffordd|Maes|Bryn|Tŷ|Lôn|Parc|Clos)\s+{name}(?:\s+{name})*)\b",
                0.9,
            ),
            (
                rf"\b{door}\s+\w{{1,4}}(?:,|\s(?:of|at|in))\s+(?:the\s+)?(?!{seat})(?:{name}\s+){{1,3}}"
                rf"(?:{kinds}|{short}|Hotel|Hostel|(?:Holiday|Caravan|Leisure|Chalet|Trailer)\s+(?:Village|Park|Camp|Site)|Guest\s?[Hh]ouse|B&B)\b",
                0.9,
            ),
            (
                rf"(?<=\b(?:[Ff]lat|[Ff]loor|[Ss]tairwell|[Ll]anding|[Bb]alcony|[Bb]lock|[Ll]ift|[Aa]nnexe?|[Rr]oom|[Ll]odge|[Bb]edsit|[Tt]ower|[Ww]ing)(?:,| of| in| at)?\s)"
                rf"(?:{own_name}\s+){{1,3}}(?:House|Court|Tower|Point|Heights|Buildings|Mansions)\b{service}",
                0.7,
            ),
            (
                rf"\b(?:(?!{courts}|{dull}){own_name}\s+){{1,3}}(?:{alone}|Rd|St|Ave)\b"
                rf"(?!\s*[’']s){service}",
                0.6,
            ),
            (rf"\b(?:Stryd|Heol|Ffordd|Lôn)\s+(?:y\s+|yr\s+)?{own_name}\b{service}", 0.7),
            (
                rf"\b(?:(?!Crown|Council|Housing|Real|Secure|Custodial|Prison|Juvenile|Detention|Our|Your|My|Their|His|Her|Its|These|Those|Some|Many|Most|Both|All|Few|Such|{dull}){own_name}\s+){{1,3}}(?:[Ee]state|flats|maisonettes)\b"
                r"(?!\s+(?:[Aa]gen|[Mm]anage|[Oo]ffice))",
                0.7,
            ),
            (
                rf"(?<=\b(?:at|in|on|to|from|off|of)\s)(?!{seat})(?!(?:{own_name}\s){{0,2}}{courts})(?:{own_name}\s+){{1,3}}(?:{kinds})\b{service}",
                0.3,
            ),
            (
                r"\b\d{1,4}[a-z]?,?\s(?:(?!(?:of|on|the|in|to|an?|and|or|down|up|along|from|at|by|for|other|more|cars?|days?|times|people|children|miles?|metres|yards|per|busy|main|long|narrow|quiet|steep|private|side|back|new|old)\s)[a-z’']+\s){1,3}(?:street|road|lane|avenue|crescent|terrace|close)\b",
                0.3,
            ),
            (
                r"(?<=\b(?:at|outside|from|of|to) )\d{1,3}[a-z]? (?!(?:\w+ed|\w+ing|of|on|the|in|to|an?|and|or|by|for|from|near|per|busy|main|long|narrow|quiet|side|back|new|old|other|more|further|different)\b)[a-z’']{3,}(?: [a-z’']{3,})? (?:street|road|avenue|crescent|terrace)\b",
                0.55,
            ),
            # "the flat above the chip shop in Gas Street", "the flat over Ladbrokes".
            (
                rf"(?<=\b(?:[Ff]lat|[Rr]ooms?|[Bb]edsit|[Aa]ddress|[Ll]iv(?:es?|ed|ing)|[Hh]ome|at\s[A-Z]\w+[’']s)\b[^.;]{{0,25}}\s)(?:above|over)\s(?:the|an?)\s(?!(?:summer|winter|spring|autumn|weekend|years?|months?|weeks?|days?|period)\b)[a-z’']+(?:\s[a-z’']+)?(?:,|\s(?:in|on|at))\s(?:{own_name}\s){{1,3}}(?:{streets})\b{service}",
                0.8,
            ),
            (
                rf"(?<=\b(?:[Ff]lat|[Rr]ooms|[Bb]edsit)\s)(?:above|over)\s(?!(?:(?:Mother|Father|Mum|Dad)[’']s (?!\p{{Lu}})|(?:Mother|Father|Mum|Dad|Child|Universal|Council|Section|Social|Police)\s(?!\p{{Lu}})|Housing Benefit|(?:Christmas|Easter|New|Whitsun|Eid|Ramadan|May|June|July|August))\b)(?:the\s)?{own_name}",
                0.6,
            ),
            # Doors of which only the number is given: "neighbours at 52", "the woman below, at 58".
            (
                r"(?<=\b(?:[Nn]eighbours?|[Nn]ext door|[Dd]ownstairs|[Uu]pstairs|(?:man|woman|lady|couple|family|people|tenants?|lad|girl) (?:below|above|opposite)),? at (?:\d{1,3}[a-z]? and )?)"
                r"(?:1[3-9]|[2-9]\d|\d{3})[a-z]?\b(?![:.,]\d|\s?(?:per|%|years|months|weeks|days|hours|am\b|pm\b|metres|miles|degrees))",
                0.6,
            ),
            # "the house next door, number 25", "on Gas Street, number 6".
            (
                rf"(?<=\b(?:[Nn]ext door|door|opposite|garages|corner|flat|house|home|Street|Road|Lane|Close|Avenue|Crescent|Terrace)(?:,\s|\s\())(?:[Nn]umber|[Nn]o\.?)\s(?:\d{{1,4}}[a-z]?|{in_words})\b(?!\s(?:in|on|of)\s(?:the|a)\s(?:list|queue|table|register|series))",
                0.6,
            ),
            # "Kestrel Ct flat 3"
            (
                rf"\b(?:{own_name}\s){{1,2}}(?:{kinds}|{short}),?\s[Ff]lat\s\d{{1,4}}[a-zA-Z]?\b",
                0.9,
            ),
            # A home by what it is said to be right after: "at Fourwinds, a smallholding".
            (
                rf"(?<=\b(?:[Ll]iv(?:es?|ed|ing)|[Ss]tay(?:s|ed|ing)?|[Mm]oved?|[Mm]oving|[Rr]ehoused|[Hh]ome|[Rr]eturned|[Ww]ent|[Gg]rew up|[Bb]orn)(?:\s\w+)?\s(?:at|to|from)\s)(?!Christmas|Easter){nobody}(?:The\s)?(?:{own_name}\s){{0,2}}{own_name}"
                r"(?=,\s(?:an?|the|their|her|his|which (?:is|was) an?)\s(?:[\w-]+\s){0,2}(?:bungalow|cottage|smallholding|farmhouse|farm|croft|houseboat|maisonette)\b)",
                0.6,
            ),
            # Where somebody sleeps who lives in a caravan.
            (
                rf"(?<=\b(?:[Hh]ome|[Ll]iv(?:es?|ed|ing)|[Ss]tay(?:s|ed|ing)?|[Ss]topp(?:ed|ing)|[Ss]lept|[Ss]leeps|[Aa]ddress|[Bb]ased|[Pp]itch|[Rr]ent(?:s|ed|ing)?|[Nn]ame of)\b[^.;]{{0,25}}\s)(?:{own_name}\s){{1,3}}(?:Caravan|Holiday|Trailer|Chalet|Mobile Home|Residential)\s(?:Park|Site|Camp|Village)\b",
                0.6,
            ),
            (
                rf"(?<=\b(?:[Ll]iv(?:es?|ed|ing)|[Ss]tay(?:s|ed|ing)?|[Ff]lat|[Hh]ouse|[Hh]ome|[Rr]ehoused)(?:\s\w+)?\sin\s){_OUTWARD}(?!\s?\d)",
                0.6,
            ),
            (
                rf"(?<=\b(?:at|of|from|to)\s)\d{{1,3}}[a-zA-Z]?\s+(?!{months}){own_name}\b(?!\s+[a-z])",
                0.3,
            ),
            # A home on a street that is named without a number.
            (
                rf"(?<=\b(?:house|flat|home|bungalow|property|bedsit|maisonette|caravan|address|tenancy|place|digs|rooms?|verge|van|tent|cul-de-sac|top|end|corner|"
                rf"lodgings|liv(?:es|ed|ing)|stay(?:s|ed|ing))(?:(?:\s(?:is|was))?\s(?:on|in|at|off|of|behind|above)|,)\s)(?!{seat}|{courts}|{dull})"
                rf"(?:{own_name}\s+){{1,3}}(?:{streets})\b{service}",
                0.7,
            ),
            (
                r"(?<=\b(?:at|of|from|to|in|outside)\s)(?:[Nn]umber|[Nn]o\.|[Ff]lat|[Pp]lot|[Pp]itch|[Aa]pt\.?|[Cc]aravan)\s"
                r"\d{1,4}[a-zA-Z]?\b(?!\.\d)(?!\s(?:in|on|of) (?:the|a) (?:list|queue|table|register|series))",
                0.6,
            ),
            # A home that is called by its name: "their house, Hollin Garth, stood empty".
            (
                rf"(?<=\b(?:[Tt]heir|[Hh]er|[Hh]is|[Tt]he|[Ff]amily|[Nn]ew|[Oo]ld|[Oo]wn|\w+[’']s|\w+s[’'])\s{housed},\s[“\"‘']?){nobody}(?:The\s)?{own_name}(?:\s{own_name}){{0,2}}"
                r"(?=[”\"’']?,\s(?:was|is|stood|had|has|were|which|where|burn\w+|lay|lies|stands|[a-z]+ed)\b)",
                0.6,
            ),
            (
                rf"(?<=\b(?:[Hh]ouse|[Cc]ottage|[Bb]oat|[Ff]arm|[Bb]lock|[Hh]ome)\s(?:name|called|named|by the name of|known as)(?:\sis|\swas|:)?\s[“\"‘']?)"
                rf"{nobody}(?:The\s)?{own_name}(?:\s{own_name}){{0,2}}",
                0.6,
            ),
            (
                rf"(?<=\b{housed}\s(?:(?:where|in which|that|which)\s[^().;]{{3,40}})?\([“\"‘']?)(?:The\s)?(?:{own_name}\s){{1,2}}(?:{kinds})(?=[”\"’']?\))",
                0.6,
            ),
            # What stands where an address is asked for.
            (
                rf"(?<=\b[Aa]ddress(?:es)?(?:\s(?:is|was|were|as|given as|recorded as))?:?\s[“\"‘']?)(?:The\s{own_name}|{nobody}{own_name}\s(?:{kinds}))\b(?:,\s{own_name}(?:\s{own_name})?)?{service}",
                0.6,
            ),
            (
                rf"(?<=\b{went}(?:\s(?:back|out|again|on))?\s(?:to|at|in)\s)The\sOld\s{own_name}\b{service}(?:,\s{own_name})?",
                0.6,
            ),
            (
                rf"(?<=\b{went}(?:\s(?:\w+\s){{0,2}}(?:to|at|in|from)|:)\s)\d{{1,3}}[a-zA-Z]?\s(?!{months})(?!(?:Year|Child|Social|Police|Mother)){own_name}\b(?!\s(?:[a-z]+s|visits?|times|children|people)\b){service}",
                0.55,
            ),
            # "at eighteen Fuller's", "twelve Pargeter Street".
            (
                rf"\b{in_words}\s(?!{courts}|{seat})(?:{own_name}\s){{1,2}}(?:Street|Road|Lane|Avenue|Crescent|Terrace|Close|Drive|Grove|Gardens)\b{service}",
                0.7,
            ),
            # A number in words that nobody counts houses by, before a street of any kind: "Thirty-eight Quarry Hill".
            (
                rf"\b{in_words}\s(?!{courts}|{seat}|{dull})(?:{own_name}\s){{1,2}}(?:{kinds})\b(?!\s(?:[A-Z]|[a-z]+s\b)){service}",
                0.6,
            ),
            # House, road and village of somebody: all three, for "of Karachi, Sindh" says no more than a town.
            (
                rf"(?<=\b{resident},\sof\s)(?!{seat}){nobody}{own_name}(?:\s{own_name}){{0,2}},\s{own_name}\s(?:{kinds})(?:,\s{own_name}(?:\s{own_name})?)?\b{service}",
                0.6,
            ),
            # A block or a house with its town, where somebody comes to live: "then to Hallam Court, Saltby".
            (
                rf"(?<=\b(?:[Mm]ov(?:ed?|es|ing)|[Rr]ehoused|[Ll]iv(?:es?|ed|ing)|[Rr]esid(?:es?|ed|ing)|[Ee]victed|[Tt]enancy|[Ff]lat)\b[^.;]{{0,60}}?\s(?:to|at|in|from)\s)"
                rf"(?!(?:{own_name}\s){{0,2}}(?:{courts}|{seat}))(?!{dull})(?:{own_name}\s){{1,2}}(?:Court|Heights|Point|Wharf|Quay|Towers?|Mansions|Buildings)(?:,\s{own_name}(?:\s{own_name})?)\b{service}",
                0.6,
            ),
            (rf"(?<=\bat\s[“\"‘']?)(?:\d{{1,3}}|{in_words})\s[A-Z]\w+[’']s(?=[,.;”\"])", 0.6),
            (
                rf"(?<=\b[Aa]t\s(?:the\s)?|[“\"‘:]\s?|\bthe\s)(?:(?:first|second|third|fourth|last|end|big|blue|green|white)\s)?(?:van|caravan|chalet|trailer|boat|plot|pitch)(?:\salong)?,?\s(?:at\s|on\s)?"
                rf"(?:{own_name}\s){{1,3}}(?:caravan\s(?:site|park)|holiday\s(?:park|village)|site|marina|moorings?)\b",
                0.6,
            ),
            # "14a Undercliff", "Apt 5 Millrace", "Lot 3, the Old Brickfields", "Block C, 204, Kestrel Halls".
            (
                rf"\b(?:\d{{1,3}}[a-f]|(?:{home_door}|[Nn]o\.?|[Nn]umber)\s(?=\w*\d|[A-Z]\b)\w{{1,4}}(?:,\s\d{{1,4}})?,?(?:\s(?:of|at|in|on))?)\s(?:[Tt]he\s)?"
                rf"(?!(?:Level|Key|Finding|Section|Appendix|Table|Year|Stage|Tier|Part|Figure|Step|Child|Recommendation|Board|Ward|\w+day|{months[3:-1]}\w*)\b)(?!(?:{own_name}\s){{0,3}}{seat})"
                rf"[A-Z][a-z’']+[a-z](?:\s[A-Z][a-z’']+[a-z]){{0,2}}\b{service}",
                0.6,
            ),
            # The first half of a postcode, where it is called one.
            (
                r"(?<=\b(?:postcode|postal district|area|district|filed under|logged under)\s(?:is\s|was\s|of\s)?)(?!SW\d\b)[A-Z]{1,2}\d{1,2}[A-Z]?\b(?!\s?\d[A-Z]{2})",
                0.6,
            ),
            # "in the PL4 area"; the M6 and the A1 are roads.
            (r"\b(?!SW\d\b|[AM]\d)[A-Z]{1,2}\d{1,2}[A-Z]?(?=\s(?:area|postal district)\b)", 0.6),
            # A house by its name, before a street or a village.
            (
                rf"\b{no_house}(?:{own_name}\s){{1,2}}{own_name},\s(?!{courts}|{seat}|{dull})(?:(?:{own_name}\s){{1,2}}(?:{streets})"
                rf"|(?:Stryd|Heol|Ffordd|Lôn)\s{own_name})\b{service}",
                0.6,
            ),
            (
                rf"\bThe\sOld\s(?:Forge|Rectory|Vicarage|Bakery|Mill|School|Schoolhouse|Chapel|Post\sOffice|Dairy|"
                rf"Smithy|Barn|Police\sHouse|Station|Parsonage|Manse|Stables|Coach\sHouse|Granary|Lodge)(?:,\s{own_name}(?:\s{own_name})?)?",
                0.55,
            ),
            (
                rf"(?<=\b(?:cottage|bungalow|farmhouse|farm|house|narrowboat|barge|caravan|home)(?:\s(?:called|named|known as)|,)?"
                rf"\s[“\"‘']){own_name}(?:\s{own_name})?(?=,?[”\"’'])",
                0.6,
            ),
            (
                rf"(?<=\b(?:the|at|in|to)\s){own_name}(?=,\s(?:which\s(?:is|was)\s|as\s)?(?:the|an?)\s(?:[\w-]+\s){{0,3}}"
                r"(?:name\sfor\sthe\s(?:blocks|flats|estate)|blocks?\sof\sflats|tower\sblock|cul-de-sac)\b)",
                0.6,
            ),
            (
                r"(?<=\b[Gg]rid [Rr]ef(?:erence)?\b[^.;]{0,15})[A-Z]{2}\s?\d{2,5}\s?\d{2,5}\b",
                0.9,
            ),
            (r"///\w+\.\w+\.\w+|\b5\d\.\d{3,}°?\s?N?,\s?-?[0-5]\.\d{3,}", 0.9),
            context="live living address flat flats tenancy tenant property move neighbour reside "
            "residence resident rehouse evict accommodation lodge bail household "
            "occupier block stairwell landing",
            cased=True,
        )
    ]

"""Words for diagnoses, conditions, injuries and medicines, wherever a text has them.

What the list lacks is known by its shape: "Marfan syndrome", "Perthes disease",
"nephritis", "renal atrophy", "a fracture of the pelvis", "escitalopram", "an allergy to sesame",
"diagnosed with", and by being all but the same as a listed word ("epalepsy"). Whether anybody of the family has it is for `likely_ailments` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ...draft import Draft
from ...grammar.parse import neighbour, whole_text
from ...once import once
from ...vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDINGS = re.compile(
    r"[a-z]{3,}(?:itis|aemia|emia|oplegia|iplegia|paresis|ectasis|algia|thritis|opathy|plasia|trophy|"
    r"philia|penia|uria|oedema|carcinoma|blastoma|sclerosis|myositis|noma|osis|megaly|cephaly|"
    r"pnoea|rrhoea|rrhage|haematoma|haematomas|phasia|praxia|ostomy|lithiasis|schisis|opia|uresis|opresis|thymia|somnia|phagia|kinesia|aesthesia|cardia|ptysis|emesis|lalia|"
    r"plegia|plegic|tonia|phobia|phobic|dactyly|iectasia|angiectasia|oxia|capnia|volaemia|volaemic|aemic|oidism|kalaemia|ectomy|oplasty|cytoma|fibroma|angioma|"
    r"lymphoma|sarcoma|melanoma|myeloma|ganglioma|trichia|thelioma|opathic)$"
)
_ENDING_ELSE = re.compile(
    r"(?:diagnosis|prognosis|hypnosis|metamorphosis|osmosis|psychosis|neurosis|symbiosis|apotheosis|academia|"
    r"nostalgia|paedophilia|pedophilia|bibliophilia|atrophy|.*apathy|sympathy|homeopathy|osteopathy|"
    r"naturopathy|psychopathy|(?:idi|psych|soci|oste|home|natur)opathic|catastrophy|(?:homo|xeno|islamo|trans|bi|techno)phobi[ac]|polemic|academic|systemic|endemic|pandemic|epidemic|totemic|anosmic|bohemia|premia|naemia|economia|euthanasia|telepathy|dystrophy|utopia|dystopia|ethiopia|myopia|haemorrhage|diarrhoea|cornucopia|aplomb)$"
)
_NAMED_DISEASE = re.compile(r"(?:syndrome|disease|disorder|dystrophy|deficiency|palsy)$")
# "a chronic disease" says less than "Perthes disease": what stands before must say which.
_SAYS_NOT_WHICH = frozenset(
    """mental this that a an the any chronic long-term longterm serious rare physical infectious
    communicable underlying terminal such public other some no her his their its my our social civil
    genetic inherited possible life-limiting limiting health medical new another severe specific
    each every certain common term same known whole sudden death shaken stockholm false statutory
    legal industrial notifiable transmitted sexually of or and with psychiatric recognised recognisable
    diagnosable complex unspecified undiagnosed preventable battered childhood substance use misuse
    acute alcohol drug learning degenerative neurodevelopmental developmental neurological progressive
    incurable bleeding clotting""".split()
)
# "factor 7 deficiency", "type 2 …": what a number in a name goes with.
_NUMBERED = frozenset("factor type chromosome trisomy complement grade stage group".split())
_DIAGNOSED = re.compile(
    r"\b(?:diagnosed (?:with|as (?:having|suffering from))|diagnos[ie]s of|suffer(?:s|ed|ing)? from) "
    r"(?:an? |severe |mild |moderate |marked |massive |acute |chronic |early[- ]onset |the )*"
    r"(?P<what>[a-z][\w’'-]+(?: [a-z][\w’'-]+){0,3})",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\b(?:conditions?|relapses?|deterioration|worsening|collapses?|falls?|crisis|shock|reactions?|illness(?:es)?|problems?|difficult(?:y|ies)|issues?|health|injur\w+|fractures?|"
    r"pregnan\w+|stress|neglect\w*|abuse\w*|infections?|disabilit\w+|needs|loss|disorders?|disease|syndrome|"
    r"several|many|number|various|some|all|both|lack|shortage|staff\w*|underfunding|domestic|violence|trauma|pain|exhaustion|harm|poverty|cold|"
    r"burns?|bruis\w+|hunger|exposure|same|delays?|turnover|vacanc\w+|it|this|that|what|which|"
    r"bereavement|grief|overload|low|morale|optimism|mood|withdrawal|dependenc[ye]|addiction|intoxication|"
    r"consequences|effects?|symptoms?|something|anything|hindsight|bias|gaps?|weakness\w*|poor|over)\b",
    re.IGNORECASE,
)
# What "cow's" and "peanut" go on to: "an allergy to cow's milk protein".
_FOODSTUFF = r"(?:milk|nuts?|protein|eggs?|whites?|seeds?|products?|stings?|venom|hair|fur|pollen|oil|flour|butter|dander|mites?|fish)"
# "allergic to penicillin", "an allergy to cow's milk protein", "his sesame allergy".
_SUBSTANCES = re.compile(
    r"\b(?:intoleran(?:t|ce) (?:to|of) (?:gluten|lactose|dairy|wheat|milk|fructose|soya|yeast)\b|"
    r"(?:allergic|allerg(?:y|ies)|hypersensitiv(?:e|ity)) to "
    r"(?!(?:authority|change|work|paper|school|rules|the idea|help|questions|criticism|challenge|risk|any|all|some|it|this|that|"
    rf"what|which|others|violence|abuse|poor|differences?|uncertainty)\b)[a-z][\w’'-]+(?: {_FOODSTUFF}){{0,2}})"
    rf"|\b(?!(?:food|severe|known|multiple|drug|serious|any|other|possible|his|her|their|an?|the|no|many|several|nut|skin|general|such)\b)"
    rf"(?-i:(?:[a-z]+['’]s )?[a-z]+(?: {_FOODSTUFF}){{0,2}} (?:allerg(?:y|ies)|intolerance))\b",
    re.IGNORECASE,
)
# What goes wrong, and of which part of the body: "a septal defect", "renal atrophy", "biliary obstruction".
_PARTS = (
    r"renal|hepatic|cardiac|gastric|pulmonary|cerebral|cerebellar|septal|spinal|biliary|oesophageal|intestinal|"
    r"duodenal|colonic|rectal|adrenal|pituitary|thyroid|pancreatic|splenic|ovarian|testicular|uterine|cervical|optic|"
    r"retinal|corneal|aortic|mitral|tricuspid|valvular|valve|coronary|myocardial|ventricular|atrial|arterial|venous|vascular|"
    r"portal|bronchial|tracheal|respiratory|bladder|urethral|bowel|kidney|liver|heart|lung|brain|stomach|"
    r"airway|laryngeal|skeletal|muscular|muscle|nerve|neural|cranial|intracranial|pelvic|umbilical|inguinal|hiatus|diaphragmatic|"
    r"diaphragm|metabolic|immune|auditory|cognitive|congenital|sensorineural|chest wall|abdominal wall"
)
_FAULTS = (
    r"(?:atrophy|defects?|volvulus|torsion|prolapse|herniation|hernia|embol(?:ism|us)|thrombosis|infarct(?:ion)?|"
    r"isch(?:a)?emia|aneurysms?|fibrosis|cysts?|tumours?|cancer|effusion|obstruction|perforation|ulcers?|ulceration|"
    r"abscess|malformations?|anomal(?:y|ies)|abnormalit(?:y|ies)|insufficiency|impairment|regurgitation|reflux|stricture|varices|"
    r"failure|dysfunction|degeneration|hypertension|hypertrophy|agenesis|calculi|stones|disease|deficiency|"
    r"oedema|stenosis|spasm|atresia)"
)
_OF_PART = re.compile(
    rf"\b(?:(?:ventral|dorsal|{_PARTS}) )?(?:{_PARTS}) (?:wall |valve |tract |outlet |artery |vein |root )?{_FAULTS}\b",
    re.IGNORECASE,
)
# What somebody is dependent on, ulcers by their kind or grade, and changes of a person that last.
_BY_KIND = re.compile(
    r"\b(?:(?:alcohol|opiate|opioid|heroin|cocaine|crack|benzodiazepine|cannabis|amphetamine|ketamine|nicotine|polysubstance)"
    r"[ -](?:and (?:alcohol|opiate|opioid|heroin|cocaine|crack|benzodiazepine|cannabis|amphetamine) )?"
    r"(?:dependenc[ey]|dependence syndrome|addiction|use disorder)"
    r"|(?:perforated|bleeding|gastric|venous|arterial|varicose|diabetic|foot|corneal|mouth|peptic|duodenal|stomach|burst|"
    r"(?:grade|category|stage) \w+(?: (?:pressure|leg|foot))?) ulcers?"
    r"|enduring personality changes?(?: after(?: \w+){1,3}?(?= \w*(?:experience|illness|trauma)\b) \w+)?"
    r"|sudden (?:cardiac|arrhythmic|adult) death(?: syndrome)?|SADS|SUDEP)\b",
    re.IGNORECASE,
)
_BROAD_FAULT = re.compile(
    r"(?:respiratory (?:disease|failure)|congenital (?:disease|abnormalit\w+|anomal\w+|malformations?)|metabolic disease)$",
    re.IGNORECASE,
)
# The endings of the international names of medicines, by what they are for.
_MEDICINES = re.compile(
    r"[a-z]{3,}(?:oxetine|traline|alopram|ipramine|triptyline|faxine|zepam|zolam|peridone|piprazole|apine|"
    r"peridol|thixol|promazine|perazine|azepine|bamazepine|trigine|racetam|gabalin|gabapentin|zodone|"
    r"phenidate|fetamine|phetamine|orphine|codone|fentanil|trexone|thyroxine|formin|"
    r"gliptin|gliflozin|glutide|statin|sartan|dipine|semide|parin|grel|terol|tropium|lukast|"
    r"solone|metasone|methasone|prazole|nidazole|conazole|ciclovir|avir|uvir|tegravir|vudine|"
    r"citabine|tinib|ciclib|zumab|ximab|limumab|thioprine|trexate|rubicin|platin|taxel|dopa|pexole|"
    r"stigmine|memantine|dronate|salazine|bactam)$",
    re.IGNORECASE,
)
# What has such an ending and is none, or is given to everybody for a cold or a rash.
_NO_MEDICINE = frozenset(
    "statin platin metronidazole clotrimazole fluconazole nystatin mongrel cholesterol".split()
)
_BONES = (
    r"(?:pelvis|pelvic|femur|femoral|tibia\w?|fibula\w?|humerus|humeral|radius|radial|ulna\w?|clavicle|clavicular|"
    r"collar ?bone|shoulder|scapula\w?|skull|spine|spinal|vertebrae?|ribs?|jaw|cheek ?bone|eye socket|"
    r"orbit|elbow|wrist|forearm|upper arm|lower leg|thigh|shin|ankle|hip|knee|sternum|parietal|occipital|"
    r"temporal|femurs|limbs?|finger|toe|hand|foot|nose|leg|arm|neck|back)"
)
_BREAK = r"(?:fracture[sd]?|crushed|broken|dislocat(?:ed|ions?)|breaks?)"
# "a fracture of the pelvis and two crushed vertebrae", "two older rib fractures", "broke his femur".
_FRACTURE = re.compile(
    rf"\b(?:(?:a|an|one|two|three|four|five|six|seven|several|multiple|\d+)\s)?"
    rf"(?:(?:spiral|healing|healed|old|older|recent|acute|displaced|complex|linear|oblique|transverse|compound|"
    rf"hairline|comminuted|posterior|anterior|left|right|bilateral|depressed|compression)\s){{0,2}}"
    rf"(?:fractures?\s(?:of|to|in)\s(?:(?:the|his|her|both|each|one|two|three|four|left|right|upper|lower|distal|proximal)\s){{0,3}}{_BONES}"
    rf"|{_BONES}\sfractures?|(?:fractured|crushed)\s(?:(?:left|right|upper|lower)\s)?{_BONES})\b"
    rf"(?:\sand\s(?:\w+\s){{0,2}}{_BREAK}\s{_BONES}\b)?",
    re.IGNORECASE,
)
# "bleeding behind both eyes", "a tear to the liver", "swelling of the brain": an injury of what lies inside.
_INSIDE = re.compile(
    r"\b(?:bleed(?:ing|s)?|blood|bruis(?:ing|es?)|contusions?|lacerations?|tears?|torn|swelling|rupture|haemorrhages?|damage|injury|injuries)"
    r" (?:behind|into|in|on|over|around|under|within|to|of|at|inside)"
    r" (?:(?:both|each|one|his|her|the|left|right|back|surface|lining|of) ){0,5}"
    r"(?:eyes|eyeballs?|retinas?|brain|skull|liver|spleen|kidneys?|bowel|gut|lungs?|pancreas|heart(?! of)|spinal cord|abdomen|abdominal cavity|membranes)\b",
    re.IGNORECASE,
)
# "non-verbal reasoning": what a test measures, and not how somebody speaks.
_OF_A_TEST = re.compile(
    r"[ -](?:scores?|reasoning|tests?|subtests?|abilit(?:y|ies)|batter(?:y|ies)|IQ)\b",
    re.IGNORECASE,
)
_LONG, _ALIKE = 7, 0.86


@dataclass(frozen=True, slots=True)
class Ailment:
    """Characters that name a condition, an injury or a medicine: by what they are known, and what is
    broader, "" where none is listed. `kind`: "sure"; "weak" where the words mean other things too;
    "event" for what befalls a body in its last hours whatever it is ill with."""

    start: int
    end: int
    by: str
    broader: str = ""
    kind: str = "sure"


@once
def ailments_of(draft: Draft) -> dict[int, tuple[Ailment, ...]]:
    """All such words of a draft, by the number of their block."""
    return {index: tuple(candidates(doc)) for index, doc in draft.docs.items()}


def candidates(doc: Doc) -> list[Ailment]:
    """All such words of a parsed text, in order, none overlapping."""
    found: list[Ailment] = []
    for each in (*_by_pattern(doc), *_by_form(doc), *_by_what_is_said(doc)):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _by_pattern(doc: Doc) -> Iterator[Ailment]:
    """Broken bones, diseases called by a name, and the words of the list."""
    text = whole_text(doc)
    for match in _FRACTURE.finditer(text):
        yield Ailment(*match.span(), "fracture", "an injury")
    for match in _INSIDE.finditer(text):
        yield Ailment(*match.span(), "inside", "an injury")
    for token in doc:
        if _NAMED_DISEASE.match(token.lower_):
            start = _start_of_name(token)
            if start is not None:
                yield Ailment(start, token.idx + len(token), "name")
    for match in _pattern().finditer(text):
        forms = (match[0], match[0].lower(), match[0].lower().replace("-", " "))
        if forms[2] == "non verbal" and _OF_A_TEST.match(text, match.end()):
            continue
        yield Ailment(*match.span(), "list", *next(_listed()[f] for f in forms if f in _listed()))
    for match in _BY_KIND.finditer(text):
        kind = "weak" if "depend" in match[0] or "addict" in match[0] else "sure"
        yield Ailment(*match.span(), "kind", kind=kind)
    for match in _OF_PART.finditer(text):
        if not _BROAD_FAULT.match(match[0]):
            yield Ailment(*match.span(), "fault")


def _by_form(doc: Doc) -> Iterator[Ailment]:
    """Words built as those of medicine are, and those all but the same as a listed one."""
    for token in doc:
        at = (token.idx, token.idx + len(token))
        medical = _ENDINGS.match(token.lower_) and not _ENDING_ELSE.match(token.lower_)
        if medical and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            yield Ailment(*at, "ending")
        elif _MEDICINES.match(token.lower_) and token.lower_ not in _NO_MEDICINE:
            yield Ailment(*at, "medicine", "medicine")
        elif token.is_oov and token.is_lower and len(token) >= _LONG and token.is_alpha:
            meant = _misspelt(token.lower_)
            if meant:
                yield Ailment(*at, "spelling", *_listed()[meant])


def _by_what_is_said(doc: Doc) -> Iterator[Ailment]:
    """What somebody is allergic to, and what was diagnosed."""
    for match in _SUBSTANCES.finditer(whole_text(doc)):
        yield Ailment(*match.span(), "allergy", "an allergy")
    for match in _DIAGNOSED.finditer(whole_text(doc)):
        words = doc.char_span(*match.span("what"), alignment_mode="expand")
        said = words is not None and words[0].pos_ in {"NOUN", "PROPN", "ADJ"}
        others = _pattern().search(match["what"])
        if words is not None and said and not others and not _BROAD.search(match["what"]):
            yield Ailment(words[0].idx, words[0].idx + len(words[0]), "diagnosis")


def _start_of_name(noun: Token) -> int | None:
    """Where "Perthes disease" or "complex regional pain syndrome" begins; None if it says no more."""
    start = None
    token = noun
    while token.i > 0:
        before = neighbour(token, -1)
        inside = before.text in {"-", "'s", "’s"} or before.tag_ == "POS"
        if not inside and (
            before.lower_ in _SAYS_NOT_WHICH
            or before.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB", "ADV", "X", "NUM"}
            or (before.pos_ == "NUM" and neighbour(before, -1).lower_ not in _NUMBERED)
            or before.sent.start != noun.sent.start
            or (before.pos_ == "VERB" and before.dep_ not in {"amod", "compound"})
        ):
            break
        if not inside:
            start = before.idx
        token = before
    return start


@lru_cache(maxsize=4096)
def _misspelt(word: str) -> str:
    """The listed condition or medicine that a word nobody knows is all but the same as, or ""."""
    alike = [
        w for w in _listed() if w[0] == word[0] and w.isalpha() and w.islower() and len(w) >= _LONG
    ]
    return next(iter(get_close_matches(word, alike, 1, _ALIKE)), "")


@cache
def _listed() -> dict[str, tuple[str, str]]:
    """By condition, as listed and in small letters: broader words, and the kind of word it is."""
    listed: dict[str, tuple[str, str]] = {}
    for row in load("scr_lint", "conditions"):
        for word in row["words"].split(", "):
            listed[word] = (row["broader"], row["kind"])
            listed.setdefault(word.lower(), listed[word])
    return listed


@cache
def _pattern() -> re.Pattern[str]:
    """The listed conditions, the longest first; those in capitals only in capitals."""
    words = {w for row in load("scr_lint", "conditions") for w in row["words"].split(", ")}
    ordered = sorted(words, key=lambda w: (-len(w), w))
    exact = "|".join(re.escape(w) for w in ordered if w.isupper())
    either = "|".join(re.escape(w).replace(r"\ ", "[ -]") for w in ordered if not w.isupper())
    return re.compile(rf"(?<![\w’'-])(?:(?i:{either})|{exact})(?![\w-])")

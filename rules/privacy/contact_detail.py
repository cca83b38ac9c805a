"""PRV006: contact details."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.draft import Entity, Kind
from scr_lint.identity.places.imprint import imprint
from scr_lint.identity.places.office_details import is_of_office

_KINDS = {
    "PHONE_NUMBER": "a telephone number",
    "EMAIL_ADDRESS": "an e-mail address",
    "SOCIAL_HANDLE": "the name of an account",
    "URL": "a web address of the family or of an individual",
    "IP_ADDRESS": "the address of a computer",
    "MAC_ADDRESS": "the address of a computer",
}
_PUBLIC = re.compile(
    r"(?:^|\.)(?:gov|govt|nhs|police|parliament|ac|sch|org|judiciary|mod|llyw)\.\w{2,5}$|"
    r"\.(?:gov|org|int)$|inquiry"
)
# "office@fenmere-lscb.gov.uk", "www.fenmeresafeguarding.org.uk/forms": the body that publishes.
_BOARDS = re.compile(
    r"(?:\S+@|(?!\S+@)(?:https?://)?)[\w.-]*(?:l?scb|l?scp|safeguarding(?:board|partnership|children)?)\.\w",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"facebook|instagram|tiktok|snapchat|twitter|\bx\.com|youtube|linkedin|tumblr|blog|gofundme|"
    r"justgiving|onlyfans|pinterest|soundcloud",
    re.IGNORECASE,
)
# "youtube.com/@UKCovid-19Inquiry": what a body is called in the name of its account.
_BODYS_ACCOUNT = re.compile(
    r"\.\w{2,}/\S*(?:inquiry|council|commission|board|partnership|police|constabulary|nhs|ofsted|estyn|government|govuk|"
    r"safeguarding|l?scb\b|l?scp\b|nspcc|barnardos|childline)",
    re.IGNORECASE,
)
# "INQ000123456_xvii": an exhibit and its page, and nobody's account.
_EXHIBIT = re.compile(r"[A-Z]{2,5}\d{5,}_\w+")
_CITED = re.compile(r"\((?:19|20)\d\d[a-z]?\)|\b(?:accessed|available (?:at|from|online))\b", re.I)

# Bodies that anybody may write to for help.
_HELPLINE = re.compile(
    r"@(?:[\w-]+\.)*(?:samaritans|nspcc|childline|crimestoppers|barnardos|refuge|womensaid|papyrus|mind|"
    r"youngminds|familylives|ofsted|ceop|shelter|kooth|thinkuknow)\b",
    re.IGNORECASE,
)
# What a public body calls its letter-boxes, which belong to nobody in it.
_OF_AN_OFFICE = re.compile(
    r"(?:[\w-]*safeguarding|mash|lado|cadt?|referrals?|info(?:rmation)?|enquiries|contact(?:us)?|admin|press|office|duty|frontdoor|"
    r"complaints|child(?:rens?)?(?:services|socialcare)|hello|help|team)@[\w.-]+\.(?:gov\.(?:uk|wales|scot)|police\.uk|nhs\.(?:uk|net|wales|scot))",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"@(?:NHS(?:uk|England|Wales|_?Scotland)?|Ofsted(?:news)?|NSPCC|childline|CEOP\w*|educationgovuk|DHSCgovuk|ukhomeoffice|CQCProf|"
    r"NWGNetwork|barnardos|childrenscomm)",
    re.IGNORECASE,
)
# "version 10.2.1.4" of a program, and no computer's address.
_VERSION = re.compile(r"\b(?:version|release|build|v)\.?\s?$", re.IGNORECASE)
_OFTEN = 3


# "rung the Board on", "the professionals' line,": what is given after is no private person's.
_OF_THE_BODY = re.compile(
    r"\b(?:[Bb]oard|[Pp]artnership|[Cc]ouncil|MASH|[Hh]ub|[Bb]usiness [Uu]nit|[Hh]elpline|[Ss]witchboard|NSPCC|Childline|"
    r"Ofsted|[Ff]ront [Dd]oor|[Pp]rofessionals[’'] line|[Ee]mergency [Dd]uty [Tt]eam|[Oo]ut-of-hours team|advice line|"
    r"[Aa]ccess [Tt]eam|[Pp]ress [Oo]ffice|[Cc]ontact [Cc]entre|[Cc]all [Cc]entre)(?:[’']s)?(?: (?:number|line|office|switchboard))?(?:,| on| at| is| was|:| \(| fax| tel(?:ephone)?\.?)+\s*(?:[\w.+-]+@[\w.-]+[;,]\s*)?$"
    r"|\b(?:[Bb]oard|[Pp]artnership|[Cc]ouncil|[Hh]elpline|[Hh]ub|[Tt]eam)(?:[’']s)? (?:may|can|could|to) be (?:reached|contacted|rung|called|e-?mailed) (?:on|at|by)[\s:]*$"
    r"|\b(?:[Bb]oard|[Pp]artnership|[Cc]ouncil|[Hh]ub|[Dd]uty [Tt]eam|[Tt]eam|[Ss]ervice)[’']s (?:e-?mail|telephone|phone|number|web)[^.;]{0,20}$"
)


class ContactDetail(Rule):
    """A telephone number, e-mail address, social-media account or personal web address.

    Why: a number or an account is tied to one person and can be looked up, even years later and
    even after it has been closed.

    Instead: say what it was used for: "she texted the worker", "a post on social media".

    Leaves alone: the publishing body's own contact details; helplines such as 999, 111 and
    Childline; web addresses of published sources.
    """

    code = "PRV006"
    name = "contact-detail"
    severity = Severity.ERROR
    basis = ("QM14.2", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "Her number had been typed as 07700 9OO1O4 in the school's list.",
            role=Role.CHRONOLOGY,
            marks=("07700 9OO1O4",),
        ),
        Example(
            "She left a message giving the phone's number, 07700 900482, and waited.",
            role=Role.CHRONOLOGY,
            marks=("07700 900482",),
        ),
        Example(
            "The address on the referral was k.whitlock87@mailbox.example and nobody replied.",
            marks=("k.whitlock87@mailbox.example",),
        ),
        Example(
            "He was contacted through an account called @lil_kay_oldtown.",
            marks=("@lil_kay_oldtown",),
        ),
        Example("Home tel. (0113) 496 0123", role=Role.APPENDIX, marks=("(0113) 496 0123",)),
        Example("Her aunt in Łódź, +48 601 234 567, was rung once.", marks=("+48 601 234 567",)),
        Example("He was reached on 467 3395 at the second try.", marks=("467 3395",)),
        Example(
            "The photographs were put on facebook.com/stacey.whitlock.9 the same night.",
            marks=("facebook.com/stacey.whitlock.9",),
        ),
        Example("Grandmother rang from +44 20 7946 0958 three times.", marks=("+44 20 7946 0958",)),
        Example(
            "His Snapchat username, bigman_rk05, was known to the school.", marks=("bigman_rk05",)
        ),
        Example("Mother's mobile: 07700-900-129.", role=Role.CHRONOLOGY, marks=("07700-900-129",)),
        Example("His gamer tag, Sp1derJax, was on the poster.", marks=("Sp1derJax",)),
        Example(
            "Her Facebook page, under the name Dixie Mae Thunder, was open to all.",
            marks=("Dixie Mae Thunder",),
        ),
        Example(
            "“It is oh seven seven double oh, nine oh oh, four four one,” she said.",
            marks=("oh seven seven double oh, nine oh oh, four four one",),
        ),
    )
    passed = (
        Example("The team was called on 2014-03-12 and on 04.05.2014; see pages 0063-0064."),
        Example("She rang 999 and then NHS 111, and was given the number of Childline, 0800 1111."),
        Example(
            "Contact the Board: 01632 960100, board@aldermarsh.gov.uk\n\n# Analysis\n\n"
            "Calls were not returned.",
            role=None,
        ),
        Example("The phone rang out. A text was sent and an e-mail followed two days later."),
        Example("Of 1,350 pupils 0.4 per cent had a plan in 2013-2014 (see paragraph 7.29)."),
        Example("The guidance is at www.gov.uk/government/publications/working-together."),
        Example("The crime reference had been entered as 2013-448812 in one system."),
        Example("The Board may be reached on 01632 960 100; the duty team's e-mail is new."),
        Example("He used Snapchat and Instagram, where his username gave away nothing."),
        Example(
            "Munro, E. (2011) Final Report. https://assets.publishing.service.gov.uk/munro.pdf",
            role=Role.REFERENCES,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        own = imprint(draft)
        hosts = Counter(
            _host(draft.text_at(entity.span)) for entity in draft.entities if entity.label == "URL"
        )
        for entity in draft.entities:
            kind = _KINDS.get(entity.label)
            if kind is None or entity.score < 0.5:
                continue
            if entity.span.block in own and is_of_office(draft, entity):
                continue
            if entity.label == "URL" and _published(draft, entity, hosts):
                continue
            if entity.label == "SOCIAL_HANDLE" and _EXHIBIT.fullmatch(draft.text_at(entity.span)):
                continue
            before = draft.blocks[entity.span.block].text[: entity.span.start]
            text = draft.text_at(entity.span)
            if _HELPLINE.search(text) or _BOARDS.match(text) or _OF_THE_BODY.search(before):
                continue
            if _OF_AN_OFFICE.fullmatch(text) or _NATIONAL.fullmatch(text):
                continue
            if entity.label == "IP_ADDRESS" and _VERSION.search(before):
                continue
            yield self.finding(
                draft,
                entity.span,
                f"This looks like {kind}.",
                "Say what it was used for and leave the detail itself out.",
                confidence=entity.score,
            )


def _published(draft: Draft, entity: Entity, hosts: Counter[str]) -> bool:
    """A web address that cites a source.

    It is one in the references or a footnote, after a year, of a public body, a document, or of
    a place that the draft points to again and again; a page of one person never is.
    """
    url = draft.text_at(entity.span)
    host = _host(url)
    if _SOCIAL.search(url) and not _PUBLIC.search(host):
        return bool(_BODYS_ACCOUNT.search(url))
    block = draft.blocks[entity.span.block]
    return bool(
        draft.role_of(block.index) is Role.REFERENCES
        or block.kind is Kind.FOOTNOTE
        or _PUBLIC.search(host)
        or url.lower().endswith(".pdf")
        or hosts[host] >= _OFTEN
        or _CITED.search(block.text[: entity.span.start])
    )


def _host(url: str) -> str:
    return url.split("//")[-1].split("/")[0].lower().removeprefix("www.")

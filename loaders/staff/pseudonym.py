"""Codes that stand for workers: nobody's name leaves this room."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import unicodedata

from loaders.staff.personnames import holds_name, is_named_like_person
from loaders.words.vocabulary import plain, squeezed

# "SW 012", "Worker 001", "N1-03": a word for a worker or a team's letters, and a number.
_CODE = re.compile(
    r"(?:(?:sw|worker|social worker|staff|post)\s*[-#.:]?\s*\d{1,6}|[A-Z]{1,3}\d{0,2}[-/]\d{1,4})", re.IGNORECASE
)
_VACANT = re.compile(
    r".*\b(?:vacan(?:t|cy|cies)|unfilled|to be recruited|recruiting|recruitment|tbc|tba|not filled"
    r"|post frozen|frozen post|out to advert(?:isement)?|advertised|post deleted|deleted post)\b.*|vac|leavers?|0",
    re.IGNORECASE,
)
# Somebody who covers a vacancy is no vacancy.
_COVERS = re.compile(r".*\bcover(?:s|ing)?\b.*\b(?:vacan|unfilled|post).*", re.IGNORECASE)
# The same in another column of the row; "covering a vacancy" says that somebody does.
_VACANT_BESIDE = re.compile(
    r"(?:(?:currently|post|position|is|now|this|still|being|re) )*(?:vac|vacant|vacancy|unfilled|not filled|frozen"
    r"|deleted|advertised|out to advert|to be recruited|recruiting|in recruitment|leaver)\b(?!.*\bcover).*"
    r"|(?:has )?left(?: (?:on |in )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*"
    r"| (?:the )?(?:post|service|council|team|role|authority|la|organisation|employment)\b.*)?"
)
_NOBODY = {
    "duty", "team", "team manager unallocated", "duty tray", "manager tray", "team tray", "no worker", "no sw", "none",
    "n a", "na", "n k", "nk", "nil", "x", "xx", "not known", "unknown", "not applicable", "not recorded", "blank",
    "queue", "backlog", "null", "dummy", "dummy worker", "dummy sw", "dummy social worker", "placeholder",
    "no allocation", "on hold", "unknown worker", "no current worker",
    "not given", "no social worker", "no name", "nobody", "no one", "to be confirmed", "to be allocated",
}  # fmt: skip
# A case that only the team's manager or a duty desk holds has no social worker.
_DESK = re.compile(
    r"(?:(?:team|service|practice|group|deputy|assistant|area|unit|duty|acting|interim|the) )*(?:managers?|tm|atm)"
    r"|.*\bmanagers?\b.*|(?:tm|atm)(?: [a-z]+)?|.+ [ad]?tm"
    r"|(?!.*\b(?:sw|worker|social|staff)\b).*\bteam(?: [a-z0-9]{1,2})?"
    r"|(?:the )?(?:team )?duty(?: (?:sw|social worker|worker|team|desk|officer|list|system|inbox|cases?)(?: \d)?)?"
    r"|(?:team|manager|managers|allocations?) (?:tray|inbox|caseload|list|cases)"
)

# Words of such a desk wherever they stand, unless somebody is named beside them: "Hub 1 duty", not "Anna Smith (duty)".
_OF_DESK = frozenset({"duty", "tray", "inbox", "mailbox", "pending", "screening"})


def is_code(name: str) -> bool:
    """Whether a worker's name is plainly a code already."""
    return bool(_CODE.fullmatch(squeezed(name)))


def is_nobody(name: str, team: str = "") -> bool:
    """Whether a worker's name says that there is none: a vacant post, children who wait, a manager, ``team`` itself."""
    words = plain(name)
    if is_vacant(name) or words in _NOBODY or re.search(r"\bunallocated\b", words):
        return True
    told = _letters(name)
    desk = told in _NOBODY or _DESK.fullmatch(told) is not None or _is_desk(name, told)
    return not told or desk or told.removesuffix(" team") == _letters(team).removesuffix(" team")


def _is_desk(name: str, told: str) -> bool:
    if _OF_DESK.isdisjoint(told.split()):
        return False
    parts = (part.strip() for part in re.split(r"[()\[\]:–/-]", name))
    return not (holds_name(name) or any(part and is_named_like_person(part) for part in parts))


def _letters(name: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", name.casefold()).split())


def is_vacant(name: str) -> bool:
    """Whether a worker's name says that the post is vacant."""
    return bool(_VACANT.fullmatch(name)) and not _COVERS.fullmatch(name)


def says_vacant(told: str) -> bool:
    """Whether what stands beside a worker's name says that the post is vacant, or the worker gone: "Left 12/1/25"."""
    return bool(_VACANT_BESIDE.fullmatch(_letters(told)))


def code_for(name: str, key: bytes) -> str:
    """The code that stands for a worker: the name itself if it is one, else the same one for the same name and key.

    Case, accents, spaces, full stops and "Surname, Forename" make no difference.
    """
    name = squeezed(name)
    if is_code(name):
        return name
    if name.count(",") == 1:
        surname, forename = name.split(",")
        name = f"{forename} {surname}"
    letters = unicodedata.normalize("NFKD", name.casefold())
    told = " ".join(re.sub(r"[^\w\s]", "", letters).split())
    digest = hmac.new(key, told.encode(), hashlib.sha256).digest()
    return "W-" + base64.b32encode(digest)[:8].decode()

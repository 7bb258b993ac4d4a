"""Codes that stand for workers: nobody's name leaves this room."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import unicodedata

from loaders.words.phrases import patterns
from loaders.words.vocabulary import squeezed

# "SW 012", "Worker 001", "N1-03": a word for a worker or a team's letters, and a number.
_CODE = re.compile(
    rf"{patterns(__file__, 'codes')['of_code']}\s*[-#.:]?\s*\d{{1,6}}|[A-Z]{{1,3}}\d{{0,2}}[-/]\d{{1,4}}", re.IGNORECASE
)


def is_code(name: str) -> bool:
    """Whether a worker's name is plainly a code already."""
    return bool(_CODE.fullmatch(squeezed(name)))


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

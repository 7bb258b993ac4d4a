"""What the name of a sheet says of what is on it: the words are in ``vocabulary.toml``."""

from __future__ import annotations

import re

from loaders.words.vocabulary import SHEETS

_SEPARATORS = re.compile(r"[^0-9a-z]+")


def is_silent_sheet(name: str) -> bool:
    """Whether a sheet's name says that it is free text or a list, such as "Instructions"."""
    return is_guidance_sheet(name) or _sheet_words(name) in SHEETS["silent"]


def is_guidance_sheet(name: str) -> bool:
    """Whether a sheet's name says that it explains how to fill in the others; an example in it is not read."""
    return _sheet_words(name) in SHEETS["guidance"]


def is_activity_sheet(name: str) -> bool:
    """Whether a sheet's name says that it holds quarterly activity, such as "Activity 2012-13"."""
    return re.sub(r"[\d\s]+$", "", _sheet_words(name)).strip() in SHEETS["activity"]


def _sheet_words(name: str) -> str:
    return _SEPARATORS.sub(" ", name.casefold()).strip()

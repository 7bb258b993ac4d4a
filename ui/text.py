"""Text from a spreadsheet made harmless for the screen, where it would be read as markup."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")
# The browser's Markdown makes a link of an address even where every mark of it is escaped.
_ADDRESS = re.compile(r"(://|@|\bwww\.)", re.IGNORECASE)
_WORD_JOINER = "\u2060"


_SIGNS = re.compile(r"[\\`*_{}\[\]#!|~<>$:&@]")


def spoken(text: object) -> str:
    """The text without the characters of markup, for the name of a box: a screen reader reads escaped ones aloud."""
    words = _SIGNS.sub(" ", str(text))
    words = " ".join(re.sub(r"\bwww\.", "www ", words, flags=re.IGNORECASE).split())
    # At the beginning a dash or "1." would make a list.
    return re.sub(r"^[-+\s]+|^(\d+)[.)](?=\s|$)", r"\1", words)


def plain(text: object) -> str:
    """The text with every character that Markdown gives a meaning escaped; line breaks become spaces.

    An address is kept from becoming a link by a word joiner, which nobody sees.
    """
    words = _ADDRESS.sub(rf"\1{_WORD_JOINER}", " ".join(str(text).split()))
    return _MARKUP.sub(r"\\\1", words)

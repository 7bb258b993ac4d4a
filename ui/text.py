"""Text from a spreadsheet made harmless for the screen, where it would be read as markup."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")


def plain(text: object) -> str:
    """The text with every character that Markdown gives a meaning escaped; line breaks become spaces."""
    return _MARKUP.sub(r"\\\1", " ".join(str(text).split()))

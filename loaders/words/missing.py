"""Codes that stand where a figure is missing, and why it is: the codes stand in ``vocabulary.toml``."""

from __future__ import annotations

import re

from loaders.words.vocabulary import MISSING, squeezed

_FEWER_THAN = re.compile(r"[<≤]\s*\d+")
_DASHES = str.maketrans("–—−‐‑", "-----")


def missing_reason(text: str) -> str | None:
    """Why a figure is missing, if the text is a code for that: "suppressed" for "*"; else ``None``.

    Square or round brackets about a code say the same: "[x]" is "x".
    """
    code = squeezed(text).casefold().translate(_DASHES)
    if code not in MISSING and len(code) > 2 and code[0] + code[-1] in ("[]", "()"):
        code = code[1:-1].strip()
    if _FEWER_THAN.fullmatch(code):
        return f"suppressed, fewer than {code.lstrip('<≤ ')}" if code[0] == "<" else "suppressed"
    return MISSING.get(code)

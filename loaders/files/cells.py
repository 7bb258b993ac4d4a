"""What a cell says: a number, a code for a missing one, text."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from enum import Enum

from loaders.files.grid import Cell, is_blank
from loaders.words.missing import missing_reason
from loaders.words.vocabulary import squeezed
from model.exact import shortest


class Kind(Enum):
    """How a cell was understood when a number was wanted."""

    NUMBER = "number"
    TYPED = "number typed as text"
    BLANK = "blank"
    MISSING = "code for missing"
    DATE = "date"
    UNREADABLE = "unreadable"


_PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?")
# A number may say what it counts: "5.5 FTE", "100 children".
_UNIT = re.compile(r"(?<=\d)\s*(?:fte|wte|children|cases|cyp)\.?$", re.IGNORECASE)
# A mark that sends the reader to a note: "84*", "129¹"; or an arrow that says which way a number went: "151 ↑".
_MARK = re.compile(r"(?<=\d)\s*(?:[*†‡§#^]{1,3}|[¹²³⁰-⁹]{1,2}|[←-↙⇐-⇙⬀-⬇▲△▴▵▶▷▸▼▽▾▿◀◁◄►➔➘-➜🔺🔻🔼🔽]\ufe0f?)$")
_RANGE = re.compile(r"(\d{1,2})\s*(?:[-–—]|to)\s*(\d{1,2})", re.IGNORECASE)
_AT_MOST = re.compile(
    r"\d{1,2} (?:or|and) (?:fewer|less|under|below)|(?:fewer|less) than \d{1,2}|(?:under|below|up to) \d{1,2}",
    re.IGNORECASE,
)
_ZERO_WORDS = {"nil", "zero"}
# No figure that anybody means is longer.
_MOST_DIGITS = 15


def number(cell: Cell) -> tuple[float | None, Kind, str]:
    """A cell read as a number: the value, how it was understood, and the reason if it is missing.

    Text with thousands commas is a number ("1,204"), and so is one with the mark of a note ("84*"); a percentage is
    its hundredth part ("80%" is 0.8), "nil" is 0. Blank is never 0.
    """
    if type(cell) is float or type(cell) is int:
        # A sum of decimals carries a tail such as 36.400000000000006.
        return round(float(cell), 6), Kind.NUMBER, ""
    if isinstance(cell, str):
        return _from_text(cell)
    if isinstance(cell, dt.date):
        return None, Kind.DATE, ""
    return None, Kind.UNREADABLE, ""


def plain_number(value: float | None) -> str:
    """A number as the screen shows it, with no power of ten, to six decimal places at most; "" for none.

    >>> plain_number(12_000_000), plain_number(-7.25)
    ('12,000,000', '−7.25')
    """
    if value is None:
        return ""
    if not math.isfinite(value) or abs(value) >= 10**_MOST_DIGITS:
        return f"a number of more than {_MOST_DIGITS} digits"
    return shortest(value, 6)


def _from_text(cell: str) -> tuple[float | None, Kind, str]:
    if is_blank(cell):
        return None, Kind.BLANK, ""
    text = squeezed(cell).lstrip("'").strip().replace("−", "-")
    percent = text.endswith("%")
    digits = _UNIT.sub("", _MARK.sub("", text.rstrip("%").strip()))
    if _THOUSANDS.fullmatch(digits):
        digits = re.sub(r"[, \u00a0\u2009\u202f]", "", digits)
    if _PLAIN_NUMBER.fullmatch(digits) and len(digits) < 20:
        value = float(digits)
        return round(value / 100 if percent else value, 6), Kind.TYPED, ""
    if text.casefold() in _ZERO_WORDS:
        return 0.0, Kind.TYPED, ""
    reason = missing_reason(text)
    return (None, Kind.MISSING, reason) if reason else (None, Kind.UNREADABLE, "")


def range_of(said: str) -> str:
    """What a text says of a small number that is not shown: "1-5", "5 or fewer"; "" for any other.

    >>> range_of("1 – 5"), range_of("under 5"), range_of("5-1"), range_of("12")
    ('between 1 and 5', 'under 5', '', '')
    """
    if found := _RANGE.fullmatch(said):
        return f"between {found[1]} and {found[2]}" if int(found[1]) < int(found[2]) else ""
    return said.casefold() if _AT_MOST.fullmatch(said) else ""


def is_marked(cell: Cell) -> bool:
    """Whether a number has the mark of a note, or an arrow, behind it: "84*", "151 ↑"."""
    return isinstance(cell, str) and _MARK.search(squeezed(cell)) is not None


def text(cell: Cell) -> str:
    """A cell as text on one line; a whole number without its ".0"; "" for a blank.

    What looks like a formula or markup is text like any other.
    """
    if isinstance(cell, str):
        return squeezed(cell)
    if isinstance(cell, bool):
        # As Excel shows it.
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def texts(cells: Sequence[Cell]) -> list[str]:
    """Each cell as text, worked out once for those that are alike."""
    if not set(map(type, cells)) <= {str}:
        return list(map(text, cells))
    known = {cell: text(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


_YES = {"y", "yes", "true", "1", "asye", "nqsw", "✓", "✔", "x"}
_NO = {"n", "no", "false", "0", "✗", "✘", "-"}


def flag(cell: Cell) -> tuple[bool | None, bool]:
    """A yes or no, and whether it was understood; a blank is not known, which is not no."""
    said = text(cell).casefold()
    if not said:
        return None, True
    if said in _YES or said in _NO:
        return said in _YES, True
    return None, missing_reason(said) is not None


def quoted(cell: Cell, most: int = 40) -> str:
    """A cell as it is shown in a message: short, in quotation marks."""
    shown = text(cell)
    return f"“{shown[: most - 1]}…”" if len(shown) > most else f"“{shown}”"

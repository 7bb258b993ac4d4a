"""Tables that stand beside those of the month for comparison: last month's without its date, and what has changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.dates.datewords import said_in
from loaders.dates.months import in_name
from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.layouts.header import TEAM
from loaders.words.phrases import patterns
from model.tables import FLOWS

_LONGEST = 60
_COMPARED = patterns(__file__, "compared")
_CHANGE = re.compile(
    rf"{_COMPARED['change']}(?:\s+(?:{patterns(__file__, 'changes')['since']}"
    r"|[a-z]{3,9}\s+(?:\d{4}\s+)?(?:to|-|–)|\W)[^:]*)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"{_COMPARED['before']}\W*", re.IGNORECASE)
# "Previous month’s figures".
_POSSESSIVE = re.compile("['’]s", re.IGNORECASE)


def compared_by(table: Found, found: Sequence[Found]) -> str:
    """What calls a table of teams one of changes, or one of an earlier month that it does not name; "" for nothing.

    What came and went is called movements too: a table with any of it is none.
    """
    if table.header.table != TEAM or table.sheet.is_text or not table.header.columns.keys().isdisjoint(FLOWS):
        return ""
    own = _own_titles(table, found)
    sheet = table.sheet.name.replace("_", " ")
    if _CHANGE.fullmatch(sheet):
        return f"called {quoted(table.sheet.name)}"
    titled = next((line for line in own if len(line) <= _LONGEST and _CHANGE.fullmatch(line)), "")
    if titled:
        return f"titled {quoted(titled)}"
    if in_name(table.sheet.name, table.sheet.among) or any(said_in(line).when for line in own):
        return ""
    titled = next((line for line in own if _is_before(line)), "")
    if not (titled or _is_before(sheet)) or not any(_is_other(table, one) for one in found):
        return ""
    return f"titled {quoted(titled)}" if titled else f"called {quoted(table.sheet.name)}"


def _own_titles(table: Found, found: Sequence[Found]) -> Sequence[str]:
    """The lines above a table without those of the first of its sheet, which it may have besides."""
    first = next(one for one in found if one.sheet.name == table.sheet.name)
    count = len(first.titles)
    if first is table or not count or table.titles[-count:] != first.titles:
        return table.titles
    return table.titles[:-count]


def _is_before(called: str) -> bool:
    return _BEFORE.fullmatch(_POSSESSIVE.sub("", called)) is not None


def _is_other(table: Found, one: Found) -> bool:
    """Whether a table is another one of teams that is not called an earlier month's."""
    if one is table or one.header.table != TEAM:
        return False
    return not _is_before(one.sheet.name) if one.sheet.name != table.sheet.name else True

"""Tables that stand beside those of the month for comparison: last month's without its date, and what has changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.dates.datewords import said_in
from loaders.dates.months import in_name
from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.layouts.header import TEAM
from model.tables import FLOWS

_LONGEST = 60
_CHANGE = re.compile(
    r"(?:(?:net|monthly|month on month|in[\s-]month|percentage|%)\s+)?(?:changes?|movements?|variances?|differences?)"
    r"(?:\s+(?:since|from|on|in|between|over|during|against|to|vs?\.?|compared|this|by|[a-z]{3,9}\s+(?:\d{4}\s+)?(?:to|-|–)|\W)"
    r"[^:]*)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:the\s+)?(?:previous|last|prior|prev\.?)(?:\s+(?:month|period|quarter|year|return|report))?(?:['’]s)?"
    r"(?:\s+(?:position|figures?|data|caseloads?|return|report|totals?))?\W*",
    re.IGNORECASE,
)


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
    titled = next((line for line in own if _BEFORE.fullmatch(line)), "")
    if not (titled or _BEFORE.fullmatch(sheet)) or not any(_is_other(table, one) for one in found):
        return ""
    return f"titled {quoted(titled)}" if titled else f"called {quoted(table.sheet.name)}"


def _own_titles(table: Found, found: Sequence[Found]) -> Sequence[str]:
    """The lines above a table without those of the first of its sheet, which it may have besides."""
    first = next(one for one in found if one.sheet.name == table.sheet.name)
    count = len(first.titles)
    if first is table or not count or table.titles[-count:] != first.titles:
        return table.titles
    return table.titles[:-count]


def _is_other(table: Found, one: Found) -> bool:
    """Whether a table is another one of teams that is not called an earlier month's."""
    if one is table or one.header.table != TEAM:
        return False
    return not _BEFORE.fullmatch(one.sheet.name) if one.sheet.name != table.sheet.name else True

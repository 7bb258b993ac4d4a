"""Rows beside the teams, known by their whole name: another month, a part of the row above, posts without people."""

from __future__ import annotations

import re

from loaders.words.phrases import patterns

_PARTS = patterns(__file__, "lists")
# A month with its year, or a financial year.
_TIME = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_PARTS['month_name']}(?:[\s.,/-]*(?:19|20)\d\d|[\s-]*['’]?\d\d)"
    r"|(?:q[1-4] )?20\d\d\s?[/–-]\s?(?:20)?\d\d)"
)
_LINES = patterns(__file__, "lines", time=_TIME)
_LINE = re.compile(rf"{_LINES['beside']}|\+\s?/?\s?[-–]|{_LINES['counted_above']}\W*", re.IGNORECASE)
_MONTH_WITHIN = re.compile(rf"(?<!\w){_TIME}(?!\w)", re.IGNORECASE)
# A part of the row above only where a bullet or brackets say so: "Agency" by itself may be a row of its own.
_PART = re.compile(_LINES["part"], re.IGNORECASE)
_MARKED = re.compile(r"[\s•·▪◦●○*>»–—-]+(?=\S)|(?=[(\[])")
# With a number of them behind it.
_VACANCY = re.compile(
    rf"{_LINES['vacancy']}(?:[\s:=(–-]*\d+(?:\.\d+)?(?: ?{_PARTS['post']})?\)?)?[\s:]*", re.IGNORECASE
)


def is_line(name: str) -> bool:
    """Whether a name stands for such a row: "Jan 2024", "(agency)", "Borough", "2 posts vacant"."""
    said = unmarked(name)
    if _LINE.fullmatch(said) or _VACANCY.fullmatch(said):
        return True
    return said != name and bool(_PART.fullmatch(said))


def without_month(name: str) -> str:
    """A name without the month with its year, or the year, that it holds.

    >>> without_month("Total Sep 24"), without_month("2023/24 total"), without_month("March total")
    ('Total ', ' total', 'March total')
    """
    return _MONTH_WITHIN.sub("", name) if any(map(str.isdigit, name)) else name


def is_part(name: str) -> bool:
    """Whether a name is that of a part of a team if it stands below several: "Agency"."""
    return bool(_PART.fullmatch(name))


def is_vacancy(name: str) -> bool:
    """Whether a name stands for posts that nobody fills, or people who are away: "Vacant posts", "Maternity leave"."""
    return bool(_VACANCY.fullmatch(unmarked(name)))


def unmarked(name: str) -> str:
    """A name without a bullet before it, or brackets about it.

    >>> unmarked("- of which agency"), unmarked("(agency)"), unmarked("North (duty)")
    ('of which agency', 'agency', 'North (duty)')
    """
    marked = _MARKED.match(name)
    if not marked:
        return name
    said = name[marked.end() :].strip()
    return said[1:-1].strip() if said[:1] + said[-1:] in ("()", "[]") else said or name

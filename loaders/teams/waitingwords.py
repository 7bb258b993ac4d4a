"""What a label or a sentence about children who wait says: whether it is of their number, and the number in it."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from loaders.dates.datewords import said_in
from loaders.files.cells import number, quoted
from loaders.staff.personnames import holds_name
from loaders.teams.waitingnames import is_waiting
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import plain

_PARTS, _BEHIND = patterns(__file__, "lists"), patterns(__file__, "behind_a_number")
_LOOKED_UP = word_lists(__file__, "sentences")
_WAITING = ({"unallocated"}, {"unallocated", "children"})
_MONTH = rf"{_PARTS['month_name']}[a-z]*\.?"
# In "October 30 children", or "this month 30 cases", the number is no part of a date.
_NO_CHILDREN = rf"\b(?!\s*{_BEHIND['of_children']}\b)"
_YEAR = rf"(?:19|20)?[0-4]\d{_NO_CHILDREN}"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:[\s,]+{_YEAR})?|\b{_MONTH}[\s,'’–-]*{_YEAR}"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d){1,2}\b|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\b",
    re.IGNORECASE,
)
# Numbers that count no children: "Table 2", "over 5 days", a note's own number.
_NUMBERED = re.compile(
    rf"\b{patterns(__file__, 'before_a_number')['numbered']}\.?\s*\d+(?:\.\d+)?(?: of \d+)?{_NO_CHILDREN}"
    rf"|\b\d+\s*\+?\s*{_BEHIND['of_time']}\b|^\W*\d{{1,2}}[.)\]]\s",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?(?:\s*%)?")
_FOOTNOTE = re.compile(r"[(\[]\d[)\]]")
_LONG = re.compile(patterns(__file__, "long_lines")["waits"], re.IGNORECASE)
_MOST_PLAIN = 120


class InLine(NamedTuple):
    """What a line says beside its dates: whether it has a number, the one that is plainly of waiting children."""

    has_number: bool
    value: float | None


def is_of_month(said: str, month: dt.date | None) -> bool:
    """Whether a text with a date is of a month; one without a date is of any."""
    if month is None or not _DATE.search(said):
        return True
    when = said_in(said).when
    return when is not None and when.month == month


def may_wait(said: str) -> bool:
    """Whether a text says that children wait, whatever else it says."""
    return is_waiting(said) or (len(said) > _MOST_PLAIN and _LONG.search(said) is not None)


def is_of_children(label: str) -> bool:
    """Whether the number beside a label of a row is that of children who wait.

    >>> is_of_children("Unallocated pool"), is_of_children("Average days unallocated")
    (True, False)
    """
    said = _FOOTNOTE.sub(" ", _without_others(label))
    return not _NUMBER.search(said) and _LOOKED_UP["not_children"].isdisjoint(plain(said).split())


def is_plain(label: str) -> bool:
    """Whether a label says nothing else than that children wait in the service.

    >>> is_plain("Children waiting for allocation (service):"), is_plain("Unallocated cases in North")
    (True, False)
    """
    return set(plain(_without_others(label)).split()) - _LOOKED_UP["of_a_sentence"] in _WAITING


def in_line(line: str) -> InLine:
    """The number in a line, apart from dates and what is numbered.

    >>> in_line("76 children were unallocated at 30 November 2025").value
    76.0
    >>> in_line("Allocated and unallocated cases, November 2025").has_number
    False
    """
    said = _without_others(line)
    numbers = _NUMBER.findall(said)
    value = number(numbers[0].replace(",", ""))[0] if len(numbers) == 1 and "%" not in numbers[0] else None
    if value is not None and (_FOOTNOTE.search(said) or not is_plain(_NUMBER.sub(" ", said))):
        value = None
    return InLine(bool(numbers), value)


def shown(label: str) -> str:
    """A label as it is shown in a message: what may hold a child's name is not."""
    plainly = is_plain(_NUMBER.sub(" ", _without_others(label)))
    return quoted(label, 60) if plainly or not holds_name(label) else "What stands there"


def _without_others(line: str) -> str:
    return _NUMBERED.sub(" ", _DATE.sub(" ", line))

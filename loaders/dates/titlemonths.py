"""The months that the lines above a table name, held against one another: of two that differ neither is just taken."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from loaders.dates.datewords import dated_parts, is_of_something_else, is_settled, right_beside, said_in
from loaders.dates.monthlines import of_lines
from loaders.dates.months import When, in_name, month_words, says_as_at
from loaders.dates.printed import PRINTED
from loaders.files.cells import quoted
from loaders.problems import Problems

_SHORT_YEAR = re.compile(r"(?<!\d)(?<!\d[ -])\b[a-z]{3,9}\.?\s?\d{2}\)?$", re.IGNORECASE)
# A day on which a report is usually made lies within so many days of the end of its month.
_DAYS_AFTER = 62
# Counting a month a few days into the next is usual.
_FIRST_DAYS = 10
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_Lines = Sequence[tuple[str, When]]


@dataclass(frozen=True)
class TitleMonth:
    """What the titles say: the month taken, ``None`` where none is named, or where nothing tells which of several is.

    ``line`` names the month taken, or one of them; ``other`` another one, of ``other_month``. ``is_sure`` says that
    the month taken stands there as that of the figures. A year that ``is_short``, as in "Oct 24", may be a day.
    """

    when: When | None
    line: str = ""
    other: str = ""
    other_month: dt.date | None = None
    is_sure: bool = True
    months: frozenset[dt.date] = frozenset()
    is_short: bool = False

    @property
    def is_open(self) -> bool:
        """Whether several months are named, and nothing tells which is meant."""
        return self.when is None and bool(self.other)

    @property
    def is_doubtful(self) -> bool:
        """Whether another month may be meant as well."""
        return self.is_short or (bool(self.other) and not self.is_sure)

    def settled_by(self, when: When | None) -> TitleMonth:
        """The same, where the months were open and something else names one of them."""
        if not self.is_open or when is None or when.month not in self.months:
            return self
        line, other, of_other = self.line, self.other, self.other_month
        if when.month == of_other:
            line, other, of_other = other, line, next(iter(self.months - {when.month}))
        return replace(self, when=When(when.month), line=line, other=other, other_month=of_other, is_sure=False)


def title_month(titles: Sequence[str]) -> TitleMonth:
    """The month that the lines above a table name, that of an "as at" line first, then that of any beside a word."""
    named = [(line, said) for line in chain(*map(_apart, titles)) if (said := said_in(line).when) is not None]
    plain = [(line, said) for line, said in named if says_as_at(line) or not _is_printed(line)]
    if len(plain) == 1:
        # Of one line alone nothing is to be told apart.
        return _taken(plain, plain, is_sure=True)
    for is_said, is_sure in ((says_as_at, True), (is_settled, False), (bool, False)):
        if best := [(line, said) for line, said in plain if is_said(line)]:
            return _counted_after(best, plain) or _taken(best, plain, is_sure=is_sure)
    if apart := of_lines(titles):
        return TitleMonth(apart[0], apart[1], is_sure=True)
    short = [(line, when) for line in titles if not named and (when := _short(line))]
    if len({when.month for _, when in short}) == 1:
        return TitleMonth(short[0][1], short[0][0], is_sure=False, is_short=True)
    return TitleMonth(None)


def _apart(line: str) -> list[str]:
    """A line, or its parts where one of them says when a report was made, or the figures counted, and another not."""
    if not (PRINTED.search(line) or says_as_at(line)):
        return [line]
    parts = dated_parts(line)
    kinds = {says_as_at(part) or _is_printed(part) for part in parts}
    return parts if len(kinds) > 1 else [line]


def _is_printed(line: str) -> bool:
    return PRINTED.search(line) is not None and PRINTED.search(right_beside(line)) is not None


def _counted_after(best: _Lines, plain: _Lines) -> TitleMonth | None:
    """The month before, where that is named too and its figures are as at one of the first days after it."""
    line, said = best[0]
    if len(best) > 1 or said.day is None or said.day.day > _FIRST_DAYS:
        return None
    before = (said.month - dt.timedelta(days=1)).replace(day=1)
    whole = [one for one, when in plain if when.month == before and when.day is None]
    if not whole or {when.month for _, when in plain} != {before, said.month}:
        return None
    return TitleMonth(When(before, said.day), whole[0], line, said.month, is_sure=False)


def _short(line: str) -> When | None:
    """The month at the end of a line, with two digits behind it that are likelier its year than a day: "Oct 24".

    What stands in brackets behind it does not count.
    """
    found = _SHORT_YEAR.search(_IN_BRACKETS.sub("", line))
    if found is None or is_of_something_else(line) or PRINTED.search(line):
        return None
    return in_name(found.group())


def _taken(best: _Lines, plain: _Lines, *, is_sure: bool) -> TitleMonth:
    """The month of the best lines, if that is one, and any other line that names another month."""
    months = frozenset(said.month for _, said in plain)
    taken = best[0] if len({said.month for _, said in best}) == 1 else _before_days(best)
    used = (taken or best[0])[1].month
    other, of_other = next(((line, said.month) for line, said in plain if said.month != used), ("", None))
    if taken is None:
        return TitleMonth(None, best[0][0], other, of_other, False, months)
    # The month may stand in several lines, with its day in one of them.
    day = next((said.day for _, said in best if said.month == used and said.day), None)
    return TitleMonth(When(used, day), taken[0], other, of_other, is_sure, months)


def _before_days(named: _Lines) -> tuple[str, When] | None:
    """The line with the one month beside which all others name days soon after it: reports are made then."""
    whole = [(line, said) for line, said in named if said.day is None or ends_month(said.day)]
    if len({said.month for _, said in whole}) != 1:
        return None
    line, when = whole[0]
    days = [said.day for one, said in named if said.day and (one, said) not in whole]
    return (line, when) if all(0 < (day - when.month).days < 31 + _DAYS_AFTER for day in days) else None


def ends_month(day: dt.date) -> bool:
    """Whether a day is the last of its month."""
    return (day + dt.timedelta(days=1)).day == 1


def say_titles(titles: TitleMonth, used: dt.date, sheet: str, problems: Problems) -> None:
    """Say of a month taken from the titles that another line names another."""
    if titles.when is None or titles.when.month != used:
        return
    if titles.is_short:
        words = {"line": quoted(titles.line, 60), "used": month_words(used)}
        problems.add("title_short_year", sheet=sheet, words=words, of_month=used)
    if not titles.other:
        return
    words = {"line": quoted(titles.other, 60), "used": month_words(used), "nearer": quoted(titles.line, 60)}
    code = "title_names_other" if titles.is_sure else "titles_differ"
    problems.add(code, sheet=sheet, words=words, of_month=used)

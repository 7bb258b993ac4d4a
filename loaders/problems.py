"""The problems of one file while it is read: collected in order, and grouped so that nobody drowns in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.cells import quoted
from loaders.grid import Place, Sheet, cell_name, column_letters
from loaders.messages import MESSAGES
from loaders.problem import Problem

_MOST = 300
_MOST_ALIKE_SHEETS = 3
_ORDER = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True)
class _Kept:
    """A problem, and the words and the column that a run of its kind is told with."""

    problem: Problem
    words: Mapping[str, str]
    line: str


class Problems:
    """Collects the problems of one file."""

    def __init__(self) -> None:
        """Start with none."""
        self._groups: dict[tuple[str, ...], list[_Kept]] = {}
        self._stopped = False
        self._flat: dict[str, Sheet] = {}

    def follow(self, sheet: Sheet) -> None:
        """From now on, tell of cells laid flat below this sheet by their true places."""
        self._flat[sheet.name] = sheet

    def add(
        self,
        code: str,
        *,
        sheet: str | None = None,
        place: Place | None = None,
        found: str = "",
        words: Mapping[str, str] | None = None,
        of_month: dt.date | None = None,
        **more: str,
    ) -> None:
        """Keep the problem that a code of ``messages.toml`` stands for, filled in with ``words`` and ``more``.

        One that says the same of the same cell is kept once. Raises ``KeyError``
        for a code, or a word in its sentence, that is not there.
        """
        told = MESSAGES[code]
        filled = {"sheet_quoted": quoted(sheet or ""), **(words or {}), **more}
        message = told.message.format_map(filled)
        line, true = self._where(sheet, place)
        cell = cell_name(*true) if true else None
        expected, to_do = told.expected.format_map(filled), told.to_do.format_map(filled)
        about = of_month.isoformat() if of_month else ""
        problem = Problem(told.severity, code, message, sheet, cell, found, expected, to_do, about)
        if told.many:
            key = (code, sheet or "", line, found if told.alike else "")
        else:
            key = (code, sheet or "", cell or "", message)
        kept = self._groups.setdefault(key, [])
        if told.many or not kept:
            kept.append(_Kept(problem, filled, line))
        self._stopped = self._stopped or told.severity == "error"

    def has(self, code: str) -> bool:
        """Whether a problem of this code is among them."""
        return any(key[0] == code for key in self._groups)

    def _where(self, sheet: str | None, place: Place | None) -> tuple[str, Place | None]:
        """The line that a cell stands in, in words, and its true place."""
        if place is None:
            return "", None
        flat = self._flat.get(sheet or "")
        if flat is None:
            return f"column {column_letters(place[1])}", place
        return flat.line(place), flat.true(place)

    @property
    def stopped(self) -> bool:
        """Whether there is an error: nothing of the file may be kept."""
        return self._stopped

    def listed(self) -> list[Problem]:
        """The problems: errors first, then warnings, then notes; long runs as one."""
        shown = _alike_in_sheets([problem for kept in self._groups.values() for problem in _grouped(kept)])
        shown.sort(key=lambda problem: _ORDER[problem.severity])
        if len(shown) <= _MOST:
            return shown
        more = MESSAGES["more"]
        left = more.message.format(n=f"{len(shown) - _MOST:,}")
        return [*shown[:_MOST], Problem(more.severity, "more", left, to_do=more.to_do)]


def _grouped(kept: Sequence[_Kept]) -> list[Problem]:
    first = kept[0]
    told = MESSAGES[first.problem.code]
    if not told.many or len(kept) <= told.one_by_one:
        return [one.problem for one in kept]
    words = {**first.words, "n": f"{len(kept):,}", "line": first.line, "first": first.problem.cell or ""}
    message, to_do = told.many.format_map(words), told.many_to_do.format_map(words)
    return [replace(first.problem, message=message, to_do=to_do)]


def _alike_in_sheets(problems: Iterable[Problem]) -> list[Problem]:
    """The same sentence in more than a few sheets is said once."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.code, problem.message), []).append(problem)
    shown: list[Problem] = []
    for same in alike.values():
        sheets = {problem.sheet for problem in same}
        if len(sheets) > _MOST_ALIKE_SHEETS:
            where = f"In {len(sheets)} sheets, the first of them {quoted(same[0].sheet or '')}: "
            shown.append(replace(same[0], message=where + same[0].message))
        else:
            shown.extend(same)
    return shown

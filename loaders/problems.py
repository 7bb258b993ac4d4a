"""The problems of one file while it is read: collected in order, and grouped so that nobody drowns in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.files.cells import quoted
from loaders.files.grid import Place, Sheet, cell_name, column_letters
from loaders.messages import MESSAGES, Message
from loaders.problem import Problem

_MOST = 300
_MOST_ALIKE_SHEETS = 3
_ORDER = {"error": 0, "warning": 1, "note": 2}


@dataclass
class _Run:
    """Problems of a kind on one line, with the words of the first; those beyond a few are no more than counted."""

    told: Message
    line: str
    words: Mapping[str, str]
    problems: list[Problem]
    more: int = 0

    @property
    def is_long(self) -> bool:
        """Whether they are so many that they are told as one."""
        return bool(self.told.many) and len(self.problems) > self.told.one_by_one

    def shown(self) -> list[Problem]:
        """Each problem, or one for all."""
        if not self.is_long:
            return self.problems
        first = self.problems[0]
        n = len(self.problems) + self.more
        words = {**self.words, "n": f"{n:,}", "line": self.line, "first": first.cell or ""}
        message, to_do = self.told.many.format_map(words), self.told.many_to_do.format_map(words)
        return [replace(first, message=message, to_do=to_do)]


class Problems:
    """Collects the problems of one file."""

    def __init__(self) -> None:
        """Start with none."""
        self._runs: dict[tuple[str, ...], _Run] = {}
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
        line, true = self._where(sheet, place)
        alike = (code, sheet or "", line, found if told.alike else "")
        run = self._runs.get(alike) if told.many else None
        if run and run.is_long:
            run.more += 1
            return
        filled = {"sheet_quoted": quoted(sheet or ""), **(words or {}), **more}
        message = told.message.format_map(filled)
        cell = cell_name(*true) if true else None
        expected, to_do = told.expected.format_map(filled), told.to_do.format_map(filled)
        about = of_month.isoformat() if of_month else ""
        problem = Problem(told.severity, code, message, sheet, cell, found, expected, to_do, about)
        if run:
            run.problems.append(problem)
        else:
            key = alike if told.many else (code, sheet or "", cell or "", message)
            self._runs.setdefault(key, _Run(told, line, filled, [problem]))
        self._stopped = self._stopped or told.severity == "error"

    def add_below(
        self, code: str, sheet: str, column: int, rows: Sequence[int], words: Callable[[int], Mapping[str, str]]
    ) -> None:
        """Keep a problem for each of some rows of a column; ``words`` are those of the first row, the second…"""
        alike = (code, sheet, f"column {column_letters(column)}", "")
        for nth, row in enumerate(rows):
            run = self._runs.get(alike) if sheet not in self._flat else None
            if run and run.is_long:
                run.more += len(rows) - nth
                return
            self.add(code, sheet=sheet, place=(row, column), words=words(nth))

    def has(self, code: str) -> bool:
        """Whether a problem of this code is among them."""
        return any(key[0] == code for key in self._runs)

    def of(self, *codes: str) -> list[Problem]:
        """The problems of these codes, each for itself."""
        return [problem for key, run in self._runs.items() if key[0] in codes for problem in run.problems]

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
        shown = _alike_in_sheets([problem for run in self._runs.values() for problem in run.shown()])
        shown.sort(key=lambda problem: _ORDER[problem.severity])
        if len(shown) <= _MOST:
            return shown
        more = MESSAGES["more"]
        left = more.message.format(n=f"{len(shown) - _MOST:,}")
        return [*shown[:_MOST], Problem(more.severity, "more", left, to_do=more.to_do)]


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

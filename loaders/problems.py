"""The problems of one file while it is read: collected in order, and grouped so that nobody drowns in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.grid import Place, cell_name, column_letters
from loaders.problem import Problem, Severity

# A cell that holds a code for a missing figure keeps its own line longer than other repeated remarks.
_ONE_BY_ONE = {"missing_code": 50}
_USUAL_ONE_BY_ONE = 3
_MOST = 300
_ORDER = {"error": 0, "warning": 1, "note": 2}


class Problems:
    """Collects problems. ``many`` says in one sentence what repeated ones of a column have in common."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, ...], list[Problem]] = {}
        self._many: dict[tuple[str, ...], str] = {}

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        *,
        sheet: str | None = None,
        place: Place | None = None,
        found: str = "",
        expected: str = "",
        to_do: str = "",
        many: str = "",
    ) -> None:
        """Keep one problem; the same one twice is kept once.

        ``many`` may use {n} (how many), {column} (its letters) and {first} (the first cell).
        """
        cell = cell_name(*place) if place else None
        problem = Problem(severity, code, message, sheet, cell, found, expected, to_do)
        column = column_letters(place[1]) if place else ""
        key = (
            (severity, code, sheet or "", column, many) if many else (severity, code, sheet or "", cell or "", message)
        )
        kept = self._groups.setdefault(key, [])
        if many or not kept:
            kept.append(problem)
            self._many[key] = many

    @property
    def stopped(self) -> bool:
        """Whether there is an error: nothing of the file may be kept."""
        return any(key[0] == "error" for key in self._groups)

    def listed(self) -> list[Problem]:
        """The problems: errors first, then warnings, then notes; long runs as one."""
        shown = [problem for key in self._groups for problem in self._grouped(key)]
        shown.sort(key=lambda problem: _ORDER[problem.severity])
        if len(shown) <= _MOST:
            return shown
        left = len(shown) - _MOST
        rest = Problem("note", "more", f"{left:,} more remarks are not listed. Mend these first, then upload again.")
        return [*shown[:_MOST], rest]

    def _grouped(self, key: tuple[str, ...]) -> Sequence[Problem]:
        kept, many = self._groups[key], self._many[key]
        if not many or len(kept) <= _ONE_BY_ONE.get(key[1], _USUAL_ONE_BY_ONE):
            return kept
        first = kept[0]
        message = many.format(n=f"{len(kept):,}", column=key[3], first=first.cell)
        return [replace(first, message=message)]

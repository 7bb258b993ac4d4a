"""The problems of one file while it is read: collected in order, and grouped so that nobody drowns in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.cells import quoted
from loaders.grid import Place, cell_name, column_letters
from loaders.messages import MESSAGES
from loaders.problem import Problem

_MOST = 300
_MOST_ALIKE_SHEETS = 3
_ORDER = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True)
class _Kept:
    """A problem and the one sentence that stands for a run of its kind."""

    problem: Problem
    many: str
    column: str


class Problems:
    """Collects the problems of one file."""

    def __init__(self) -> None:
        """Start with none."""
        self._groups: dict[tuple[str, ...], list[_Kept]] = {}
        self._stopped = False

    def add(
        self,
        code: str,
        *,
        sheet: str | None = None,
        place: Place | None = None,
        found: str = "",
        words: Mapping[str, str] | None = None,
        **more: str,
    ) -> None:
        """Keep the problem that a code of ``messages.toml`` stands for, filled in with ``words`` and ``more``.

        One that says the same of the same cell is kept once. Raises ``KeyError``
        for a code, or a word in its sentence, that is not there.
        """
        told = MESSAGES[code]
        words = {"sheet_quoted": quoted(sheet or ""), **(words or {}), **more}
        message = told.message.format_map(words)
        cell = cell_name(*place) if place else None
        expected = told.expected.format_map(words)
        problem = Problem(told.severity, code, message, sheet, cell, found, expected, told.to_do)
        column = column_letters(place[1]) if place else ""
        many = (
            told.many.format_map({**words, "n": "{n}", "first": "{first}", "column": "{column}"}) if told.many else ""
        )
        if many:
            key = (code, sheet or "", column, found if told.alike else "")
        else:
            key = (code, sheet or "", cell or "", message)
        kept = self._groups.setdefault(key, [])
        if many or not kept:
            kept.append(_Kept(problem, many, column))
        self._stopped = self._stopped or told.severity == "error"

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
        left = f"{len(shown) - _MOST:,}"
        return [*shown[:_MOST], Problem(more.severity, "more", more.message.format(n=left))]


def _grouped(kept: Sequence[_Kept]) -> list[Problem]:
    first = kept[0]
    if not first.many or len(kept) <= MESSAGES[first.problem.code].one_by_one:
        return [one.problem for one in kept]
    # The words of a cell were filled in before: only our own three are left to fill.
    message = first.many
    for word, value in (("{n}", f"{len(kept):,}"), ("{column}", first.column), ("{first}", first.problem.cell or "")):
        message = message.replace(word, value, 1)
    return [replace(first.problem, message=message)]


def _alike_in_sheets(problems: Iterable[Problem]) -> list[Problem]:
    """The same sentence in more than a few sheets is said once."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.code, problem.message), []).append(problem)
    shown: list[Problem] = []
    for same in alike.values():
        if len({problem.sheet for problem in same}) > _MOST_ALIKE_SHEETS:
            sheets = f"In {len(same)} sheets, the first of them {quoted(same[0].sheet or '')}: "
            shown.append(replace(same[0], message=sheets + same[0].message))
        else:
            shown.extend(same)
    return shown

"""Loading a workbook of 24 sheets, one month each, from bytes to tables and problems.

Reference: pandas.read_excel with its default engine, which only reads the cells.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from datetime import date
from time import perf_counter

import openpyxl
import pandas as pd

from benchmarks.measure import Result, in_turn
from loaders import load

MONTHS = [date(2011 + (2 + n) // 12, (2 + n) % 12 + 1, 1) for n in range(24)]
HEADER = ("Team", "FTE", "Allocated", "Unallocated")
FILE_NAME = "caseloads.xlsx"


def workbook(teams: int) -> bytes:
    """A workbook with a sheet for each of 24 months: a title, the columns, the teams and their total."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, month in enumerate(MONTHS):
        rows = [(f"Team {team}", 8 + team % 3 / 2, 200 + number + team, team % 5) for team in range(1, teams + 1)]
        sheet = book.create_sheet(f"{month:%b %Y}")
        sheet.append((f"Team caseloads, {month:%B %Y}",))
        sheet.append(())
        sheet.append(HEADER)
        for row in rows:
            sheet.append(row)
        sheet.append(("Total", *(sum(column) for column in list(zip(*rows, strict=True))[1:])))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def loading(rounds: int) -> list[Result]:
    """Six teams, as in the example, and sixty, as in a large service."""
    return [compare(teams, rounds) for teams in (6, 60)]


def compare(teams: int, rounds: int) -> Result:
    """Load one workbook both ways in turn; raises AssertionError when a month or a team is lost on the way."""
    content = workbook(teams)
    loaded = load(content, FILE_NAME)
    kept = loaded.tables["team_caseload"]
    assert not loaded.stopped, loaded.problems
    assert (kept["month"].nunique(), len(kept)) == (24, 24 * teams), loaded.problems
    sides = (lambda: load(content, FILE_NAME), lambda: pd.read_excel(io.BytesIO(content), sheet_name=None))
    with warnings.catch_warnings():
        # pandas announces another default engine; whichever is the default is the reference.
        warnings.simplefilter("ignore", DeprecationWarning)
        ours, reference = in_turn([_timed(side) for side in sides], rounds)
    return Result(f"Loading 24 months of {teams} teams", "pandas.read_excel", ours, reference, rounds, 0.5)


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def timed() -> float:
        start = perf_counter()
        work()
        return (perf_counter() - start) * 1000

    return timed

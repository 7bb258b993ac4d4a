"""Loading a workbook, from bytes to tables and problems, in process and in the child that uploads are read in.

References: python-calamine and pandas.read_excel, which only read the cells.
"""

from __future__ import annotations

import gc
import io
import random
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

import openpyxl
import pandas as pd
import psutil
from python_calamine import CalamineWorkbook

from benchmarks.measure import Result, in_turn
from loaders import Loaded, load
from loaders.apart import ReaderApart

ROOT = Path(__file__).resolve().parent.parent
MONTHS = [date(2011 + (2 + n) // 12, (2 + n) % 12 + 1, 1) for n in range(24)]
HEADER = ("Team", "FTE", "Allocated", "Unallocated")
CHILD_HEADER = (
    "Child ID", "Gender", "Date of birth", "Age", "Date of referral", "Source", "Team", "Social worker", "Outcome",
    "Plan started", "Type of plan", "Last seen",
)  # fmt: skip
WIDE_HEADER = (
    "Month", "Team", "Area", "Established FTE", "FTE in post", "Case-holding FTE", "Headcount", "Children allocated",
    "Children waiting", "Average caseload", "CIN", "CP",
)  # fmt: skip
FILE_NAME = "caseloads.xlsx"
LARGE_ROWS, LARGE_SHEETS = 20_000, 11
MEGABYTE, MOST_MEGABYTES = 1_000_000, 300

READ_EXCEL = """
import io, sys
import pandas
pandas.read_excel(io.BytesIO(sys.stdin.buffer.read()), sheet_name=None, engine="openpyxl")
"""

Rows = list[tuple[object, ...]]


def saved(sheets: dict[str, Rows]) -> bytes:
    """A workbook with these rows on these sheets."""
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def team_rows(month: date, number: int, teams: int) -> Rows:
    """One month: a title, the columns, the teams and their total."""
    rows = [(f"Team {team}", 8 + team % 3 / 2, 200 + number + team, team % 5) for team in range(1, teams + 1)]
    total = ("Total", *(sum(column) for column in list(zip(*rows, strict=True))[1:]))
    return [(f"Team caseloads, {month:%B %Y}",), (), HEADER, *rows, total]


def workbook(teams: int) -> bytes:
    """A workbook with a sheet for each of 24 months."""
    return saved({f"{month:%b %Y}": team_rows(month, number, teams) for number, month in enumerate(MONTHS)})


def one_month(teams: int) -> bytes:
    """A typical month's file: one sheet."""
    return saved({f"{MONTHS[0]:%b %Y}": team_rows(MONTHS[0], 0, teams)})


def with_lists() -> bytes:
    """20,000 rows on 11 sheets: a month of 60 teams, and the ten lists of children and events it was counted from."""
    rng, rows = random.Random(1), (LARGE_ROWS - 60) // (LARGE_SHEETS - 1)
    first = date(2008, 1, 1)
    sheets = {f"{MONTHS[0]:%b %Y}": team_rows(MONTHS[0], 0, 60)}
    for number in range(1, LARGE_SHEETS):
        days = [first + timedelta(rng.randrange(2000)) for _ in range(rows)]
        sheets[f"List {number}"] = [
            CHILD_HEADER,
            *(
                (f"C{number}{row:06}", "F", day, rng.randrange(18), day, "Police", f"Team {row % 60}",
                 f"Worker {row % 300}", "Assessment", day, "Child in need", day)
                for row, day in enumerate(days)
            ),
        ]  # fmt: skip
    return saved(sheets)


def all_teams() -> bytes:
    """20,000 rows on 11 sheets, every one a team in a month: more than any council has."""
    rows = LARGE_ROWS // LARGE_SHEETS
    sheets: dict[str, Rows] = {}
    for number in range(LARGE_SHEETS):
        lines: Rows = [WIDE_HEADER]
        for row in range(number * rows, (number + 1) * rows):
            fte, months = 4 + row % 60 % 9 / 2, row // 60
            children = 90 + row % 60 + months % 12
            month = date(1999 + months // 12, months % 12 + 1, 1)
            lines.append(
                (month, f"Team {row % 60}", "North", fte + 1, fte + 0.5, fte, 9, children, row % 5,
                 round(children / fte, 1), children // 2, children // 4)
            )  # fmt: skip
        sheets[f"Part {number + 1}"] = lines
    return saved(sheets)


def calamine(content: bytes) -> None:
    """Every cell of a workbook, and nothing else."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def read_excel(content: bytes) -> None:
    """Every cell of a workbook as frames."""
    with warnings.catch_warnings():
        # pandas announces another default engine; whichever is the default is the reference.
        warnings.simplefilter("ignore", DeprecationWarning)
        pd.read_excel(io.BytesIO(content), sheet_name=None)


def loading(rounds: int) -> Iterator[Result]:
    """Each comparison; raises AssertionError when a month or a team is lost on the way."""
    yield from (compare(teams, rounds) for teams in (6, 60))
    with ReaderApart() as reader:
        yield from apart(reader, rounds)


def compare(teams: int, rounds: int) -> Result:
    """24 sheets, one month each, in process, to pandas with its default engine."""
    content = workbook(teams)
    loaded = load(content, FILE_NAME)
    check(loaded, 24 * teams)
    assert loaded.tables["team_caseload"]["month"].nunique() == 24, loaded.problems
    sides = [timed(lambda: load(content, FILE_NAME)), timed(lambda: read_excel(content))]
    return Result(f"Loading 24 months of {teams} teams", "pandas.read_excel", *in_turn(sides, rounds), rounds, 0.5)


def apart(reader: ReaderApart, rounds: int) -> Iterator[Result]:
    """What the child process takes, warm and cold, and what it holds."""
    month, lists, teams = one_month(60), with_lists(), all_teams()
    check(reader.load(month, FILE_NAME), 60)
    sides = [timed(lambda: reader.load(month, FILE_NAME)), timed(lambda: load(month, FILE_NAME))]
    yield Result("A month of 60 teams, in the warm child", "in process", *in_turn(sides, rounds * 3), rounds * 3, None)
    large = max(rounds // 2, 3)
    for what, content, rows in (("with ten lists of children", lists, 60), ("all of teams", teams, 19_998)):
        check(reader.load(content, FILE_NAME), rows)
        sides = [timed(partial(reader.load, content, FILE_NAME)), timed(partial(calamine, content))]
        yield Result(f"20,000 rows, 11 sheets, {what}, warm", "python-calamine", *in_turn(sides, large), large, 2.0)
    yield Result(
        "The most memory the child has held, MB", f"{MOST_MEGABYTES} MB", highest(reader), MOST_MEGABYTES, 1, 1.0
    )
    sides = [timed(lambda: cold(lists)), timed(lambda: cold_reference(lists))]
    few = max(large // 2, 3)
    yield Result("20,000 rows, 11 sheets, from a cold start", "read_excel, openpyxl", *in_turn(sides, few), few, 0.25)


def check(loaded: Loaded, teams: int) -> None:
    """Nothing may have been lost."""
    assert not loaded.stopped, loaded.problems
    assert len(loaded.tables["team_caseload"]) == teams, loaded.problems


def highest(reader: ReaderApart) -> float:
    """The most memory that the child has held so far, in MB."""
    status = Path(f"/proc/{reader.process_id}/status")
    if not status.exists():
        return float(psutil.Process(reader.process_id).memory_info().rss) / MEGABYTE
    line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / MEGABYTE


def cold(content: bytes) -> None:
    """A child started for this one file."""
    with ReaderApart() as reader:
        check(reader.load(content, FILE_NAME), 60)


def cold_reference(content: bytes) -> None:
    """A process started to read this one file with pandas and openpyxl."""
    subprocess.run([sys.executable, "-c", READ_EXCEL], input=content, cwd=ROOT, check=True)


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """The work as something that says how many milliseconds it took, after what the other side left is cleared."""

    def measured() -> float:
        gc.collect()
        start = perf_counter()
        work()
        return (perf_counter() - start) * 1000

    return measured

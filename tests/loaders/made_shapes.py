"""Files whose tables are not one row for each team, made from a seed, each with what a loader must find in it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections.abc import Callable, Sequence

import openpyxl
from made_files import (
    ALLOCATED,
    AVERAGE,
    CASE_HOLDING,
    ESTABLISHED,
    IN_POST,
    TEAM,
    UNSAID,
    WAITING,
    Made,
    Team,
    added,
    fill,
    kids,
    month_end,
    month_text,
    months,
    saved,
    shuffled,
    some_names,
    teams,
    waits,
)

Line = list[object]
TOTAL = ("Total", "TOTAL", "Grand total", "All teams", "Service total")


def book(rows: Sequence[Sequence[object]], title: str, merges: Sequence[str] = ()) -> bytes:
    made = openpyxl.Workbook()
    made.active.title = title
    fill(made.active, rows, merges)
    return saved(made)


def written(rng: random.Random, rows: Sequence[Sequence[object]], title: str, name: str) -> Made:
    """The rows as a workbook, or now and then as a text file."""
    if rng.random() < 0.75:
        return Made(f"{name}.xlsx", book(rows, title))
    text = io.StringIO()
    width = max(map(len, rows))
    told = [[f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else cell for cell in row] for row in rows]
    csv.writer(text).writerows([[*row, *[""] * (width - len(row))] for row in told])
    return Made(f"{name} {title}.csv", text.getvalue().encode("utf-8-sig"))


def figures(team: Team) -> dict[str, object]:
    return {"fte": team.fte, "allocated": team.allocated, "unallocated": team.unallocated}


def total_of(rows: Sequence[Team]) -> dict[str, object]:
    return {"fte": added(rows), "allocated": kids(rows), "unallocated": waits(rows)}


def labels(rng: random.Random) -> dict[str, str]:
    return {
        "fte": rng.choice(CASE_HOLDING + IN_POST + UNSAID),
        "allocated": rng.choice(ALLOCATED),
        "unallocated": rng.choice(WAITING),
    }


def transposed(rng: random.Random) -> Made:
    """Teams side by side, a measure in each row; a table for each month below one another."""
    many = rng.choice([1, 1, 2, 3])
    said = labels(rng)
    order = shuffled(rng, *said)
    names, truth, rows = some_names(rng), [], []
    left: Line = [""] * rng.randrange(2)
    total = rng.choice([None, *TOTAL])
    more = rng.sample(["established", "average", "unknown"], rng.randrange(3))
    for month in months(rng, many):
        read = teams(rng, month, names)
        truth += read
        rows += [[*left, f"Team caseloads {month:%B %Y}"], []] if rng.random() < 0.7 or many > 1 else []
        rows.append([*left, rng.choice(["", rng.choice(TEAM), "Measure"]), *names, *([total] if total else [])])
        for name in order:
            last = [total_of(read)[name]] if total else []
            rows.append([*left, said[name], *(figures(team)[name] for team in read), *last])
        rows += [[*left, *extra] for extra in extras(rng, more, read)]
        rows += [[]] * rng.randrange(1, 3)
    made = written(rng, rows, f"{month:%b %Y}" if many == 1 else "Trend", "teams across")
    made.teams = truth
    return made


def extras(rng: random.Random, more: Sequence[str], read: Sequence[Team]) -> list[Line]:
    lines: dict[str, Line] = {
        "established": [rng.choice(ESTABLISHED), *((team.fte or 0) + 1 for team in read)],
        "average": [rng.choice(AVERAGE), *(round((team.allocated or 0) / (team.fte or 1), 1) for team in read)],
        "unknown": ["Days of sickness", *(rng.randrange(40) for _ in read)],
    }
    return [lines[name] for name in more]


SHAPES: dict[str, Callable[[random.Random], Made]] = {
    "transposed": transposed,
}
__all__ = ["SHAPES", "labels", "month_end", "month_text"]

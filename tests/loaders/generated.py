"""Files of the ten shapes in other words, orders, months and formats than anybody wrote down, each with its truth.

What is drawn: the words, the order of columns, the teams' names, the months and how they are typed, title lines,
merged headings, blank rows and columns, footnotes, totals, codes for missing figures, printed averages, numbers typed
as text, the kind of file. Nothing is drawn that a person could not read without asking.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import openpyxl
from generated_words import (
    ALLOCATED,
    CASE_HOLDING,
    CODES,
    ENDS,
    FOOTNOTES,
    FORMS,
    IN_POST,
    TEAMS,
    TITLES,
    UNSAID,
    WAITING,
)  # fmt: skip
from made_books import Computed, Merge, Page, ods, strict, xls, xlsb
from made_files import Made, Team, month_end
from openpyxl.utils.datetime import CALENDAR_MAC_1904

Line = list[object]
KINDS = ("xlsx", "xlsx", "xlsx", "1904", "strict", "xls", "xlsb", "ods")

# Columns that are none of ours, or say once more what others say.
EXTRAS: dict[str, Callable[[random.Random, Team], object]] = {
    "Agency FTE": lambda rng, team: rng.choice([0, 1, 2.5]),
    "Vacancies (FTE)": lambda rng, team: rng.choice([0, 1, 1.5]),
    "FTE on long-term sick": lambda rng, team: rng.choice([0, 1]),
    "Change on last month": lambda rng, team: rng.choice(["+3", "-2", 0, "no change"]),
    "Target caseload": lambda rng, team: 18,
    "RAG": lambda rng, team: rng.choice(["Red", "Amber", "Green"]),
    "Comments": lambda rng, team: rng.choice(["", "", "1 SW on leave until 12 May 2024", "See note 2."]),
    "Team Manager": lambda rng, team: rng.choice(["A Marker", "B. Marker", "Vacant"]),
    "CIN": lambda rng, team: (team.allocated or 0) // 2,
    "CP": lambda rng, team: (team.allocated or 0) // 4,
    "Looked After": lambda rng, team: (team.allocated or 0) // 5,
    "Total cases": lambda rng, team: (team.allocated or 0) + (team.unallocated or 0),
    "Headcount": lambda rng, team: 1 + int(team.fte or 0),
    "Highest individual caseload": lambda rng, team: rng.randrange(20, 35),
    "% visits on time": lambda rng, team: rng.choice(["92%", "100%", 0.87]),
    "Team plan": lambda rng, team: "A1",
}  # fmt: skip


def shuffled(rng: random.Random, *what: str) -> list[str]:
    order = list(what)
    rng.shuffle(order)
    return order


def extras(rng: random.Random) -> list[str]:
    """The headings of some columns that are none of ours."""
    return rng.sample(list(EXTRAS), rng.choice([0, 0, 1, 2, 4]))


def spaced(rng: random.Random, name: str) -> str:
    """A name as it may be typed: a space too many does not make another team."""
    return rng.choice([name] * 9 + [f"{name} ", f" {name}", name.replace(" ", "\u00a0"), name.replace(" ", "  ")])


def names(rng: random.Random, least: int = 2) -> list[str]:
    return rng.sample(TEAMS, rng.randrange(least, 9))


def made_teams(rng: random.Random, month: dt.date, named: Sequence[str]) -> list[Team]:
    """Teams of a month, of which no one is what the others add up to."""
    fte = [
        rng.choice([rng.randrange(30, 100) / 10, rng.randrange(300, 999) / 100, rng.randrange(3, 10)]) for _ in named
    ]
    waits = [0, 0, 0, 2, 7, 12]
    drawn = zip(named, fte, strict=True)
    return [Team(month, name, float(one), rng.randrange(61, 290), rng.choice(waits)) for name, one in drawn]


def words(rng: random.Random, *, held: bool = True) -> dict[str, str]:
    """A heading for each figure."""
    fte = rng.choice([CASE_HOLDING, IN_POST, UNSAID] if held else [IN_POST, UNSAID])
    return {"fte": rng.choice(fte), "allocated": rng.choice(ALLOCATED), "unallocated": rng.choice(WAITING)}


def figures(team: Team) -> dict[str, object]:
    return {"fte": team.fte, "allocated": team.allocated, "unallocated": team.unallocated}


def sums(teams: Sequence[Team]) -> dict[str, object]:
    """The printed total: what is missing is left out of it."""
    told = {name: [value for team in teams if (value := figures(team)[name]) is not None] for name in figures(teams[0])}
    return {name: round(sum(values), 2) for name, values in told.items()}  # type: ignore[arg-type]


def average(team: Team) -> float:
    return round((team.allocated or 0) / (team.fte or 1) + 1e-9, 1)


def in_words(rng: random.Random) -> Callable[[dt.date], object]:
    """How one file writes its months: as a date, as text, as the day it ended on, as a number."""
    kind = rng.randrange(9) // 2
    if kind == 4:
        return lambda month: month.year * 100 + month.month
    if kind == 0:
        return lambda month: month
    if kind == 1:
        ends = rng.choice(ENDS)
        return lambda month: ends.format(month_end(month))
    form = rng.choice(FORMS)
    return (lambda month: month.strftime(form).upper()) if kind == 2 else (lambda month: month.strftime(form))


def typed(rng: random.Random, value: object, often: float = 0.1) -> object:
    """A number as it may be typed: as text, with spaces, with a thousands comma."""
    if not isinstance(value, int | float) or rng.random() >= often:
        return value
    return rng.choice([f"{value:,}", f" {value}", f"{value}\u00a0", f"'{value}"])


def hidden(rng: random.Random, team: Team, often: float = 0.12) -> tuple[Team, dict[str, object]]:
    """A team's figures with now and then a code in a figure's place, and what is then true of it."""
    told = figures(team)
    if rng.random() < often:
        told["unallocated"] = rng.choice(CODES)
        team = replace(team, unallocated=None)
    return team, told


def dressed(rng: random.Random, rows: list[Line], above: Sequence[str] = ()) -> tuple[list[Line], int, int]:
    """The rows with lines above and below and blank columns left of them, and how far they were moved."""
    top: list[Line] = [[title] for title in rng.sample(TITLES, rng.randrange(3))]
    top = [
        line
        for title in [*top, *([line] for line in above)]
        for line in ([title, []] if rng.random() < 0.3 else [title])
    ]
    top += [[]] * rng.randrange(3) if top else []
    below = [[], *([line] for line in rng.sample(FOOTNOTES, rng.randrange(1, 4)))] if rng.random() < 0.6 else []
    left = rng.choice([0, 0, 0, 1, 2])
    return [[*([""] * left), *row] if row else [] for row in (*top, *rows, *below)], len(top), left


def book(rng: random.Random, pages: dict[str, Page], name: str, kinds: Sequence[str] = KINDS) -> Made:
    """The sheets as a workbook of any kind."""
    kind = rng.choice(kinds)
    writers = {"xls": xls, "xlsb": xlsb, "ods": ods}
    if kind in writers:
        return Made(f"{name}.{kind}", writers[kind](pages))
    made = openpyxl.Workbook()
    made.remove(made.active)
    if kind == "1904":
        made.epoch = CALENDAR_MAC_1904
    for title, page in pages.items():
        sheet = made.create_sheet(title)
        sheet.sheet_state = "hidden" if page.hidden else "visible"
        for row, cells in enumerate(page.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                if cell not in ("", None):
                    sheet.cell(row, column, f"={cell.formula}" if isinstance(cell, Computed) else cell)
        for top, left, bottom, right in page.merges:
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    content = io.BytesIO()
    made.save(content)
    return Made(f"{name}.xlsx", strict(content.getvalue()) if kind == "strict" else content.getvalue())


def text(rng: random.Random, rows: Sequence[Line], name: str, *, encodings: Sequence[str] = ()) -> Made:
    """The rows as a text file: any separator, encoding, quoting and end of line; the sheet is as wide in every line."""
    separator, width = rng.choice(",,,;\t|"), max(map(len, rows)) + rng.choice([0, 0, 2])
    out = io.StringIO()
    quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=rng.choice(["\r\n", "\n"]))
    writer.writerows([[told_in_text(cell) for cell in row] + [""] * (width - len(row)) for row in rows])
    first = f"sep={separator}\r\n" if rng.random() < 0.1 else ""
    encoding = rng.choice(encodings or ["utf-8", "utf-8-sig", "utf-16"])
    return Made(
        f"{name}.{rng.choice(['csv', 'csv', 'txt'])}", (first + out.getvalue()).encode(encoding, errors="replace")
    )


def told_in_text(cell: object) -> object:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else cell


def either(rng: random.Random, rows: list[Line], sheet: str, name: str, merges: Sequence[Merge] = ()) -> Made:
    if not merges and rng.random() < 0.2:
        return text(rng, rows, name)
    return book(rng, {sheet: Page(rows, merges)}, name)

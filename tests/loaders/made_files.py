"""Files in the shapes that councils type, made from a seed, each with what a loader must find in it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

TEAM = ("Team", "Team name", "Service team", "Locality team", "TEAM", "Team  Name", "Social Work Team", "Unit")
CASE_HOLDING = ("Case-holding FTE", "FTE case holding", "Case Holding FTE", "Caseholder FTE", "Case-holding SWs (FTE)")
IN_POST = ("FTE in post", "In post FTE", "SWs in post (FTE)", "Staff in post (FTE)", "Actual FTE")
UNSAID = (
    "SW FTE",
    "No. of SWs (FTE)",
    "Social workers (FTE)",
    "FTE",
    "WTE",
    "Number of social workers (FTE)",
    "FTE\nSWs",
)
ESTABLISHED = ("Established FTE", "FTE establishment", "Funded FTE", "Established posts", "Budgeted FTE")
ALLOCATED = (
    "Allocated", "Allocated children", "Children allocated", "No. of children allocated", "Cases allocated",
    "Cases allocated to a social worker", "Children with a named social worker", "Total allocated", "Allocated cases",
)  # fmt: skip
WAITING = (
    "Unallocated", "Unallocated children", "Children awaiting allocation", "Awaiting allocation", "Cases unallocated",
    "Children waiting", "Not allocated", "Unallocated cases", "Waiting for a social worker", "Children without a SW",
)  # fmt: skip
AVERAGE = ("Average caseload", "Average caseload per FTE", "Avg caseload", "Children per FTE", "Average cases per SW")
MONTH = ("Month", "Period", "Reporting month", "Reporting Period", "Month/Year")
DATE = ("Date", "Snapshot date", "As at", "Report date", "Month end")
AREA = ("Area", "Locality", "District", "Patch")
TEAMS = (
    "Riverside", "Hilltop", "Marsh End", "Old Town", "Harbour 1", "Harbour 2", "Moor (A)", "Moor (B)", "St Bede's",
    "Ash/Elm", "MASH", "CWD", "Children in Care East", "Children in Care West", "Leaving Care", "Court & PLO", "Duty 1",
    "Assessment Team North", "Safeguarding & Support 2", "Through-care", "Éire Place", "Pod 7", "Whitby – Coast", "16+",
)  # fmt: skip


@dataclass(frozen=True)
class Team:
    """One row of the truth."""

    month: dt.date
    team: str
    fte: float | None
    allocated: int | None
    unallocated: int | None


@dataclass
class Made:
    """A file, and what a loader must say of it: teams, day counted, and cells that a problem must name."""

    name: str
    content: bytes = b""
    teams: list[Team] = field(default_factory=list)
    as_at: dt.date | None = None
    cells: dict[str, str] = field(default_factory=dict)  # cell → code
    refused: bool = False
    workers: int = 0


def months(rng: random.Random, many: int) -> list[dt.date]:
    first = rng.randrange(2011 * 12, 2026 * 12)
    return [dt.date((first + n) // 12, (first + n) % 12 + 1, 1) for n in range(many)]


def month_end(month: dt.date) -> dt.date:
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def teams(rng: random.Random, month: dt.date, names: Sequence[str]) -> list[Team]:
    return [
        Team(month, name, rng.randrange(30, 100) / 10, rng.randrange(60, 290), rng.choice([0, 0, 0, 3, 7, 12]))
        for name in names
    ]


def some_names(rng: random.Random) -> list[str]:
    return rng.sample(TEAMS, rng.randrange(2, 8))


def month_text(rng: random.Random, month: dt.date) -> str:
    return rng.choice(
        [f"{month:%b-%y}", f"{month:%B %Y}", f"{month:%b %Y}", f"{month:%Y-%m}", f"{month:%m/%Y}", f"{month:%b '%y}"]
    )


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def book_of(sheets: Mapping[str, Sequence[Sequence[object]]], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook with these rows on these sheets; a text that begins with "=" is a formula without a result."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        fill(sheet, rows)
        if name in hidden:
            sheet.sheet_state = "hidden"
    return saved(book)


def shuffled(rng: random.Random, *columns: str) -> list[str]:
    order = list(columns)
    rng.shuffle(order)
    return order


def simple(rng: random.Random) -> Made:
    """One sheet, header in row 1, the month in a column."""
    book = openpyxl.Workbook()
    sheet = book.active
    truth = [team for month in months(rng, rng.choice([1, 1, 3])) for team in teams(rng, month, some_names(rng))]
    headings = {
        "month": rng.choice(MONTH),
        "team": rng.choice(TEAM),
        "fte": rng.choice(CASE_HOLDING + IN_POST + UNSAID),
        "allocated": rng.choice(ALLOCATED),
        "unallocated": rng.choice(WAITING),
    }
    order = shuffled(rng, *headings)
    sheet.append([headings[name] for name in order])
    as_date = rng.random() < 0.4
    for team in truth:
        row = {**vars(team), "month": team.month if as_date else month_text(rng, team.month)}
        sheet.append([row[name] for name in order])
    return Made("caseloads.xlsx", saved(book), truth)


def titled(rng: random.Random) -> Made:
    """Title rows, "as at", two header rows with merges, areas with subtotals, a grand total, footnotes."""
    [month] = months(rng, 1)
    as_at = month_end(month) if rng.random() < 0.7 else month.replace(day=rng.randrange(1, 29))
    names = [*some_names(rng), "Last 1", "Last 2"]
    truth = teams(rng, month, names)
    sheet_rows: list[list[object]] = [["Children's Social Care – Workload Report"]]
    said = rng.choice([f"{as_at.day} {as_at:%B %Y}", f"{as_at:%d/%m/%Y}", f"{as_at.day}th {as_at:%b %Y}"])
    sheet_rows.append([rng.choice(["Position as at ", "As at ", "Data as at: "]) + said])
    sheet_rows.append([])
    sheet_rows.append(["", "", "Workforce", "", "Children", "", ""])
    unsaid, average = rng.choice(IN_POST + UNSAID), rng.choice(AVERAGE)
    sheet_rows.append(
        [
            rng.choice(AREA),
            rng.choice(TEAM),
            rng.choice(ESTABLISHED),
            unsaid,
            rng.choice(ALLOCATED),
            rng.choice(WAITING),
            average,
        ]
    )
    merges = ["A1:G1", "C4:D4", "E4:F4"]
    cut = rng.randrange(1, len(truth) - 1)
    for area, group in (("North", truth[:cut]), ("South", truth[cut:])):
        first = len(sheet_rows) + 1
        for place, team in enumerate(group):
            assert team.fte and team.allocated is not None
            row = ["" if place else area, team.team, team.fte + 1, team.fte, team.allocated, team.unallocated]
            sheet_rows.append([*row, round(team.allocated / team.fte, 1)])
        if len(group) > 1:
            merges.append(f"A{first}:A{len(sheet_rows)}")
        sheet_rows.append([f"{area} total", "", added(group, 1), added(group), kids(group), waits(group), ""])
    total = rng.choice(["Grand total", "Total", "TOTAL", "Service total", "Overall total"])
    sheet_rows.append([total, "", "", added(truth), kids(truth), waits(truth), ""])
    sheet_rows += [[], ["1. FTE excludes Team Managers. 2. Source: case system."], ["Produced by the Performance Team"]]
    book = openpyxl.Workbook()
    fill(book.active, sheet_rows, merges)
    return Made("report.xlsx", saved(book), truth, as_at)


def added(rows: Sequence[Team], more: float = 0) -> float:
    return round(sum((row.fte or 0) + more for row in rows), 1)


def kids(rows: Sequence[Team]) -> int:
    return sum(row.allocated or 0 for row in rows)


def waits(rows: Sequence[Team]) -> int:
    return sum(row.unallocated or 0 for row in rows)


def fill(sheet: Worksheet, rows: Sequence[Sequence[object]], merges: Sequence[str] = ()) -> None:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value not in ("", None):
                sheet.cell(number, column, value)
    for area in merges:
        sheet.merge_cells(area)


def month_sheets(rng: random.Random, *, many: int | None = None) -> Made:
    """One sheet a month, a notes sheet first, a hidden lookup last."""
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    fill(book.active, [["Monthly caseload returns"], ["Do not amend previous months"]])
    headings = [rng.choice(TEAM), rng.choice(UNSAID + IN_POST), rng.choice(ALLOCATED), rng.choice(WAITING)]
    names, truth = some_names(rng), []
    form = rng.choice(["%b %Y", "%B %Y", "%b-%y", "%Y-%m", "%b%y"])
    for month in months(rng, many or rng.randrange(2, 14)):
        rows = teams(rng, month, names)
        truth += rows
        sheet = book.create_sheet(month.strftime(form))
        lines = [[row.team, row.fte, row.allocated, row.unallocated] for row in rows]
        fill(sheet, [["Caseload by team"], [], headings, *lines, ["Total", added(rows), kids(rows), waits(rows)]])
    lookup = book.create_sheet("Lookup")
    lookup.sheet_state = "hidden"
    fill(lookup, [["Team", "Code"], *([name, f"T{n:03}"] for n, name in enumerate(names))])
    return Made("returns.xlsx", saved(book), truth)


def bad_total(rng: random.Random) -> Made:
    """One month, and one printed total is wrong."""
    [month] = months(rng, 1)
    truth = teams(rng, month, some_names(rng))
    book = openpyxl.Workbook()
    book.active.title = f"{month:%b %Y}"
    total: list[object] = ["Total", added(truth), kids(truth), waits(truth)]
    column = rng.randrange(1, 4)
    total[column] = total[column] + rng.choice([10, -1, 1])  # type: ignore[operator]
    headings = [rng.choice(TEAM), rng.choice(CASE_HOLDING), rng.choice(ALLOCATED), rng.choice(WAITING)]
    lines = [[row.team, row.fte, row.allocated, row.unallocated] for row in truth]
    fill(book.active, [headings, *lines, total])
    cell = f"{'ABCD'[column]}{len(lines) + 2}"
    return Made("september.xlsx", saved(book), truth, cells={cell: "total_disagrees"})


def uncached(rng: random.Random) -> Made:
    """Formulas without a stored result: plain ones are worked out; one with a blank part is refused by its cell."""
    [month] = months(rng, 1)
    names, truth, lines = some_names(rng), [], []
    broken = rng.randrange(len(names)) if rng.random() < 0.3 else None
    for place, name in enumerate(names):
        row = place + 2
        parts: list[object] = [rng.randrange(20, 120) for _ in range(3)]
        truth.append(Team(month, name, rng.randrange(40, 99) / 10, sum(parts), rng.choice([0, 3, 7])))  # type: ignore[arg-type]
        if place == broken:
            parts[rng.randrange(3)] = None
        formula = rng.choice([f"=SUM(C{row}:E{row})", f"=C{row}+D{row}+E{row}", f"=SUM(C{row},D{row},E{row})"])
        lines.append([name, truth[-1].fte, *parts, formula, truth[-1].unallocated])
    book = openpyxl.Workbook()
    book.active.title = f"{month:%b %Y}"
    fill(
        book.active,
        [
            [rng.choice(TEAM), rng.choice(UNSAID), "CIN", "CP", "LAC", rng.choice(ALLOCATED), rng.choice(WAITING)],
            *lines,
        ],
    )
    if broken is None:
        return Made("december.xlsx", saved(book), truth)
    return Made("december.xlsx", saved(book), [], cells={f"F{broken + 2}": "formula_without_value"}, refused=True)


def messy_csv(rng: random.Random, *, cp1252: bool = False) -> Made:
    """A title, a blank line, dates as dd/mm/yyyy, commas in thousands, codes for missing figures."""
    truth, cells, names = [], {}, some_names(rng)
    order = shuffled(rng, "date", "team", "fte", "allocated", "unallocated")
    headings = {
        "date": rng.choice(DATE),
        "team": rng.choice(TEAM),
        "fte": rng.choice(UNSAID + CASE_HOLDING),
        "allocated": rng.choice(ALLOCATED),
        "unallocated": rng.choice(WAITING),
    }
    text = io.StringIO()
    separator = rng.choice(",,;\t")
    writer = csv.writer(text, delimiter=separator)
    text.write("Children’s Services – caseload extract\r\n\r\n")
    writer.writerow([headings[name].replace("\n", " ") for name in order])
    line = 4
    for month in months(rng, rng.randrange(1, 4)):
        for place, row in enumerate(teams(rng, month, names)):
            row = Team(month, row.team, row.fte, 1204 if not place else row.allocated, row.unallocated)
            fte = f"{48.0 if not place and not cp1252 else row.fte}"
            row = Team(month, row.team, float(fte), row.allocated, row.unallocated)
            waiting = f"{row.unallocated}"
            if rng.random() < 0.2:
                waiting = rng.choice(["*", "<5", "..", "[x]", "n/a", "-", "c", "low", "z", ":", "k"])
                row = Team(month, row.team, row.fte, row.allocated, None)
                cells[f"{'ABCDE'[order.index('unallocated')]}{line}"] = "missing_code"
            told = {"date": f"{month_end(month):%d/%m/%Y}", "team": row.team, "fte": fte}
            told |= {"allocated": f"{row.allocated:,}", "unallocated": waiting}
            writer.writerow([told[name] for name in order])
            truth.append(row)
            line += 1
    written = text.getvalue()
    content = (
        written.encode("cp1252", errors="replace") if cp1252 else written.encode(rng.choice(["utf-8-sig", "utf-8"]))
    )
    return Made("extract.csv", content, truth, cells=cells)


SHAPES: dict[str, Callable[[random.Random], Made]] = {
    "simple": simple,
    "titled": titled,
    "month_sheets": month_sheets,
    "bad_total": bad_total,
    "uncached": uncached,
    "messy_csv": messy_csv,
    "cp1252": lambda rng: messy_csv(rng, cp1252=True),
}

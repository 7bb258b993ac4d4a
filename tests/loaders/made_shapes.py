"""Files whose tables are not one row for each team, made from a seed, each with what a loader must find in it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
import openpyxl.utils
from made_files import (
    ALLOCATED,
    AREA,
    AVERAGE,
    CASE_HOLDING,
    ESTABLISHED,
    IN_POST,
    MONTH,
    TEAM,
    UNSAID,
    WAITING,
    Made,
    Team,
    added,
    fill,
    kids,
    month_end,
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


def month_form(rng: random.Random) -> Callable[[dt.date], object]:
    """How one file writes its months."""
    form = rng.choice(["%b-%y", "%B %Y", "%b %Y", "%Y-%m", "%m/%Y", "%b '%y", None])
    return (lambda month: month.strftime(form)) if form else lambda month: month


def title_of(rng: random.Random, measure: str) -> str:
    forms = ["{}", "{}", "{} by team", "Table 1: {}", "{}:", "{} - monthly trend", "{} by team 2012-13"]
    return rng.choice(forms).format(" ".join(measure.split()))


def figure_of(team: Team, name: str) -> object:
    return figures(team)[name]


def months_across(rng: random.Random) -> Made:
    """A block for each measure, months side by side, each with its own total."""
    form, said, names = month_form(rng), labels(rng), some_names(rng)
    spread = months(rng, rng.randrange(2, 13))
    by_month = {month: teams(rng, month, names) for month in spread}
    area = rng.choice([None, rng.choice(AREA)])
    in_corner = rng.random() < 0.25 and not area
    unfilled = [month_after(spread[-1], number) for number in range(1, rng.choice([1, 1, 3]))]
    rows: list[Line] = [["Workload trend by team"], []] if rng.random() < 0.7 else []
    for name in shuffled(rng, *said):
        title = title_of(rng, said[name])
        team_word = title if in_corner else rng.choice(TEAM)
        rows += [] if in_corner else [[title], *([[]] if rng.random() < 0.2 else [])]
        rows.append([*([area] if area else []), team_word, *map(form, spread), *map(form, unfilled)])
        for place, team in enumerate(names):
            left: Line = ["" if place else "North"] if area else []
            rows.append([*left, team, *(figure_of(by_month[month][place], name) for month in spread)])
        rows.append([*([""] if area else []), rng.choice(TOTAL), *(total_of(by_month[m])[name] for m in spread)])
        rows += [[]] * rng.randrange(1, 3)
    if rng.random() < 0.3:
        rows += [["Referrals received"], [rng.choice(TEAM), *map(form, spread)]]
        rows += [[team, *(rng.randrange(99) for _ in spread)] for team in names]
    made = written(rng, rows, rng.choice(["Trend", "Sheet1", "Data"]), "trend")
    made.teams = [team for month in spread for team in by_month[month]]
    return made


def month_after(month: dt.date, number: int) -> dt.date:
    place = month.year * 12 + month.month - 1 + number
    return dt.date(place // 12, place % 12 + 1, 1)


def measures_and_months(rng: random.Random) -> Made:
    """Months side by side, the measure of each row in a column, or in a second row of headings."""
    form, said, names = month_form(rng), labels(rng), some_names(rng)
    spread = months(rng, rng.randrange(2, 7))
    by_month = {month: teams(rng, month, names) for month in spread}
    order = shuffled(rng, *said)
    merges: list[str] = []
    team_word = rng.choice(TEAM)
    kind = rng.choice(["column", "measures below", "measures above"])
    if kind == "column":
        rows: list[Line] = [[team_word, rng.choice(["Measure", "Indicator", "Metric"]), *map(form, spread)]]
        full = rng.random() < 0.5
        for place, team in enumerate(names):
            for number, name in enumerate(order):
                line = [figure_of(by_month[month][place], name) for month in spread]
                rows.append([team if full or not number else "", said[name], *line])
    else:
        outer, inner = (spread, order) if kind == "measures below" else (order, spread)
        written_as = {**{month: form(month) for month in spread}, **said}
        upper: Line = [""]
        for one in outer:
            first = len(upper) + 1
            upper += [written_as[one], *[""] * (len(inner) - 1)]
            merges.append(f"{openpyxl.utils.get_column_letter(first)}1:{openpyxl.utils.get_column_letter(len(upper))}1")
        rows = [upper, [team_word, *(written_as[one] for _ in outer for one in inner)]]
        for place, team in enumerate(names):
            pairs = [(m, n) if kind == "measures below" else (n, m) for m in outer for n in inner]
            rows.append([team, *(figure_of(by_month[month][place], name) for month, name in pairs)])
    return Made("trend.xlsx", book(rows, "Trend", merges), [team for month in spread for team in by_month[month]])


def long(rng: random.Random) -> Made:
    """A row for each month, team and measure, in any order of columns; now and then a team is typed once."""
    form, said, names = month_form(rng), labels(rng), some_names(rng)
    heads = {
        "month": rng.choice(MONTH),
        "team": rng.choice(TEAM),
        "measure": rng.choice(["Measure", "Indicator", "Metric", "Measure name", "Data item"]),
        "value": rng.choice(["Number", "Value", "Figure", "Count", "Total", "Result", "Amount", "How many"]),
        **({"area": rng.choice(AREA)} if rng.random() < 0.3 else {}),
    }
    order = shuffled(rng, *heads)
    once, total, more = rng.random() < 0.3, rng.random() < 0.4, rng.random() < 0.3
    rows: list[Line] = [["Caseload extract"], []] if rng.random() < 0.4 else []
    rows.append([heads[name] for name in order])
    truth = []
    for month in months(rng, rng.randrange(1, 6)):
        read = teams(rng, month, names)
        truth += read
        lines: list[tuple[str, dict[str, object]]] = [(team.team, figures(team)) for team in read]
        lines += [(rng.choice(TOTAL), total_of(read))] if total else []
        for name, told in lines:
            told = {**told, **({"more": rng.randrange(50)} if more else {})}
            for number, (measure, value) in enumerate(told.items()):
                cells = {"month": form(month), "team": "" if once and number else name, "area": "North"}
                cells |= {"measure": said.get(measure, "Referrals"), "value": value}
                rows.append([cells[column] for column in order])
    made = written(rng, rows, "Data", "extract")
    made.teams = truth
    return made


def workers(rng: random.Random) -> Made:
    """A row for each worker, the team typed once or merged down or in every row, vacant posts, totals of teams."""
    [month] = months(rng, 1)
    heads: Line = [rng.choice(TEAM), rng.choice(["Social worker", "Worker", "Name", "Worker name", "Allocated worker"])]
    heads += [rng.choice(["Post title", "Role", "Grade"]), rng.choice(["FTE", "WTE", "FTE in post", *CASE_HOLDING])]
    heads += [rng.choice(["ASYE", "NQSW"]), "CIN", "CP", "LAC"]
    heads.append(rng.choice(["Total", "Children", "Cases", "Caseload", "Total children", "Allocated children"]))
    rows: list[Line] = [[f"Worker caseloads at {month_end(month):%d/%m/%Y}"], []] if rng.random() < 0.7 else []
    rows.append(heads)
    style = rng.choice(["once", "merged", "every"])
    truth: list[Team] = []
    merges: list[str] = []
    number = 0
    for name in some_names(rng):
        lines = workers_of(rng, number)
        number += len(lines)
        fte, allocated = round(sum(line[2] for line in lines), 1), sum(line[-1] for line in lines)
        waiting = rng.choice([0, 0, 3, 9])
        if rng.random() < 0.4:
            lines.append([rng.choice(["VACANT", "Vacant post", "Vacancy"]), "Social Worker", 0, "", 0, 0, 0, 0])
        if waiting:
            word = rng.choice(["Awaiting allocation", "Unallocated", "Not allocated", "Unallocated cases"])
            lines.append([word, "", "", "", waiting, 0, 0, waiting])
        first = len(rows) + 1
        rows += [[name if style == "every" or not at else "", *line] for at, line in enumerate(lines)]
        merges += [f"A{first}:A{len(rows)}"] if style == "merged" else []
        total = rng.choice([f"{name} total", f"Total {name}"])
        rows.append([total, "", "", fte, "", "", "", "", allocated + waiting])
        truth.append(Team(month, name, fte, allocated, waiting))
    if rng.random() < 0.5:
        rows.append(["Grand total", "", "", added(truth), "", "", "", "", kids(truth) + waits(truth)])
    return Made("workers.xlsx", book(rows, f"{month:%b %Y}", merges), truth, workers=number)


def workers_of(rng: random.Random, before: int) -> list[Any]:
    """The lines of one team's workers: name or code, post, FTE, newly qualified, children by type and in all."""
    lines = []
    for number in range(before + 1, before + rng.randrange(3, 9)):
        name = rng.choice([f"Worker {number:03}", f"Quentin Marker{number}", f"Marker{number}, Zebedee"])
        parts = [rng.randrange(12) for _ in range(3)]
        role = rng.choice(["Social Worker", "Senior Practitioner", "Advanced practitioner"])
        lines.append([name, role, rng.choice([1, 0.5, 0.6, 0.8]), rng.choice("YN"), *parts, sum(parts)])
    return lines


MARK = "Zq"
CHILD = ("Child ID", "Child unique ID", "UPN", "Mosaic ID", "Person ID", "Case reference")


def cases(rng: random.Random) -> Made:
    """A row for each child with its team and worker; every child's word carries the mark."""
    [month] = months(rng, 1)
    heads = {
        "id": rng.choice(CHILD),
        "name": rng.choice(["Name", "Child's name", "Child name", "Name of child"]),
        "born": rng.choice(["DOB", "Date of birth"]),
        "team": rng.choice(["Team", "Allocated team", "Team name", "Responsible team"]),
        "worker": rng.choice(["Social worker", "Allocated worker", "Allocated social worker", "Lead worker"]),
        "type": rng.choice(["Type of plan", "Legal status", "Category of need"]),
    }
    order = shuffled(rng, *heads)
    lines, truth, workers = [], [], 0
    for name in some_names(rng):
        allocated, waiting, staff = rng.randrange(1, 40), rng.choice([0, 0, 2]), rng.randrange(1, 5)
        holders = [number % staff for number in range(allocated)]
        workers += len(set(holders))
        truth.append(Team(month, name, None, allocated, waiting))
        for holder in [*holders, *[None] * waiting]:
            worker = rng.choice(["", "Unallocated"]) if holder is None else f"{MARK}worker{name[:3]}, Anna{holder}"
            number = f"{MARK}{rng.randrange(10**9)}"
            born = dt.date(2001, 1, 1) + dt.timedelta(days=rng.randrange(5000))
            cells = {"id": number, "name": f"{MARK}name {number}", "born": born, "team": name, "worker": worker}
            lines.append([{**cells, "type": f"{MARK}plan"}[column] for column in order])
    title: list[Line] = [[f"Open cases at {month_end(month):%d %B %Y}"], []] if rng.random() < 0.5 else []
    made = written(rng, [*title, [heads[name] for name in order], *lines], f"{month:%b %Y}", "cases")
    made.teams, made.workers = truth, workers
    return made


SHAPES: dict[str, Callable[[random.Random], Made]] = {
    "transposed": transposed,
    "months_across": months_across,
    "measures_and_months": measures_and_months,
    "long": long,
    "workers": workers,
    "cases": cases,
}

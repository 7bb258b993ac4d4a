"""Lists with a row for each worker or each child, drawn: see ``generated.py`` for what is drawn."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from generated import Line, book, dressed, either, in_words, names
from generated_words import AREA, AS_AT, DATE, SHEETS
from made_books import Merge, Page
from made_files import Made, Team, month_end, months

# Stands in every word of a child's row, and in every worker's name: it must not be found again.
MARK = "Zq"
WAITS = (
    "Unallocated", "UNALLOCATED", "Awaiting allocation", "Not allocated", "Not yet allocated", "Unallocated case",
    "Unallocated – duty", "No worker", "No allocated worker", "To be allocated", "Pending allocation", "None",
)  # fmt: skip
VACANT = ("Vacant", "VACANCY", "Vacant post", "Vacant (from 1 May)")
CHILD_ID = (
    "Child ID", "Person ID", "LCS number", "Mosaic No", "NHS No.", "Client ID", "Child ref no.", "ICS ID", "LCS ID",
    "Child reference", "Unique ID", "Liquidlogic ID", "CHILD REF", "Child's ID", "Service user no.", "Case number",
)  # fmt: skip
CHILD_NAME = (
    "Child name", "Child's name", "Name of child", "Child’s full name", "Young person", "Child / YP name",
    "Full name of child",
)  # fmt: skip
TEAM_OF_CHILD = (
    "Team", "Allocated team", "Responsible team", "Current team", "Team responsible", "Case holding team",
    "Team (current)", "Social work team", "TEAM NAME", "Holding team", "SW Team", "Lead team",
)  # fmt: skip
WORKER_OF_CHILD = (
    "Social worker", "Allocated worker", "Allocated SW", "Key worker", "Case worker", "Case holder", "Current worker",
    "Named social worker", "Lead social worker", "SW name", "Worker", "Allocated SW name", "Allocated social worker",
    "Social Worker (allocated)", "Lead worker", "Name of social worker",
)  # fmt: skip
BESIDE = (
    "Gender", "Age", "Ethnicity", "Postcode", "Legal status", "CIN / CP / LAC", "Date referred", "Last visit", "School",
    "Team manager", "Type of plan", "Category of need", "IRO", "Comments",
)  # fmt: skip


def workers(rng: random.Random) -> Made:
    """A row for each worker: team merged down, once or in every row, vacant posts, waiting children, totals."""
    [month] = months(rng, 1)
    heads, parts = _of_workers(rng)
    rows: list[Line] = [heads]
    merges: list[Merge] = []
    style, truth, number = rng.choice(["merged", "once", "every"]), [], 0
    for name in names(rng):
        lines, fte, held = _staff(rng, number, parts)
        number += len(lines)
        waiting, blank = rng.choice([0, 3, 11]), [""] * parts
        if rng.random() < 0.3:
            lines.append([rng.choice(VACANT), "Social Worker", 0, *[0] * parts, 0])
        lines.append([rng.choice(WAITS[:6]), "", "", *blank, waiting])
        first = len(rows)
        rows += [[name if style == "every" or not place else "", *line] for place, line in enumerate(lines)]
        merges += [(first, 0, len(rows) - 1, 0)] if style == "merged" else []
        if rng.random() < 0.6:
            total = rng.choice([f"{name} total", f"Total {name}", f"{name} Total"])
            rows.append([total, "", "", fte, *blank, held + waiting])
        truth.append(Team(month, name, fte, held, waiting))
    if rng.random() < 0.5:
        fte = round(sum(team.fte or 0 for team in truth), 2)
        children = sum((team.allocated or 0) + (team.unallocated or 0) for team in truth)
        rows.append([rng.choice(["Grand total", "TOTAL"]), "", "", fte, *[""] * parts, children])
    whole, down, left = dressed(rng, rows, [rng.choice(AS_AT).format(month_end(month))])
    moved = [(top + down, start + left, bottom + down, end + left) for top, start, bottom, end in merges]
    made = book(rng, {"Workers": Page(whole, moved)}, "workers")
    made.teams, made.workers = truth, number
    return made


def _of_workers(rng: random.Random) -> tuple[Line, int]:
    """The headings of a list of workers, and how many columns with parts of a caseload are among them."""
    heads: Line = [
        rng.choice(["Team", "Team name", "SW Team"]),
        rng.choice(["Social worker", "Worker", "Name", "Worker name", "SW name", "Allocated worker"]),
    ]
    heads += [rng.choice(["Post title", "Role", "Job title", "Grade"]), rng.choice(["FTE", "WTE", "FTE in post"])]
    parts = rng.choice([["CIN", "CP", "LAC"], ["CIN", "CPP", "CLA"], []])
    last = ["Allocated children", "Allocated cases", "Children allocated", "Cases allocated", "Caseload"]
    return [*heads, *parts, rng.choice([*last, "Total children"] if parts else last)], len(parts)


def _staff(rng: random.Random, before: int, parts: int) -> tuple[list[Line], float, int]:
    """The lines of one team's workers, their FTE and their children."""
    lines: list[Line] = []
    fte, held = 0.0, 0
    for number in range(before + 1, before + rng.randrange(3, 8)):
        who = rng.choice([f"Worker {number:03}", f"Sam Marker-{number}", f"O’Marker{number}, Zoë", f"SW{number}"])
        post = rng.choice(["Social Worker", "Senior Practitioner", "SW (ASYE)", "Advanced Practitioner"])
        share, told = rng.choice([1, 0.5, 0.6, 0.81]), [rng.randrange(2, 12) for _ in range(parts or 1)]
        fte, held = fte + share, held + sum(told)
        lines.append([who, post, share, *(told if parts else []), sum(told)])
    return lines, round(fte, 2), held


def cases(rng: random.Random) -> Made:
    """A row for each child with its team and worker, in any order: repeated, closed or waiting, in some files."""
    spread, dated = months(rng, rng.choice([1, 1, 1, 3])), rng.choice(["sheet", "line", "name"])
    heads = _of_children(rng, many=len(spread) > 1)
    order = rng.sample(sorted(heads), len(heads))
    form, named = in_words(rng), names(rng)
    rows: list[Line] = [[heads[name] for name in order]]
    truth, number = [], 0
    for month in spread:
        children, held, found = _children(rng, named, heads)
        number += held
        for cells in children:
            cells["month"] = form(month)
            rows.append([cells[name] for name in order])
        truth += [Team(month, name, None, *told) for name, told in found.items()]
    if rng.random() < 0.3:
        rows += [[], [rng.choice(["Total children", "Total:", "Total"]), len(rows) - 1]]
    above = [rng.choice(AS_AT).format(month_end(month))] if dated == "line" and len(spread) == 1 else []
    sheet = rng.choice(SHEETS).format(month) if dated == "sheet" and len(spread) == 1 else "Case list"
    file = f"open cases {month:%B %Y}" if dated == "name" and len(spread) == 1 else "open cases"
    if len(spread) == 1 and dated == "sheet":
        made = book(rng, {sheet: Page(dressed(rng, rows)[0])}, file)
    else:
        made = either(rng, dressed(rng, rows, above)[0], sheet, file)
    made.teams, made.workers = truth, number
    return made


def _of_children(rng: random.Random, *, many: bool) -> dict[str, str]:
    """The headings of a list of children, by what stands below them."""
    heads = {"id": rng.choice(CHILD_ID), "team": rng.choice(TEAM_OF_CHILD), "worker": rng.choice(WORKER_OF_CHILD)}
    if rng.random() < 0.6:
        heads["name"] = rng.choice(CHILD_NAME)
    if rng.random() < 0.6:
        heads["born"] = rng.choice(["DOB", "Date of birth", "D.O.B.", "Child DOB"])
    if rng.random() < 0.3:
        heads["area"] = rng.choice(AREA)
    closed = rng.random()
    if closed < 0.3:
        heads["status"] = rng.choice(["Case status", "Status", "Open/closed"])
    elif closed < 0.5:
        heads["closed"] = rng.choice(["Date closed", "Closure date", "Case end date", "Closed on"])
    if many:
        heads["month"] = rng.choice(["Month", "Reporting month", "Period", *DATE[1:3]])
    return heads | {heading: heading for heading in rng.sample(BESIDE, rng.randrange(4))}


def _children(
    rng: random.Random, named: Sequence[str], heads: dict[str, str]
) -> tuple[list[dict[str, object]], int, dict[str, tuple[int, int]]]:
    """The rows of one month's children, how many workers hold them, and each team's allocated and waiting."""
    children, held = [], 0
    waiting_word = rng.choice(["", *WAITS])
    names_of = rng.choice(["{mark}worker{n} Anna", "{mark}worker{n}, Anna", "{mark}. {mark}worker-{n}", "SW {n:03}"])
    for place, team in enumerate(named):
        staff = rng.randrange(1, 5)
        holders = [number % staff for number in range(rng.randrange(1, 30))]
        held += len(set(holders))
        for holder in [*holders, *[None] * rng.choice([0, 0, 2, 5])]:
            who = waiting_word if holder is None else names_of.format(mark=MARK, n=100 * place + holder)
            children.append(_child(rng, heads, team, who))
            gone = {"status": "Closed", "closed": dt.date(2010, 5, 4)}
            if heads.keys() & gone.keys() and rng.random() < 0.1:
                children.append(_child(rng, heads, team, who) | gone)
            if rng.random() < 0.05:
                children.append(dict(children[-1]))
    if rng.random() < 0.5:
        rng.shuffle(children)
    # What a person would count, in the order in which the teams come.
    once = {child["id"]: child for child in children if child["status"] == "Open"}.values()
    found: dict[str, tuple[int, int]] = {}
    for child in [child for child in children if child["status"] == "Open"]:
        of_team = [one["worker"] == waiting_word for one in once if one["team"] == child["team"]]
        found[str(child["team"])] = (of_team.count(False), of_team.count(True))
    return children, held, found


def _child(rng: random.Random, heads: dict[str, str], team: str, worker: str) -> dict[str, object]:
    number = rng.randrange(10**8)
    born = dt.date(2001, 1, 1) + dt.timedelta(days=rng.randrange(5000))
    cells: dict[str, object] = {"id": f"{MARK}{number}", "name": f"{MARK}name {number}", "born": born, "team": team}
    cells |= {heading: f"{MARK} {heading}" for heading in heads if heading in BESIDE}
    return cells | {"worker": worker, "area": rng.choice(["North", "South"]), "status": "Open", "closed": ""}

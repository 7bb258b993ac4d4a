"""The ten shapes, drawn: those with a row for each team here. See ``generated.py`` for what is drawn."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from generated import (
    EXTRAS,
    Line,
    average,
    book,
    dressed,
    either,
    extras,
    figures,
    hidden,
    in_words,
    made_teams,
    names,
    shuffled,
    spaced,
    sums,
    text,
    typed,
    words,
)  # fmt: skip
from generated_people import cases, workers
from generated_turned import long, measures_and_months, months_across, transposed
from generated_words import (
    ALLOCATED,
    AREA,
    AS_AT,
    AVERAGE,
    CASE_HOLDING,
    DATE,
    ESTABLISHED,
    IN_POST,
    MONTH,
    SHEETS,
    TEAM,
    TOTAL,
    UNSAID,
    WAITING,
)  # fmt: skip
from made_books import Computed, Merge, Page
from made_files import Made, Team, month_end, months

# What stands over two columns, and what under it; "" for any heading that says it all.
STAFF_GROUPS = (
    ("Workforce", "", ""), ("Staffing", "", ""), ("FTE", "Established", "In post"),
    ("Social workers (FTE)", "Established", "In post"),
    ("WTE", "Establishment", "Actual"), ("Social work FTE", "Establishment", "Case-holding"),
)  # fmt: skip
CHILDREN_GROUPS = (
    ("Children", "", ""), ("Children", "Allocated", "Unallocated"), ("Cases", "Allocated", "Awaiting allocation"),
    ("Number of children", "Allocated", "Waiting"), ("Caseload", "Allocated", "Not allocated"),
    ("Open cases", "Allocated", "Unallocated"),
)  # fmt: skip


def simple(rng: random.Random) -> Made:
    """A row a team and month, the month in a column; extra columns, blank rows, codes, averages."""
    said = {"month": rng.choice(MONTH), "team": rng.choice(TEAM), **words(rng)}
    if rng.random() < 0.4:
        said["average"] = rng.choice(AVERAGE)
    others = {heading: heading for heading in extras(rng)}
    said |= others
    order, form, again = shuffled(rng, *said), in_words(rng), rng.random() < 0.2
    rows: list[Line] = []
    truth, named = [], names(rng)
    for month in months(rng, rng.choice([1, 2, 5])):
        rows += [[said[name] for name in order]] if again or not rows else []
        for team in made_teams(rng, month, named):
            known, told = hidden(rng, team)
            cells = {**told, "month": form(month), "team": spaced(rng, team.team), "average": average(team)}
            cells |= {heading: EXTRAS[heading](rng, team) for heading in others}
            rows.append([typed(rng, cells[name]) if name in told else cells[name] for name in order])
            truth.append(known)
        rows += [[]] if rng.random() < 0.2 else []
    made = either(rng, dressed(rng, rows)[0], "Data", "caseloads")
    made.teams = truth
    return made


def titled(rng: random.Random) -> Made:
    """Titles, an "as at" line, merged groups over the headings, a grand total, footnotes."""
    groups, heads, averages = _headings(rng)
    return _report(rng, [groups, heads], averages, areas=False)


def areas(rng: random.Random) -> Made:
    """Areas with a subtotal each, the area merged down, once or in every row, below one line of headings or two."""
    groups, heads, averages = _headings(rng)
    if rng.random() < 0.5:
        heads[2:6] = [rng.choice(ESTABLISHED), rng.choice(IN_POST + UNSAID), rng.choice(ALLOCATED), rng.choice(WAITING)]
        return _report(rng, [heads], averages, areas=True)
    return _report(rng, [groups, heads], averages, areas=True)


def _headings(rng: random.Random) -> tuple[Line, Line, bool]:
    """Two lines of headings, the upper one of groups, and whether the last column is a printed average."""
    averages = rng.random() < 0.7
    staff, established, in_post = rng.choice(STAFF_GROUPS)
    children, allocated, waiting = rng.choice(CHILDREN_GROUPS)
    heads: Line = [rng.choice(AREA), rng.choice(TEAM), established or rng.choice(ESTABLISHED)]
    heads += [in_post or rng.choice(IN_POST + UNSAID), allocated or rng.choice(ALLOCATED)]
    heads += [waiting or rng.choice(WAITING), rng.choice(AVERAGE) if averages else ""]
    return ["", "", staff, "", children, "", ""], heads, averages


def _report(rng: random.Random, heads: list[Line], averages: bool, *, areas: bool) -> Made:
    [month] = months(rng, 1)
    truth = made_teams(rng, month, names(rng, 4))
    rows, left = list(heads), 0 if areas else 1
    merges: list[Merge] = [(0, 2 - left, 0, 3 - left), (0, 4 - left, 0, 5 - left)] if len(heads) > 1 else []
    cut = rng.randrange(1, len(truth))
    style = rng.choice(["merged", "every", "once"])
    for area, group in (("North", truth[:cut]), ("South & West", truth[cut:])):
        first = len(rows)
        for place, team in enumerate(group):
            told = figures(team)
            line: Line = [area if style == "every" or not place else "", team.team, round((team.fte or 0) + 1.5, 2)]
            line += [told["fte"], typed(rng, told["allocated"]), told["unallocated"]]
            rows.append([*line, average(team) if averages else ""])
        if areas:
            merges += [(first, 0, len(rows) - 1, 0)] if style == "merged" and len(group) > 1 else []
            label = rng.choice([f"{area} total", f"{area} Total", f"Total {area}", "Sub-total"])
            rows.append([label, *_added(group)])
    rows.append([rng.choice(TOTAL), *_added(truth)])
    # Without areas their column is not there, and the total stands in the teams'.
    rows = [[row[0], *row[2:]] if row[1] == "" and row not in heads else row[1:] for row in rows] if left else rows
    said, day = rng.choice(AS_AT), month_end(month)
    whole, down, moved = dressed(rng, rows, [said.format(day)])
    merges = [(top + down, start + moved, bottom + down, end + moved) for top, start, bottom, end in merges]
    made = book(rng, {rng.choice(["Report", "Sheet1", "Summary"]): Page(whole, merges)}, "report")
    made.teams, made.as_at = truth, day if "%d" in said or ".day" in said else None
    return made


def _added(teams: Sequence[Team]) -> Line:
    """The cells of a total behind its label."""
    added = sums(teams)
    return ["", "", added["fte"], added["allocated"], added["unallocated"], ""]


def month_sheets(rng: random.Random) -> Made:
    """A sheet a month with the same or another order of columns, notes before, a hidden sheet behind."""
    named, form = names(rng), rng.choice(SHEETS)
    said = {"team": rng.choice(TEAM), **words(rng)}
    more = extras(rng)
    said |= {heading: heading for heading in more}
    order, dated = shuffled(rng, *said), rng.random() < 0.5
    spread = months(rng, rng.randrange(2, 13))
    # A month without its year is enough where a line above the table has it.
    form = "{0:%B}" if dated and rng.random() < 0.3 else form
    pages = (
        {"Read me": Page([["Monthly returns"], ["Please do not change earlier months"]])} if rng.random() < 0.6 else {}
    )
    truth = []
    for month in spread:
        teams = made_teams(rng, month, [name for name in named if rng.random() < 0.95] or named)
        rows: list[Line] = [[said[name] for name in order]]
        for team in teams:
            known, told = hidden(rng, team, 0.05)
            cells = {**{name: typed(rng, told[name], 0.03) for name in told}, "team": spaced(rng, team.team)}
            cells |= {heading: EXTRAS[heading](rng, team) for heading in more}
            rows.append([cells[name] for name in order])
            truth.append(known)
        if rng.random() < 0.7:
            cells = {**sums(teams), "team": rng.choice(TOTAL)}
            rows.append([cells.get(name, "") for name in order])
        above = [rng.choice(AS_AT).format(month_end(month))] if dated else []
        pages[form.format(month)] = Page(dressed(rng, rows, above)[0])
    pages["Lists"] = Page([["Team", "Code"], *([name, f"T{n}"] for n, name in enumerate(named))], hidden=True)
    made = book(rng, pages, "returns")
    made.teams = truth
    return made


def messy_csv(rng: random.Random) -> Made:
    """Text: a title, a blank line, days as typed, commas in thousands, codes, any separator; half of it cp1252."""
    encodings = rng.choice([(), ("cp1252",)])
    said = {"date": rng.choice(DATE), "team": rng.choice(TEAM), **words(rng)}
    order, ends = (
        shuffled(rng, *said),
        rng.choice(["{0:%d/%m/%Y}", "{0:%d-%b-%Y}", "{0.day} {0:%B %Y}", "{0:%Y-%m-%d}"]),
    )
    rows: list[Line] = [[said[name] for name in order]]
    named = [
        name for name in names(rng) if not encodings or name.encode("cp1252", "ignore").decode("cp1252") == name
    ] or ["Central"]
    truth = []
    for month in months(rng, rng.randrange(1, 4)):
        for place, team in enumerate(made_teams(rng, month, named)):
            team = team if place else Team(month, team.team, 48.0, 1204, team.unallocated)
            known, told = hidden(rng, team, 0.3)
            cells = {
                **told,
                "allocated": f"{team.allocated:,}",
                "date": ends.format(month_end(month)),
                "team": team.team,
            }
            rows.append([cells[name] for name in order])
            truth.append(known)
    made = text(rng, dressed(rng, rows)[0], "extract", encodings=encodings)
    made.teams = truth
    return made


def bad_total(rng: random.Random) -> Made:
    """One month of which one printed total is wrong; the loader must name its cell."""
    [month] = months(rng, 1)
    truth = made_teams(rng, month, names(rng))
    said = {"team": rng.choice(TEAM), "fte": rng.choice(CASE_HOLDING), "allocated": rng.choice(ALLOCATED)}
    said["unallocated"] = rng.choice(WAITING)
    order = ["team", *shuffled(rng, "fte", "allocated", "unallocated")]
    total = {"team": rng.choice([word for word in TOTAL if word != "Overall"]), **sums(truth)}
    wrong = rng.choice(order[1:])
    total[wrong] = round(total[wrong] + rng.choice([10, 1, 3]), 2)  # type: ignore[operator]
    rows: list[Line] = [[said[name] for name in order]]
    rows += [[{**figures(team), "team": team.team}[name] for name in order] for team in truth]
    rows.append([total[name] for name in order])
    whole, down, left = dressed(rng, rows)
    made = book(rng, {rng.choice(SHEETS).format(month): Page(whole)}, f"{month:%B %Y}")
    made.teams = truth
    made.cells = {f"{'ABCDEF'[order.index(wrong) + left]}{down + len(truth) + 2}": "total_disagrees"}
    return made


def uncached(rng: random.Random) -> Made:
    """Formulas without a result: plain ones of their own row are worked out; one with a blank part is refused."""
    [month] = months(rng, 1)
    truth, named = [], names(rng)
    broken = rng.randrange(len(named)) if rng.random() < 0.3 else None
    rows: list[Line] = [[rng.choice(TEAM), rng.choice(UNSAID), "CIN", "CP", "LAC", rng.choice(ALLOCATED)]]
    rows[0].append(rng.choice(WAITING))
    for place, name in enumerate(named):
        parts: Line = [rng.randrange(20, 90) for _ in range(3)]
        team = Team(month, name, rng.randrange(40, 99) / 10, sum(parts), rng.choice([0, 2]))  # type: ignore[arg-type]
        if place == broken:
            parts[rng.randrange(3)] = ""
        row = place + 2
        formulas = (f"SUM(C{row}:E{row})", f"C{row}+D{row}+E{row}", f"SUM(C{row},D{row},E{row})")
        rows.append([name, team.fte, *parts, Computed(rng.choice(formulas), None), team.unallocated])
        truth.append(team)
    # In .xls and .xlsb the text of a formula is not known, so it is named and not worked out.
    made = book(rng, {rng.choice(SHEETS).format(month): Page(rows)}, "december", ("xlsx", "1904", "strict", "ods"))
    made.teams = truth if broken is None else []
    if broken is not None:
        made.refused, made.cells = True, {f"F{broken + 2}": "formula_without_value"}
    return made


# The ten shapes of table that councils type.
TEN: dict[str, Callable[[random.Random], Made]] = {
    "a row for each team": simple,
    "titles and two lines of headings": titled,
    "areas with subtotals": areas,
    "a sheet a month": month_sheets,
    "a row for each measure": long,
    "months across": months_across,
    "teams across": transposed,
    "a row for each worker": workers,
    "a row for each child": cases,
    "text": messy_csv,
}
# Tables of such shapes with something wrong that must be seen.
FAULTS: dict[str, Callable[[random.Random], Made]] = {"a wrong total": bad_total, "formulas without results": uncached}
# Further tables, and those of the ten.
ALL = {**TEN, **FAULTS, "a row for each measure, months across": measures_and_months}

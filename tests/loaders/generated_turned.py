"""Tables in which teams, measures or months stand otherwise than a row for each team; drawn as in ``generated.py``."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import Any

from generated import (
    Line,
    average,
    book,
    dressed,
    either,
    figures,
    hidden,
    in_words,
    made_teams,
    names,
    shuffled,
    sums,
    typed,
    words,
)  # fmt: skip
from generated_words import AREA, AS_AT, AVERAGE, ESTABLISHED, MONTH, TEAM, TOTAL
from made_books import Merge, Page
from made_files import Made, Team, month_end, months

# What stands above the block of a measure.
BLOCKS = (
    "{}", "{} by team", "Table: {}", "{}:", "Trend in {}", "Table 1: {}", "{} - monthly trend", "{} by team 2012-13",
)  # fmt: skip


def long(rng: random.Random) -> Made:
    """A row for each month, team and measure; a team typed once or in every row, totals, measures that are not ours."""
    said, form, named = words(rng), in_words(rng), names(rng)
    heads = {
        "month": rng.choice(MONTH),
        "team": rng.choice(TEAM),
        "measure": rng.choice(["Measure", "Indicator", "Metric", "KPI", "Measure name", "Data item"]),
        "value": rng.choice(["Value", "Number", "Figure", "Count", "Actual", "Result", "Total", "Amount"]),
        **({"area": rng.choice(AREA)} if rng.random() < 0.3 else {}),
    }
    order = shuffled(rng, *heads)
    rows: list[Line] = [[heads[name] for name in order]]
    truth, extra, once, total = [], rng.random() < 0.4, rng.random() < 0.3, rng.choice([None, None, *TOTAL])
    for month in months(rng, rng.randrange(1, 6)):
        teams = [hidden(rng, team, 0.06) for team in made_teams(rng, month, named)]
        truth += [known for known, _ in teams]
        blocks = [(known.team, told) for known, told in teams]
        blocks += [(total, sums([known for known, _ in teams]))] if total else []
        for name, told in blocks:
            lines = {**told, **({"Referrals": rng.randrange(90)} if extra else {})}
            for place, (measure, value) in enumerate(lines.items()):
                cells = {"month": form(month), "team": "" if once and place else name, "area": "North"}
                cells |= {"measure": said.get(measure, measure), "value": typed(rng, value)}
                rows.append([cells[column] for column in order])
    made = either(rng, dressed(rng, rows)[0], "Data", "extract")
    made.teams = truth
    return made


def months_across(rng: random.Random) -> Made:
    """A block for each measure, months side by side; totals, an area, months still to come, another block."""
    said, form, named = words(rng), in_words(rng), names(rng)
    spread = months(rng, rng.randrange(2, 13))
    by_month = {month: [hidden(rng, team, 0.04) for team in made_teams(rng, month, named)] for month in spread}
    to_come = months_after(spread[-1], rng.choice([0, 0, 2]))
    area = rng.choice([None, None, rng.choice(AREA)])
    in_corner = not area and rng.random() < 0.25
    title, team_word, total = rng.choice(BLOCKS), rng.choice(TEAM), rng.choice([None, *TOTAL])
    rows: list[Line] = []
    for name in shuffled(rng, *said):
        told = title.format(said[name].replace("\n", " "))
        rows += [] if in_corner else [[told], *([[]] if rng.random() < 0.3 else [])]
        rows.append([*([area] if area else []), told if in_corner else team_word, *map(form, [*spread, *to_come])])
        for place, team in enumerate(named):
            left: Line = ["" if place else "North"] if area else []
            rows.append([*left, team, *(by_month[month][place][1][name] for month in spread)])
        if total:
            added = (sums([team for team, _ in by_month[month]])[name] for month in spread)
            rows.append([*([""] if area else []), total, *added])
        rows += [[]] * rng.randrange(1, 3)
    if rng.random() < 0.3:
        rows += [["Referrals received"], [rng.choice(TEAM), *map(form, spread)]]
        rows += [[team, *(rng.randrange(99) for _ in spread)] for team in named]
    made = either(rng, dressed(rng, rows)[0], rng.choice(["Trend", "Sheet1", "Data"]), "trend")
    made.teams = [team for month in spread for team, _ in by_month[month]]
    return made


def months_after(month: dt.date, many: int) -> list[dt.date]:
    places = [month.year * 12 + month.month + number for number in range(many)]
    return [dt.date(place // 12, place % 12 + 1, 1) for place in places]


def measures_and_months(rng: random.Random) -> Made:
    """Months side by side, the measure of each row in a column, or in a second row of headings."""
    form, said, named = in_words(rng), words(rng), names(rng)
    spread = months(rng, rng.randrange(2, 7))
    by_month = {month: made_teams(rng, month, named) for month in spread}
    order, team_word = shuffled(rng, *said), rng.choice(TEAM)
    kind = rng.choice(["column", "measures below", "measures above"])
    rows: list[Line] = [[team_word, rng.choice(["Measure", "Indicator", "Metric"]), *map(form, spread)]]
    merges: list[Merge] = []
    full = rng.random() < 0.5
    if kind != "column":
        rows, merges = _two_lines(spread, order, {**{month: form(month) for month in spread}, **said}, kind, team_word)
    for place, team in enumerate(named):
        if kind == "column":
            for number, name in enumerate(order):
                line = [figures(by_month[month][place])[name] for month in spread]
                rows.append([team if full or not number else "", said[name], *line])
            continue
        outer, inner = (spread, order) if kind == "measures below" else (order, spread)
        pairs: list[Any] = [(m, n) if kind == "measures below" else (n, m) for m in outer for n in inner]
        rows.append([team, *(figures(by_month[month][place])[name] for month, name in pairs)])
    made = book(rng, {"Trend": Page(rows, merges)}, "trend")
    made.teams = [team for month in spread for team in by_month[month]]
    return made


def _two_lines(
    spread: Sequence[dt.date], order: Sequence[str], written: dict[Any, object], kind: str, team_word: str
) -> tuple[list[Line], list[Merge]]:
    """Two lines of headings: each month over the measures, or each measure over the months."""
    outer, inner = (spread, order) if kind == "measures below" else (order, spread)
    upper: Line = [""]
    merges: list[Merge] = []
    for one in outer:
        merges.append((0, len(upper), 0, len(upper) + len(inner) - 1))
        upper += [written[one], *[""] * (len(inner) - 1)]
    return [upper, [team_word, *(written[one] for _ in outer for one in inner)]], merges


def transposed(rng: random.Random) -> Made:
    """Teams side by side, a measure in each row; a table for each month below one another; rows that are not ours."""
    said, named, truth = words(rng), names(rng), []
    order, total = shuffled(rng, *said), rng.choice([None, None, *TOTAL])
    more = rng.sample([None, _established, _averages, _sickness], rng.randrange(3))
    rows: list[Line] = []
    spread = months(rng, rng.choice([1, 1, 2, 3]))
    for month in spread:
        teams = made_teams(rng, month, named)
        truth += teams
        rows += [[rng.choice(AS_AT[:1] + AS_AT[5:7]).format(month_end(month))], []]
        corner = rng.choice(["", "Measure", "Indicator", rng.choice(TEAM)])
        rows.append([corner, *named, *([total] if total else [])])
        for name in order:
            rows.append([said[name], *(figures(team)[name] for team in teams), *([sums(teams)[name]] if total else [])])
        rows += [write(rng, teams) for write in more if write]
        rows += [[], []]
    made = either(rng, dressed(rng, rows)[0], "Sheet1" if len(spread) > 1 else f"{month:%b %Y}", "teams across")
    made.teams = truth
    return made


def _established(rng: random.Random, teams: Sequence[Team]) -> Line:
    return [rng.choice(ESTABLISHED), *(round((team.fte or 0) + 1, 2) for team in teams)]


def _averages(rng: random.Random, teams: Sequence[Team]) -> Line:
    return [rng.choice(AVERAGE), *map(average, teams)]


def _sickness(rng: random.Random, teams: Sequence[Team]) -> Line:
    return ["Days of sickness", *(rng.randrange(40) for _ in teams)]

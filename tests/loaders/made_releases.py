"""Published figures as the releases of 2013 to 2016 laid them out: years and measures side by side."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping, Sequence

from made_published import CODES, COUNCILS, MEASURES

# Region, its code, and councils with theirs: regions are known by name, councils are made up.
REGIONS = {"North East": "E12000001", "South West": "E12000009"}
PLACED = {"Ashford Vale": "North East", "Elmbridge Moor": "North East", "Oakham Fen": "South West"}
assert set(PLACED) == set(COUNCILS)
CODED = {name: f"E0600090{number}" for number, name in enumerate(PLACED)}
UNDERLYING = {
    "caseload": "Average_caseload", "vacancy_rate": "A3_FTE_VacancyRate_{}",
    "agency_rate": "D2_FTE_AgencyWorkerRate_{}", "turnover_rate": "B3_FTE_TurnoverRate_{}",
    "absence_rate": "C2_FTE_AbsenceRate_{}",
}  # fmt: skip
OTHERS = ("A1_FTE_ChildrensSocialWorkers_{}", "CiNperCSW_FTE_{}", "B3_Headcount_TurnoverRate_{}")
IN_TABLES = {
    "caseload": "Average caseload", "vacancy_rate": "Vacancy rate (FTE)2", "agency_rate": "Agency worker rate",
    "turnover_rate": "Turnover rate of children's social workers (FTE)", "absence_rate": "Sickness absence rate (FTE)",
}  # fmt: skip

Truth = dict[tuple[int, str, str], float | str]


def truth_of(rng: random.Random, years: Sequence[int]) -> Truth:
    """Year, place and measure to a figure, or to the reason why there is none."""
    places = ("England", *REGIONS, *PLACED)
    coded = [f"{reason} ({code})" for code, reason in CODES.items()]
    return {
        (year, name, measure): rng.choice(coded) if rng.random() < 0.15 else rng.randint(0, 400) / 10
        for year in years
        for name in places
        for measure in IN_TABLES
        if measure in MEASURES
    }


def typed(figure: float | str) -> float | str:
    """A figure as it is typed: a reason as the code for it."""
    return figure[figure.rindex("(") + 1 : -1] if isinstance(figure, str) else figure


def underlying(truth: Truth, year: int) -> bytes:
    """The underlying data of a release of one year: a row a place, no column for the year or the level."""
    places = ["Country_code", "Country_name", "Region_code", "Region_name", "LA_code (9 digit)", "LA_name"]
    headings = [*places, "LA_code (3 digit)", *(each.format(year) for each in (*UNDERLYING.values(), *OTHERS))]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(headings)
    for name in ("England", *REGIONS, *PLACED):
        region = PLACED.get(name, name if name in REGIONS else "")
        council = [CODED[name], name, "840"] if name in PLACED else ["", "", ""]
        figures = [typed(truth[year, name, measure]) for measure in UNDERLYING]
        writer.writerow(
            ["E92000001", "England", REGIONS.get(region, ""), region, *council, *figures, *("9.9" for _ in OTHERS)]
        )
    return written.getvalue().encode("utf-8-sig")


def in_order() -> list[str]:
    """England, then each region with its councils."""
    return ["England", *(name for region in REGIONS for name in (region, *(c for c in PLACED if PLACED[c] == region)))]


def in_blocks(truth: Truth, years: Sequence[int], *, coded: bool, by_year: bool) -> list[list[object]]:
    """A table with two rows of headings, measures over years or years over measures, and footnotes below."""
    outer: Sequence[object] = years if by_year else list(IN_TABLES)
    inner: Sequence[object] = list(IN_TABLES) if by_year else years
    upper: list[object] = ["", "Region / Local authority"]
    lower: list[object] = ["Area code" if coded else "", ""]
    for each in outer:
        upper += [IN_TABLES.get(str(each), each), *[""] * (len(inner) - 1)]
        lower += [IN_TABLES.get(str(one), one) for one in inner]
    rows: list[list[object]] = [["Table 3: children's social workers by local authority"], ["Coverage: England"], []]
    rows += [upper, lower]
    for name in in_order():
        code = {"England": "E92000001", **REGIONS, **CODED}[name] if coded else ""
        keys = [(one, each) if by_year else (each, one) for each in outer for one in inner]
        figures = [typed(truth[int(str(year)), name, str(measure)]) for measure, year in keys]
        rows.append([code, name.upper() if name == "England" else f"{name}(1)", *figures])
    return [*rows, [], ["1. Figures were rounded."], ["Source: workforce collection, published in 2017"]]


def a_sheet_each(truth: Truth, years: Sequence[int]) -> Mapping[str, list[list[object]]]:
    """A sheet for each measure, which only its title names; years across."""
    return {
        f"LA{number}": [
            [f"Table LA{number}: {title}, years ending 30 September {min(years)} to {max(years)}"],
            ["Area", *years],
            *([name, *(typed(truth[year, name, measure]) for year in years)] for name in in_order()),
        ]
        for number, (measure, title) in enumerate(IN_TABLES.items())
    }

"""Files of published figures in the layouts of several releases, with what stands in them."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping, Sequence

# The headings of two releases, ours to theirs.
NOW = {
    "year": "time_period", "level": "geographic_level", "country_code": "country_code", "country": "country_name",
    "region_code": "region_code", "region": "region_name", "code": "new_la_code", "council": "la_name",
    "caseload": "caseload_fte", "cases": "cases", "case_holders_fte": "case_holders_fte",
    "vacancy_rate": "vacancy_rate_fte",
    "agency_rate": "agency_rate_fte", "turnover_rate": "turnover_rate_fte", "absence_rate": "absence_rate_fte",
}  # fmt: skip
BEFORE = NOW | {
    "vacancy_rate": "vacancy_rate_fte_perc", "agency_rate": "agency_worker_rate_fte_perc",
    "turnover_rate": "turnover_rate_fte_perc", "absence_rate": "absence_rate_fte_perc",
}  # fmt: skip
IN_WORDS = {
    "year": "Year", "level": "Geographic level", "region": "Region", "council": "Local authority",
    "caseload": "Average caseload", "vacancy_rate": "Vacancy rate (%)", "turnover_rate": "Turnover rate (%)",
}  # fmt: skip
OTHER = {
    "time_identifier": "Reporting year",
    "old_la_code": "201",
    "turnover_rate_headcount": "12",
    "inpost_fte": "9.9",
}
MEASURES = ("caseload", "cases", "case_holders_fte", "vacancy_rate", "agency_rate", "turnover_rate", "absence_rate")
CODES = {"c": "confidential", "z": "not applicable", "x": "not available", "u": "of low reliability",
         "low": "small, rounds to 0", "k": "small, rounds to 0", ":": "not available"}  # fmt: skip
COUNCILS = {"Ashford Vale": "North Riding", "Elmbridge Moor": "North Riding", "Oakham Fen": "South Riding"}

Row = dict[str, str]


def place(year: int, level: str, name: str = "", region: str = "", **figures: str) -> Row:
    """A row by our names: of England, a region, or a council in a region."""
    named = {"National": {}, "Regional": {"region": name}, "Local authority": {"council": name, "region": region}}[
        level
    ]
    codes = {"country": "England", "country_code": "E92000001"}
    return {"year": str(year), "level": level, **codes, **named, **dict.fromkeys(MEASURES, "x"), **figures}


def file_of(rows: Sequence[Row], headings: Mapping[str, str] = NOW, order: Sequence[str] = ()) -> bytes:
    """The rows as the release's file, its columns in the order given (by our names)."""
    names = list(order) or list(headings)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([*(headings[name] for name in names), *OTHER])
    for row in rows:
        writer.writerow([*(row.get(name, "") for name in names), *OTHER.values()])
    return written.getvalue().encode("utf-8-sig")


def made(rng: random.Random, years: Sequence[int]) -> tuple[list[Row], dict[tuple[int, str, str], float | str]]:
    """Rows of England, two regions and three councils, and the truth: a figure, or the reason why there is none."""
    rows: list[Row] = []
    truth: dict[tuple[int, str, str], float | str] = {}
    places = [("National", "England", "")]
    places += [("Regional", name, "") for name in dict.fromkeys(COUNCILS.values())]
    places += [("Local authority", name, region) for name, region in COUNCILS.items()]
    for year in years:
        for level, name, region in places:
            figures = _figures(rng)
            for measure, text in figures.items():
                truth[year, name, measure] = (
                    f"{CODES[text]} ({text})" if text in CODES else float(text.replace(",", ""))
                )
            rows.append(place(year, level, name, region, **figures))
    rng.shuffle(rows)
    return rows, truth


def _figures(rng: random.Random) -> dict[str, str]:
    fte, cases = rng.randint(200, 4000) / 10, rng.randint(300, 6000)
    figures = {
        "caseload": f"{cases / fte:.1f}",
        "cases": f"{cases:,}" if rng.random() < 0.3 else str(cases),
        "case_holders_fte": f"{fte}",
        **{
            rate: f"{rng.randint(0, 400) / 10:g}"
            for rate in ("vacancy_rate", "agency_rate", "turnover_rate", "absence_rate")
        },
    }
    if float(figures["caseload"]) > 200:
        return _figures(rng)
    return {name: rng.choice(list(CODES)) if rng.random() < 0.15 else text for name, text in figures.items()}

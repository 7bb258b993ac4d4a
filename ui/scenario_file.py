"""A scenario as a file that can be read without Headroom: all that it rests on, with sources, and what it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from model.assumptions import ABOUT, COSTS, About
from model.basis import fte_words
from model.exact import MINUS
from model.outlook_assumptions import ASSUMPTIONS
from model.outlook_missing import gaps
from model.outlook_start import read_from
from model.scenario import Scenario
from reports.workbook import SheetOf, Value, workbook
from ui import costs_answer, forecast_exhibit
from ui.costs_beside import break_evens
from ui.costs_choices import YEARS, Chosen, terms_of
from ui.exhibit import Exhibit, in_words
from ui.outlook_fan import fan_exhibit
from ui.outlook_headlines import in_sentences
from ui.scenario_answer import Worked
from ui.scenarios_exhibit import row_values

# The sheet that is read when the file is loaded back.
LOADED = "To load back"
_HOW = (
    "Headroom reads this sheet, and no other, when the file is loaded on its Scenarios page. A value that is changed "
    "here is taken; one that is made blank is as if nobody had typed it. What it rested on stands at the end: it is "
    "not taken over, but held against what it rests on where it is loaded."
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_NOT_A_COURSE = "One headed “Counted” was counted; the others are expected or simulated."


def scenario_workbook(scenario: Scenario, worked: Worked | None) -> bytes:
    """The scenario as an .xlsx file; ``worked`` is ``None`` where its figures are not there any more."""
    rows = worked.with_prices.to_rows(worked.in_words) if worked else scenario.to_rows()
    loaded = SheetOf(LOADED, _HOW, ("Choice", "Value", "Place in the link"), rows)
    return workbook([*(_answer(worked) if worked else ()), loaded])


def _answer(worked: Worked) -> Iterator[SheetOf]:
    costs = _costs(worked)
    yield SheetOf("Result", "", ("What", "Scenario"), list(_result(worked, costs)))
    yield SheetOf("Assumptions", "", ("Assumption", "Unit", "Value", "Where it is from"), list(_assumptions(worked)))
    fan = fan_exhibit(worked.asked, worked.case, worked.fan)
    yield _months("Month by month", f"{fan.beneath}. {_NOT_A_COURSE}", fan)
    by_month = costs_answer.by_month(costs)
    yield _months("Cost by month", f"Pounds. {by_month.beneath}", by_month)
    frame, foot, headings = costs_answer.year_frame(costs)
    years = pd.concat([frame, pd.DataFrame([foot])])
    yield SheetOf("Cost by year", "", tuple(headings.values()), _rows(years[[*headings]]))


def _costs(worked: Worked) -> costs_answer.Answer:
    years = YEARS[worked.scenario.by_key.get("cost_years", next(iter(YEARS)))]
    chosen = Chosen(worked.plan, years, worked.asked.assumed.months_open)
    return costs_answer.Answer(worked.asked.view, worked.asked.start, chosen, worked.plan)


def _result(worked: Worked, costs: costs_answer.Answer) -> Iterator[tuple[str, str]]:
    """What the scenario is of, what it comes to, and what is said of that."""
    asked = worked.asked
    yield "Scenario", worked.scenario.name
    yield "Council", asked.view.authority
    yield "Teams", worked.in_words["Teams"]
    yield "Full-time equivalent (FTE)", fte_words(asked.start.service)
    yield "Rests on", asked.basis
    yield "Source of the figures", asked.view.source
    yield from row_values(worked).items()
    yield "The assumptions are unsure too", worked.in_words["The assumptions are unsure too"]
    yield "In sentences", in_sentences(asked, worked.case, worked.fan)
    if left_out := " ".join(gaps(asked.start)):
        yield "Left out", left_out
    for text in (costs.title, costs_answer.years_title(costs), *costs_answer.further(costs), *break_evens(costs)):
        yield "Cost", text


def _assumptions(worked: Worked) -> Iterator[tuple[str, str, Value, str]]:
    """Every assumption and price with its unit, value and source; those typed in the scenario are said to be."""
    chosen, asked = worked.scenario.by_key, worked.asked
    _, sources = read_from(asked.start, forecast_exhibit.as_chosen(asked.view, chosen))
    known = worked.in_words
    for name, about in ASSUMPTIONS.items():
        yield _line(about, known, sources[name], is_typed=f"assumed_{name}" in chosen)
    vacant = "Vacant posts now"
    typed = "Typed in this scenario" if "assumed_vacant" in chosen else "The figures; none where they do not say"
    yield vacant, "FTE", _value(known[f"{vacant} (FTE)"]), typed
    for name in COSTS:
        kept = f"{ABOUT[name].source}. Kept on the Methods page"
        yield _line(ABOUT[name], known, kept, is_typed=f"cost_{name}" in chosen)
    for name, about in terms_of(asked.view, asked.start).items():
        if f"{about.label} ({about.unit})" in known:
            typed_here = "funding" in chosen if name == "funded_until" else f"cost_{name}" in chosen
            yield _line(about, known, about.source, is_typed=typed_here)


def _line(about: About, known: dict[str, str], source: str, *, is_typed: bool) -> tuple[str, str, Value, str]:
    where = f"Typed in this scenario. Otherwise: {source}" if is_typed else source
    return about.label, about.unit, _value(known[f"{about.label} ({about.unit})"]), where


def _value(text: str) -> Value:
    """A number as a number, so that the sheet can be reckoned with; words as they are."""
    digits = text.replace(",", "").replace(MINUS, "-")
    return float(digits) if _NUMBER.fullmatch(digits) else text


def _months(name: str, above: str, exhibit: Exhibit) -> SheetOf:
    columns = [column for column in exhibit.columns if column in exhibit.frame.columns]
    frame = exhibit.frame[columns].copy()
    frame["month"] = in_words(frame, {"month": "month"})["month"].tolist()
    return SheetOf(name, above, tuple(exhibit.heading(column) for column in columns), _rows(frame))


def _rows(frame: pd.DataFrame) -> list[list[Value]]:
    plain = frame.astype(object)
    return [[None if pd.isna(value) else value for value in row] for row in plain.to_numpy().tolist()]

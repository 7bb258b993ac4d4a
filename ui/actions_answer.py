"""An action plan as it stands: its versions, the latest figures of its indicators, its ratings, what moved since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

import pandas as pd

from loaders.plans.actionplan import load_plan
from model.action_plan import Action
from model.action_plan_findings import Moved, in_words, moved
from model.action_plan_rating import Known, Rated, is_reached, rated
from model.indicators import indicators
from model.trend_quarterly import latest_figures
from model.trend_series import measures, monthly
from model.words import day_words
from store import KeptPlan
from ui import cached
from ui.view import Council

# The report with the plan of the example is of this day.
_OF_EXAMPLE = datetime(2013, 6, 13, tzinfo=UTC)


@dataclass(frozen=True)
class Answer:
    """The plan of a council on a day: ``kept`` is how many versions the store has, those of the example beside."""

    council: Council
    versions: tuple[KeptPlan, ...]
    kept: int
    figures: Mapping[str, Known]
    today: date

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of the newest version."""
        return self.versions[-1].actions if self.versions else ()

    @cached_property
    def rated(self) -> list[Rated]:
        """Each action with how it stands, what comes first at the top."""
        return rated(self.actions, self.today, self.figures)

    def days(self) -> list[date]:
        """The days since which what moved can be told: when the plan was first kept, and starts of quarters after."""
        if not self.versions:
            return []
        first = self.versions[0].at.date()
        starts = [date(year, month, 1) for year in range(first.year, self.today.year + 1) for month in (1, 4, 7, 10)]
        return [first, *(start for start in starts if first < start <= self.today)]

    def moved_since(self, day: date) -> list[Moved]:
        """What moved from the version that stood at the beginning of that day, or the first of all, to the newest."""
        before = [version for version in self.versions if version.at.date() < day] or self.versions[:1]
        return moved(before[-1].actions, self.actions) if before else []


def answer(council: Council, today: date) -> Answer:
    """The plan of the council: the example's ships, and what is kept of it comes after; raises StoreError."""
    kept = cached.store().action_plans.versions(council.authority) if council.version else []
    shipped = [KeptPlan(_shipped(), "", _OF_EXAMPLE)] if council.is_example else []
    return Answer(council, (*shipped, *kept), len(kept), _figures(council), today)


def _shipped() -> tuple[Action, ...]:
    found: tuple[Action, ...] = cached.once(
        ("action plan of the example",),
        lambda: load_plan(cached.EXAMPLE_PLAN_FILE.read_bytes(), cached.EXAMPLE_PLAN_FILE.name).actions,
    )
    return found


def _figures(council: Council) -> Mapping[str, Known]:
    found: Mapping[str, Known] = cached.once(
        ("figures of indicators", council.authority, council.version), lambda: _latest(council)
    )
    return found


def _latest(council: Council) -> dict[str, Known]:
    """The latest figure of each indicator: of the activity reports, and the average caseload of the months."""
    report = cached.activity(council.authority, council.version)
    found = {
        key: Known(value, measure.shown(value), when) for key, (measure, value, when) in latest_figures(report).items()
    }
    caseload = next(measure for measure in measures() if measure.key == "caseload")
    series = monthly(cached.months_of_service(council.authority, council.version, None), caseload)
    if series.last is not None:
        value = series.known[-1]
        found["workforce_caseload"] = Known(value, caseload.shown(value), series.labels[series.last])
    return found


FIRST = {"ref": "No.", "called": "Action", "rating": "Rating", "why": "Why", "owner": "Owner", "due": "Due date"}


def to_look_at(found: Sequence[Rated]) -> pd.DataFrame:
    """A row for each action that is overdue, cannot be measured, or is not as it should be: the first at the top."""
    rows = [
        (each.action.ref, each.action.called, each.rating.value, each.why, each.action.owner,
         in_words("due", each.action.due))
        for each in found if each.late or each.is_vague or each.rating.value in ("Red", "Amber")
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=[*FIRST])


OF_MEASURES = {
    "ref": "No.", "called": "Action", "indicator": "Indicator", "baseline": "Baseline", "latest": "Latest figure",
    "when": "Period", "target": "Target", "reached": "Target reached",
}  # fmt: skip


def by_measure(found: Answer) -> pd.DataFrame:
    """A row for each action that is linked to an indicator: where that stands."""
    rows = []
    for action in found.actions:
        linked, known = indicators().get(action.indicator), found.figures.get(action.indicator)
        if linked is None:
            continue
        reached = {True: "Yes", False: "No", None: ""}[is_reached(action, known)]
        told = (known.shown, known.when) if known else ("Not known", "")
        rows.append((action.ref, action.called, linked.name, action.baseline, *told, action.target, reached))
    return pd.DataFrame(rows, columns=[*OF_MEASURES])


MOVED = {"ref": "No.", "called": "Action", "what": "What moved", "before": "Before", "now": "Now"}


def moves(found: Sequence[Moved]) -> pd.DataFrame:
    """A row for each thing that moved."""
    rows = [(each.action.ref, each.action.called, each.what, _named(each.before), _named(each.now)) for each in found]
    return pd.DataFrame(rows, columns=[*MOVED])


def _named(text: str) -> str:
    """An indicator by its name; other text as it is."""
    linked = indicators().get(text)
    return linked.name if linked else text


def since_words(day: date, answered: Answer) -> str:
    """A day to choose: "1 October 2025", or that it is when the plan was first kept."""
    first = day == answered.versions[0].at.date()
    return f"{day_words(day)}, first kept" if first else day_words(day)

"""The front door: from contact to child protection plan, what is unaccounted for, and who refers with what outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from model.activity_report import Column, Report
from model.exact import exact, percentage

# The steps in their order: what each is called, and the indicators that can give it, the first that is known.
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Contacts", ("contacts",)),
    ("Referrals", ("referrals",)),
    ("Assessments", ("assessments", "initial_assessments")),
    ("Section 47 enquiries", ("section_47",)),
    ("Initial child protection conferences", ("initial_conferences",)),
    ("Child protection plans started", ("plans_started",)),
)
# What is known of those who do not go on to the next step.
_EXPLAINED = {
    "Contacts": ("contacts_closed_and_logged", "contacts_no_further_action"),
    "Referrals": ("referrals_below_threshold",),
}
BY_AGENCY, BY_OUTCOME = "referrals_by_agency", "referrals_by_outcome"


@dataclass(frozen=True)
class Step:
    """A step of the funnel: how many come to it, how many do not go on, and how many of those are explained.

    Counts of the period, ``None`` where not known. ``left`` can be below 0: later steps are of earlier periods too.
    """

    name: str
    keys: tuple[str, ...]
    number: Fraction | None
    on: Fraction | None = None
    explained: Fraction | None = None
    explained_by: tuple[str, ...] = ()

    @property
    def left(self) -> Fraction | None:
        """Those who do not go on to the next step."""
        return None if self.number is None or self.on is None else self.number - self.on

    @property
    def unaccounted(self) -> Fraction | None:
        """Those who neither go on nor are explained; ``None`` where the figures explain nobody at this step."""
        return None if self.left is None or self.explained is None else self.left - self.explained


def funnel(report: Report, column: Column) -> list[Step]:
    """The steps from contact to plan in a period; a step without a figure stays in it."""
    found = []
    for name, keys in STEPS:
        known = [(key, _number(report, key, column)) for key in keys]
        key, number = next(((key, value) for key, value in known if value is not None), (keys[0], None))
        found.append((name, key, number))
    steps = []
    for place, (name, key, number) in enumerate(found):
        on = found[place + 1][2] if place + 1 < len(found) else None
        out = {each: _number(report, each, column) for each in _EXPLAINED.get(name, ())}
        given = {each: value for each, value in out.items() if value is not None}
        explained = sum(given.values(), Fraction(0)) if given else None
        steps.append(Step(name, (key,), number, on, explained, tuple(given)))
    return steps


def _number(report: Report, key: str, column: Column) -> Fraction | None:
    figure = report.part(key, column)
    return figure.value if figure else None


FUNNEL_COLUMNS = ("step", "number", "share", "share_of", "on", "explained", "unaccounted")
_COUNTS = ("number", "share", "on", "explained", "unaccounted")


def funnel_frame(steps: Iterable[Step]) -> pd.DataFrame:
    """A row a step: ``number``, its ``share`` (%) of the last known step before, which is ``share_of``, how many go
    ``on`` to the next one, ``explained``, ``unaccounted``; what is not known is missing."""
    rows = []
    before: Step | None = None
    for step in steps:
        share, of = None, ""
        if before and before.number and step.number is not None:
            share, of = float(percentage(step.number, before.number)), before.name.lower()
        before = step if step.number is not None else before
        counts = [None if value is None else float(value) for value in (step.on, step.explained, step.unaccounted)]
        rows.append((step.name, None if step.number is None else float(step.number), share, of, *counts))
    return pd.DataFrame(rows, columns=list(FUNNEL_COLUMNS)).astype(dict.fromkeys(_COUNTS, "float64"))


TOTAL = "All outcomes"


def by_agency(report: Report, column: Column) -> pd.DataFrame:
    """Referrals by agency and outcome: a row an agency, a column an outcome, and :data:`TOTAL`; empty if not given.

    An agency's total is its own figure where one is given, else the sum of its outcomes.
    """
    whole: dict[str, Fraction] = {}
    apart: dict[str, dict[str, Fraction]] = {}
    for line in report.lines:
        figure = report.at(line, column)
        if line.indicator is None or line.indicator.key != BY_AGENCY or not line.split or not figure:
            continue
        if figure.value is None:
            continue
        agency, *outcome = line.split
        if outcome:
            apart.setdefault(agency, {})[outcome[0]] = figure.value
        else:
            whole[agency] = figure.value
    outcomes = list(dict.fromkeys(name for of in apart.values() for name in of))
    rows = [
        {"agency": agency, **{name: apart.get(agency, {}).get(name) for name in outcomes}}
        | {TOTAL: whole.get(agency, sum(apart.get(agency, {}).values(), Fraction(0)))}
        for agency in dict.fromkeys([*whole, *apart])
    ]
    frame = pd.DataFrame(rows, columns=["agency", *outcomes, TOTAL])
    numbers = {
        name: frame[name].map(lambda value: None if value is None else float(value)) for name in frame.columns[1:]
    }
    return frame.assign(**numbers).sort_values(TOTAL, ascending=False, kind="stable", ignore_index=True)


def not_by_agency(report: Report, column: Column) -> Fraction | None:
    """Referrals that no agency's figure holds; ``None`` where either is not known."""
    frame, referrals = by_agency(report, column), report.part("referrals", column)
    if frame.empty or referrals is None or referrals.value is None:
        return None
    return referrals.value - sum(map(exact, frame[TOTAL].tolist()), Fraction(0))

"""The exhibit of what moved the service average between two months, and why it may not be there."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from charts.change import change_bars
from model import findings
from model.basis import nobody_counted
from model.change import change
from model.change_findings import other_teams
from model.exact import half_up, shown, signed
from model.findings import rounding_note, when
from model.frames import rounded
from model.fte_basis import then_and_now
from model.words import listed, month_words, sentence
from ui.exhibit import Exhibit
from ui.service_headlines import restructures
from ui.view import View, once_a_view


@once_a_view
def why_it_moved(view: View) -> Exhibit | None:
    """The change of the service average in two parts; ``None`` where it cannot be split: see :func:`why_not`."""
    moved = change(view.before, view.now) if view.before else None
    if moved is None or view.before is None or not moved.like_for_like:
        return None
    parts = _parts_that_count([(name, rounded(value) or 0.0) for name, value in change_parts(view)])
    frame = pd.DataFrame(
        [("Average before", rounded(view.before.average())), *parts, ("Average now", rounded(view.now.average()))],
        columns=["part", "children_per_fte"],
    )
    said = (
        _people(moved.children, moved.fte, when(view.before)),
        findings.growth_sentence(view.before, view.now),
        rounding_note(moved),
        _across(view),
        _reconstruction(view),
    )
    return Exhibit(
        key="why_it_moved",
        finding=findings.change_title(moved, view.before, view.now),
        beneath=" ".join(filter(None, said)),
        figure=change_bars(parts, view.style),
        alt=f"Bars: {'; '.join(f'{name} {signed(Fraction(value).limit_denominator(10))}' for name, value in parts)}.",
        frame=frame,
        columns=("part", "children_per_fte"),
        source=view.source,
    )


def change_parts(view: View) -> list[tuple[str, Fraction]]:
    """The two parts of the service average's change, named for a chart; empty where unknown or the teams differ."""
    moved = change(view.before, view.now) if view.before else None
    if moved is None or not moved.like_for_like:
        return []
    demand = "More children" if moved.demand >= 0 else "Fewer children"
    capacity = "Fewer social workers" if moved.capacity >= 0 else "More social workers"
    return [part for part in ((demand, moved.demand), (capacity, moved.capacity)) if part[1]]


def why_not(view: View) -> str:
    """Why :func:`why_it_moved` has nothing to show, in a sentence; "" where it has."""
    end = "so what moved the average cannot be shown."
    if view.before is None:
        return sentence(f"{view.nothing_before}, {end}")
    nobody = listed(list(dict.fromkeys(filter(None, map(nobody_counted, (view.before, view.now))))))
    if nobody:
        return sentence(f"{nobody}, {end}")
    unknown = [when(month) for month in (view.before, view.now) if month.average() is None]
    if unknown:
        return f"Children or FTE are not known for {listed(unknown)}, {end}"
    moved = change(view.before, view.now)
    if moved is not None and not moved.same_teams:
        apart = other_teams(view.before, view.now)
        return f"The averages of {when(view.before)} and {view.day} are not of the same teams (now {apart}), {end}"
    if moved is not None and not moved.same_fte:
        kinds = then_and_now(view.before, view.now)
        return f"The averages of {when(view.before)} and {view.day} are not like for like ({kinds}), {end}"
    return ""


def _parts_that_count(parts: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The parts without those shown as nought, unless all are."""
    return [part for part in parts if part[1]] or parts


def _across(view: View) -> str:
    """A warning where the teams were made anew between the two months, "" otherwise."""
    between, apart = restructures(view), other_teams(view.before, view.now) if view.before else ""
    whose = f" (now {apart})" if apart else ""
    return f"Across the restructure of {listed(between)}: the months are not like for like{whose}." if between else ""


def _reconstruction(view: View) -> str:
    """What is reconstructed in which of the two months, "" for neither."""
    notes = view.tables["month_note"]
    months = [pd.Timestamp(service.month) for service in (view.before, view.now) if service]
    found = notes[notes["month"].isin(months) & (notes["mark"] == "reconstruction")]
    if found.empty:
        return ""
    what = str(found["note"].iloc[0]).split(";")[0]
    return f"{listed([month_words(month) for month in found['month']])}: {what[:1].lower()}{what[1:]}."


def _people(children: int, fte: Fraction, since: str) -> str:
    many = f"{abs(children):,} {'more' if children > 0 else 'fewer'}" if children else "As many"
    who = "child" if abs(children) == 1 else "children"
    extra = "more" if fte > 0 else "fewer"
    capacity = f"{shown(abs(fte))} FTE {extra} social workers" if half_up(fte) else "the same FTE of social workers"
    return f"{many} allocated {who} and {capacity} since {since}."

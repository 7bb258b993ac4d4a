"""What a person chooses and says on the Trends page: whose figures, which measure, step changes and targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.assumptions import Settings
from model.exact import shortest
from model.trend_marks import LONGEST_REASON, StepChange
from model.trend_series import SERVICE, Series
from model.words import day_words, month_words
from store import StoreError
from ui import cached
from ui.session import say_after_redraw
from ui.text import plain, spoken
from ui.view import View

HOW_TO_READ = (
    "How to read it: most figures lie between the limits, by chance. A square is an improvement, a diamond a concern; "
    "where neither way is better a triangle points to the unusual side. A point is unusual outside a limit, as one of "
    "seven in a row on one side of the mean or of seven rising or falling, or of two in three close to a limit. "
    "Children open at the end of a month are mostly those of the month before: a run of months says less of them than "
    "of children who start."
)
_THIS, _EVERY = "This measure only", "Every measure"


def choose_whose(view: View, place: DeltaGenerator) -> str:
    """The team to look at, "" for all that are chosen on top of the page."""
    everybody = "The service" if view.now.whole_service else "The chosen teams"
    teams = [team.team for team in view.now.teams]
    if len(teams) < 2:
        return ""
    chosen = place.selectbox(
        "Whose", [everybody, *teams], key="trend_of", bind="query-params", format_func=spoken, width=320
    )
    return "" if chosen in (None, everybody) else str(chosen)


def choose_afresh(view: View, place: DeltaGenerator) -> bool:
    """Whether limits start afresh at the restructures of the figures, which there must be for it to be asked."""
    if not any(month <= view.now.month.isoformat() for month, _ in view.breaks):
        return True
    return place.toggle(
        "Start afresh at restructures", value=True, key="trend_afresh", bind="query-params",
        help="Before and after a restructure the months are not like for like, so the limits are of each part alone.",
    )  # fmt: skip


def choose_measure(series: Sequence[Series]) -> Series:
    """The measure to draw, the first where nobody has chosen."""
    by_name = {each.measure.name: each for each in series}
    chosen = st.selectbox(
        "Measure", list(by_name), key="trend_measure", bind="query-params", format_func=spoken, width=320
    )
    return by_name.get(str(chosen), series[0])


def show_steps(view: View, series: Series) -> None:
    """The step changes that somebody marked, each to be taken away, and the form to mark another one."""
    whose = series.whose or SERVICE
    marked = [step for step in view.settings.steps if step.is_of(series.measure.key, whose)]
    with st.expander("Mark a step change", key="trend_steps"):
        if not series.whose and not view.now.whole_service:
            st.markdown("A step change is marked for the service or for one team: choose one of them above.")
            return
        st.markdown(
            "Mark one where you know what changed and the figures have settled at another level since. The limits then "
            "start afresh from that month; nothing of the figures is changed."
        )
        for place, step in enumerate(marked):
            _show_marked(view, place, step)
        _show_form(view, series, whose)


def _show_marked(view: View, place: int, step: StepChange) -> None:
    words, button = st.columns([5, 1], vertical_alignment="center")
    of = "every measure" if not step.measure else "this measure"
    words.markdown(f"**{month_words(step.month)}**, {of}: {plain(step.reason)} (marked on {day_words(step.said_on)})")
    if button.button("Take away", key=f"trend_step_away_{place}"):
        # As they are kept now: a team may have been called otherwise, and somebody else may have marked one meanwhile.
        newest = cached.store().settings(view.authority).steps
        others = tuple(each for each in newest if replace(each, whose=step.whose) != step)
        _keep(view, "The step change is taken away.", steps=others)


def _show_form(view: View, series: Series, whose: str) -> None:
    later = dict(zip(series.labels[1:], series.periods[1:], strict=True))
    if not later:
        st.markdown(f"A step change needs a {series.measure.period} before it.")
        return
    with st.form("trend_step", border=False, clear_on_submit=True):
        month, reason, holds = st.columns([2, 5, 2])
        since = month.selectbox(
            f"First {series.measure.period} after the change", list(reversed(later)), key="trend_step_month"
        )
        why = reason.text_input("What changed", key="trend_step_reason", max_chars=LONGEST_REASON)
        of = holds.selectbox("It holds for", [_THIS, _EVERY], key="trend_step_of")
        if st.form_submit_button("Mark it", key="trend_step_keep"):
            try:
                measure = series.measure.key if of == _THIS else ""
                step = StepChange(later[str(since)], why.strip(), datetime.now(UTC).date(), measure, whose)
            except ValueError as error:
                st.error(f"{plain(error)}. Nothing is kept.")
                return
            _keep(view, "The step change is marked.", steps=(*cached.store().settings(view.authority).steps, step))


def show_target(view: View, series: Series) -> None:
    """The target of the measure, to be typed over; one of a count is for the service as a whole."""
    measure = series.measure
    with st.expander("Set a target", key="trend_targets"):
        if not measure.is_rate and (series.whose or not view.now.whole_service):
            st.markdown("A target for this measure is one of the whole service: choose the service to set it.")
            return
        now = view.settings.targets.get(measure.key)
        with st.form(f"trend_target_{measure.key}", border=False):
            typed = st.text_input(
                f"Target for {spoken(measure.name)}{f' ({measure.unit})' * bool(measure.unit)}; blank for none",
                "" if now is None else shortest(now), key=f"trend_target_of_{measure.key}", width=560,
            )  # fmt: skip
            if st.form_submit_button("Keep the target", key="trend_target_keep"):
                _keep_target(view, measure.key, typed.strip().rstrip("%"))


def _keep_target(view: View, key: str, typed: str) -> None:
    try:
        number = Decimal(typed.replace(",", "")) if typed else None
    except InvalidOperation:
        number = Decimal("NaN")
    if number is not None and not (number.is_finite() and abs(number) < 1_000_000):
        st.error(f"“{plain(typed)}” is no target: type a number, such as 25, or leave it blank. Nothing is kept.")
        return
    others = {name: value for name, value in cached.store().settings(view.authority).targets.items() if name != key}
    _keep(view, "The target is kept.", targets=others if number is None else others | {key: number})


def _keep(view: View, message: str, **changes: Any) -> None:
    settings: Settings = cached.store().settings(view.authority)
    try:
        cached.store().keep_settings(view.authority, settings.with_values(**changes), by="", at=datetime.now(UTC))
    except StoreError as error:
        st.error(plain(error))
        return
    say_after_redraw(message)
    st.rerun()

"""What keeping a file would change, month by month and team by team."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from loaders import Loaded
from model.case_types import CASE_TYPES
from model.decisions import TeamDecision
from model.exact import shortest
from model.frames import LABELS
from model.tables import TO_CHECK
from model.words import day_words, listed, month_words
from store import Change, MonthComparison, StoreError
from ui import cached
from ui.exhibit import show_table
from ui.text import plain

FIGURE_WORDS = {
    "fte_established": "Established FTE",
    "fte_in_post": "FTE in post",
    "fte_case_holding": "Case-holding FTE",
    "headcount": "Social workers (people)",
    "average_printed": "Average caseload, as printed",
    "starts": "Children whose cases started",
    "closures": "Children whose cases closed",
    "leavers": "Social workers who left (people)",
    "leavers_fte": "Social workers who left (FTE)",
    "joiners": "Social workers who joined (people)",
    "joiners_fte": "Social workers who joined (FTE)",
    "away_sickness": "Away sick (FTE)",
    "away_maternity": "On maternity or other leave (FTE)",
    **{name: f"{told[:1].upper()}{told[1:]}" for name, told in CASE_TYPES.items()},
    "mark": "Mark",
    "note": "Note",
}


def compare(authority: str, loaded: Loaded, names: Sequence[TeamDecision]) -> list[MonthComparison] | None:
    """The file against what is kept; ``None``, said on the page, where it cannot be kept at all."""
    try:
        return cached.store().compare(authority or "New council", loaded.tables, names)
    except StoreError as error:
        st.error(plain(error))
        return None


def show_comparison(comparisons: list[MonthComparison], loaded: Loaded) -> list[MonthComparison]:
    """What keeping the file would change; returns the kept months that would be replaced by other figures."""
    new = [c for c in comparisons if c.is_new]
    same = [c for c in comparisons if c.is_same]
    replaced = [c for c in comparisons if not c.is_new and not c.is_same]
    if new:
        st.markdown(f"**New:** {months_named(new)}.")
    if same:
        st.markdown(f"**Kept already, with the same figures:** {months_named(same)}.")
    for comparison in replaced:
        _show_changes(comparison, loaded)
    return replaced


def months_named(comparisons: list[MonthComparison]) -> str:
    """The months by name, or how many and from when to when."""
    names = [month_words(c.month) for c in comparisons]
    return listed(names) if len(names) <= 4 else f"{len(names)} months, {names[0]} to {names[-1]}"


def _show_changes(comparison: MonthComparison, loaded: Loaded) -> None:
    month = month_words(comparison.month)
    st.warning(f"**{month} is kept already and would be replaced whole.**")
    if comparison.teams_gone:
        st.warning(f"Not in the new file, so no longer in {month}: {plain(listed(comparison.teams_gone))}.")
    if comparison.teams_new:
        st.markdown(f"New in {month}: {plain(listed(comparison.teams_new))}.")
    if comparison.changes:
        frame = pd.DataFrame(
            [_words(change, comparison) for change in _each_once(comparison.changes)],
            columns=["team", "what", "kept", "new"],
        )
        show_table(frame, {"team": "Team", "what": "Figure", "kept": "Kept now", "new": "In the new file"}, alt=month)
    elif not (comparison.teams_gone or comparison.teams_new or comparison.workers_differ or comparison.notes_differ):
        st.markdown("No figure that is shown would change.")
    _show_rest(comparison.workers_differ, "workers", "worker_caseload", comparison, loaded)
    _show_rest(comparison.notes_differ, "notes on the month", "month_note", comparison, loaded)


def _each_once(changes: Sequence[Change]) -> list[Change]:
    """The changes without the FTE of the averages of a team whose FTE by its own name changes alike."""
    named = {(c.team, c.before, c.after) for c in changes if c.field.startswith("fte_") and c.field in FIGURE_WORDS}
    return [c for c in changes if c.field != "fte" or (c.team, c.before, c.after) not in named]


def _show_rest(differs: bool, what: str, table: str, comparison: MonthComparison, loaded: Loaded) -> None:
    """Say that workers or notes differ; loudly where the new file has none."""
    if not differs:
        return
    month, frame = month_words(comparison.month), loaded.tables[table]
    if "mark" in frame.columns:
        frame = frame[frame["mark"] != TO_CHECK]
    if (frame["month"] == pd.Timestamp(comparison.month)).any():
        st.markdown(f"The {what} of {month} differ as well.")
    else:
        st.warning(f"The new file has no {what} for {month}: those kept now would no longer show.")


def field_name(field: str) -> str:
    """How a column of the clean tables is called on the screen."""
    return LABELS.get(field) or FIGURE_WORDS.get(field) or field.replace("_", " ").capitalize()


def _words(change: Change, comparison: MonthComparison) -> tuple[str, str, str, str]:
    """A row of the table: whose figure, which, what it is now, what it would be."""
    kept = "not kept" if change.team in comparison.teams_new else _value(change.before)
    new = "not in the new file" if change.team in comparison.teams_gone else _value(change.after)
    return change.team or "Whole service", field_name(change.field), kept, new


def _value(value: object) -> str:
    if value is None:
        return "blank"
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return shortest(value, 6) if isinstance(value, int | float) else str(value)

"""What a page is about: whose data, which month, compared with which, which teams."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd
import streamlit as st

from charts.style import DARK, LIGHT, Style
from model.assumptions import Settings
from model.caseload import ServiceMonth
from model.findings import when
from model.tables import TO_CHECK
from model.words import listed, month_words
from ui import cached


@dataclass(frozen=True)
class Council:
    """Whose page this is: the authority, the store's version, and what is kept for it at that version."""

    authority: str
    version: int
    settings: Settings
    tables: cached.Tables

    @property
    def is_example(self) -> bool:
        """Whether this is the example council."""
        return self.authority == cached.EXAMPLE

    def has_stocktons(self, *names: str) -> bool:
        """Whether these settings are still those of the report, in a council that may have its own."""
        return not self.is_example and all(map(self.settings.is_shipped, names))


@dataclass(frozen=True)
class View(Council):
    """A month of a council with the choices made; ``history`` ascending, ``before`` may be missing: ``asked`` is it.

    All who look at the same see the same view: nothing in it is ever changed but ``made``, see :func:`once_a_view`.
    """

    history: list[ServiceMonth]
    now: ServiceMonth
    before: ServiceMonth | None
    style: Style
    asked: date | None = None
    made: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def day(self) -> str:
        """The day or month the figures are counted at, in words."""
        return when(self.now)

    @cached_property
    def nothing_before(self) -> str:
        """Why there is no month to compare with, in a clause."""
        if self.asked is None:
            return "there is no earlier month to compare with"
        return f"there are no figures for {month_words(self.asked)} to compare with"

    @cached_property
    def source(self) -> str:
        """Where the figures come from, for the foot of a chart."""
        if not self.is_example:
            return f"{self.authority}, uploaded figures"
        frame = self.tables["month_note"]
        months = frame.loc[frame["mark"] == "reconstruction", "month"].dt.date.unique()
        named = listed([month_words(month) for month in months])
        return f"Example: {named} reconstructed from the Cabinet report of 13 June 2013, all other months made up"

    @cached_property
    def notes(self) -> list[tuple[str, str]]:
        """The marks and notes on the month, but for what is to be checked in it."""
        return [(mark, note) for mark, note in self._notes if mark != TO_CHECK]

    @cached_property
    def to_check(self) -> list[str]:
        """What was found wrong in the file of the month when it was read; of the whole service only."""
        return [note for mark, note in self._notes if mark == TO_CHECK] if self.now.whole_service else []

    @cached_property
    def _notes(self) -> list[tuple[str, str]]:
        frame = self.tables["month_note"]
        here = frame[frame["month"] == pd.Timestamp(self.now.month)]
        return list(zip(here["mark"], here["note"], strict=True))

    @cached_property
    def breaks(self) -> list[tuple[str, str]]:
        """Months at which the series changed meaning: ISO month and words."""
        frame = self.tables["month_note"]
        marked = frame.loc[frame["mark"] == "restructure", "month"].dt.date.unique()
        return [(month.isoformat(), f"Restructure, {month_words(month)}") for month in marked]


# Answers that a view keeps: every place of a slider, under several limits.
MOST_MADE = 200

P = ParamSpec("P")
R = TypeVar("R")


def once_a_view(make: Callable[Concatenate[View, P], R]) -> Callable[Concatenate[View, P], R]:
    """Make the answer once for a view and the same further arguments: everybody who looks at it gets that one."""

    @wraps(make)
    def made(view: View, /, *args: P.args, **more: P.kwargs) -> R:
        key = (make, args, tuple(sorted(more.items())))
        found: R = view.made.get(key, view)
        if found is view:
            found = view.made[key] = make(view, *args, **more)
            # Oldest first. Another person's run may have taken it already.
            for old in list(view.made)[:-MOST_MADE]:
                view.made.pop(old, None)
        return found

    return made


_COUNCIL = "council_of_this_page"


def council() -> Council:
    """Whose page this is; raises :class:`LookupError` before anything is drawn."""
    found = st.session_state.get(_COUNCIL)
    if not isinstance(found, Council):
        raise LookupError("Nothing says yet whose page this is")
    return found


def current() -> View:
    """What this page is about; raises :class:`LookupError` on a page that is not about a month."""
    found = council()
    if not isinstance(found, View):
        raise LookupError("This page is not about a month")
    return found


def set_current(value: Council) -> None:
    """Say what this page is about, for as long as it stands: a part of it can be redrawn without the rest."""
    st.session_state[_COUNCIL] = value


def of(authority: str, version: int) -> Council:
    """The council as kept at ``version`` of the store."""
    return Council(authority, version, cached.settings(authority, version), cached.tables(authority, version))


def of_example() -> Council:
    """The example with its own settings as they ship: what is left to show when the store cannot be read."""
    return Council(cached.EXAMPLE, 0, Settings(), cached.example())


def of_month(of: Council, month: date, earlier: date | None, teams: tuple[str, ...] | None) -> View:
    """A month of the council, compared with an earlier one, all its teams or those named."""
    colours = style()

    def look() -> View:
        history = cached.months_of_service(of.authority, of.version, teams)
        by_month = {service.month: service for service in history}
        before = by_month.get(earlier) if earlier else None
        now = by_month[month]
        return View(of.authority, of.version, of.settings, of.tables, history, now, before, colours, asked=earlier)

    found: View = cached.once((of.authority, of.version, month, earlier, teams, colours.background), look)
    return found


def style() -> Style:
    """The chart colours that suit the person's light or dark screen."""
    return DARK if st.context.theme.type == "dark" else LIGHT

"""The only caches, all bounded, keyed on the store's version and on frozen settings.

What is cached here is shared between people and never changed: kept months and
the example. A file that one person has read but not kept is never in a cache.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from loaders import load
from loaders.apart import ReaderApart
from model import benchmark
from model.assumptions import Settings
from model.caseload import ServiceMonth, history
from model.naming import resolved, settings_under, team_changes
from model.outlook_assumptions import Assumptions
from model.outlook_futures import FUTURES, Base, base
from model.outlook_process import Unit
from model.quality import quality
from model.tables import ACTIVITY, TABLES, empty
from model.to_check import Finding
from store import KeptDecision, Store

EXAMPLE = "Example council"
EXAMPLE_FILE = Path(__file__).parent.parent / "data" / "example.xlsx"
EXAMPLE_PLAN_FILE = Path(__file__).parent.parent / "data" / "action_plan.xlsx"
TEMPLATE_FILE = Path(__file__).parent.parent / "data" / "template.xlsx"

Tables = dict[str, pd.DataFrame]

# What people upload is read apart from the server, one file at a time, and never kept here.
READER = ReaderApart()


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The one store of this server."""
    return Store()


@st.cache_resource(show_spinner=False, max_entries=1)
def example() -> Tables:
    """The example council's tables; empty ones if the file is not there."""
    if not EXAMPLE_FILE.exists():
        return {name: empty(table) for name, table in TABLES.items()}
    return load(EXAMPLE_FILE.read_bytes(), EXAMPLE_FILE.name).tables


@st.cache_resource(show_spinner=False, max_entries=8)
def tables(authority: str, version: int) -> Tables:
    """The authority's months as kept at ``version``, teams under their current names; the example's are not kept."""
    if authority == EXAMPLE:
        return example()
    return resolved(store().tables(authority), [kept.decision for kept in team_decisions(authority, version)])


@st.cache_resource(show_spinner=False, max_entries=16)
def team_decisions(authority: str, version: int) -> list[KeptDecision]:
    """What was decided about the authority's teams and stands at ``version`` of the store, the oldest first."""
    return store().team_decisions(authority) if version and authority != EXAMPLE else []


@st.cache_resource(show_spinner=False, max_entries=4)
def published(authority: str, version: int) -> pd.DataFrame:
    """The published figures that the authority has kept; England's that ship with us where it has none."""
    kept = store().years(authority)["benchmark"] if authority != EXAMPLE and version else benchmark.national()
    return benchmark.national() if kept.empty else kept


@st.cache_resource(show_spinner=False, max_entries=8)
def activity(authority: str, version: int) -> pd.DataFrame:
    """The activity reports that the authority has kept at ``version``; the example's is its own."""
    if authority == EXAMPLE:
        return example().get("activity", empty(ACTIVITY))
    return store().activity(authority)


@st.cache_resource(show_spinner=False, max_entries=16)
def settings(authority: str, version: int) -> Settings:
    """The authority's settings as kept at ``version`` of the store; as they ship where nothing is kept yet."""
    if not version:
        return Settings()
    return settings_under(store().settings(authority), [kept.decision for kept in team_decisions(authority, version)])


@st.cache_resource(show_spinner=False, max_entries=64)
def months_of_service(authority: str, version: int, teams: tuple[str, ...] | None) -> list[ServiceMonth]:
    """Every month of the authority, all its teams or those named, ascending."""
    found = history(tables(authority, version), settings(authority, version), teams)
    changes = team_changes([kept.decision for kept in team_decisions(authority, version)])
    return [replace(month, changes=changes) for month in found] if changes else found


@st.cache_resource(show_spinner=False, max_entries=64)
def once(key: tuple[Hashable, ...], _make: Callable[[], Any]) -> Any:
    """What ``_make`` gives and what hangs on nothing but ``key``: a version of kept months, and choices made of it."""
    return _make()


# Fewer futures where many teams are drawn one by one.
FUTURES_BY_TEAM = 2_000


def futures(units: tuple[Unit, ...], assumptions: Assumptions, *, vary: bool) -> Base:
    """Simulated futures without any post approved, of the service as one or of its teams: drawn once, then kept."""
    return _futures(repr((units, assumptions, vary)), units, assumptions, vary)


@st.cache_resource(show_spinner=False, max_entries=6)
def _futures(key: str, _units: tuple[Unit, ...], _assumptions: Assumptions, _vary: bool) -> Base:
    # Some ten megabytes each: few are kept.
    return base(_units, _assumptions, vary=_vary, futures=FUTURES if len(_units) == 1 else FUTURES_BY_TEAM)


@st.cache_resource(show_spinner=False, max_entries=8)
def to_check(authority: str, version: int) -> list[Finding]:
    """What there is to check in the authority's figures, by month."""
    return quality(tables(authority, version))


@st.cache_resource(show_spinner=False, max_entries=1)
def template() -> bytes:
    """The blank workbook to fill in."""
    return TEMPLATE_FILE.read_bytes()


def worker_key() -> bytes:
    """What turns workers' names into codes: one for all uploads of this database, so that a code means one person."""
    return store().worker_key()

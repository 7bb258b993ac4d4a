"""Teams of a file that are no fieldwork teams by their name or kind: what is taken of each, to be changed right there.

Before the months are kept, because a person who keeps them reads an average next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import streamlit as st

from loaders import Loaded
from model.assumptions import Settings, TeamSetting
from model.caseload import history
from model.exact import shortest
from model.kinds import FIELDWORK, recognised
from model.naming import renamed
from model.words import count_words
from ui import cached
from ui.choices import own_authorities
from ui.team_names import Answers
from ui.text import plain

IN_AVERAGE, NOT_COUNTED, OF_FIELDWORK = "in average", "not counted", "fieldwork"
# Pixels in which the longest answer can be read.
NARROWEST = 420


def settings_of(authority: str, version: int) -> Settings:
    """The settings of the council that uploads; as they ship where nothing is kept for it yet."""
    return cached.settings(authority, version) if authority in own_authorities() else Settings()


def ask(settings: Settings, loaded: Loaded, names: Answers) -> Mapping[str, TeamSetting]:
    """Name the teams that nobody has decided on, say what is taken, and offer to change it; what was changed."""
    found = history(renamed(loaded.tables, names.all), settings)
    teams = {team.team: team.kind or "" for month in found for team in month.counted}
    waiting = {name: kind for name, kind in teams.items() if settings.awaits_optimum(name, kind)}
    if not waiting:
        return {}
    line = shortest(settings.optimum)
    st.header("Teams that are not for fieldwork", anchor=False)
    st.markdown(_taken(len(waiting), line))
    words = {
        IN_AVERAGE: f"counted in the average, not measured against {line}",
        NOT_COUNTED: "not counted: shown, but in no average",
        OF_FIELDWORK: f"a fieldwork team: counted, and measured against {line}",
    }
    with st.grid(2, min_column_width=NARROWEST):
        chosen = {
            name: st.selectbox(
                plain(f"{name} ({(recognised(kind) or kind).lower()}) is"), list(words), format_func=words.__getitem__,
                key=f"kind_{loaded.sha256[:8]}_{number}",
            )
            for number, (name, kind) in enumerate(waiting.items())
        }  # fmt: skip
    return {name: _setting(settings, name, answer) for name, answer in chosen.items() if answer != IN_AVERAGE}


def _taken(number: int, line: str) -> str:
    """What is taken of so many teams while nobody says otherwise."""
    teams = f"By name or kind, {count_words(number, 'team')} {'is' if number == 1 else 'are'} not for fieldwork."
    if number == 1:
        taken = f"As it stands it counts in the average, is not measured against {line}, and gets no posts."
    else:
        taken = f"As they stand they count in the average, are not measured against {line}, and get no posts."
    return f"{teams} {taken} Change it here, or later on the Methods page."


def _setting(settings: Settings, name: str, answer: str) -> TeamSetting:
    was = settings.teams.get(name, TeamSetting())
    return replace(was, counted=False) if answer == NOT_COUNTED else replace(was, kind=FIELDWORK)


def changed(settings: Settings, kinds: Mapping[str, TeamSetting]) -> Settings:
    """The settings with what was said of these teams."""
    return settings.with_values(teams={**settings.teams, **kinds}) if kinds else settings


def keep(authority: str, kinds: Mapping[str, TeamSetting], who: str, at: datetime) -> None:
    """Keep what was said of these teams with the council's settings; raises :class:`StoreError` as the store does."""
    if kinds:
        store = cached.store()
        store.keep_settings(authority, changed(store.settings(authority), kinds), by=who, at=at)

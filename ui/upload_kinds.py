"""Teams of a file that are no fieldwork teams by their name or kind: what is taken of each, to be changed right there.

Before the months are kept, because a person who keeps them reads an average next.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from loaders import Loaded
from model.assumptions import Settings, TeamSetting
from model.caseload import history
from model.exact import shortest
from model.kinds import FIELDWORK, recognised
from model.naming import renamed, settings_under
from model.words import count_words, listed
from ui import cached
from ui.choices import own_authorities
from ui.team_names import Answers
from ui.text import plain, spoken

IN_AVERAGE, NOT_COUNTED, OF_FIELDWORK = "in average", "not counted", "fieldwork"
# Pixels in which the longest answer can be read.
NARROWEST = 420


# What somebody answered of teams that count otherwise than they do while nobody says: NOT_COUNTED or OF_FIELDWORK.
Kinds = Mapping[str, str]


def settings_of(authority: str, version: int, names: Answers) -> Settings:
    """The settings of the council that uploads, its teams called as answered; as they ship where it keeps nothing."""
    return settings_under(cached.settings(authority, version), names.all) if _is_kept(authority) else Settings()


def _is_kept(authority: str) -> bool:
    return authority in own_authorities()


def ask(settings: Settings, loaded: Loaded, names: Answers) -> Kinds:
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
                spoken(f"{name} ({(recognised(kind) or kind).lower()}) is"), list(words),
                format_func=words.__getitem__, key=_box_key(loaded, name),
            )
            for name, kind in waiting.items()
        }  # fmt: skip
    return {name: answer for name, answer in chosen.items() if answer != IN_AVERAGE}


def _box_key(loaded: Loaded, team: str) -> str:
    """The team's own box: a question of names answered otherwise moves teams in the list, not what was said of them."""
    return f"kind_{loaded.sha256[:8]}_{hashlib.sha256(team.encode()).hexdigest()[:12]}"


def _taken(number: int, line: str) -> str:
    """What is taken of so many teams while nobody says otherwise."""
    teams = f"By name or kind, {count_words(number, 'team')} {'is' if number == 1 else 'are'} not for fieldwork."
    if number == 1:
        taken = f"As it stands it counts in the average, is not measured against {line}, and gets no posts."
    else:
        taken = f"As they stand they count in the average, are not measured against {line}, and get no posts."
    said = f"What you say counts for every month of {'the' if number == 1 else 'each'} team, and stays if the upload is"
    return f"{teams} {taken} {said} undone. Change it here, or later on the Methods page."


def say_of_kept_months(authority: str, version: int, kinds: Kinds, names: Answers) -> None:
    """Say for which teams what was answered also changes months that are kept already; nothing where for none."""
    if not kinds or not _is_kept(authority):
        return
    kept = set(renamed(cached.tables(authority, version), names.all)["team_caseload"]["team"])
    teams = [team for team in kinds if team in kept]
    if teams:
        st.warning(
            f"What you say above of {plain(listed(teams))} also counts in the months kept already: their averages, "
            "and what is measured against the optimum, change with it."
        )


def changed(settings: Settings, kinds: Kinds, names: Answers) -> Settings:
    """The settings with what was answered of these teams, and nothing else changed."""
    # A team's setting may stand under the name it had before.
    teams = settings_under(settings, names.all).teams
    said = {name: _setting(teams.get(name, TeamSetting()), answer) for name, answer in kinds.items()}
    return settings.with_values(teams={**settings.teams, **said})


def _setting(was: TeamSetting, answer: str) -> TeamSetting:
    return replace(was, counted=False) if answer == NOT_COUNTED else replace(was, kind=FIELDWORK)

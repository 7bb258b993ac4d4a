"""Posts that a person places by hand: the boxes of the Added posts page, and what other pages take over of them."""

from __future__ import annotations

import hashlib
import re

import streamlit as st

from model.caseload import ServiceMonth
from ui.text import plain

BY_HAND = "by_hand"
_STARTED, _KEPT = "posts_by_hand_started", "posts_by_hand_kept"
_ON_TEAMS, _PLACED = "teams_by_hand", "placed"
_PAIR = re.compile(r"([0-9a-f]{6})-(\d{1,2})(?!\d)")
BOXES_IN_A_ROW = 4


def choose_by_hand(service: ServiceMonth, start: dict[str, int]) -> dict[str, int] | None:
    """Posts by team, typed by a person, starting from the best placement; ``None`` while that is off.

    The best placement of the number on the slider is each box's own starting
    value, so that a link needs to carry only what was changed.
    """
    names = _names(service)
    on = st.toggle("Place by hand, starting from the best placement", key=BY_HAND, bind="query-params")
    _follow({hand_key(name): start.get(name, 0) for name in names} if on else {})
    if not on:
        st.session_state[_KEPT] = None
        return None
    boxes = st.columns(BOXES_IN_A_ROW)
    found = {
        name: int(
            boxes[index % BOXES_IN_A_ROW].number_input(
                plain(name), min_value=0, max_value=99, value=start.get(name, 0), key=hand_key(name),
                bind="query-params",
            )
        )
        for index, name in enumerate(names)
    }  # fmt: skip
    # A box is forgotten with its page; what other pages take over is not.
    st.session_state[_KEPT] = found
    return found


def _follow(start: dict[str, int]) -> None:
    """Move the boxes that nobody has changed to where they start now, and all of them when they are shown again.

    A box by itself keeps its number when its start becomes another; but that number is in no link, and whoever opens
    one sees the new start. ``start`` is empty while the boxes are not shown.
    """
    before = st.session_state.get(_STARTED)
    for key, posts in start.items():
        # None: nothing was shown yet, and a link may say what is in the boxes.
        if before is not None and (not before or st.session_state.get(key) == before.get(key)):
            st.session_state[key] = posts
    # A team that is not among those chosen now can come back.
    st.session_state[_STARTED] = (before or {}) | start if start else {}


def hand_key(team: str) -> str:
    """The team's box and its place in the address: always the same for a name, and not the name."""
    return f"hand_{_short(team)}"


def _short(team: str) -> str:
    return hashlib.sha256(team.casefold().encode()).hexdigest()[:6]


def placed(service: ServiceMonth) -> dict[str, int] | None:
    """The posts by team as placed on the Added posts page; ``None`` where nobody places by hand, or in other teams."""
    kept: dict[str, int] | None = st.session_state.get(_KEPT)
    return dict(kept) if kept and sorted(kept) == _names(service) else None


def choose_placed(service: ServiceMonth) -> dict[str, int] | None:
    """The placement of the Added posts page, where somebody made one and wants it here; ``None`` for the best one.

    The numbers go into the address, so that a link shows what its sender saw.
    """
    there = placed(service) or _of_link(service)
    if not there or not st.toggle("As placed by hand on Added posts", key=_ON_TEAMS, bind="query-params"):
        return None
    st.query_params[_PLACED] = ".".join(f"{_short(name)}-{posts}" for name, posts in there.items() if posts)
    return there


def _of_link(service: ServiceMonth) -> dict[str, int] | None:
    """The placement that a link, just opened, brings along."""
    said = dict(_PAIR.findall(st.query_params.get(_PLACED, "")))
    found = {name: int(said.get(_short(name), 0)) for name in _names(service)}
    return found if any(found.values()) else None


def _names(service: ServiceMonth) -> list[str]:
    """The teams that posts can be placed in by hand."""
    return sorted(team.team for team in service.counted if team.fte is not None)

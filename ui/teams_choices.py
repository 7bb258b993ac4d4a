"""The choices of the Teams page: which teams there would be, what may move, how many posts come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import streamlit as st

from model.basis import optimum_words
from model.exact import exact
from model.restructure import MOST_PARTS, Merge, RestructureError, Split, typed
from model.team_plan import TeamAsk
from model.words import count_words, listed, number_words
from ui import posts_by_hand, posts_choices
from ui.text import plain
from ui.view import View

AS_THEY_ARE, SPLIT, MERGE = "As they are", "Split one", "Merge some"
SLIDER = "team_posts"
MOST_POSTS_MOVED, MOST_CHILDREN_MOVED = 60, 500


@dataclass(frozen=True)
class Chosen:
    """The plan asked for, and the line that every team is to be at: its own optimum where there is none."""

    ask: TeamAsk
    line: Fraction | None


def choose(view: View) -> Chosen:
    """The choices in the order of the plan: the teams, what moves, the posts; then what all of them are judged by."""
    change = _choose_change(view)
    others = _choose_others(view, change)
    posts_moved = st.number_input(
        "Posts to move, at most", min_value=0, max_value=MOST_POSTS_MOVED, value=0, key="move_posts",
        bind="query-params",
        help="Existing posts that may go to another team, beside those added; fewer go where more would not help.",
    )  # fmt: skip
    children_moved = st.number_input(
        "Children to move, at most", min_value=0, max_value=MOST_CHILDREN_MOVED, value=0, step=5,
        key="move_children", bind="query-params",
        help="From the team with the most for each social worker to that with the fewest, after the posts. "
        "Each of them gets another social worker.",
    )  # fmt: skip
    by_hand = _choose_by_hand(view, change)
    posts = _choose_posts(view) if by_hand is None else sum(by_hand.values())
    demand, objective = posts_choices.choose_demand(), posts_choices.choose_objective()
    limits = posts_choices.choose_limits(view)
    line = st.number_input(
        "Line for every team", min_value=1.0, max_value=100.0, value=None, step=0.5, key="line", bind="query-params",
        placeholder=f"Optimum, {optimum_words(view.now, 1)}" if view.now.shared_optimum else "Each team’s optimum",
        help="Children for each social worker that no team should be above when posts or children are moved.",
    )  # fmt: skip
    asked = replace(posts_choices.ask_of(demand, objective, limits), posts=posts, by_hand=by_hand)
    return Chosen(
        TeamAsk(asked, change, int(posts_moved), int(children_moved), others),
        None if line is None else exact(line),
    )


def _choose_change(view: View) -> Split | Merge | None:
    """A team to split or teams to merge; says what is wrong with shares that cannot be read."""
    names = [team.team for team in view.now.teams]
    how = st.radio("Teams", [AS_THEY_ARE, SPLIT, MERGE], key="regroup", bind="query-params", horizontal=True)
    if how == SPLIT:
        _say_if_missing("split_team", names)
        # None at first: a link then always says which, whichever team comes first where it is opened.
        name = st.selectbox(
            "Team to split", names, index=None, key="split_team", bind="query-params", placeholder="Choose a team"
        )
        parts = st.number_input(
            "Into how many", min_value=2, max_value=MOST_PARTS, value=2, key="parts", bind="query-params"
        )
        text = st.text_input(
            "Shares", key="shares", bind="query-params", placeholder="Even, or such as 60, 40",
            help="Of the team’s children, full-time equivalents and people, for each part. Children and people stay "
            "whole.",
        )  # fmt: skip
        try:
            shares = typed(text or "", int(parts))
            return Split(name, shares) if name else None
        except RestructureError as error:
            st.warning(plain(error))
    if how == MERGE:
        _say_if_missing("merge_teams", names)
        chosen = st.multiselect(
            "Teams to merge", names, key="merge_teams", bind="query-params", placeholder="Two or more"
        )
        return Merge(tuple(chosen)) if len(chosen) > 1 else None
    return None


def _choose_others(view: View, change: Split | Merge | None) -> int | None:
    """Deputies and family workers in the teams that change, whom their managers supervise too."""
    if change is None:
        return None
    each, teams = view.settings.family_workers_per_team, len(change.teams) if isinstance(change, Merge) else 1
    given = st.number_input(
        "Deputies and family workers in them (people)", min_value=0, max_value=200, value=None, step=1,
        placeholder=str(each * teams), key="other_staff", bind="query-params",
        help=f"Managers supervise them beside social workers. Blank: {number_words(each)} family workers to a team.",
    )  # fmt: skip
    return None if given is None else int(given)


def _say_if_missing(key: str, names: Sequence[str]) -> None:
    """Say so where the address names a team that these figures do not have; the box then takes it out of there."""
    missing = [name for name in st.query_params.get_all(key) if name and name not in names]
    if missing:
        st.warning(f"There is no {plain(listed(missing))} among these teams: choose again.")


def _choose_by_hand(view: View, change: Split | Merge | None) -> dict[str, int] | None:
    """The posts as placed by hand on the Added posts page, where that is wanted; says what is taken of them if not."""
    if change is None:
        found = posts_by_hand.choose_placed(view.now)
        if found:
            into = [f"{name} {number_words(posts)}" for name, posts in found.items() if posts]
            st.caption(plain(f"{count_words(sum(found.values()), 'post').capitalize()}: {listed(into)}."))
        return found
    if posts_by_hand.placed(view.now):
        st.caption("On Added posts, posts are placed by hand in the teams as they are; here they are placed best.")
    return None


def _choose_posts(view: View) -> int:
    """How many posts are added: those of the Added posts page until the slider is moved."""
    most = posts_choices.most_posts(view, posts_choices.FULL_POST)
    return posts_choices.choose_as_many(view, most, "Posts to add", SLIDER)

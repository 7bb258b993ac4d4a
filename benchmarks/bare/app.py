"""A bare Streamlit application to compare with: the same figures on the same addresses, nothing else of ours.

The figures are read from the file that HEADROOM_BENCHMARK_FIGURES names, as {"overview": [[key, figure], …], …}.
"""

import copy
import json
import os
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

Figures = dict[str, list[tuple[str, dict[str, Any]]]]


@st.cache_resource
def figures() -> Figures:
    """The figures of each page, read once."""
    pages: Figures = json.loads(Path(os.environ["HEADROOM_BENCHMARK_FIGURES"]).read_text("utf-8"))
    return pages


def moved(figure: dict[str, Any], posts: int) -> dict[str, Any]:
    """The figure with every number along its x axis lowered a little for each post."""
    changed = copy.deepcopy(figure)
    for trace in changed["data"]:
        trace["x"] = [x - posts * 0.05 if isinstance(x, (int, float)) else x for x in trace.get("x", [])]
    return changed


def overview(which: str = "overview") -> None:
    """The figures of the overview."""
    for key, figure in figures()[which]:
        st.plotly_chart(figure, key=key, theme=None)


def posts(which: str = "posts") -> None:
    """The slider and the figures of the posts page, which follow it."""
    chosen = st.slider("Posts", 0, 60, 6, key="posts")
    for key, figure in figures()[which]:
        st.plotly_chart(moved(figure, chosen), key=key, theme=None)


def bars() -> None:
    """The slider and the one figure that is watched while it moves."""
    chosen = st.slider("Posts", 0, 60, 6, key="posts")
    st.plotly_chart(moved(dict(figures()["posts"])["posts_by_team"], chosen), key="posts_by_team", theme=None)


st.navigation(
    [
        st.Page(overview, title="Overview", default=True),
        st.Page(posts, title="Added posts", url_path="posts"),
        st.Page(bars, title="Bars", url_path="bars"),
        st.Page(partial(overview, "overview as sent"), title="Overview as sent", url_path="overview_as_sent"),
        st.Page(partial(posts, "posts as sent"), title="Added posts as sent", url_path="posts_as_sent"),
    ],
    position="top",
).run()

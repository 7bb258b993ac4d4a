"""A bare Streamlit page to compare with: a slider and the fan of the Outlook page, nothing else of ours.

The figure is read from the file that HEADROOM_BENCHMARK_FIGURES names.
"""

import copy
import json
import os
from pathlib import Path
from typing import Any

import streamlit as st


@st.cache_resource
def figure() -> dict[str, Any]:
    """The figure, read once."""
    found: dict[str, Any] = json.loads(Path(os.environ["HEADROOM_BENCHMARK_FIGURES"]).read_text("utf-8"))
    return found


def moved(posts: int) -> dict[str, Any]:
    """The figure with every number along its y axis lowered a little for each post."""
    changed = copy.deepcopy(figure())
    for trace in changed["data"]:
        trace["y"] = [y - posts * 0.05 if isinstance(y, (int, float)) else y for y in trace.get("y", [])]
    return changed


chosen = st.slider("Posts", 0, 60, 6, key="posts")
st.plotly_chart(moved(chosen), key="outlook_fan", theme=None)

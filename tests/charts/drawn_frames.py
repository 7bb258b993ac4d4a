"""Frames to draw from, small and typed by hand, and what a drawn figure says of itself."""

from __future__ import annotations

from typing import Any

import pandas as pd

Figure = dict[str, Any]

AXIS_END = 40.0


def team_row(team: str, average: float | None, **more: Any) -> dict[str, Any]:
    """A row of a team; over the optimum of 25 or not by its average."""
    row = {
        "team": team,
        "average": average,
        "before": None,
        "optimum": 25.0,
        "is_over": average is not None and average > 25,
        "state": "",
        "waiting_text": "not by team",
        "allocated": 200,
        "fte": 6.5,
        "counted": True,
    }
    return row | more


def team_rows(*rows: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows))
    return frame.astype({"average": "float64", "before": "float64", "optimum": "float64"})


THREE = (
    team_row("South 1", 35.7, before=26.3),
    team_row("North 1", 24.9, before=19.9),
    team_row("South 9", 20.0),
)


def bars_of(figure: Figure) -> dict[str, Any]:
    """The trace of bars."""
    return next(trace for trace in figure["data"] if trace["type"] == "bar")


def points_of(figure: Figure) -> dict[str, Any]:
    """The first trace that is not of bars."""
    return next(trace for trace in figure["data"] if trace["type"] == "scatter")


def dashed(figure: Figure) -> list[dict[str, Any]]:
    """The optimum's lines, without the pale ones they lie on."""
    return [shape for shape in figure["layout"]["shapes"] if shape.get("line", {}).get("dash") == "dash"]


def dotted(figure: Figure) -> list[dict[str, Any]]:
    return [shape for shape in figure["layout"]["shapes"] if shape.get("line", {}).get("dash") == "dot"]


def texts(figure: Figure) -> list[str]:
    """Every piece of text written on the figure."""
    return [note["text"] for note in figure["layout"]["annotations"]]

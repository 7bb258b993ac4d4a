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


# Two months counted, two ahead; the second of them is where both lines meet.
MONTHS_AHEAD = pd.DataFrame(
    {
        "month": ["2013-01-01", "2013-02-01", "2013-03-01", "2013-04-01"],
        "actual": [31.4, 32.0, None, None],
        "expected": [None, 32.0, 30.0, 28.5],
        "p10": [None, 32.0, 28.0, 26.0],
        "p25": [None, 32.0, 29.0, 27.0],
        "p75": [None, 32.0, 31.0, 30.0],
        "p90": [None, 32.0, 32.0, 31.0],
        "waiting": [65.0, 76.0, 90.0, None],
    }
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

"""Caseloads by worker, under a code, against the optimum."""

from __future__ import annotations

import pandas as pd

from charts import marks
from charts.labels import short
from charts.style import TEXT_SIZE, Figure, Style, axis, label, layout


def worker_dots(frame: pd.DataFrame, style: Style, *, axis_max: float, optimum: float | None) -> Figure:
    """Each worker as a dot: children per full-time equivalent, by team.

    ``frame`` has a row a worker: ``team``, ``worker`` (a code), ``fte``,
    ``allocated``, ``children_per_fte``, ``offset`` (where in the team's
    row the dot stands, −0.4 to 0.4), ``optimum`` (the team's own), ``asye``, ``is_over``, ``counted`` (flags).
    Newly qualified workers are drawn open; those over the optimum in the accent,
    those of teams left out of the sums pale. ``optimum`` is the one that the counted
    teams share: see :func:`charts.marks.optimum_by_row`.
    """
    teams = list(dict.fromkeys(frame["team"]))
    place = {team: row for row, team in enumerate(teams)}
    left_out = set(frame.loc[~frame["counted"].astype(bool), "team"])
    pale = [team in left_out for team in frame["team"]]
    colours = [style.accent if o and not p else style.calm for o, p in zip(frame["is_over"], pale, strict=True)]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": frame["children_per_fte"].tolist(),
        "y": [place[team] + offset for team, offset in zip(frame["team"], frame["offset"], strict=True)],
        "text": [
            f"{label(w)}: {a} {'child' if a == 1 else 'children'}, {f:g} FTE{', newly qualified' if n else ''}"
            for w, a, f, n in zip(frame["worker"], frame["allocated"], frame["fte"], frame["asye"], strict=True)
        ],
        "marker": {
            "size": 13,
            "opacity": [0.5 if p else 1 for p in pale],
            "color": colours,
            "symbol": ["circle-open" if n else "circle" for n in frame["asye"]],
            "line": {"width": 2.5, "color": colours},
        },
        "hovertemplate": "%{text}<br>%{x:.1f} children for each full-time worker<extra></extra>",
    }
    own = frame.drop_duplicates("team")["optimum"].tolist()
    shapes, notes = marks.optimum_by_row(style, own, optimum)
    return {
        "data": [dots],
        "layout": layout(
            style,
            74 + 58 * max(len(teams), 1),
            shapes=shapes,
            annotations=notes,
            xaxis=axis(style, range=[0, axis_max], rangemode="tozero"),
            yaxis=axis(
                style,
                tickvals=list(range(len(teams))),
                ticktext=[short(team) + ("<br>(not counted)" if team in left_out else "") for team in teams],
                range=[len(teams) - 0.5, -0.5],
                tickfont={"size": TEXT_SIZE, "color": style.text},
            ),
        ),
    }

"""A headline figure's recent course as a very small drawing.

An SVG written by hand: a page of five would cost a chart library more than the
whole of the rest of the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from charts.style import Style

WIDTH, HEIGHT, MARGIN = 200, 34, 4


def sparkline(values: Sequence[float | None], style: Style) -> str:
    """SVG text of a line through ``values`` in order; missing values are gaps.

    The last known value carries a dot. Fewer than two known values draw nothing
    but the dot or an empty picture.
    """
    known = [v for v in values if v is not None]
    low, high = (min(known), max(known)) if known else (0.0, 0.0)
    spread = (high - low) or 1.0
    step = (WIDTH - 2 * MARGIN) / max(len(values) - 1, 1)
    points = [
        None if v is None else (MARGIN + i * step, HEIGHT - MARGIN - (v - low) / spread * (HEIGHT - 2 * MARGIN))
        for i, v in enumerate(values)
    ]
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    lines = "".join(
        f'<polyline fill="none" stroke="{style.accent}" stroke-width="2" stroke-linejoin="round" points="'
        + " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
        + '"/>'
        for run in runs
        if len(run) > 1
    )
    last = next((p for p in reversed(points) if p), None)
    dot = f'<circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="3.5" fill="{style.accent}"/>' if last else ""
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{lines}{dot}</svg>'

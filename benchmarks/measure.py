"""Two sides measured in turn, and what came of it."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version

PACKAGES = ("streamlit", "plotly", "pandas", "numpy", "python-calamine", "openpyxl")

Side = Callable[[], float]


@dataclass(frozen=True)
class Result:
    """One comparison: the medians of both sides in milliseconds and the bar that the ratio is held to."""

    what: str
    reference: str
    ours_ms: float
    reference_ms: float
    rounds: int
    bar: float | None

    @property
    def ratio(self) -> float:
        """Ours to the reference; below one is faster."""
        return self.ours_ms / self.reference_ms

    @property
    def met(self) -> bool | None:
        """Whether the ratio is within the bar; None where none is set."""
        return None if self.bar is None else self.ratio <= self.bar

    def as_dict(self) -> dict[str, object]:
        """The result with its ratio, for a file."""
        return {**asdict(self), "ratio": self.ratio, "met": self.met}


def in_turn(sides: Sequence[Side], rounds: int) -> tuple[float, float]:
    """The medians of both sides, ours and the reference, over `rounds`; the side that goes first changes each time.

    Taking turns spreads whatever else the machine does over both sides alike.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        for index in (0, 1) if number % 2 == 0 else (1, 0):
            times[index].append(sides[index]())
    return statistics.median(times[0]), statistics.median(times[1])


def machine() -> dict[str, str]:
    """What it was measured on."""
    return {
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{package: version(package) for package in PACKAGES},
    }


def table(results: Sequence[Result]) -> str:
    """The results as lines of text: medians, ratio, bar."""
    heading = ("", "ours, ms", "reference, ms", "ratio", "bar", "met", "rounds")
    rows = [heading, *(_row(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines)


def _row(result: Result) -> tuple[str, ...]:
    met = {None: "", True: "yes", False: "no"}[result.met]
    places = 2 if result.bar is None or result.bar >= 0.01 else 5
    bar = "" if result.bar is None else f"{result.bar:.{places}f}"
    return (
        f"{result.what} (to {result.reference})",
        f"{result.ours_ms:.1f}",
        f"{result.reference_ms:.1f}",
        f"{result.ratio:.{places}f}",
        bar,
        met,
        str(result.rounds),
    )

"""A frame of months as plain lists: over so few rows pandas would take several times as long as the rest of a chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

# The values of each column, a month a place.
Months = dict[str, list[Any]]


def in_lists(frame: pd.DataFrame, columns: Sequence[str]) -> Months:
    """The named columns of the frame."""
    return {name: frame[name].tolist() for name in columns}


def is_known(value: Any) -> bool:
    """Whether a value is there: neither missing nor not a number."""
    # Not a number is the one value that is not itself.
    return value is not None and value == value


def where(months: Months, column: str, is_so: Callable[[Any], bool] = is_known) -> Months:
    """Those of the months whose value in the column is there, or is as asked."""
    places = [place for place, value in enumerate(months[column]) if is_so(value)]
    return {name: [values[place] for place in places] for name, values in months.items()}

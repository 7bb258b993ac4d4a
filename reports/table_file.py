"""A chart's data as a CSV file that opens in any spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

# A cell that starts with one of these is run as a formula by spreadsheet programs.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_csv(
    frame: pd.DataFrame,
    headings: Mapping[str, str],
    about: Mapping[str, str],
    foot: Mapping[str, object] | None = None,
) -> bytes:
    """The frame as CSV bytes, UTF-8 with a mark that spreadsheet programs know.

    ``headings`` names the columns to write, in order, and how each is headed;
    ``about`` is repeated on every row (source, date, what is counted), so that a
    row keeps its origin wherever it is pasted. ``foot`` is a last row, by column, blank where it names none. Text
    that a spreadsheet would run as a formula is written with an apostrophe before it. Missing stays blank.
    """
    columns = [name for name in headings if name in frame.columns]
    out = _with_foot(frame[columns], foot).rename(columns=headings)
    for name, text in about.items():
        out[name] = text
    for name in out.columns:
        if not pd.api.types.is_numeric_dtype(out[name]) or pd.api.types.is_bool_dtype(out[name]):
            out[name] = out[name].map(safe_cell, na_action="ignore")
    return out.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _with_foot(frame: pd.DataFrame, foot: Mapping[str, object] | None) -> pd.DataFrame:
    """The frame with its last row, numbers as numbers."""
    if not foot:
        return frame
    return pd.DataFrame(
        {
            name: pd.Series(
                [*column, foot.get(str(name))],
                dtype=None if pd.api.types.is_bool_dtype(column) else column.dtype,
            )
            for name, column in frame.items()
        }
    )


def safe_cell(value: object) -> object:
    """The value as it may stand in a spreadsheet: text that looks like a formula gets an apostrophe."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value

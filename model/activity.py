"""The quarterly activity report: what a table of it holds, in words and counts."""

from __future__ import annotations

import pandas as pd

from model.tables import BLOCKS
from model.words import count_words, listed


def understood(report: pd.DataFrame) -> list[str]:
    """What each report among the rows holds, a sentence without its full stop each: year, measures, blocks, periods."""
    return [_understood(str(year), rows) for year, rows in report.groupby("report_year")]


def _understood(year: str, rows: pd.DataFrame) -> str:
    measures = rows.drop_duplicates(["block", "measure"])
    blocks = [block for block in BLOCKS if block in set(measures["block"].dropna())]
    whose = f" in {listed(blocks)}" if blocks else ""
    empty = len(measures) - len(with_figures(rows).drop_duplicates(["block", "measure"]))
    without = f", {count_words(empty, 'of them', 'of them')} without a figure" if empty else ""
    many, periods = count_words(len(measures), "measure"), listed(_periods(rows))
    return f"Activity report {year}: {many}{whose}{without}; figures for {periods}"


def _periods(rows: pd.DataFrame) -> list[str]:
    found = rows.drop_duplicates(["financial_year", "period"])
    return [
        f"the {period} {year}" if period.startswith("year") else f"{period} {year}"
        for year, period in zip(found["financial_year"], found["period"], strict=True)
    ]


def with_figures(report: pd.DataFrame) -> pd.DataFrame:
    """The rows that have a number: a printed figure, a numerator or a denominator."""
    return report[report[["printed", "numerator", "denominator"]].notna().any(axis=1)]


def by_block(report: pd.DataFrame) -> pd.DataFrame:
    """A row a block: ``block``, ``measures``, ``known`` (measures with a figure) and ``ratios`` (worked out again)."""
    named = report.assign(block=report["block"].fillna("No block"))
    known = with_figures(named)
    rows = []
    for block in [*BLOCKS, "No block"]:
        own, filled = named[named["block"] == block], known[known["block"] == block]
        if len(own):
            rows.append(
                (block, own["measure"].nunique(), filled["measure"].nunique(), int(own["recomputed"].notna().sum()))
            )
    return pd.DataFrame(rows, columns=["block", "measures", "known", "ratios"])

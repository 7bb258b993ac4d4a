"""Sentences about published figures."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from model.assumptions import Settings
from model.benchmark import COUNCIL, ENGLAND, MEASURES, REGION
from model.england import ENGLAND_AVERAGE_CASELOAD
from model.exact import shown
from model.words import first_short, listed, sentence

MOST_GAPS_TOLD = 8


def published_title(lines: pd.DataFrame, measure: str) -> str:
    """The finding of a measure in its latest year, short enough for a title, from :func:`model.benchmark.lines`."""
    told = MEASURES[measure]
    year = int(lines["year"].max())
    now = {row["role"]: row for row in lines[lines["year"] == year].to_dict("records")}
    if COUNCIL not in now:
        return _of_england(lines, measure)
    england, region, council = (_figure(now.get(role), told.sign) for role in (ENGLAND, REGION, COUNCIL))
    name = now[COUNCIL]["place"]
    if council is None:
        beside = f"; England had {england}" if england else ""
        return first_short(
            f"{name} has no published {told.label.lower()} for {year}{beside}",
            f"The council has no published {told.label.lower()} for {year}{beside}",
        )
    says = f"had {told.called} of {council} in {year}"
    if england is None:
        return first_short(f"{name} {says}", f"The council {says}")
    options = [f"{whose} {says}; England had {england}" for whose in (name, "The council")]
    if region is not None:
        beside = f"England had {england}, {now[REGION]['place']} {region}"
        options = [f"{name} {says}; {beside}", *options]
    return first_short(*options)


def _of_england(lines: pd.DataFrame, measure: str) -> str:
    told = MEASURES[measure]
    known = lines[lines["role"] == ENGLAND].dropna(subset="value")
    if known.empty:
        return first_short(f"No {told.label.lower()} of England is published in this file")
    first, last = known.iloc[0], known.iloc[-1]
    says = f"England had {told.called} of {shown(last['value'])}{told.sign} in {last['year']}"
    if first["value"] == last["value"]:
        return first_short(says)
    moved = "down" if last["value"] < first["value"] else "up"
    return first_short(f"{says}, {moved} from {shown(first['value'])}{told.sign} in {first['year']}", says)


def _figure(row: Mapping[Hashable, Any] | None, sign: str) -> str | None:
    return None if row is None or pd.isna(row["value"]) else f"{shown(row['value'])}{sign}"


def gaps(lines: pd.DataFrame) -> str:
    """Which figures are missing and why, in a sentence; "" where none is."""
    missing = lines[lines["value"].isna()]
    said = []
    for (place, reason), rows in missing.groupby(["place", "reason"], sort=False):
        said.append(f"{place} {_years(rows['year'].tolist())} ({str(reason).replace(' (', ', code ').rstrip(')')})")
    if not said:
        return ""
    more = f" and {len(said) - MOST_GAPS_TOLD} more" if len(said) > MOST_GAPS_TOLD else ""
    return f"Gaps, by the published reason: {'; '.join(said[:MOST_GAPS_TOLD])}{more}."


def _years(years: list[int]) -> str:
    """Years in a row as a span: "2017 to 2022", "2018 and 2020"."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return listed([f"{span[0]} to {span[-1]}" if len(span) > 1 else str(span[0]) for span in spans])


def not_like_for_like(settings: Settings, *, regional: bool, england: bool) -> str:
    """What the references beside a council's own figures are of, and that they are of something else; "" for none."""
    year, value = max(ENGLAND_AVERAGE_CASELOAD.items())
    shipped = settings.is_shipped("band_low") and settings.is_shipped("band_high")
    whose = "of councils in early 2013" if shipped else "the one typed on the Methods page"
    said = [
        f"England was {value} at 30 September {year}, for all kinds of team and all case-holders" if england else "",
        f"the regional range is {whose}" if regional else "",
    ]
    return sentence(f"Not like for like: {'; '.join(filter(None, said))}") if any(said) else ""

"""Published figures to compare with: England, a region, the council and its neighbours, by year.

They come from the Department for Education's children's social work workforce; where no file of it is
kept there are only England's average caseloads of :mod:`model.assumptions`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from model.england import ENGLAND_AVERAGE_CASELOAD
from model.tables import BENCHMARK, conform
from model.words import count_words, listed

PUBLISHER = "Department for Education, Children’s social work workforce"
NOT_LIKE_FOR_LIKE = "Not like for like with your own figures: the Department for Education counts in its own way,"
_CASES = "cases on 30 September for each full-time equivalent social worker who holds any, agency workers included,"
ENGLAND, REGION, COUNCIL = "England", "region", "council"
# What a line of the picture is: the two levels above, the council itself, or one that it is compared with.
NEIGHBOUR = "neighbour"


@dataclass(frozen=True)
class Measure:
    """A published measure: its name on the screen, how a sentence calls it, its unit, and the most that it can be."""

    label: str
    called: str
    unit: str
    most: float
    is_shown: bool = True

    @property
    def sign(self) -> str:
        """What stands behind a number of it: "%", or nothing."""
        return "%" if self.unit.startswith("%") else ""


MEASURES: Mapping[str, Measure] = {
    "caseload": Measure("Average caseload", "an average caseload", "cases for each case-holding FTE", 200),
    "vacancy_rate": Measure("Vacancy rate", "a vacancy rate", "% of FTE posts", 100),
    "agency_rate": Measure("Agency rate", "an agency rate", "% of FTE social workers", 100),
    "turnover_rate": Measure("Turnover rate", "a turnover rate", "% of FTE in the year", 1_000),
    "absence_rate": Measure("Absence rate", "an absence rate", "% of working days in the year", 100),
    "cases": Measure("Cases", "cases", "cases", 10_000_000, is_shown=False),
    "case_holders_fte": Measure("Case-holding FTE", "case-holding FTE", "FTE", 1_000_000, is_shown=False),
}

_FORMS = re.compile(
    r"\b(?:the|council|city|county|borough|royal|metropolitan|district|london|unitary|authority|childrens|children|s"
    r"|social|care|services?|trust|of|and|mbc|bc|cc|dc|lb|rbc|with)\b"
)


def warning(measure: str) -> str:
    """Why a measure cannot be compared with the council's own figures, in a sentence."""
    counted = f" {_CASES}" if measure == "caseload" else ""
    return f"{NOT_LIKE_FOR_LIKE}{counted} in every kind of team."


def national() -> pd.DataFrame:
    """England's average caseload by year as it ships, as a table of published figures."""
    years = list(ENGLAND_AVERAGE_CASELOAD)
    rows = {
        "year": years,
        "release": str(max(years)),
        "level": ENGLAND,
        "place": ENGLAND,
        "measure": "caseload",
        "value": [float(value) for value in ENGLAND_AVERAGE_CASELOAD.values()],
    }
    return conform(pd.DataFrame(rows), BENCHMARK)


def councils(published: pd.DataFrame) -> list[str]:
    """The councils that the published figures name, in the order of the alphabet."""
    return sorted(published.loc[published["level"] == COUNCIL, "place"].unique())


def matching(name: str, names: Sequence[str]) -> str | None:
    """The one published name that a council's name is, or ``None``.

    Words such as "Borough Council" make no difference; of two councils that are published together
    either's name will do. Nothing is matched by likeness.

    >>> matching("Stockton-on-Tees Borough Council", ["Stockport", "Stockton-on-Tees"])
    'Stockton-on-Tees'
    """
    same = [each for each in names if each.casefold() == name.strip().casefold()]
    wanted = _plain(name)
    found = [each for each in names if wanted and wanted in {_plain(part) for part in (each, *each.split(" / "))}]
    only = same or found
    return only[0] if len(only) == 1 else None


def _plain(name: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", name.casefold().replace("'", "").replace("’", "").replace("&", " and "))
    return " ".join(_FORMS.sub(" ", words).split())


def region_of(published: pd.DataFrame, council: str | None) -> str | None:
    """The region that the newest published figures give a council, or ``None``."""
    rows = published[(published["level"] == COUNCIL) & (published["place"] == council)].dropna(subset="region")
    return None if rows.empty else str(rows.sort_values("year", kind="stable")["region"].iloc[-1])


def lines(published: pd.DataFrame, measure: str, council: str | None, neighbours: Sequence[str]) -> pd.DataFrame:
    """One measure of England, the council's region, the council and its neighbours, a row a place and year.

    Columns: ``year``, ``place``, ``role`` (England, region, council, neighbour), ``value``, ``reason``, ``release``.
    A place that has nothing published for a year that others have has no value there, and says "not published".
    """
    rows = published[published["measure"] == measure]
    wanted = [(ENGLAND, ENGLAND, ENGLAND), (REGION, REGION, region_of(published, council)), (COUNCIL, COUNCIL, council)]
    wanted += [(COUNCIL, NEIGHBOUR, name) for name in dict.fromkeys(neighbours) if name != council]
    years = pd.Index(sorted(rows["year"].unique()), name="year")
    found = []
    for level, role, place in wanted:
        own = rows[(rows["level"] == level) & (rows["place"] == place)].set_index("year")
        if not own.empty:
            full = own.reindex(years)[["value", "reason", "release"]].reset_index()
            unsaid = full["value"].isna() & full["reason"].isna()
            full.loc[unsaid, "reason"] = "not published"
            found.append(full.assign(place=place, role=role))
    columns = ["year", "place", "role", "value", "reason", "release"]
    return pd.concat(found, ignore_index=True)[columns] if found else pd.DataFrame(columns=columns)


def understood(published: pd.DataFrame) -> str:
    """What a file of published figures holds, in a sentence: release, years, places and measures."""
    years, levels = published["year"], published.drop_duplicates(["level", "place"])["level"].tolist()
    measures = [each.label.lower() for name, each in MEASURES.items() if name in set(published["measure"])]
    places = [
        "England" * (ENGLAND in levels),
        count_words(levels.count(REGION), "region") * (REGION in levels),
        count_words(levels.count(COUNCIL), "council") * (COUNCIL in levels),
    ]
    span = f"{years.min()} to {years.max()}" if years.min() != years.max() else str(years.min())
    return (
        f"{PUBLISHER}, {published['release'].max()} release: {span}, for {listed([p for p in places if p])}; "
        f"{listed(measures).replace('fte', 'FTE')}"
    )

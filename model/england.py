"""What councils in England average, as the Department for Education publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from model.assumptions import DFE_WORKFORCE

# Average caseload in England at 30 September of each year, children per case-holding FTE.
# Figures get revised between releases, so the release stands with them.
ENGLAND_AVERAGE_CASELOAD: Mapping[int, Decimal] = {
    2017: Decimal("17.7"),
    2018: Decimal("17.4"),
    2019: Decimal("16.9"),
    2020: Decimal("16.3"),
    2021: Decimal("16.3"),
    2022: Decimal("16.6"),
    2023: Decimal("16.0"),
    2024: Decimal("15.4"),
    2025: Decimal("15.2"),
}
ENGLAND_SOURCE = DFE_WORKFORCE
# The highest average of any council at 30 September, and the average that none has reached since then; same source.
HIGHEST_COUNCIL_AVERAGE: Mapping[int, Decimal] = {2025: Decimal("20.9")}
NOT_AVERAGED_SINCE = (25, 2022)

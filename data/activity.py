"""The quarterly activity report in the layout of the Cabinet report's Appendix 2, with its 2012/13 values.

A value that the report does not print is left blank; nothing is worked out here. Percentages are as it prints them, in
its table or its headline data: three of them are not what their numerator and denominator give.
"""

from __future__ import annotations

from decimal import Decimal

from data.sheets import SheetColumn, Value

WORKFLOW = "Referral Workflow 2012/13"
QEC = "QEC, March 2013"
LSD = "Local Safeguarding Dataset"
CAFCASS = "Cafcass"

NUMBER, NUMERATOR, DENOMINATOR, PERCENT, RATE = "number", "numerator", "denominator", "%", "per 10,000 children"

_QUARTERS = tuple(
    column
    for quarter in ("Q1", "Q2", "Q3", "Q4")
    for column in (SheetColumn(quarter, width=8), SheetColumn(f"{quarter} direction of travel", width=12))
)
COLUMNS = (
    SheetColumn("Block", width=12),
    SheetColumn("Measure", width=62),
    SheetColumn("Part", width=20),
    SheetColumn("Previous year", "#,##0.##", 10),
    SheetColumn("2012/13", "#,##0.##", 10),
    *_QUARTERS,
    SheetColumn("Source", width=28),
)

# Block, measure, part, previous year, 2012/13, source.
_Entry = tuple[str, str, str, str | None, str | None, str]

_INPUTS: tuple[_Entry, ...] = (
    ("Inputs", "Contacts", NUMBER, None, "6859", WORKFLOW),
    ("Inputs", "Contacts becoming referrals", NUMERATOR, None, "2336", WORKFLOW),
    ("Inputs", "Contacts becoming referrals", DENOMINATOR, None, "6859", WORKFLOW),
    ("Inputs", "Referrals by agency, and those not meeting the threshold", NUMBER, None, None, WORKFLOW),
    ("Inputs", "Referral reasons", NUMBER, None, None, WORKFLOW),
    ("Inputs", "CAF2s by agency", NUMBER, None, None, WORKFLOW),
    ("Inputs", "Contacts with an active CAF", NUMERATOR, None, "181", WORKFLOW),
    ("Inputs", "Contacts with an active CAF", DENOMINATOR, None, "6859", WORKFLOW),
    ("Inputs", "Contacts with an active CAF", PERCENT, None, "5.0", WORKFLOW),
    ("Inputs", "Contacts with no further action", NUMBER, None, None, WORKFLOW),
    ("Inputs", "Contacts closed and logged", NUMBER, None, "3651", WORKFLOW),
)

_PROCESSES: tuple[_Entry, ...] = (
    ("Processes", "Initial assessments completed in time", NUMERATOR, None, "943", QEC),
    ("Processes", "Initial assessments completed in time", DENOMINATOR, None, "2201", QEC),
    ("Processes", "Core assessments completed in time", NUMERATOR, None, "676", QEC),
    ("Processes", "Core assessments completed in time", DENOMINATOR, None, "1247", QEC),
    ("Processes", "Referrals that progressed to assessment", NUMERATOR, None, "2201", WORKFLOW),
    ("Processes", "Referrals that progressed to assessment", DENOMINATOR, None, "2336", WORKFLOW),
    ("Processes", "Referrals that progressed to assessment", PERCENT, None, "62", WORKFLOW),
    ("Processes", "Referrals resulting in a section 47 enquiry", NUMBER, None, None, QEC),
    ("Processes", "Initial child protection conferences held in time", PERCENT, None, "58.2", LSD),
    ("Processes", "Child protection reviews held in time", PERCENT, None, None, QEC),
    ("Processes", "Children's attendance at conferences and reviews", PERCENT, None, None, QEC),
    ("Processes", "Care applications", RATE, "21.5", "24.8", CAFCASS),
    ("Processes", "Looked-after children under section 20 or on orders", NUMBER, None, None, QEC),
    ("Processes", "Workforce: staff, vacancies, turnover and caseloads", NUMBER, None, None, QEC),
)

_OUTPUTS: tuple[_Entry, ...] = (
    ("Outputs", "Children in need, without those below", NUMBER, None, "1617", QEC),
    ("Outputs", "Children on a child protection plan", NUMBER, None, "359", QEC),
    ("Outputs", "Looked-after children", NUMBER, None, "371", QEC),
    ("Outputs", "Re-referrals", NUMERATOR, None, "353", WORKFLOW),
    ("Outputs", "Re-referrals", DENOMINATOR, None, "2336", WORKFLOW),
    ("Outputs", "Re-referrals", PERCENT, "18", "16", WORKFLOW),
    ("Outputs", "Second or subsequent child protection plans", NUMERATOR, None, "24", QEC),
    ("Outputs", "Second or subsequent child protection plans", DENOMINATOR, None, "404", QEC),
    ("Outputs", "Child protection plans lasting two years or more", NUMERATOR, None, "9", QEC),
    ("Outputs", "Child protection plans lasting two years or more", DENOMINATOR, None, "306", QEC),
    ("Outputs", "Child protection plans lasting two years or more", PERCENT, "4.2", None, QEC),
    ("Outputs", "Step-down from a child protection plan to a CAF", NUMBER, None, None, QEC),
    ("Outputs", "Placement stability", PERCENT, None, None, QEC),
    ("Outputs", "Care leavers in education, employment or training", PERCENT, None, None, QEC),
    ("Outputs", "Care leavers in suitable accommodation", NUMERATOR, None, "29", QEC),
    ("Outputs", "Care leavers in suitable accommodation", DENOMINATOR, None, "31", QEC),
    ("Outputs", "Permanency: adoption", NUMBER, None, "16", QEC),
    ("Outputs", "Permanency: residence order", NUMBER, None, "28", QEC),
    ("Outputs", "Permanency: special guardianship", NUMBER, None, "21", QEC),
    ("Outputs", "Permanency: returned home", NUMBER, None, "64", QEC),
    ("Outputs", "Permanency: returned home", PERCENT, "59", None, QEC),
)

_BLANK_QUARTERS: tuple[Value, ...] = (None,) * len(_QUARTERS)


def rows() -> list[tuple[Value, ...]]:
    """The sheet's rows under :data:`COLUMNS`; the quarters, not published one by one, are blank."""
    return [
        (block, measure, part, _number(previous), _number(value), *_BLANK_QUARTERS, source)
        for block, measure, part, previous, value, source in _INPUTS + _PROCESSES + _OUTPUTS
    ]


def _number(printed: str | None) -> Decimal | int | None:
    if printed is None:
        return None
    return Decimal(printed) if "." in printed else int(printed)

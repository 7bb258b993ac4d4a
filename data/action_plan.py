"""Makes the example's action plan: ``python -m data.action_plan``.

The 14 recommendations of 2013 in our own words, by their horizons. The plan prints no owners, dates or ratings, so they
are blank; so are actions, outcomes and baselines. The links to indicators are ours.
"""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from data.sheets import SheetColumn, Value, add_table, add_text, save
from model.action_plan import HEADINGS
from model.indicators import indicator

FILE = Path(__file__).with_name("action_plan.xlsx")
_WIDTHS = {"ref": 6, "recommendation": 60, "outcome": 30, "how_known": 30, "action": 40, "update": 30, "evidence": 30}
_DAY = "d mmmm yyyy"
COLUMNS = tuple(
    SheetColumn(heading, _DAY if name in ("due", "done") else "@", _WIDTHS.get(name, 16))
    for name, heading in HEADINGS.items()
)
ABOUT = (
    "Headroom: the example’s action plan",
    "",
    "The recommendations of the inspection of child protection in Stockton-on-Tees, 2013, in short and in our own "
    "words, by the time in which each was to be met.",
    "",
    "The plan prints no owners, due dates or ratings. They are blank here, and shown as not said.",
    "",
    "The links to indicators, and the target 0 where none may be missed, are there to show how a measure is followed.",
)

# Horizon, recommendation, and the key of the indicator that would show it, where there is one.
_RECOMMENDATIONS = (
    (
        "Immediate",
        "Managers oversee the work of the referral and assessment team, and audit cases there every month",
        "",
    ),
    ("Immediate", "Assessments are completed on time", "initial_assessments_in_time"),
    ("Immediate", "Every child is seen; none is missed in assessments begun after 1 April 2013", "children_not_seen"),
    ("3 months", "Referrals about domestic abuse are screened with partners", ""),
    ("3 months", "Assessments take in ethnicity, culture, religion and what the child says", ""),
    ("3 months", "The safeguarding board challenges its partners, and follows up what it asks for", ""),
    ("3 months", "Social workers are supervised regularly and well", "supervision"),
    ("6 months", "Case records are complete and have a chronology", ""),
    ("6 months", "The child protection plan is simpler, so that families and partners can follow it", ""),
    ("6 months", "Children have an advocate where decisions are made about them", ""),
    ("6 months", "Children from 8 years are invited to conferences, and can take part in core groups", ""),
    ("6 months", "What children say shapes plans and services", ""),
    ("6 months", "There is a strategy for early help that partners share", ""),
    ("6 months", "Strategic plans say which outcomes are sought, and by when", ""),
)


def rows() -> list[tuple[Value, ...]]:
    """The sheet's rows under :data:`COLUMNS`."""
    found: list[tuple[Value, ...]] = []
    for number, (horizon, recommendation, key) in enumerate(_RECOMMENDATIONS, 1):
        linked = indicator(key) if key else None
        said = {
            "ref": str(number),
            "horizon": horizon,
            "recommendation": recommendation,
            "indicator": f"{linked.name} ({linked.unit})" if linked else None,
            "target": "0" if linked and linked.zero_tolerance else None,
        }
        found.append(tuple(said.get(name) for name in HEADINGS))
    return found


def main() -> None:
    """Write the workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_text(book, "About", ABOUT)
    add_table(book, "Action plan", COLUMNS, rows())
    save(book, FILE)


if __name__ == "__main__":
    main()

"""Measures that a report gives apart by agency and outcome, in columns beside the measure: put into its name.

"Referrals" beside "Police" and "Assessment" is "Referrals by agency: Police: Assessment", as other councils type it.
An agency beside a measure that is never given apart is somebody else, such as whoever answers for it.
"""

from __future__ import annotations

from model.indicators import recognised

# What stands between a measure and what it is given apart by, for each column, and where nothing in its name says so.
_BY = ("agency", "outcome")
# What a measure that is known can be in.
_UNITS = ("number", "%", "per 10,000")


def named_apart(measure: str, agency: str, outcome: str) -> str:
    """The name of a measure that is given apart by the agency and the outcome in its row, "" for none.

    >>> named_apart("Referrals", "Police", "Assessment"), named_apart("Referrals by outcome", "", "No further action")
    ('Referrals by agency: Police: Assessment', 'Referrals by outcome: No further action')
    """
    said = {name: words for name, words in zip(_BY, (agency, outcome), strict=True) if any(map(str.isalpha, words))}
    if not measure or not said:
        return measure
    by = "" if " by " in measure.casefold() else f" by {next(iter(said))}"
    name = ": ".join((f"{measure}{by}", *said.values()))
    found = recognised(name)
    is_apart = bool(found and found.indicator.split_by) or not any(recognised(measure, unit) for unit in _UNITS)
    return name if is_apart else measure

"""What a plan of posts is paid by beside the posts themselves: every term with its unit, default and source.

All of them are assumptions to edit. What a post, a manager, a family worker and an agency worker cost are settings of
the council (:mod:`model.assumptions`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from model.assumptions import CABINET_REPORT, About
from model.outlook_assumptions import HORIZON

NOT_KNOWN = "Not known: none until you type it"

TERMS: Mapping[str, About] = {
    "uplift": About(
        "Rise in pay and prices",
        "% each April after the first",
        "Assumption: none, so constant prices; the first April ahead is at today’s",
    ),
    "payment": About("Recruitment payment", "pounds once, to each experienced starter", NOT_KNOWN),
    "experienced": About(
        "Experienced among starters in new posts", "%", "The rest of the newly qualified of the Outlook page"
    ),
    "agency": About(
        "Agency and supernumerary staff in post now", "FTE", f"{CABINET_REPORT}, paragraph 42: three, supernumerary"
    ),
    "released": About("Agency staff who go as posts are filled", "FTE", "Nobody has decided it: none until you say so"),
    "cover": About("Agency cover of new posts until they are filled", "% of FTE", "As on the Outlook page"),
    "overlap": About("Overlap of agency and new worker", "months", "Assumption: none"),
    "funded_until": About("Last month of one-off funding", "month", "Blank: funded for good, from the base budget"),
    "early_help": About(
        "Cost of early help", "pounds a year", f"{CABINET_REPORT}, paragraph 43: a second Family Support Team"
    ),
    "screening": About(
        "Cost of screening at the front door",
        "pounds a year",
        f"{CABINET_REPORT}, paragraph 15: social workers in First Contact; no cost is printed",
    ),
}


class TermsError(ValueError):
    """A term that is out of range: says which, and what is allowed."""


# Lowest and highest value of each.
_ALLOWED: Mapping[str, tuple[int, int]] = {
    "uplift": (0, 1),
    "payment": (0, 100_000),
    "experienced": (0, 1),
    "agency": (0, 1000),
    "released": (0, 1000),
    "overlap": (0, HORIZON),
    "cover": (0, 1),
    "early_help": (0, 100_000_000),
    "screening": (0, 100_000_000),
}


@dataclass(frozen=True)
class Terms:
    """The terms of one plan; shares are 0 to 1, labels and sources are in :data:`TERMS`.

    ``agency`` FTE in post now, ``None`` where nobody knows; ``released`` FTE of agency staff who go, one as each post
    is filled; ``funded_until`` the last month with one-off funding, counted from the month of the figures, ``None``
    for funding from the base budget. ``cover``: the share of new posts that agency workers hold until they
    are filled. ``early_help`` and ``screening``: pounds a year, in no sum, ``None`` where nobody knows.

    Raises :class:`TermsError` for a value out of range, and where more agency staff go than there are.
    """

    uplift: Fraction = Fraction(0)
    payment: Decimal = Decimal(0)
    experienced: Fraction = Fraction(1, 2)
    agency: Fraction | None = None
    released: Fraction = Fraction(0)
    overlap: int = 0
    funded_until: int | None = None
    cover: Fraction = Fraction(0)
    early_help: Decimal | None = None
    screening: Decimal | None = None

    def __post_init__(self) -> None:
        """Refuse a value out of range."""
        for name, (low, high) in _ALLOWED.items():
            value = getattr(self, name)
            if value is not None and not low <= value <= high:
                raise TermsError(f"{TERMS[name].label} is {value}: it must be from {low:,} to {high:,}")
        if self.agency is not None and self.released > self.agency:
            raise TermsError("More agency staff would go than are in post")

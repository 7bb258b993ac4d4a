"""The answer of the Costs page: headline figures, the months as an exhibit, years, what else follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from charts.costs import by_month as draw_months
from model import plan_costs_findings as findings
from model import plan_costs_terms_findings as terms_findings
from model.assumptions import CABINET_REPORT
from model.basis import fte_words, who_is_counted
from model.exact import Number, half_up, pounds, shortest
from model.outlook_assumptions import HORIZON
from model.outlook_start import Start
from model.plan_costs import (
    CostPlan,
    Month,
    Sums,
    by_agency,
    by_year,
    cost_per_place,
    course,
    full_year,
    total,
    year_words,
)
from model.plan_costs_report import lines
from model.words import month_words
from ui.costs_choices import Chosen
from ui.exhibit import Exhibit
from ui.headline import Headline
from ui.view import View

HEADINGS = {
    "year": "Financial year",
    "posts": "Posts (£)",
    "teams": "Managers, family workers (£)",
    "payments": "Recruitment payments (£)",
    "cover": "Agency until filled (£)",
    "gross": "Gross (£)",
    "released": "Agency released (£)",
    "net": "Net (£)",
    "unfunded": "Unfunded (£)",
    "already": "Agency in post, not added (£)",
    "posts_paid": "Posts paid",
    "month": "Month",
    "running": "Net since the start (£)",
}
# Shown even where they are nothing.
_ALWAYS = frozenset({"gross", "released", "net", "unfunded"})
_MONEY = ("posts", "teams", "payments", "cover", "gross", "released", "net", "unfunded", "already")
REPORT_HEADINGS = {"what": "Sum", "how": "How", "paragraphs": "Paragraph", "pounds": "£ a year, 2013 prices"}


@dataclass(frozen=True)
class Answer:
    """The plan costed: whose, from which start, on which choices."""

    view: View
    start: Start | None
    chosen: Chosen
    plan: CostPlan

    @cached_property
    def months(self) -> list[Month]:
        """The months to the end of the last financial year."""
        return course(self.plan, self.chosen.years)

    @cached_property
    def whole(self) -> Sums:
        """A full year."""
        return full_year(self.plan)

    @property
    def title(self) -> str:
        """What the plan costs, by when, net of what."""
        return findings.answer(self.plan, self.months)

    @property
    def prices(self) -> str:
        """Of which year the prices are, where they are the report's; else ""."""
        return findings.prices(self.plan.settings)


def headlines(answer: Answer) -> list[Headline]:
    """Four figures: the first year paid, what is left of it net of agency, a full year, what is unfunded."""
    plan, months, years = answer.plan, answer.months, by_year(answer.months)
    this = next(iter(years))
    first = findings.first_year_paid(months) or this
    sums, everything = years[first], total(years.values())
    until = f"to {month_words(months[-1].day)}"
    gap = findings.unfunded_from(months)
    ends = f"{until}; from {month_words(gap.day)}" if gap else until
    return [
        Headline(
            f"Gross in {year_words(first)}", pounds(sums.gross), None,
            "" if first == this else f"nothing in {year_words(this)}, this year",
            "Posts from the month after they are filled, agency workers in them until then, extra teams as far as "
            "their cost is known, payments.",
        ),
        Headline(
            f"Net in {year_words(first)}", pounds(sums.net), None,
            f"{pounds(sums.released)} of agency released",
            "Gross less the cost of agency staff who go because posts are filled.",
        ),
        Headline(
            "A full year, net" if answer.whole.released else "A full year", pounds(answer.whole.net), None,
            ", ".join(filter(None, (f"gross {pounds(answer.whole.gross)}", answer.prices, findings.not_costed(plan)))),
            "Net, with every post filled, at the prices of the first year.",
        ),
        Headline(
            "Unfunded", pounds(everything.unfunded), None,
            "base budget" if plan.terms.funded_until is None else ends,
            "Net cost of the months after one-off funding has run out.",
        ),
    ]  # fmt: skip


def by_month(answer: Answer) -> Exhibit:
    """The months of the Outlook as bars."""
    plan, months = answer.plan, answer.months[:HORIZON]
    frame = pd.DataFrame(_month_lines(months))
    last = months[-1]
    return Exhibit(
        key="costs_by_month",
        finding=findings.by_month_title(plan, months),
        beneath=" ".join(filter(None, (findings.when_paid(plan), findings.until_filled(plan)))),
        figure=draw_months(frame, answer.view.style),
        alt=(
            f"Bar chart of the cost of each month: {pounds(months[0].sums.net)} net in {month_words(months[0].day)}, "
            f"{pounds(last.sums.net)} in {month_words(last.day)}; gross {pounds(last.sums.gross)}."
        ),
        frame=frame,
        columns=("month", "posts_paid", *_kept(frame), "running"),
        source=source(answer),
        headings=HEADINGS,
        measure=f"Pounds a month{f', {answer.prices}' if answer.prices else ''}",
    )


def source(answer: Answer) -> str:
    """Where the prices are from."""
    if not answer.prices:
        return f"{answer.view.authority}, costs as typed; posts and dates as on the Outlook page"
    return f"{CABINET_REPORT}, paragraphs 38 to 43 ({answer.prices}); posts and dates as on the Outlook page"


def _month_lines(months: list[Month]) -> list[dict[str, object]]:
    found, running = [], Sums()
    for month in months:
        running = total([running, month.sums])
        found.append(
            {
                "month": month.day.isoformat(),
                "posts_paid": month.posts,
                **_rounded(month.sums),
                "running": _whole(running.net),
            }
        )
    return found


def _rounded(sums: Sums) -> dict[str, object]:
    return {name: _whole(getattr(sums, name)) for name in _MONEY}


def _whole(value: Number) -> int:
    return int(half_up(value, 0))


def _kept(frame: pd.DataFrame) -> list[str]:
    """The columns of money that say something."""
    return [name for name in _MONEY if name in _ALWAYS or frame[name].any()]


def year_frame(answer: Answer) -> tuple[pd.DataFrame, dict[str, object], dict[str, str]]:
    """A row a financial year, the row of their sum, and the headings of the columns that say something."""
    years = by_year(answer.months)
    left = answer.months[0].day.month != 4
    frame = pd.DataFrame(
        [
            {"year": f"{'Rest of ' if left and not place else ''}{year_words(year)}", **_rounded(sums)}
            for place, (year, sums) in enumerate(years.items())
        ]
    )
    foot = {"year": f"To {month_words(answer.months[-1].day)}", **_rounded(total(years.values()))}
    return frame, foot, {name: HEADINGS[name] for name in ("year", *_kept(frame))}


def years_title(answer: Answer) -> str:
    """What the plan costs over the medium term, as a title."""
    sums = total(month.sums for month in answer.months)
    net = f", {pounds(sums.net)} net of agency" if sums.released else ""
    return f"To {month_words(answer.months[-1].day)} the plan costs {pounds(sums.gross)}{net}"


def further(answer: Answer) -> list[str]:
    """What the money has to be seen beside: managers, funding, agency, places."""
    plan, start = answer.plan, answer.start
    optimum = start.optimum if start else None
    found = [
        "" if answer.view.is_example else terms_findings.not_own_price(plan.settings),
        findings.managers(plan),
        terms_findings.payment_words(plan, answer.months),
        terms_findings.uplift_words(plan, answer.months),
        findings.unfunded_words(plan, answer.months),
        findings.agency_in_post(plan),
        findings.beyond_posts(plan, start.agency if start else None),
        findings.cover_words(plan, answer.months),
        findings.agency_instead(plan, by_agency(plan)),
        findings.place_words(cost_per_place(plan, optimum) if optimum else None, optimum),
    ]
    return [text for text in found if text]


def basis(answer: Answer) -> str:
    """Whose children and posts this is worked out from, and on which day, in a sentence."""
    if answer.start is None:
        return f"Figures of {answer.view.day}: its children and full-time equivalent are not known."
    waiting, service = answer.start.waiting, answer.start.service
    wait = "children waiting not known" if waiting is None else f"{waiting:,} of them waiting"
    counted = f"{who_is_counted(service)} " if service.left_out else ""
    return (
        f"{counted}{answer.view.day}, {answer.start.children:,} children, {wait}, {fte_words(service)}, optimum "
        f"{shortest(answer.start.optimum)}; costed to {month_words(answer.months[-1].day)}. What the posts do to "
        "caseloads is on the Outlook page."
    )


def report_frame() -> pd.DataFrame:
    """The report's own sums, worked out again: a row a sum."""
    every = lines()
    return pd.DataFrame(
        {
            "what": [line.what for line in every],
            "how": [line.how or "printed" for line in every],
            "paragraphs": [line.paragraphs for line in every],
            "pounds": [_whole(line.pounds) for line in every],
        }
    )

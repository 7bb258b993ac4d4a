"""What scenarios say in words: all that one rests on, how it differs from another, and which of them reach their line.

Texts carry names as people typed them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from model.assumptions import ABOUT, COSTS
from model.exact import shortest, shown
from model.outlook import month_after
from model.outlook_assumptions import ASSUMPTIONS, Assumptions
from model.outlook_process import Approval
from model.plan_costs import CostPlan
from model.plan_costs_terms import TERMS
from model.words import first_short, month_words, number_words

AS_CLOSE = "as many as close"
NOT_KNOWN = "not known"
# What stands beside a plan, with a price of its own.
_BESIDE = ("early_help", "screening")


def stages_in_words(stages: Sequence[Approval], figures: date) -> str:
    """How many posts are approved when: "6 in March 2013, 4 in June 2013"."""
    found = [
        f"{sum(stage.posts)} in {month_words(month_after(figures, stage.month))}"
        for stage in stages
        if sum(stage.posts)
    ]
    return ", ".join(found) or "none"


def assumptions_in_words(assumed: Assumptions) -> dict[str, str]:
    """Every assumption of the outlook by its label and unit, with its value."""
    found = {}
    for name, about in ASSUMPTIONS.items():
        value = getattr(assumed, name)
        scale = 100 if about.unit.startswith("%") else 1
        found[f"{about.label} ({about.unit})"] = AS_CLOSE if value is None else shortest(value * scale, 1)
    return found


def costs_in_words(plan: CostPlan) -> dict[str, str]:
    """Every assumption about cost by its label and unit, with its value."""
    found = {}
    for name in COSTS:
        value, about = getattr(plan.settings, name), ABOUT[name]
        found[f"{about.label} ({about.unit})"] = NOT_KNOWN if value is None else shortest(value)
    terms, until = plan.terms, plan.terms.funded_until
    values: Mapping[str, str] = {
        "uplift": shortest(terms.uplift * 100),
        "payment": shortest(terms.payment),
        "agency": NOT_KNOWN if terms.agency is None else shortest(terms.agency),
        "released": shortest(terms.released),
        "overlap": shortest(terms.overlap),
        **{name: NOT_KNOWN if (cost := getattr(terms, name)) is None else shortest(cost) for name in _BESIDE},
        "funded_until": "base budget" if until is None else month_words(month_after(plan.first, until)),
    }
    return found | {f"{TERMS[name].label} ({TERMS[name].unit})": value for name, value in values.items()}


def differing(many: Sequence[Mapping[str, str]], but: Sequence[str] = ()) -> list[str]:
    """The labels whose values are not the same in all, in their order, ``but`` those left out."""
    labels = dict.fromkeys(label for each in many for label in each if label not in but)
    return [label for label in labels if len({each.get(label) for each in many}) > 1]


def otherwise_here(in_file: Mapping[str, str], here: Mapping[str, str]) -> str:
    """What a scenario of a file rests on here otherwise than where it was exported, in a row; "" where all is alike."""
    found = [label for label in differing([in_file, here]) if label in in_file and label in here]
    return "; ".join(f"{label}: {here[label]}, not {in_file[label]}" for label in found)


@dataclass(frozen=True)
class Standing:
    """Where a scenario is expected to stand in its own month: children per worker, and the line it is held against.

    Those who wait are counted in ``value``; ``waits`` says that without them it would be lower.
    """

    name: str
    value: float
    line: float
    month: str
    waits: bool = False

    @property
    def is_there(self) -> bool:
        """Whether it is expected at its line or below."""
        return self.value <= self.line + 1e-9


def title(found: Sequence[Standing]) -> str:
    """How many of the scenarios are expected at the optimum, and which is nearest where none is."""
    there, every = [each for each in found if each.is_there], len(found)
    line = f"{shortest(found[0].line)}" if len({each.line for each in found}) == 1 else "the optimum"
    if not there:
        near = min(found, key=lambda each: each.value - each.line)
        if not isfinite(near.value):
            return "Nobody is in post in these scenarios"
        where = f"{shown(near.value)} in {near.month}{', the waiting counted' * near.waits}"
        if every == 1:
            return first_short(f"“{near.name}” comes to {where}, not {line}", f"It comes to {where}").rstrip(".")
        return first_short(
            f"No scenario comes to {line}: “{near.name}” is nearest, {where}",
            f"No scenario comes to {line}: the nearest has {where}",
        ).rstrip(".")
    if every == 1:
        return first_short(f"“{there[0].name}” comes to {line} or below in {there[0].month}", "It comes there")[:-1]
    if len(there) == 1:
        return first_short(f"Only “{there[0].name}” comes to {line} or below", f"One scenario comes to {line}")[:-1]
    some = number_words(len(there)).capitalize()
    return f"{some} of {number_words(every)} scenarios come to {line} or below"

"""What may stand beside added posts: early help and screening at the front door, and what each would have to do."""

from __future__ import annotations

from model import plan_costs_findings as findings
from model.costs import break_even
from model.words import listed
from ui.costs_answer import Answer

_BESIDE = {"early_help": "Early help", "screening": "Screening at the front door"}


def break_evens(answer: Answer) -> list[str]:
    """What early help and screening would have to achieve, each where its cost is known."""
    start, plan, months_open = answer.start, answer.plan, str(answer.chosen.months_open)
    per_post, found = plan.settings.cost_per_post, []
    for name, what in _BESIDE.items():
        cost = getattr(plan.terms, name)
        if cost and start is not None and per_post:
            even = break_even(cost, per_post, start.optimum, start.children, months_open)
            found.append(findings.pays_for_itself(what, cost, even, months_open))
    return found


def missing_prices(answer: Answer) -> str:
    """Which of early help and screening has no cost yet, and where to type it; "" where both have one."""
    without = [what for name, what in _BESIDE.items() if not getattr(answer.plan.terms, name)]
    if not without or answer.start is None or not answer.plan.settings.cost_per_post:
        return ""
    which = listed([what[:1].lower() + what[1:] for what in without])
    return (
        f"How many fewer cases would have to start for {which} to pay is said once the cost is typed under “Early "
        "help, screening”."
    )

"""How many actions of a plan stand how, as headline figures."""

from __future__ import annotations

from model.action_plan_findings import counts
from model.action_plan_rating import SOON
from model.words import count_words
from ui.actions_answer import Answer
from ui.headline import Headline

_MEANINGS = {
    "Overdue": "The due date has passed and the action is not done.",
    "Too vague": "Not done, and without an owner, a due date or a measure.",
    "Red": "Overdue, or what must never happen did.",
    "Amber": f"Due in {SOON} days or fewer and its target not reached, or done without its target being reached.",
    "Green": "Not due yet, or its target reached before it is due.",
    "Complete": "Done, and its target reached where that can be told.",
}


def headlines(found: Answer) -> list[Headline]:
    """Overdue and too vague first, then red, amber, green and complete."""
    of = f"of {count_words(len(found.actions), 'action')}"
    many = counts(found.rated)
    return [Headline(name, str(many[name]), None, of, said) for name, said in _MEANINGS.items()]

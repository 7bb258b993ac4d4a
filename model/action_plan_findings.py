"""What an action plan says, in sentences: what is overdue and what cannot be measured first; and what moved since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.action_plan import DATES, HEADINGS, Action
from model.action_plan_rating import Rated, Rating
from model.words import all_words, count_words, day_words, first_short, listed, number_words


def title(found: Sequence[Rated]) -> str:
    """The finding, in at most fifteen words, without a full stop."""
    if not found:
        return "No action plan is kept yet"
    late, vague = [each for each in found if each.late], [each for each in found if each.is_vague]
    many = len(found)
    if len(vague) == many:
        whole = all_words(many, "actions")
        said = f"{whole} {'is' if many == 1 else 'are'} too vague to be measured"
        return first_short(f"{_also(late)}{said}{_common(vague)}", f"{_also(late)}{said}", said).rstrip(".")
    parts = [
        f"{number_words(len(late))} of {count_words(many, 'action')} {_is(len(late))} overdue" if late else "",
        f"{number_words(len(vague))} {_is(len(vague))} too vague to be measured" if vague else "",
    ]
    told = ", ".join(filter(None, parts))
    return first_short(told or f"no action is overdue; {all_words(many, 'actions')} can be measured").rstrip(".")


def _also(late: Sequence[Rated]) -> str:
    return f"{count_words(len(late), 'action')} overdue; " if late else ""


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _common(vague: Sequence[Rated]) -> str:
    """What all of them lack, to stand behind: ": no owner or due date"."""
    lacks = [name for name in vague[0].action.missing if all(name in each.action.missing for each in vague)]
    return f": no {' or '.join(lacks)}" if lacks else ""


def counts(found: Sequence[Rated]) -> dict[str, int]:
    """How many actions there are of each kind, by its words."""
    of_rating = {rating.value: len([each for each in found if each.rating is rating]) for rating in Rating}
    late, vague = len([each for each in found if each.late]), len([each for each in found if each.is_vague])
    return {"Overdue": late, "Too vague": vague, **of_rating}


@dataclass(frozen=True)
class Moved:
    """What became otherwise of one action: which field, and what it said before and says now."""

    action: Action
    what: str
    before: str
    now: str


# What an update tells of, in this order: what was done and put off before what is worded otherwise.
_TOLD = (
    "done", "due", "owner", "measure", "indicator", "target", "baseline", "evidence", "update", "action",
    "recommendation", "horizon", "outcome", "how_known",
)  # fmt: skip


def moved(before: Sequence[Action], now: Sequence[Action]) -> list[Moved]:
    """What moved from one version of a plan to another, action by action; actions are known by their numbers."""
    was = {action.ref: action for action in before}
    found = []
    for action in now:
        old = was.pop(action.ref, None)
        if old is None:
            found.append(Moved(action, "New action", "", action.called))
            continue
        for name in _TOLD:
            then, today = getattr(old, name), getattr(action, name)
            if then != today:
                found.append(Moved(action, _what(name, then, today), in_words(name, then), in_words(name, today)))
    return [*found, *(Moved(gone, "Taken out of the plan", gone.called, "") for gone in was.values())]


def _what(name: str, then: object, now: object) -> str:
    if name == "due" and then and now:
        return "Due later" if str(now) > str(then) else "Due earlier"
    if name == "done":
        return "Done" if now else "No longer done"
    return f"{HEADINGS[name]} changed" if then and now else f"{HEADINGS[name]} {'added' if now else 'taken out'}"


def in_words(name: str, value: object) -> str:
    """A value of a plan as it is shown; "" for none."""
    if not value:
        return ""
    return day_words(value) if name in DATES else str(value)  # type: ignore[arg-type]


def moved_title(found: Sequence[Moved], since: str) -> str:
    """What moved since a day, in a sentence without its full stop."""
    if not found:
        return f"Nothing in the plan has moved since {since}"
    kinds = (
        ("Done", "done"), ("Due later", "put off"), ("Update changed", "updated"), ("Update added", "updated"),
        ("New action", "added"), ("Taken out of the plan", "taken out"),
    )  # fmt: skip
    by_word: dict[str, set[str]] = {}
    for what, word in kinds:
        by_word.setdefault(word, set()).update(each.action.ref for each in found if each.what == what)
    told = [f"{number_words(len(refs))} {word}" for word, refs in by_word.items() if refs]
    whole = count_words(len({each.action.ref for each in found}), "action")
    short = f"{', '.join(told[:3])} and more" if len(told) > 3 else f"{whole} changed"
    return first_short(*(f"since {since}: {said}" for said in (listed(told) or short, short))).rstrip(".")

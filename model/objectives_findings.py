"""Where the objectives put the same posts, and what each costs by the others, in sentences and as a table.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pandas as pd

from model.exact import half_up, shown, signed
from model.frames import rounded
from model.objectives import Option, agree, best_by_all
from model.words import count_words, listed, number_words, sentence


def title(options: Sequence[Option]) -> str:
    """Whether it matters which objective is chosen, in at most 15 words."""
    number = sum(options[0].added.values())
    posts = f"the {count_words(number, 'post')}" if number > 1 else "the post"
    if agree(options):
        return sentence(f"all three objectives put {posts} in the same {'team' if number == 1 else 'teams'}")
    if best_by_all(options):
        return sentence(f"one way of placing {posts} is best by all three measures")
    return sentence(f"where {posts} {'goes' if number == 1 else 'go'} depends on the objective")


def explained(options: Sequence[Option], chosen: Option) -> str:
    """What the other objectives would do otherwise than the ``chosen`` one, in a sentence."""
    if agree(options):
        return (
            f"{sentence(by_number(options[0].added))} The highest average, the children over the optimum and the "
            "spread are all as low as these posts can bring them, so the objective makes no difference here."
        )
    best = best_by_all(options)
    if best:
        return (
            f"Placed by “{best.objective.label}”, the posts do as well by every measure as they can; the other ways "
            "only put a post that makes no difference to their own measure elsewhere."
        )
    others = [option for option in options if option.added != chosen.added]
    alike = [[each for each in others if each.added == option.added] for option in others]
    clauses = list(dict.fromkeys(clause for group in alike if (clause := _against(group, chosen))))
    return (
        sentence("; ".join(clauses)) if clauses else "The ways differ in teams below the highest, by no measure here."
    )


def frame(options: Sequence[Option], chosen: Option) -> pd.DataFrame:
    """A row an objective: posts by team, the three measures, and in words how it differs from the ``chosen`` one.

    ``average`` is the highest team average, ``excess`` children over the optimum, ``value`` the spread.
    """
    return pd.DataFrame(
        [
            {
                "objective": option.objective.label,
                "posts_text": by_number(option.added),
                "average": rounded(option.highest),
                "excess": rounded(option.over),
                "value": rounded(option.spread),
                "differs": _differs(option, chosen),
            }
            for option in options
        ]
    )


def by_number(added: Mapping[str, int]) -> str:
    """Posts by team, most first: "two to South 1; one each to North 2 and North 3"."""
    by = {number: [name for name, n in added.items() if n == number] for number in set(added.values()) if number}
    parts = [
        f"{number_words(number)} {'each ' if len(names) > 1 else ''}to {listed(names)}"
        for number, names in sorted(by.items())[::-1]
    ]
    return "; ".join(parts) or "none"


def _differs(option: Option, chosen: Option) -> str:
    moved = {name: posts - chosen.added[name] for name, posts in option.added.items()}
    parts = [f"{name} {signed(number, 0)}" for name, number in moved.items() if number]
    if option is chosen:
        return "the one used here"
    return ", ".join(parts) if parts else "no difference"


def _against(alike: Sequence[Option], chosen: Option) -> str:
    """What objectives that place posts ``alike`` gain and cost beside the chosen one; "" where no figure differs."""
    option, names = alike[0], listed([f"“{each.objective.label}”" for each in alike])
    parts = [
        _moved(option.over, chosen.over, "{} fewer children over the optimum", "{} more children over the optimum"),
        _stands(option.highest, chosen.highest, "a highest average of"),
        _stands(option.spread, chosen.spread, "a spread of"),
    ]
    said = [part for part in parts if part]
    return f"{names} {'leaves' if len(alike) == 1 else 'leave'} {listed(said)}" if said else ""


def _moved(one: Fraction | None, other: Fraction | None, fewer: str, more: str) -> str:
    if one is None or other is None or half_up(one) == half_up(other):
        return ""
    apart = shown(abs(half_up(one) - half_up(other)))
    return (fewer if one < other else more).format(apart)


def _stands(one: Fraction | None, other: Fraction | None, what: str) -> str:
    if one is None or other is None or half_up(one) == half_up(other):
        return ""
    return f"{what} {shown(one)} instead of {shown(other)}"

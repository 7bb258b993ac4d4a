"""What the posts that would be needed cost, and in which months they are how likely enough: a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.exact import Number, pounds, shortest
from model.outlook_spells import Spells
from model.outlook_words import in_spells, of_hundred
from model.words import count_words, sentence


@dataclass(frozen=True)
class Reach:
    """So many posts, pounds of a full year of them, and the months (from that of the figures) of such a share.

    ``without`` is who else they need and is not in the pounds, in a few words; "" for nobody.

    ``months`` are those since somebody joined in which at least ``share`` of the futures are at the optimum or below,
    those who wait counted in.
    """

    posts: int
    cost: Number
    share: float
    months: Spells
    without: str = ""


def reach_words(found: Sequence[Reach], optimum: float, figures: date, beside: int = 0) -> str:
    """What each number of posts costs and does, in a sentence; "" where no posts are needed or more than were tried.

    ``beside`` posts of later stages, in no number of them, are at work too.

    "21 posts (£857,171 a year, without three Team Managers) reach 25 from July 2013 to March 2014 in 50 in 100 …"
    """
    said: list[str] = []
    before: int | None = None
    for each in found:
        posts = f"{each.posts:,}" if said else count_words(each.posts, "post")
        verb = "" if said else f" reach{'es' * (each.posts == 1)} {shortest(optimum)}"
        price = ", ".join(filter(None, (f"{pounds(each.cost)} a year", each.without)))
        when, chance = in_spells(figures, each.months), of_hundred(each.share)
        if each.posts == before:
            said[-1] += f", and {when} in at least {chance} in 100"
            continue
        before = each.posts
        said.append(f"{posts} ({price}){verb} {when} in at least {chance} in 100 futures")
    also = f", beside {count_words(beside, 'post')} of later stages" if beside else ""
    return sentence(f"{'; '.join(said)}{also}") if said else ""

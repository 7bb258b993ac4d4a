"""All that the Added posts page says of a number of posts, worked out once for everybody who asks the same."""

from __future__ import annotations

from dataclasses import dataclass

from model import findings
from model.plan import Ask, Plan, plan
from ui import posts_answer, posts_headlines
from ui.exhibit import Exhibit
from ui.headline import Headline
from ui.view import View, once_a_view

_NOT_IN_IT = (
    "The posts are full and filled: the time to recruit and new workers’ smaller caseloads are not in this picture."
)


@dataclass(frozen=True)
class Answer:
    """The plan, the sentence that says it, its bars and headline figures, what it leaves unsolved, who is counted.

    ``by_hand`` is the difference from the best placement; "" for the best itself.
    """

    plan: Plan
    sentence: str
    bars: Exhibit
    headlines: list[Headline]
    unsolved: list[str]
    basis: str
    by_hand: str


@once_a_view
def placed_best(view: View, asked: Ask) -> Answer:
    """The answer with the posts placed best; ``asked`` names no team."""
    return answer(view, asked)


def answer(view: View, asked: Ask) -> Answer:
    """The answer to what is asked; raises :class:`model.posts.PostsError` where posts by hand do not fit the teams."""
    found = plan(view.now, view.settings, asked)
    return Answer(
        found,
        findings.posts_sentence(found.before, found.after, found.posts, asked.demand, asked.post_fte),
        posts_answer.by_team(view, found),
        posts_headlines.headlines(view, found),
        posts_answer.unsolved(view, found),
        f"{findings.basis(found.before, asked.demand)}. {findings.who_is_counted(found.before)} {_NOT_IN_IT}",
        posts_answer.difference_by_hand(found),
    )

"""The headline figures of the outlook, all of the month that is judged, and the sentences beneath them."""

from __future__ import annotations

from model import outlook_words as words
from model.exact import shortest, shown
from model.outlook import Case, Fan, with_those_who_wait
from model.outlook_findings import LIKELY, VERY_LIKELY
from model.outlook_gain import gain
from ui import outlook_cost
from ui.headline import Headline
from ui.outlook_answer import Asked
from ui.outlook_question import MOST_POSTS


def headlines(asked: Asked, case: Case, found: Fan) -> list[Headline]:
    """Figures of the month that is judged: how sure it is, what would be needed, how many wait; and the cost."""
    outcome, line = asked.outcome(case), shortest(asked.optimum)
    waiting, now = found.judged, asked.start.waiting
    return [
        Headline(
            f"At {line} or below", _capital(words.in_futures(float(found.chance[case.month]), found.futures)),
            None,
            f"simulated futures in {outcome.month}, those who wait counted in",
            f"Of {found.futures:,} simulated futures, those with {with_those_who_wait(case).measure.label} at {line} "
            "or below.",
        ),
        Headline(
            "Posts needed", posts_words(asked.needed, asked.later_posts), None,
            f"for {line} by then; {_for_all(asked)}"
            f"{posts_words(asked.sure, asked.later_posts).lower()} to reach it in 80 in 100 futures",
            f"With so many the average is expected at {line}{', later stages counted' * bool(asked.later_posts)}. "
            "Those who wait are counted in it, whatever is chosen at the right.",
        ),
        Headline(
            "Children waiting", "Under 1" if 0 < waiting.mean < 0.5 else shown(waiting.mean, 0), None,
            f"{words.waiting_words(waiting)}; {'not known' if now is None else f'{now:,}'} now",
            "Children above the most that effective workers are given wait for a social worker.",
        ),
        outlook_cost.headline(asked, case),
    ]  # fmt: skip


def in_sentences(asked: Asked, case: Case, found: Fan) -> str:
    """From when posts are filled, from when the optimum is likely, and when rising numbers eat the gain."""
    outcome, first = asked.outcome(case), asked.start.service.month
    return " ".join(
        filter(
            None,
            [
                words.filled_words(case.approvals, asked.assumed.lead, first),
                words.when_likely(outcome, first, found.likely(LIKELY), found.likely(VERY_LIKELY)),
                words.gain_words(gain(case), outcome, asked.start),
            ],
        )
    )


def _for_all(asked: Asked) -> str:
    """The posts with which nobody is expected to wait, in a clause; "" where nobody is without any."""
    return f"{posts_words(asked.to_all, asked.later_posts).lower()} so that nobody waits; " if asked.to_all != 0 else ""


def posts_words(number: int | None, later: int) -> str:
    """Posts in the first stage with those of later ones, in figures; ``None`` is more than the search goes to."""
    return f"Over {MOST_POSTS + later}" if number is None else str(number + later)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""Whatever the figures, what is said of them is short, and English."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import few, services

from model.assumptions import Settings
from model.caseload import Demand
from model.change import change
from model.findings import (
    MOST_WORDS_IN_TITLE,
    caseload_title,
    change_title,
    growth_sentence,
    overview,
    posts_sentence,
    unsolved,
    who_is_counted,
)
from model.posts import place, with_posts

PROGRAM_WORDS = {"None", "nan", "NaN", "Fraction", "null", "inf", "True", "False"}
words = st.text(st.characters(categories=["L"]), min_size=1, max_size=8).filter(lambda word: word not in PROGRAM_WORDS)
names = st.lists(words, min_size=1, max_size=20).map(" ".join)


@st.composite
def odd_services(draw):
    """Services with long names, missing figures, teams left out, without optimum, chosen or with printed averages."""
    made = draw(services(most_teams=8, waiting=draw(st.booleans()), shared_optimum=draw(st.booleans())))
    changed = [
        replace(
            each,
            team=draw(names),
            fte=draw(st.sampled_from([each.fte, each.fte, None])),
            allocated=draw(st.sampled_from([each.allocated, each.allocated, None])),
            optimum=draw(st.sampled_from([each.optimum, each.optimum, None])),
            average_printed=draw(st.sampled_from([None, Fraction(312, 10)])),
            headcount=draw(st.sampled_from([None, 4, 12])),
            counted=draw(st.integers(0, 4)) > 0,
        )
        for each in made.teams
    ]
    unique = {each.team: each for each in changed}.values()
    whole = draw(st.booleans())
    return replace(
        made,
        teams=tuple(unique),
        whole_service=whole,
        unallocated_service=made.unallocated_service if whole else None,
        as_at=draw(st.sampled_from([None, date(2013, 2, 20)])),
    )


def everything_said(before, after, posts, demand):
    moved = change(before, after, demand)
    titles = [overview(after, demand), caseload_title(after, demand), posts_sentence(before, after, posts, demand)]
    titles.append(
        posts_sentence(before, with_posts(before, place(before, posts, demand=demand).added, 0.5), posts, demand, 0.5)
    )
    if moved is not None:
        titles.append(change_title(moved, before, after))
    sentences = [
        who_is_counted(after),
        *unsolved(before, after, demand, Settings()),
        *filter(None, [growth_sentence(before, after)]),
        *place(before, posts + 1, demand=demand, max_fte_per_team=8).notes,
    ]
    return titles, sentences


@pytest.mark.functional
@few
@given(odd_services(), odd_services(), st.integers(0, 8), st.sampled_from(list(Demand)))
def test_whatever_the_figures_titles_are_short_and_sentences_are_english(before, other, posts, demand):
    # Given any figures, known or not, when everything is said of them, then it can be read out.
    after = with_posts(before, place(before, posts, demand=demand).added)
    for pair in ((before, after), (other, before)):
        titles, sentences = everything_said(*pair, posts, demand)
        for title in titles:
            assert len(title.split()) <= MOST_WORDS_IN_TITLE, title
        known_names = {each.team for month in pair for each in month.teams}
        for text in titles + sentences:
            for name in known_names:
                text = text.replace(name, "")
            assert text.endswith(".")
            assert not PROGRAM_WORDS & set(text.replace(".", " ").split())
            assert "!" not in text

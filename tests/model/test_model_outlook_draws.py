"""Numbers drawn by inversion: those of the distribution, to the last one, whatever the uniform number."""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.outlook_assumptions import Assumptions
from model.outlook_draws import CELLS, Closures, poisson
from model.outlook_expected import expected
from model.outlook_futures import simulate
from model.outlook_process import Unit

few = settings(max_examples=40, deadline=None)
uniforms = st.one_of(
    st.floats(0, 1, exclude_max=True),
    st.integers(0, CELLS - 1).map(lambda cell: cell / CELLS),
    st.just(1 - 2**-53),
)
# Of a cumulated probability in double precision.
ROUNDING = 1e-12


@pytest.mark.unit
@few
@given(st.lists(st.integers(0, 250), min_size=1, max_size=5), st.integers(1, 40), uniforms)
def test_a_closure_is_looked_up_where_the_exact_distribution_has_it(children, months, uniform):
    # Given any numbers of children and a probability, when a uniform number is looked up
    chance = Fraction(1, months)
    found = Closures(float(chance)).at(np.array(children), np.full(len(children), uniform))
    for trials, number in zip(children, found.tolist(), strict=True):
        # Then the number is the first whose exact cumulated probability is above it
        assert 0 <= number <= trials
        chances = [comb(trials, k) * chance**k * (1 - chance) ** (trials - k) for k in range(number + 1)]
        assert float(sum(chances[:-1])) <= uniform + ROUNDING
        assert float(sum(chances)) >= uniform - ROUNDING


@pytest.mark.unit
@few
@given(st.lists(st.floats(0, 60), min_size=1, max_size=3), uniforms)
def test_a_start_is_looked_up_where_the_distribution_has_it(means, uniform):
    table = poisson(np.array(means))
    for row, mean in enumerate(means):
        (number,) = table.at(row, np.array([uniform])).tolist()
        chances = [exp(-mean) * mean**k / factorial(k) for k in range(number + 1)]
        assert sum(chances[:-1]) <= uniform + ROUNDING
        assert sum(chances) >= uniform - ROUNDING


@pytest.mark.functional
@few
@given(st.integers(0, 400), st.floats(0.01, 0.9), st.integers(0, 1000))
def test_more_children_never_close_fewer_and_never_all_of_the_more(children, chance, seed):
    # Given the same random numbers, when there is one child more, then as many close or one more
    uniform, closures = np.random.default_rng(seed).random(500), Closures(chance)
    fewer, more = (closures.at(np.full(500, many), uniform) for many in (children, children + 1))
    assert set((more - fewer).tolist()) <= {0, 1}


@pytest.mark.unit
def test_a_table_that_has_grown_says_what_it_said():
    uniform, children = np.random.default_rng(1).random(300), np.arange(300)
    grown, whole = Closures(0.1), Closures(0.1)
    parts = [grown.at(children[part], uniform[part]) for part in (slice(150, 160), slice(0, 150), slice(160, 300))]
    assert (np.concatenate([parts[1], parts[0], parts[2]]) == whole.at(children, uniform)).all()


@pytest.mark.functional
@pytest.mark.parametrize("children", [0, 1, 90, 7000])
def test_futures_drawn_one_by_one_come_to_the_same_as_those_that_share_a_table(children):
    # Given a unit, one larger than a table goes too, when what is assumed is alike and when it hardly differs
    unit, assumed = Unit("A", children, 4.0, 5.0), Assumptions(spread=1e-9, growth=0.01, starts=8)
    sure = expected([unit], assumed).children[:, 0]
    for vary in (False, True):
        found = simulate([unit], assumed, futures=4000, vary=vary).children[:, 0]
        # Then the means are those expected, and the futures lie as far apart as a sum of closures and starts does
        assert (np.abs(found.mean(axis=1) - sure) <= 5 * found.std(axis=1) / 4000**0.5 + 1e-9).all()
        stay = (11 / 12) ** 36
        arrived = sure[36] - children * stay
        assert found[36].var() == pytest.approx(children * stay * (1 - stay) + arrived, rel=0.12)

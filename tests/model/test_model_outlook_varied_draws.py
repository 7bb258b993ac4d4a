"""Numbers of distributions that differ from future to future: by shared tables they are those of each future's own."""

from __future__ import annotations

from math import comb, exp, factorial

import numpy as np
import pytest
from every_row import every_row

from model.outlook_assumptions import Assumptions
from model.outlook_chain import worlds
from model.outlook_futures import base, close_and_start
from model.outlook_process import Unit, starts_of
from model.outlook_varied_draws import VariedClosures, VariedStarts

MANY = 60_000


def streams(number):
    """Two rows of uniform numbers, and a stream for what lies outside a table."""
    rng = np.random.default_rng(number)
    return (*rng.random((2, MANY)), lambda: rng)


def often(found, number):
    """How often the number was drawn, and what that may be off by: five standard errors."""
    share = (found == number).mean()
    return share, 5 * np.sqrt(max(share * (1 - share), 1e-4) / len(found))


@pytest.mark.unit
@every_row("children", [0, 3, 118, 170, 260, 700])
def test_closures_are_binomial_with_each_futures_own_chance(children):
    # Given futures of very different chances, among them one between any two of a table, within its reach or beyond it
    chances = np.concatenate([np.linspace(0.04, 0.16, 1000), np.full(MANY - 1000, 0.0873)])
    found = VariedClosures(chances, 165, 200).at(np.full(MANY, children), *streams(1))[1000:]
    assert 0 <= found.min() <= found.max() <= children
    # Then each number comes as often as a binomial distribution has it
    for number in range(min(children, 40) + 1):
        share, allowed = often(found, number)
        exact = comb(children, number) * 0.0873**number * (1 - 0.0873) ** (children - number)
        assert abs(share - exact) <= allowed


@pytest.mark.unit
@every_row("mean", [0.0, 0.09, 1.25, 13.37, 30.0])
def test_starts_are_poisson_with_each_futures_own_mean(mean):
    uniform, beside, _ = streams(2)
    found = VariedStarts(30.0).at(np.full(MANY, mean), uniform, beside)
    for number in range(45):
        share, allowed = often(found, number)
        assert abs(share - exp(-mean) * mean**number / factorial(number)) <= allowed


@pytest.mark.functional
def test_teams_by_tables_have_the_futures_that_they_have_one_by_one():
    # Given teams whose futures differ in what is assumed, drawn by tables together and each by itself
    teams = [Unit("A", 170, 6.0, 7.0), Unit("B", 60, 3.0, 3.0), Unit("C", 300, 11.0, 12.0)]
    assumed, futures = Assumptions(starts=50.0, growth=0.01), 15_000
    together = base(teams, assumed, futures=futures, months=24).children
    world = worlds(assumed, futures, vary=True, seed=99)
    for place, unit in enumerate(teams):
        alone = close_and_start(unit, starts_of(teams, assumed, 24)[:, place], assumed, world).children
        ours = together[:, place]
        # Then means, spread and ends of the fan are the same but for chance
        error = alone.std(axis=1) * np.sqrt(2 / futures)
        assert (np.abs(ours.mean(axis=1) - alone.mean(axis=1)) <= 5 * error + 1e-9).all()
        assert ours.std(axis=1)[1:] == pytest.approx(alone.std(axis=1)[1:], rel=0.04)
        for share in (10, 90):
            ends = [np.percentile(each[24], share) for each in (ours, alone)]
            assert abs(ends[0] - ends[1]) <= 0.08 * alone[24].std() + 1

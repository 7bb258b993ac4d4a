"""The time that a browser is left to draw in is used, and only what is left of it is waited for."""

from __future__ import annotations

import pytest

from ui import pace

pytestmark = pytest.mark.unit


class Clock:
    """A clock that stands still but while somebody sleeps or works."""

    def __init__(self) -> None:
        self.now, self.slept = 100.0, 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.now += seconds
        self.slept += seconds


@pytest.fixture
def clock(monkeypatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(pace, "time", made)
    return made


@pytest.mark.parametrize("work", [0.0, 0.05, 0.08, 0.5])
def test_work_in_the_time_left_is_not_waited_for_beside_it(clock, work):
    # Given a tenth of a second to draw in, when something is worked out meanwhile
    drawing = pace.Pace()
    drawing.leave(0.1)
    clock.now += work
    drawing.keep()
    # Then both together take no longer than the longer of the two, but for what the message takes to leave
    assert clock.now - 100 == pytest.approx(max(0.1, work + pace.Pace.HANDED_OVER))
    assert clock.slept == pytest.approx(max(0.1 - work, pace.Pace.HANDED_OVER))


def test_where_nothing_was_sent_nothing_is_waited_for(clock):
    pace.Pace().keep()
    assert not clock.slept

"""A check over many rows fails where one row does, and names every one that is wrong."""

from __future__ import annotations

from itertools import product

import pytest
from every_row import every_row

pytestmark = pytest.mark.unit

SEEN: list[tuple[int, str]] = []


def test_every_row_that_is_wrong_is_named_with_what_is_wrong() -> None:
    # Given a check that two of four rows do not stand, each in its own way
    @every_row(("number", "low"), [(1, 0), (2, 5), (3, 0), (None, 0)])
    def is_above(number: int, low: int) -> None:
        with pytest.raises(ZeroDivisionError):
            _ = number / (0 if number > low else 1)

    with pytest.raises(BaseExceptionGroup, match="2 of 4 rows") as caught:
        is_above()
    notes = [error.__notes__ for error in caught.value.exceptions]
    assert notes == [["in the row number=2, low=5"], ["in the row number=None, low=0"]]
    assert [type(error) for error in caught.value.exceptions] == [pytest.fail.Exception, TypeError]


@every_row("number", [1, 2])
@every_row("letter", ["a", "b"])
def test_rows_of_two_lists_are_checked_each_with_each(number: int, letter: str, tmp_path) -> None:
    # Given two lists above a test, and what a fixture gives, then the test is run with each pair
    assert tmp_path.is_dir()
    SEEN.append((number, letter))
    # In the order in which the two lists are read
    assert list(product([1, 2], ["a", "b"]))[: len(SEEN)] == SEEN


def test_a_check_without_a_row_is_refused() -> None:
    with pytest.raises(AssertionError, match="no row"):
        every_row("heading", [])(lambda heading: None)

"""A page that fails says so in plain words and shows nothing of the fault."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from ui.failure import MESSAGE

pytestmark = pytest.mark.unit


def failing_page() -> None:
    from ui.failure import explain

    try:
        raise ValueError("Child 4711, North 2")
    except ValueError as error:
        explain(error)


def test_the_page_says_what_is_safe_and_what_to_do_and_nothing_of_the_fault() -> None:
    # When a page fails on a record
    at = AppTest.from_function(failing_page).run()
    # Then the message is the plain one, and the record is not on the screen
    assert [error.value for error in at.error] == [MESSAGE]
    assert "4711" not in str(at.main)
    assert not at.exception

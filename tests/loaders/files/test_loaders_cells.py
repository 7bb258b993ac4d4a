"""What a cell says when a number, a text or a yes is wanted."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row

from loaders.files.cells import Kind, flag, number, quoted, text

pytestmark = pytest.mark.unit


@every_row(
    ("cell", "value", "kind"),
    [
        (184.0, 184.0, Kind.NUMBER),
        (36.400000000000006, 36.4, Kind.NUMBER),
        (7, 7.0, Kind.NUMBER),
        ("184", 184.0, Kind.TYPED),
        ("1,204", 1204.0, Kind.TYPED),
        ("1 204", 1204.0, Kind.TYPED),
        ("1,204,000.5", 1204000.5, Kind.TYPED),
        (" 7.5 ", 7.5, Kind.TYPED),
        ("'7.5", 7.5, Kind.TYPED),
        ("−3", -3.0, Kind.TYPED),
        ("80%", 0.8, Kind.TYPED),
        ("nil", 0.0, Kind.TYPED),
        ("", None, Kind.BLANK),
        ("\u00a0 ", None, Kind.BLANK),
        ("*", None, Kind.MISSING),
        ("none", None, Kind.MISSING),
        ("1,20", None, Kind.UNREADABLE),
        ("7,5", None, Kind.UNREADABLE),
        ("about 20", None, Kind.UNREADABLE),
        ("1e5", None, Kind.UNREADABLE),
        ("9" * 400, None, Kind.UNREADABLE),
        (True, None, Kind.UNREADABLE),
        (dt.time(3), None, Kind.UNREADABLE),
        (dt.date(2024, 2, 5), None, Kind.DATE),
    ],
)
def test_a_number_is_read_and_its_kind_told(cell, value: float | None, kind: Kind) -> None:
    assert number(cell)[:2] == (value, kind)


def test_a_blank_is_never_nought() -> None:
    assert number("")[0] is None


@every_row(("cell", "said"), [(12.0, "12"), ("  a \n b ", "a b"), ("=1+1", "=1+1"), ("<b>x</b>", "<b>x</b>"), ("", "")])
def test_text_is_on_one_line_and_otherwise_as_typed(cell, said: str) -> None:
    assert text(cell) == said


@every_row(
    ("cell", "understood"),
    [
        ("Y", (True, True)),
        ("no", (False, True)),
        (1.0, (True, True)),
        (True, (True, True)),
        ("", (None, True)),
        ("n/a", (None, True)),
        ("perhaps", (None, False)),
    ],
)
def test_a_yes_or_no_is_read_and_a_blank_is_neither(cell, understood: tuple[bool | None, bool]) -> None:
    assert flag(cell) == understood


def test_a_long_text_is_cut_in_a_message() -> None:
    assert len(quoted("x" * 500)) == 42

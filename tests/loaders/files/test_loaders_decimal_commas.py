"""Text files as others write them: decimal commas, UTF-16 without a mark, spaces before quotes."""

from __future__ import annotations

import pytest
from loading import HEADINGS, codes, load_rows, load_text, problem, values

from loaders import load

pytestmark = pytest.mark.unit

FIGURES = ("team", "fte", "allocated", "unallocated")


def text(*rows: list[str], separator: str = ";", quotes: bool = False) -> str:
    return "\r\n".join(separator.join(f'"{cell}"' if quotes else cell for cell in row) for row in [HEADINGS, *rows])


@pytest.mark.parametrize(("separator", "quotes"), [(";", False), ("\t", False), ("|", True), (",", True)])
def test_a_comma_before_decimals_is_read_so_and_noted(separator: str, quotes: bool) -> None:
    # Given decimals with commas, and thousands with points
    rows = ["Ash", "7,5", "1.180", "3"], ["Elm", "6,25", "97", "0"], ["Oak", "8,125", "97", "0"]
    # When they are read
    loaded = load_text(text(*rows, separator=separator, quotes=quotes))
    # Then the numbers are those that were meant
    assert values(loaded, *FIGURES) == [("Ash", 7.5, 1180, 3), ("Elm", 6.25, 97, 0), ("Oak", 8.125, 97, 0)]
    assert problem(loaded, "decimal_comma").cell == "B2"


def test_commas_of_thousands_stay_thousands() -> None:
    loaded = load_text(text(["Ash", "47.5", "1,180", "3"], ["Elm", "46", "970", "0"]))
    assert values(loaded, *FIGURES) == [("Ash", 47.5, 1180, 3), ("Elm", 46.0, 970, 0)]
    assert "decimal_comma" not in codes(loaded, "note")


def test_a_column_of_commas_and_points_is_refused() -> None:
    loaded = load_text(text(["Ash", "7,5", "180", "3"], ["Elm", "6.5", "97", "0"], ["Oak", "6,5", "97", "0"]))
    assert "words_for_numbers" in codes(loaded, "error")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_sixteen_bits_without_a_mark_are_text(encoding: str) -> None:
    rows = text(["Ash", "7.5", "180", "3"], ["Elm", "6.5", "97", "0"], separator=",")
    assert values(load_text(rows, encoding=encoding), *FIGURES)[0] == ("Ash", 7.5, 180, 3)
    assert codes(load(b"a\0\0\0b" + rows.encode(encoding), "feb-2013.csv"), "error") == ["not_text"]


def test_a_space_before_a_quotation_mark_is_nothing() -> None:
    loaded = load_text(text(["Ash", "7.5", "1,180", "3"], separator=", ", quotes=True))
    assert values(loaded, *FIGURES) == [("Ash", 7.5, 1180, 3)]
    # A mark within a text is one, as it always was.
    assert values(load_text(text(["Ash", "7.5", "180", "3"], ['the "old" Elm', "6", "97", "0"])), "team")[0] == ("Ash",)


def test_a_comma_before_decimals_in_a_workbook_is_read_so_and_noted() -> None:
    loaded = load_rows(HEADINGS, ["Ash", "0,0", 1180, 3], ["Elm", "6,25", 97, 0], ["Oak", 8, 97, 0])
    assert values(loaded, *FIGURES) == [("Ash", 0.0, 1180, 3), ("Elm", 6.25, 97, 0), ("Oak", 8.0, 97, 0)]
    assert (codes(loaded), problem(loaded, "decimal_comma").cell) == ([], "B2")


@pytest.mark.parametrize("other", [6.2, "6.2"])
def test_a_comma_among_points_is_named(other: object) -> None:
    assert codes(load_rows(HEADINGS, ["Ash", "7,5", 118, 3], ["Elm", other, 97, 0])) == ["not_a_number"]

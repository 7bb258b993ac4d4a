"""A share or a change of a figure is not the figure: its column is left unread and named."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, load_sheets, problem, values

from loaders.words.likeness import alike
from loaders.words.vocabulary import meaning_of, plain, spellings

pytestmark = pytest.mark.unit

_SIGNS = ("%", "percent", "percentage", "per cent", "+/-", "±", "pct")


@every_row("sign", _SIGNS)
def test_a_sign_of_a_share_or_a_change_leaves_no_heading_its_meaning(sign: str) -> None:
    figures = ("Allocated", "Unallocated", "FTE in post", "Children allocated", "Social workers", "Caseload")
    headings = [form.format(figure, sign) for figure in figures for form in ("{0} {1}", "{1} {0}", "{0} ({1})")]
    assert [said for said in headings if meaning_of(said) or alike(said)] == []


def test_no_spelling_of_a_column_has_such_a_sign() -> None:
    assert [said for _, said, _ in spellings() if {"percent", "plusminus"} & set(plain(said).split())] == []


def test_hours_are_no_fte() -> None:
    assert [said for said in ("FTE hours", "Hours (FTE)", "WTE hours") if meaning_of(said) or alike(said)] == []


def test_a_percentage_beside_the_count_is_named_and_not_read() -> None:
    loaded = load_rows(["Team", "FTE in post", "Allocated", "% allocated", "% unallocated"], ["Ash", 5.5, 100, 97, 3])
    assert values(loaded, "fte", "allocated", "unallocated") == [(5.5, 100, None)]
    assert "“% allocated”, “% unallocated”" in problem(loaded, "columns_not_read").message


def test_a_percentage_below_a_group_heading_is_not_its_count() -> None:
    loaded = load_rows(
        ["Team", "FTE in post", "Allocated", ""], ["", "", "%", "No."], ["Ash", 5.5, 97, 100], ["Elm", 6, 95, 120]
    )
    assert values(loaded, "allocated") == [(100,), (120,)]


def test_percentages_are_not_read_across_months_or_side_by_side() -> None:
    across = [
        ["Team", "Measure", "Jan-13", "Feb-13"],
        *[["Ash", name, *figures] for name, figures in (("Allocated", (100, 104)), ("% unallocated", (9, 12)))],
    ]
    assert values(load_sheets({"Figures": across}), "allocated", "unallocated") == [(100, None), (104, None)]
    turned = load_rows(["Team", "Ash", "Elm"], ["FTE", 5, 6], ["Allocated", 100, 120], ["Unallocated %", 7, 8])
    assert values(turned, "allocated", "unallocated") == [(100, None), (120, None)]
    assert codes(turned, "error") == []

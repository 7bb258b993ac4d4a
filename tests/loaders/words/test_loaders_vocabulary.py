"""Headings mean what people mean by them, and never two things."""

from __future__ import annotations

from collections import defaultdict

import pytest
from every_row import every_row

from loaders.words.missing import missing_reason
from loaders.words.vocabulary import MEANINGS, meaning_of, plain, spellings

pytestmark = pytest.mark.unit


def test_no_spelling_means_two_things() -> None:
    # Given every spelling, made plain
    columns = defaultdict(set)
    for column, _, made_plain in spellings():
        columns[made_plain].add(column)
    # Then each stands for one column, and none is left with nothing
    assert {made_plain: found for made_plain, found in columns.items() if len(found) > 1} == {}
    assert "" not in columns


def test_every_spelling_is_found_as_written_in_capitals_and_with_other_spaces() -> None:
    for column, written, _ in spellings():
        for form in (written, written.upper(), written.replace(" ", "\u00a0 "), f" {written}\n", written + ":"):
            assert meaning_of(form) == column, form


def test_a_plain_heading_stays_as_it_is() -> None:
    for _, _, made_plain in spellings():
        assert plain(made_plain) == made_plain


@every_row(
    ("heading", "column"),
    [
        ("No. of children awaiting\u00a0allocation (1)", "unallocated"),
        ("Children allocated as at 31 May 2024", "allocated"),
        ("Children allocated (31/05/2024)", "allocated"),
        ("Cases allocated to a social worker", "allocated"),
        ("No. of SWs (FTE)", "fte"),
        ("WTE", "fte"),
        ("Social workers (people)", "headcount"),
        ("Social workers", "workers"),
        ("Social worker", "worker"),
        ("Children with no allocated social worker", "unallocated"),
        ("Avg. caseload per FTE", "average"),
        ("Caseload", "caseload"),
        ("Average caseload of social workers", None),
        ("Children per social workers", "average"),
        ("Total children", "children"),
        ("Active cases", "active"),
        ("CIN", "part"),
        ("Newly qualified (ASYE)", "asye"),
        ("Children waiting in the service", "service_unallocated"),
        ("Kind of team", "kind"),
        ("Team A", None),
        ("Families", None),
        ("Agency FTE", None),
        ("Vacancies", None),
        ("Previous month", None),
        ("x" * 500, None),
    ],
)
def test_a_heading_is_recognised_by_what_it_says(heading: str, column: str | None) -> None:
    assert meaning_of(heading) == column


def test_every_column_has_a_label_and_a_spelling() -> None:
    assert all(meaning.label and meaning.spellings for meaning in MEANINGS.values())


@every_row(
    ("code", "reason"),
    [
        ("*", "suppressed"),
        ("c", "confidential"),
        ("[x]", "not available"),
        ("z", "not applicable"),
        ("u", "of low reliability"),
        ("low", "small, rounds to 0"),
        ("k", "small, rounds to 0"),
        ("..", "not available"),
        (":", "not available"),
        ("–", "not given"),
        (" N/A ", "not applicable or not available"),
        ("<5", "suppressed, fewer than 5"),
        ("< 90", "suppressed, fewer than 90"),
        ("#DIV/0!", "an Excel error"),
        ("5", None),
        ("about 5", None),
        ("", None),
    ],
)
def test_a_code_for_a_missing_figure_keeps_its_reason(code: str, reason: str | None) -> None:
    assert missing_reason(code) == reason

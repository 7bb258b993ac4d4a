"""What holds for every file: reading gives back what was written, and no file is an accident."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from generated_shapes import TEN
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loading import codes, load_rows, load_text, values

from loaders import Loaded, load
from model.tables import TABLES, YEAR_TABLES, conform

pytestmark = pytest.mark.functional
modest = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])

HEADINGS = ["Month", "Team", "Case-holding FTE", "Children allocated", "Children waiting"]
NAMES = ["Ash", "Elm", "Oak 1", "Oak 2", "Court & PLO", "16+", "St Bede’s", "(A)", "Éire – B", "=Fir", "<b>Yew</b>"]
FTE = st.integers(10, 400).map(lambda tenths: tenths / 10)
ROW = st.tuples(FTE, st.integers(0, 190), st.one_of(st.none(), st.integers(0, 50)))
MONTHS = st.dates(dt.date(2008, 1, 1), dt.date(2030, 12, 1)).map(lambda day: day.replace(day=1))


@st.composite
def rows(draw: st.DrawFn) -> list[list[object]]:
    """Rows of distinct teams and months, none of them the sum of the others."""
    keys = draw(st.lists(st.tuples(MONTHS, st.sampled_from(NAMES)), min_size=1, max_size=8, unique=True))
    return [[month, f"{name}", *draw(ROW)] for month, name in keys]


def written(rows: list[list[object]]) -> list[tuple[object, ...]]:
    return [tuple(row) for row in rows]


def read(loaded) -> list[tuple[object, ...]]:
    return values(loaded, "month", "team", "fte", "allocated", "unallocated")


def fits(loaded: Loaded) -> bool:
    """Whether each table can be kept as it is, and nothing is there of a file that was refused."""
    fitting = {name: conform(loaded.tables[name], table) for name, table in (TABLES | YEAR_TABLES).items()}
    return all(
        frame.equals(loaded.tables[name]) and not (loaded.stopped and len(frame)) for name, frame in fitting.items()
    )


def as_text(rows: list[list[object]]) -> list[list[object]]:
    """The rows with names that no workbook takes for a formula."""
    return [[row[0], str(row[1]).lstrip("="), *row[2:]] for row in rows]


@modest
@given(rows())
def test_reading_gives_back_what_was_written(rows: list[list[object]]) -> None:
    rows = as_text(rows)
    assert read(load_rows(HEADINGS, *rows, sheet="All")) == written(rows)


@modest
@given(rows())
def test_a_text_file_gives_back_what_was_written(rows: list[list[object]]) -> None:
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in [HEADINGS, *rows]]
    assert read(load_text("\n".join(lines))) == written(rows)


@modest
@given(rows(), st.randoms(use_true_random=False))
def test_another_order_of_rows_changes_only_the_order(rows: list[list[object]], rng: random.Random) -> None:
    rows = as_text(rows)
    order = list(rows)
    rng.shuffle(order)
    assert read(load_rows(HEADINGS, *order, sheet="All")) == written(order)


@modest
@given(rows(), st.permutations(range(5)))
def test_another_order_of_columns_changes_nothing(rows: list[list[object]], order: list[int]) -> None:
    rows = as_text(rows)
    turned = [[row[place] for place in order] for row in [HEADINGS, *rows]]
    assert read(load_rows(*turned, sheet="All")) == written(rows)


@modest
@given(
    rows(),
    st.lists(st.sampled_from([[], ["Caseloads"], ["Fieldwork service", "", "Draft"]]), max_size=4),
    st.integers(0, 3),
)
def test_titles_blank_rows_and_blank_columns_change_nothing(rows, titles, blanks) -> None:
    rows = as_text(rows)
    shifted = [[None] * blanks + row for row in [HEADINGS, *rows]]
    spread = [line for row in shifted[1:] for line in (row, [])]
    assert read(load_rows(*titles, shifted[0], *spread, sheet="All")) == written(rows)


@modest
@given(rows())
def test_a_right_total_changes_nothing_and_a_wrong_one_is_named(rows: list[list[object]]) -> None:
    rows = [[rows[0][0], f"{row[1]} {number}", *row[2:]] for number, row in enumerate(as_text(rows))]
    fte, children = round(sum(row[2] for row in rows), 1), sum(row[3] for row in rows)
    right = load_rows(HEADINGS, *rows, [None, "Total", fte, children, None], sheet="All")
    wrong = load_rows(HEADINGS, *rows, [None, "Total", fte, children + 1, None], sheet="All")
    assert read(right) == read(wrong) == written(rows)
    assert "total_disagrees" not in codes(right)
    assert "total_disagrees" in codes(wrong)


FILES = {shape: make(random.Random(f"{shape} of bytes")) for shape, make in TEN.items()}
ZIPPED = sorted(shape for shape, file in FILES.items() if file.content.startswith(b"PK"))


def test_enough_of_the_files_to_be_damaged_are_zipped() -> None:
    assert len(ZIPPED) >= 5


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(ZIPPED), st.integers(0, 10**6), st.integers(0, 7))
def test_a_corrupted_bit_of_a_workbook_gives_an_error_or_the_same_tables(shape: str, place: int, bit: int) -> None:
    file = FILES[shape]
    content = bytearray(file.content)
    content[place % len(content)] ^= 1 << bit
    # Under one key: the codes of workers are else those of the file.
    loaded = load(bytes(content), file.name, worker_key=b"key")
    if not loaded.stopped:
        whole = load(file.content, file.name, worker_key=b"key")
        assert all(loaded.tables[name].equals(whole.tables[name]) for name in whole.tables)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=40), st.integers(0, 10**6), st.integers(0, 60))
def test_no_damage_is_an_accident(shape: str, patch: bytes, place: int, cut: int) -> None:
    file = FILES[shape]
    place %= len(file.content)
    loaded = load(file.content[:place] + patch + file.content[place + cut :], file.name)
    assert fits(loaded)


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)), st.sampled_from(["a.csv", "a.xlsx", ""])
)
def test_any_bytes_at_all_give_a_problem(content: bytes, name: str) -> None:
    assert load(content, name).problems


WORDS = ["Team", "FTE", "Total", "Worker", "Mark", "Note", "Caseload", "Active cases", "Awaiting allocation", "x" * 200]
TYPED = ["*", "1,204", "31/05/2024", "Feb-13", "=SUM(A1:B1)", "#REF!"]
PLAIN = [-1, 0, 5.5, 1e300, True, dt.date(2024, 5, 31)]
CELLS = st.one_of(st.none(), st.sampled_from([*HEADINGS, *WORDS, *TYPED, *PLAIN]))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.sampled_from(["Feb 2013", "Sheet1", "2011-12"]))
def test_any_cells_at_all_give_tables_or_a_problem(cells: list[list[object]], sheet: str) -> None:
    loaded = load_rows(HEADINGS, *cells, sheet=sheet)
    assert loaded.problems or len(loaded.tables["team_caseload"])
    assert fits(loaded)


def by_key(row: tuple[object, ...]) -> str:
    return f"{row[0]} {row[1]}"


def turned_long(rows: list[list[object]]) -> list[list[object]]:
    lines = [[row[0], row[1], name, value] for row in rows for name, value in zip(HEADINGS[2:], row[2:], strict=True)]
    return [line for line in lines if line[3] is not None]


@modest
@given(rows(), st.randoms(use_true_random=False))
def test_another_order_of_measures_changes_only_the_order(rows: list[list[object]], rng: random.Random) -> None:
    lines = turned_long(as_text(rows))
    rng.shuffle(lines)
    loaded = load_rows(["Month", "Team", "Measure", "Value"], *lines, sheet="All")
    assert sorted(read(loaded), key=by_key) == sorted(written(as_text(rows)), key=by_key)


@modest
@given(rows())
def test_a_table_on_its_side_gives_the_same_tables(rows: list[list[object]]) -> None:
    upright = [HEADINGS, *as_text(rows)]
    one, other = load_rows(*upright, sheet="All"), load_rows(*zip(*upright, strict=True), sheet="All")
    assert codes(one) == codes(other)
    assert all(one.tables[name].equals(other.tables[name]) for name in one.tables)

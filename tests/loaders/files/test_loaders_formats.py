"""A table is the same table in every kind of spreadsheet: .xlsx, .xls, .xlsb, .ods, Strict Open XML."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Callable

import openpyxl
import pytest
from generated_shapes import ALL
from loading import HEADINGS, TWO, codes, problem, values
from made_books import Broken, Computed, Page, Pages, ods, ole2, pages_of, strict, xls, xlsb
from made_files import Made
from openpyxl.utils.datetime import WINDOWS_EPOCH

from loaders import load
from loaders.files.compound import Compound
from loaders.files.opendocument import document_facts
from loaders.refusal import RefusalError

pytestmark = pytest.mark.functional

WRITERS: dict[str, Callable[[Pages], bytes]] = {".xls": xls, ".xlsb": xlsb, ".ods": ods}
OF_BOOKS = sorted(set(ALL) - {"text"})


def book_of_shape(shape: str) -> Made:
    """The first file of the shape that is an ordinary workbook, which openpyxl reads and no day counts from 1904."""
    seeds = (f"{shape} in every kind {number}" for number in range(50))
    files = (ALL[shape](random.Random(seed)) for seed in seeds)
    return next(file for file in files if file.name.endswith(".xlsx") and is_ordinary(file.content))


def is_ordinary(content: bytes) -> bool:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return bool(book.sheetnames) and book.epoch == WINDOWS_EPOCH


@pytest.mark.parametrize("suffix", [*WRITERS, ".strict.xlsx"])
@pytest.mark.parametrize("shape", OF_BOOKS)
def test_a_table_is_the_same_in_every_kind_of_workbook(shape: str, suffix: str) -> None:
    # Given a file in one of the shapes, and the same sheets written as another kind of workbook
    file = book_of_shape(shape)
    other = WRITERS[suffix](pages_of(file.content)) if suffix in WRITERS else strict(file.content)
    # When both are loaded (under one name and key, which go into what is found)
    one, two = (load(content, file.name, worker_key=b"key") for content in (file.content, other))
    # Then tables, columns and remarks are the same; the text of an old formula is not known, so it is not worked out
    if shape == "formulas without results" and suffix in (".xls", ".xlsb"):
        assert codes(two, "error") == ["formula_without_value"] * len(codes(two, "error"))
        assert two.stopped
        return
    assert all(two.tables[name].equals(one.tables[name]) for name in one.tables)
    assert two.read == one.read
    assert [(found.code, found.cell) for found in two.problems] == [(found.code, found.cell) for found in one.problems]


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_stands_in_a_cell_is_told_apart_from_a_blank(suffix: str) -> None:
    # Given a cell with an error, a formula with its result, one without, and a blank
    rows = [
        HEADINGS,
        ["Ash", Broken(), 100, 0],
        ["Elm", Computed("1+5", 6.0), 120, None],
        ["Oak", 5, Computed("A1", None), 1],
    ]
    loaded = load(WRITERS[suffix]({"Feb 2013": Page(rows)}), f"file{suffix}")
    # Then each is told of in its own way, at its own cell
    assert [(p.code, p.cell) for p in loaded.problems if p.cell] == [
        ("formula_without_value", "C4"),
        ("excel_error", "B2"),
        ("blank_waiting", "D3"),
    ]
    assert "#REF!" in problem(loaded, "excel_error").message


@pytest.mark.parametrize("write", [xls, xlsb])
def test_a_workbook_that_counts_days_from_1904_has_the_same_dates(write) -> None:
    page = Page([["Date", *HEADINGS], [dt.date(2013, 2, 20), *TWO[0]]])
    loaded = load(write({"Sheet1": page}, from_1904=True), "file")
    assert values(loaded, "month", "as_at") == [(dt.date(2013, 2, 1), dt.date(2013, 2, 20))]


@pytest.mark.parametrize("suffix", WRITERS)
def test_hidden_sheets_stay_hidden(suffix: str) -> None:
    pages = {"Feb 2013": Page([HEADINGS, *TWO]), "Jan 2013": Page([HEADINGS, *TWO], hidden=True)}
    loaded = load(WRITERS[suffix](pages), "file")
    assert values(loaded, "month", "team") == [(dt.date(2013, 2, 1), "Ash"), (dt.date(2013, 2, 1), "Elm")]
    assert "hidden_not_read" in codes(loaded, "note")


def test_a_password_is_named_in_every_kind() -> None:
    page = {"Feb 2013": Page([HEADINGS, *TWO])}
    assert codes(load(xls(page, password=True), "file.xls")) == ["password"]
    assert codes(load(ole2({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "file.xlsx")) == ["password"]
    with pytest.raises(RefusalError, match="password_open_document"):
        document_facts({"META-INF/manifest.xml": b"<manifest:encryption-data/>"})


@pytest.mark.parametrize(
    ("repeats", "code"),
    [
        (
            '<table:table-row table:number-rows-repeated="999999999"><table:table-cell office:value-type="string">',
            "far_cells",
        ),
        (
            '<table:table-row><table:table-cell table:number-columns-repeated="9999999" office:value-type="float">',
            "far_cells",
        ),
    ],
)
def test_an_open_document_that_unfolds_without_end_is_refused_before_it_is_opened(repeats: str, code: str) -> None:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='a'>{repeats}"
        "<text:p>X</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    assert codes(load(ods({}, content=content), "file.ods")) == [code]


def test_the_streams_of_a_container_are_read_whole_and_never_beyond_it() -> None:
    whole = ole2({"One": b"1" * 5000, "Two": b"2" * 70_000})
    book = Compound(whole)
    assert book.names == {"One", "Two"}
    assert book.stream("One") == b"1" * 5000
    assert book.stream("Two") == b"2" * 70_000
    # And whatever is cut off, or points in a circle, is an ordinary refusal
    for length in range(0, len(whole) - 512, 777):
        with pytest.raises(RefusalError):
            cut = Compound(whole[:length])
            [cut.stream(name) for name in ("One", "Two")]
    circle = bytearray(whole)
    circle[-1024:-1020] = bytes(4)
    with pytest.raises(RefusalError):
        Compound(bytes(circle)).stream("One")

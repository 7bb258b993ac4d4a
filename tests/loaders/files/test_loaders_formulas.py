"""Formulas without a stored result are worked out where that is plain, and never read as blank or nought."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from every_row import every_row
from loading import HEADINGS, codes, load_rows, problem, values
from made_files import book_of

from loaders import load
from loaders.files.formulas import worked_out
from loaders.files.grid import Sheet

pytestmark = pytest.mark.unit


def result(formula: str, *cells) -> float | None:
    return worked_out(Sheet("S", [[""] * 9, ["Ash", *cells]], formulas={(1, 8): formula}), (1, 8))


@every_row(
    ("formula", "value"),
    [
        ("SUM(B2:D2)", 60.0),
        ("=SUM(B2:D2)", 60.0),
        ("sum( b2 : d2 )", 60.0),
        ("SUM($B$2:$D$2)", 60.0),
        ("SUM(D2:B2)", 60.0),
        ("SUM(B2,D2)", 40.0),
        ("SUM(B2:C2,D2)", 60.0),
        ("B2+C2+D2", 60.0),
        ("+B2+C2", 30.0),
        ("D2-B2", 20.0),
        ("SUM(B2:C2)+D2", 60.0),
        ("B2+5", 15.0),
        ("B2", 10.0),
    ],
)
def test_a_plain_sum_of_its_own_row_is_worked_out(formula: str, value: float) -> None:
    assert result(formula, 10.0, 20.0, 30.0) == value


@every_row(
    "formula",
    [
        "SUM(B3:D3)",
        "B1+C1",
        "SUM(B1:D2)",
        "B2*C2",
        "B2/C2",
        "ROUND(B2,0)",
        "SUM(B2:D2",
        "Sheet2!B2",
        "SUM(Team)",
        "",
        "B2C2",
        "B2++C2",
        "IF(B2>1,C2,D2)",
        "SUM()",
        "B2:D2",
    ],
)
def test_anything_else_is_not(formula: str) -> None:
    assert result(formula, 10.0, 20.0, 30.0) is None


@pytest.mark.parametrize("part", ["", "*", "10"])
def test_a_part_that_is_no_number_is_not_plain(part: str) -> None:
    assert result("SUM(B2:D2)", 10.0, part, 30.0) is None
    assert result("B2+C2+D2", 10.0, part, 30.0) is None


def test_a_needed_formula_that_is_not_plain_is_refused_by_its_cell() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5.5, "=VLOOKUP(A2,X:Y,2)", 0], ["Elm", "=B2+1", 100, 0])
    assert loaded.stopped
    found = {found.cell: found.code for found in loaded.problems if found.cell}
    assert found == {"C2": "formula_without_value", "B3": "formula_without_value"}


def test_every_cell_that_is_refused_is_named() -> None:
    rows = [[f"Team {n}", 5.5, f"=Data!A{n}", 0] for n in range(2, 20)]
    loaded = load_rows(HEADINGS, *rows)
    assert [found.cell for found in loaded.problems if found.code == "formula_without_value"] == [
        f"C{n}" for n in range(2, 20)
    ]


def test_an_average_without_a_result_is_not_needed() -> None:
    loaded = load_rows([*HEADINGS, "Average caseload"], ["Ash", 5, 100, 0, "=C2/B2"])
    assert values(loaded, "allocated", "average_printed") == [(100, None)]
    assert codes(loaded) == []
    assert problem(loaded, "average_without_value").cell == "E2"


def with_results(formula: str, *changes: tuple[bytes, bytes]) -> bytes:
    """A workbook with a formula for the children, and the parts of its XML changed."""
    out = io.BytesIO()
    good = book_of({"Feb 2013": [HEADINGS, ["Ash", 5, formula, 7]]})
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for pattern, text in changes:
                part = re.sub(pattern, text, part)
            new.writestr(name, part)
    return out.getvalue()


def never_calculated(formula: str) -> bytes:
    """A workbook as a program writes it that leaves 0 for every formula."""
    return with_results(formula, (rb"</f><v ?/?>(?:</v>)?", b"</f><v>0</v>"))


def test_nought_in_a_file_that_was_never_calculated_is_no_result() -> None:
    plain = load(never_calculated("=B2+D2"), "file.xlsx")
    other = load(never_calculated("=Data!A1"), "file.xlsx")
    assert values(plain, "allocated") == [(12,)]
    assert problem(other, "formula_without_value").cell == "C2"


@pytest.mark.parametrize("nought", [b"0", b"0.0", b" 0.00 "])
def test_nought_is_nought_however_it_is_written(nought: bytes) -> None:
    never = with_results("=Data!A1", (rb"</f><v ?/?>(?:</v>)?", b"</f><v>" + nought + b"</v>"))
    assert problem(load(never, "file.xlsx"), "formula_without_value").cell == "C2"


@every_row(
    "changes",
    [
        ((rb' r="C2"', b""),),
        ((rb"<c r=", b"<c s='0' r="), (rb' r="C2"', b"")),
        ((rb"</f>", b"</f><!-- not calculated -->"),),
        ((rb"<f>([^<]*)</f>", rb"<f><![CDATA[\1]]></f>"),),
        ((rb'name="Feb 2013"', b'name="Feb &#50;013"'),),
    ],
)
def test_a_formula_is_found_however_the_file_is_written(changes: tuple[tuple[bytes, bytes], ...]) -> None:
    # Given a formula that is plain and one that is not, in a file that another program wrote in its own way
    plain, other = (load(with_results(formula, *changes), "file.xlsx") for formula in ("=B2+D2", "=Data!A1"))
    # Then neither is read as a blank
    assert values(plain, "allocated") == [(12,)]
    assert problem(other, "formula_without_value").cell == "C2"


def test_an_error_is_found_however_the_file_is_written() -> None:
    fault = (rb'<c r="C2"[^>]*>.*?</c>', b'<!-- an error --><c t="e" r="C2"><v>#REF!</v></c>')
    usual = (rb'<c r="C2"[^>]*>.*?</c>', b'<c t="e" r="C2"><v>#REF!</v></c>')
    found = [load(with_results("=B2+D2", change), "file.xlsx").problems for change in (usual, fault)]
    assert [(each.code, each.cell, each.found) for each in found[0]] == [
        (each.code, each.cell, each.found) for each in found[1]
    ]
    assert any("#REF!" in each.message for each in found[1])


def test_a_formula_whose_result_is_no_text_is_a_blank() -> None:
    # Given a formula that Excel worked out to nothing, such as =IF(D2="","",B2)
    empty = (rb'<c r="C2"[^>]*>(<f>[^<]*</f>)<v ?/?>(?:</v>)?', rb'<c r="C2" t="str">\1<v></v>')
    loaded = load(with_results("=IF(D2=1,1,B2)", empty), "file.xlsx")
    # Then there is a blank to warn of, not a formula to refuse
    assert codes(loaded) == ["blank_figure"]


def test_a_total_without_a_result_is_not_compared() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5, 100, 0], ["Elm", 5, 90, 0], ["Total", "=SUM(B2:B3)", "=SUM(C2:C3)", 0])
    assert codes(loaded) == []
    assert len(loaded.tables["team_caseload"]) == 2


def test_a_team_named_by_a_formula_without_a_result_is_refused() -> None:
    loaded = load_rows(HEADINGS, ["=Lists!A1", 5, 100, 0])
    assert problem(loaded, "name_without_value").cell == "A2"

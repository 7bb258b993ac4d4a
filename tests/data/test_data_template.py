"""The blank template: the example's sheets, no rows, and checks on what is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from data import example, template
from data.sheets import FLOW_COLUMNS, TYPE_COLUMNS
from model.tables import MONTH_MARKS

SHEETS = ["Team caseload", "Service", "Workers", "Month notes"]


@pytest.fixture(scope="module")
def shipped() -> Workbook:
    return load_workbook(template.FILE)


def checks(book: Workbook) -> dict[tuple[str, str], object]:
    """Sheet and header to the check on the cells under it."""
    found = {}
    for sheet in book:
        for check in sheet.data_validations.dataValidation:
            for cells in check.sqref.ranges:
                assert cells.min_row == 2
                found[sheet.title, sheet.cell(1, cells.min_col).value] = check
    return found


@pytest.mark.back
def test_the_script_makes_the_shipped_template(tmp_path: Path, shipped: Workbook) -> None:
    template.write(tmp_path / "again.xlsx")
    again = load_workbook(tmp_path / "again.xlsx")
    assert again.sheetnames == shipped.sheetnames
    for sheet in shipped:
        assert list(again[sheet.title].values) == list(sheet.values)
    told = {key: (c.type, c.formula1, c.error) for key, c in checks(shipped).items()}
    assert {key: (c.type, c.formula1, c.error) for key, c in checks(again).items()} == told


@pytest.mark.functional
def test_it_has_the_examples_sheets_and_headers_and_no_rows(shipped: Workbook) -> None:
    # Given the example, which people copy from
    filled = load_workbook(example.FILE)
    # Then the template has the same headers, and nothing under them
    for title in SHEETS:
        assert list(shipped[title].values) == [tuple(cell.value for cell in filled[title][1])]
    assert shipped.sheetnames == ["Instructions", *SHEETS, "Lists"]
    assert shipped["Lists"].sheet_state == "hidden"


@pytest.mark.functional
def test_the_instructions_explain_every_column_and_which_are_needed(shipped: Workbook) -> None:
    told = {str(a): b for a, b in shipped["Instructions"].iter_rows(max_col=2, values_only=True)}
    for title in SHEETS:
        for cell in shipped[title][1]:
            line = [text for text in told if text.startswith(f"{title} – {cell.value}: ")]
            assert len(line) == 1, (title, cell.value)
            assert told[line[0]] in ("needed", "optional")
    steps = [text for text in told if text[:1].isdigit()]
    assert [text.split(".")[0] for text in steps] == [str(n) for n in range(1, len(steps) + 1)]


@pytest.mark.functional
@pytest.mark.parametrize(
    ("sheet", "header", "offered"),
    [
        ("Team caseload", "Kind of team", "Fieldwork"),
        ("Month notes", "Mark", "restructure"),
        ("Workers", "Newly qualified (ASYE)", "Yes"),
    ],
)
def test_drop_downs_offer_the_lists_from_the_first_row_on(shipped, sheet, header, offered) -> None:
    # Given the check under a header
    check = checks(shipped)[sheet, header]
    # Then it is a list with its arrow shown, taken from the hidden sheet
    assert (check.type, bool(check.showDropDown)) == ("list", False)
    name, cells = check.formula1.split("!")
    choices = [cell.value for (cell,) in shipped[name][cells.replace("$", "")]]
    assert offered in choices
    assert None not in choices
    if header == "Mark":
        assert tuple(choices) == MONTH_MARKS


@pytest.mark.functional
def test_months_must_be_first_days_and_numbers_may_not_be_negative(shipped: Workbook) -> None:
    found = checks(shipped)
    for title in SHEETS:
        # A month typed as "Sep-24" becomes 24 September in Excel: the check on the day catches it
        assert "DAY(A2)=1" in found[title, "Month"].formula1
        assert shipped[title].column_dimensions["A"].number_format == "mmm-yy"
    types = {column.header for column in TYPE_COLUMNS}
    words = ("FTE", "Children", "people")
    numbers = [key for key in found if key[1] in types or any(word in key[1] for word in words)]
    # Established, in post, case-holding, a worker's; people, children: what came and went, in two sheets, and types
    assert len(numbers) == 9 + 2 * len(FLOW_COLUMNS) + len(types)
    for key in numbers:
        assert (found[key].operator, found[key].formula1) == ("greaterThanOrEqual", "0")
        assert found[key].showErrorMessage

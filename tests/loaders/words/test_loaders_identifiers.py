"""No value of a column that may say who somebody is, in what is said of a file, whatever the column is called."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

import pytest
from loading import load_sheets

from loaders import load
from loaders.told import as_json
from loaders.words.identifiers import identifies

pytestmark = pytest.mark.unit

HEADINGS = (
    "ID", "Ref", "Ref no", "Name", "UPN", "Child", "Initials", "P no.", "Mosaic", "LCS number", "Client", "Case",
    "Person", "Pupil", "No", "Reference", "Surname, forename",
)  # fmt: skip
NAMES = ("Zqebedee Quill", "zqorblax trent", "Zqanthe", "Quillzq, Ann", "ZQ", "zqu oaks")
VALUES = [NAMES, [f"ZQ{900 + n}" for n in range(6)], [7788001 + 36 * n for n in range(6)]]


def told(rows: Sequence[Sequence[object]], text: bool) -> str:
    """All that is said of a list, but the months and the codes of its workers, which are made by chance."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    loaded = load(out.getvalue().encode(), "list.csv") if text else load_sheets({"Sheet1": rows}, "list.xlsx")
    said = as_json(loaded)
    said |= {"sha256": "", "tables": {**said["tables"], "worker_caseload": []}}
    return json.dumps(said["problems"]) + json.dumps([one | {"shape": ""} for one in said["mapping"]]) + str(said)


@pytest.mark.parametrize("text", [False, True])
def test_no_value_of_a_row_per_child_is_told(text: bool) -> None:
    # Given lists with a row for each child, of which the column that says who it is has many headings
    office, team = ["Locality office", "Plan"], ["Team", "Worker"]
    lists = [(heading, VALUES[2], office) for heading in HEADINGS]
    lists += [(heading, VALUES[place % 2], team) for place, heading in enumerate(HEADINGS)][:6]
    for heading, values, others in lists:
        rows: list[Sequence[object]] = [[heading, *others, "Comment"]]
        rows += [[value, ("North", "South")[n % 2], "Kay", f"zqfree {n}"] for n, value in enumerate(values)]
        # When each is read
        said = told(rows, text).casefold()
        # Then nothing of that column, and no free text, is in anything that is said
        assert "zq" not in said and "77880" not in said, heading


def test_a_list_without_headings_gives_none_of_its_first_row() -> None:
    rows = [[f"ZQ{900 + n}", "Duty Team", "Child protection", n] for n in range(5)]
    rows[0][3] = "CP"
    assert "ZQ" not in told(rows, False).replace("shape", "")


def test_counts_are_shown_and_numbers_that_somebody_has_are_not() -> None:
    assert not identifies("No. of cases", [12, 40]) and not identifies("Open cases", ["1,204", 12, 13])
    assert identifies("Case no", [12, 40]) and identifies("Anything", [71204, 71388, ""])

"""The loader without a screen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from loading import HEADINGS, TWO
from made_files import book_of

from loaders.__main__ import main

pytestmark = pytest.mark.functional

ROOT = Path(__file__).parents[2]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "caseloads.xlsx"
    rows = [["Position as at 20 February 2013"], [], HEADINGS, ["Ash", 5.5, 100, "*"], TWO[1], ["Total", 11.5, 221, 76]]
    path.write_bytes(book_of({"Feb 2013": rows}))
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "empty.xlsx"
    path.write_bytes(b"")
    return path


def test_json_has_the_tables_and_the_problems(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(good), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    team = told["tables"]["team_caseload"][0]
    assert {key: team[key] for key in ("month", "team", "fte", "allocated", "unallocated", "as_at", "fte_basis")} == {
        "month": "2013-02-01",
        "team": "Ash",
        "fte": 5.5,
        "allocated": 100,
        "unallocated": None,
        "as_at": "2013-02-20",
        "fte_basis": "case-holding",
    }
    [service] = told["tables"]["service_caseload"]
    assert (service["month"], service["unallocated"], service["allocated"]) == ("2013-02-01", 76, None)
    [warning] = [problem for problem in told["problems"] if problem["severity"] == "warning"]
    assert (warning["sheet"], warning["cell"]) == ("Feb 2013", "C6")
    assert told["read"] == [
        {
            "sheet": "Feb 2013",
            "table": "team_caseload",
            "header_row": 3,
            "columns": {
                "Team": "team",
                "Case-holding FTE": "fte_case_holding",
                "Children allocated": "allocated",
                "Children waiting": "unallocated",
            },
            "rows": 2,
        }
    ]


def test_words_say_what_was_read_and_where_the_problems_are(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(good)]) == 0
    out = capsys.readouterr().out
    assert "Loaded: 2 rows for 2 teams, February 2013." in out
    assert "Warning (Feb 2013, cell C6): The total of children allocated" in out


def test_a_file_that_is_stopped_gives_one_and_empty_tables(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(bad), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["stopped"] is True
    assert [problem["severity"] for problem in told["problems"]] == ["error"]
    assert all(rows == [] for rows in told["tables"].values())


@pytest.mark.parametrize("arguments", [[], ["no such file.xlsx"], ["."], ["--what"]])
def test_a_command_that_is_not_understood_gives_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_it_runs_as_a_module_without_loading_openpyxl(good: Path) -> None:
    script = (
        "import sys, loaders.__main__ as m; code = m.main(sys.argv[1:]); "
        "assert 'openpyxl' not in sys.modules; sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(good)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr

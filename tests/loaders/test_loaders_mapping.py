"""A mapping is read from JSON, goes to the child process and back, and one that says nothing new changes nothing."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from every_row import every_row
from generated_shapes import ALL
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from loading import load_sheets, values
from made_files import book_of

from loaders import Decision, Loaded, load
from loaders.__main__ import main
from loaders.apart import ReaderApart
from loaders.handover import from_parts, to_parts
from loaders.mapping import MappingError, decisions_from_json, heading_key, shape_of, to_json
from loaders.told import as_json

OPEN = [["Team", "FTE", "Open cases", "Unallocated"], ["Ash", 5.5, 100, 4], ["Elm", 6, 120, 3]]
ACTIVE = Decision("Open cases", "active")
modest = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def same_tables(one: Loaded, other: Loaded) -> bool:
    return all(one.tables[name].equals(other.tables[name]) for name in one.tables)


@pytest.mark.functional
@modest
@given(st.sampled_from(sorted(ALL)), st.integers(0, 10**6))
@example("months across", 0)  # the corner of its first block names the block
def test_a_mapping_that_says_what_the_vocabulary_says_changes_nothing(shape: str, seed: int) -> None:
    # Given any file, when it is read again with every column said to be what it was read as
    made = ALL[shape](random.Random(seed))
    before = load(made.content, made.name, worker_key=b"key")
    mapping = decisions_from_json(json.loads(json.dumps(as_json(before)))["mapping"])
    after = load(made.content, made.name, worker_key=b"key", mapping=mapping)
    # Then tables, problems and what was read are the same
    assert same_tables(before, after)
    assert after.problems == before.problems
    assert after.read == before.read
    assert [(one.cell, one.field) for one in after.columns] == [(one.cell, one.field) for one in before.columns]


@pytest.mark.functional
@modest
@given(st.sampled_from(sorted(ALL)), st.integers(0, 10**6), st.data())
def test_no_mapping_is_an_accident(shape: str, seed: int, data: st.DataObject) -> None:
    # Given any file and any column of it said to be anything
    made = ALL[shape](random.Random(seed))
    columns = load(made.content, made.name).columns
    if not columns:
        return
    fields = st.sampled_from(["team", "allocated", "unallocated", "active", "children", "fte", "month", "average", ""])
    said = data.draw(st.dictionaries(st.integers(0, len(columns) - 1), fields, min_size=1, max_size=4))
    mapping = [columns[place].decided(field) for place, field in said.items()]
    # Then it is read, or refused in words, and comes back whole
    loaded = load(made.content, made.name, mapping=mapping)
    assert loaded.stopped == any(problem.severity == "error" for problem in loaded.problems)
    again = from_parts(to_parts(loaded))
    assert again.columns == loaded.columns


@pytest.mark.unit
def test_a_shape_is_that_of_the_headings_and_not_of_their_order_place_capitals_or_dates() -> None:
    one = shape_of(["Team", "FTE", "Children allocated at 31 May 2024"])
    assert one == shape_of(["fte:", "Children allocated at 30 June 2024", " TEAM "])
    assert one != shape_of(["Team", "FTE", "Cases allocated"])
    assert one != shape_of(["Team", "FTE", "FTE", "Children allocated"])
    assert len(one) == 16


@pytest.mark.unit
def test_headings_that_mean_the_same_are_not_the_same_heading() -> None:
    assert heading_key("Open cases") != heading_key("Children")


@pytest.mark.unit
@every_row(
    ("told", "said"),
    [
        ({"Open cases": "active"}, "list"),
        (["Open cases"], "list"),
        ([{"heading": "Open cases"}], "a heading and a field"),
        ([{"heading": 5, "field": "active"}], "a heading and a field"),
        ([{"heading": "Open cases", "field": "kittens"}], "“kittens”"),
        ([{"heading": " ", "field": "active"}], "no heading"),
        ([{"heading": "Open cases", "field": "active", "nth": 0}], "whole number"),
        ([{"heading": "Open cases", "field": "active", "decided_on": "yesterday"}], "2026-11-22"),
    ],
)
def test_what_is_no_mapping_is_refused_in_words(told: Any, said: str) -> None:
    with pytest.raises(MappingError, match=said):
        decisions_from_json(told)


@pytest.mark.unit
def test_a_mapping_comes_back_from_json_as_it_was() -> None:
    decisions = (ACTIVE, Decision("FTE", "", "0123456789abcdef", 2, "2026-11-22"))
    assert decisions_from_json(json.loads(json.dumps([to_json(one) for one in decisions]))) == decisions


@pytest.mark.functional
def test_the_child_process_is_told_of_the_mapping(reader: ReaderApart) -> None:
    apart = reader.load(book_of({"Feb 2013": OPEN}), "file.xlsx", mapping=[ACTIVE])
    here = load_sheets({"Feb 2013": OPEN}, mapping=[ACTIVE])
    assert values(apart, "allocated") == values(here, "allocated") == [(96,), (117,)]
    assert apart.columns == here.columns


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "february.xlsx"
    path.write_bytes(book_of({"Feb 2013": OPEN}))
    return path


@pytest.mark.functional
def test_the_command_takes_a_mapping_and_prints_the_one_that_it_used(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Given what the command prints of a file
    main([str(file), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [(one["cell"], one["field"], one["how"]) for one in told["mapping"]][2] == ("C1", "children", "spelling")
    # When it is changed and given back
    told["mapping"][2]["field"] = "active"
    mapping = file.with_name("map.json")
    mapping.write_text(json.dumps(told), "utf-8")
    assert main([str(file), "--mapping", str(mapping), "--json"]) == 0
    # Then it is what the file was read with
    told = json.loads(capsys.readouterr().out)
    used = {key: told["mapping"][2][key] for key in ("sheet", "cell", "heading", "field", "how", "percent")}
    assert used == {
        "sheet": "Feb 2013",
        "cell": "C1",
        "heading": "Open cases",
        "field": "active",
        "how": "decided",
        "percent": None,
    }
    assert [row["allocated"] for row in told["tables"]["team_caseload"]] == [96, 117]


@pytest.mark.functional
@pytest.mark.parametrize("content", ["{", '{"mapping": 5}', '[{"heading": "Open cases", "field": "kittens"}]', None])
def test_a_mapping_that_cannot_be_used_stops_the_command_in_a_sentence(
    file: Path, content: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = file.with_name("map.json")
    if content is not None:
        mapping.write_text(content, "utf-8")
    with pytest.raises(SystemExit) as stopped:
        main([str(file), "--mapping", str(mapping)])
    assert stopped.value.code == 2
    assert "map.json is no mapping" in capsys.readouterr().err


@pytest.mark.unit
def test_an_answer_holds_for_every_section_of_a_sheet() -> None:
    # Given two sections below titles, each with groups over its headings, of which one leaves it open what it is
    heads = [["", "Workforce", "", "Children", ""], ["Team", "FTE", "Posts", "Open", "Waiting"]]
    rows = [["North"], *heads, ["Ash", 5, 6, 100, 1], [], ["South"], *heads, ["Oak", 7, 8, 130, 1]]
    # When that is answered, then it holds for both, and the second one's title is no team
    loaded = load_sheets({"Feb 2013": rows}, mapping=[Decision("Children Open", "allocated")])
    assert [one.how for one in loaded.columns if one.heading == "Children Open"] == ["decided", "decided"]
    assert values(loaded, "team", "allocated") == [("Ash", 100), ("Oak", 130)]

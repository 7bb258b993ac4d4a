"""The workforce file from the Upload page to the Caseloads page, and back out again."""

from __future__ import annotations

import csv
import io

import pytest
from screen import TWO_TEAMS, Screen

from ui import benchmark_exhibit
from ui.exhibit import csv_file

pytestmark = pytest.mark.functional

HEAD = (
    "time_period,geographic_level,country_name,region_name,new_la_code,la_name,cases,case_holders_fte,"
    "caseload_fte,agency_rate_fte"
)
PUBLISHED = "\n".join(
    [
        HEAD,
        "2024,National,England,,,,3080,200,15.4,16",
        "2025,National,England,,,,3040,200,15.2,13",
        "2025,Regional,England,North,,,318,20,15.9,7.9",
        "2024,Local authority,England,North,E1,Anytown,290,20,14.5,1",
        "2025,Local authority,England,North,E1,Anytown,296,20,14.8,2.1",
        "2024,Local authority,England,North,E2,Elm,240,20,12,5",
        "2025,Local authority,England,North,E2,Elm,x,x,x,low",
    ]
).encode()


def test_the_upload_page_says_what_was_understood_and_keeps_no_month(store, kept):
    # Given a council with a month
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(PUBLISHED, "csww-2025.csv")
    # Then the release, the years, the places and the measures are said, and the council is found in it
    assert "2025 release: 2024 to 2025, for England, one region and two councils" in screen.text
    assert screen.table("Published measures").to_numpy().tolist() == [
        ["Average caseload", "cases for each case-holding FTE", "15.2", "1 of 2"],
        ["Agency rate", "% of FTE social workers", "13.0", "1 of 2"],
        ["Cases", "cases", "3,040", "1 of 2"],
        ["Case-holding FTE", "FTE", "200.0", "1 of 2"],
    ]
    assert "Your council in it: **Anytown**, in North." in screen.text
    assert "**New:** published figures 2024 and 2025." in screen.text
    # When it is kept
    screen.press("keep")
    assert "csww-2025.csv**: published figures 2024 and 2025. Kept" in screen.text
    assert len(store.tables("Anytown")["team_caseload"]) == 2
    assert len(store.years("Anytown")["benchmark"]) == 28
    # Then the same file again is said to be the same
    assert "**Kept already, with the same figures:** published figures" in screen.upload(PUBLISHED, "again.csv").text


def test_published_figures_alone_leave_the_example_and_the_page_says_so(store, kept):
    # Given nothing but the workforce file, kept in the council's name
    screen = Screen("upload").upload(PUBLISHED, "csww-2025.csv").set("council", "Anytown").press("keep")
    # Then the page says that the example stays, why, and where the figures will be drawn
    said = "The published figures are kept, but no month of Anytown is yet: the pages go on showing the example"
    assert said in screen.text
    assert "on the Caseloads page, under Other councils" in screen.text
    assert "See it on the Overview" not in screen.text
    assert screen.go("overview").is_marked_as_example
    # When somebody comes back, it is still said
    assert said in Screen("upload").text
    # And with a month it is not, and the figures are drawn
    kept(TWO_TEAMS)
    assert "go on showing the example" not in Screen("upload").text
    assert "Anytown" in others().chart("published_by_year")["data"].__repr__()


def test_published_figures_beside_months_lead_to_the_page_that_draws_them(kept):
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(PUBLISHED, "csww-2025.csv").press("keep")
    assert "go on showing the example" not in screen.text
    assert "See them on the Caseloads page" in screen.text


def others(**address) -> Screen:
    return Screen("caseloads", show="Other councils", **address)


def test_it_is_drawn_with_england_the_region_the_council_and_its_neighbours(kept):
    kept(TWO_TEAMS)
    kept(PUBLISHED, "csww-2025.csv")
    screen = others(neighbours="Elm")
    assert screen.findings == ["Anytown had an average caseload of 14.8 in 2025; England had 15.2, North 15.9."]
    lines = {line["name"]: line["y"] for line in screen.chart("published_by_year")["data"]}
    assert lines == {"England": [15.4, 15.2], "North": [None, 15.9], "Anytown": [14.5, 14.8], "Elm": [12.0, None]}
    # And the gap has its reason, and the warning is there
    assert "Elm 2025 (not available, code x)" in screen.text
    assert "Not like for like with your own figures" in screen.text
    assert "Children’s social work workforce, 2025 release" in screen.text
    # When another measure is chosen
    screen.set("measure", "Agency rate")
    assert screen.findings == ["Anytown had an agency rate of 2.1% in 2025; England had 13.0%, North 7.9%."]
    table = screen.set("published_by_year_table", True).table("Line chart of the published agency rate")
    assert table["Year"].tolist()[:2] == ["2024", "2025"]
    assert table.iloc[-1].tolist() == ["2025", "Elm", "neighbour", "–", "small, rounds to 0 (low)", "2025"]


def test_the_choice_of_neighbours_can_be_kept(store, kept):
    kept(TWO_TEAMS)
    kept(PUBLISHED, "csww-2025.csv")
    screen = others()
    assert not screen.has("keep_compared")
    screen.set("neighbours", ["Elm"]).press("keep_compared")
    assert store.settings("Anytown").neighbours == ("Elm",)
    # Then everybody sees them from then on, and is not asked to keep them again
    assert others().widget("neighbours").value == ["Elm"]
    assert not others().has("keep_compared")


def test_a_council_of_another_name_is_asked_about_once(store, kept):
    # Given a council that the file does not name
    kept(TWO_TEAMS, council="The Service")
    screen = Screen("upload").upload(PUBLISHED, "csww-2025.csv")
    assert "No council in it is called The Service." in screen.text
    screen.press("keep")
    screen = others()
    assert "Choose yours above" in screen.text
    assert screen.findings == ["England had an average caseload of 15.2 in 2025, down from 15.4 in 2024."]
    # When somebody says which one it is
    screen.set("published_name", "Anytown").press("keep_compared")
    # Then nobody is asked again
    assert store.settings("The Service").published_name == "Anytown"
    screen = others()
    assert "Choose yours above" not in screen.text
    assert screen.findings[0].startswith("Anytown had an average caseload of 14.8")


def test_without_a_file_there_are_the_national_figures_that_ship():
    screen = others()
    assert screen.is_marked_as_example
    assert screen.findings == ["England had an average caseload of 15.2 in 2025, down from 17.7 in 2017."]
    assert "Upload the file" in screen.text
    assert not screen.has("neighbours")


def test_undoing_the_file_brings_the_national_figures_back(kept):
    screen = Screen().keep(TWO_TEAMS).keep(PUBLISHED, "csww-2025.csv")
    assert "Anytown had" in others().findings[0]
    screen.go("upload").press("undo_2").press("confirm")
    assert others().findings == ["England had an average caseload of 15.2 in 2025, down from 17.7 in 2017."]


def test_a_first_upload_of_published_figures_leaves_the_example_to_look_at(store):
    screen = Screen().keep(PUBLISHED, "csww-2025.csv")
    assert store.authorities() == ["Anytown"]
    assert screen.go("overview").is_marked_as_example


def test_the_download_does_not_call_a_published_year_a_month(kept, monkeypatch):
    # Given the exhibit as the page draws it
    kept(TWO_TEAMS)
    kept(PUBLISHED, "csww-2025.csv")
    drawn = []
    usual = benchmark_exhibit.by_year
    monkeypatch.setattr(benchmark_exhibit, "by_year", lambda view: drawn.append((usual(view), view)) or drawn[-1][0])
    others()
    rows = list(csv.DictReader(io.StringIO(csv_file(*drawn[-1]).decode("utf-8-sig"))))
    assert {"Month", "As at"}.isdisjoint(rows[0])
    assert (rows[-1]["Year"], rows[-1]["Place"], rows[-1]["Release"]) == ("2025", "Anytown", "2025")
    assert rows[-1]["Average caseload (cases for each case-holding FTE)"] == "14.8"


def test_a_link_that_asks_for_a_council_that_is_not_there_does_no_harm(kept):
    kept(TWO_TEAMS)
    kept(PUBLISHED, "csww-2025.csv")
    screen = others(neighbours=["Nowhere", "Elm"], published_name="Nobody", measure="Luck")
    assert screen.findings[0].startswith("Anytown had an average caseload of 14.8")
    assert [line["name"] for line in screen.chart("published_by_year")["data"]].count("Nowhere") == 0


def test_councils_are_offered_by_their_names_as_they_are_published(kept):
    # Given a council whose name has marks that Markdown would give a meaning
    kept(TWO_TEAMS)
    kept(PUBLISHED.replace(b"Elm", b"St. Elm-on-Sea (part)"), "csww-2025.csv")
    screen = others()
    assert screen.widget("neighbours").options == ["Anytown", "St. Elm-on-Sea (part)"]
    assert screen.widget("published_name").options == ["Anytown", "St. Elm-on-Sea (part)"]

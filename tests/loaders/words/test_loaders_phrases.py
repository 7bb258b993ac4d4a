"""Phrases are reviewed data: what each of them may say, and that no phrase is the answer to one question twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from pathlib import Path

import pytest
from every_row import every_row

import loaders
from loaders.words.phrases import pattern_of, patterns, room_data

pytestmark = pytest.mark.unit

ROOMS = sorted(Path(loaders.__file__).parent.glob("*/words.toml"))
# Names that modules give to the phrases of their room, with something that each stands for.
GIVEN = {"time": "May 2024", "mark": "3", "year": "2024"}
_NAME = re.compile(r"<(\w+)>")
_ONE_OF_FOUR = re.compile(r"(?:[a-z]{3,}[a-z ?()]*\|){3,}[a-z]{3,}")
_Lists = Mapping[str, Sequence[str]]


@every_row(
    ("phrase", "said", "not_said"),
    [
        (
            "vacant/unfilled post(s)",
            ["vacant post", "unfilled posts", "vacant-posts"],
            ["post", "vacant", "vacant poster"],
        ),
        ("(the) service (as a whole)", ["service", "the service as a whole"], ["the", "service a whole"]),
        ("(team/deputy)* manager", ["manager", "deputy team manager"], ["team", "teammanager"]),
        ("total(s) ...", ["total", "totals: North", "total 3"], ["totally", "a total"]),
        ("... total", ["total", "North - total"], ["subtotal", "total north"]),
        ("after ... post(s) ...", ["after two posts", "after the post is filled"], ["after posted", "afterposts"]),
        ("recruit...", ["recruit", "recruitment"], ["to recruit", "recruit him"]),
        ("(sub)total", ["total", "subtotal"], ["sub total"]),
        ("<place>(,) at last", ["north east, at last", "south at last"], ["at last", "<place> at last"]),
        ("(<number> (x)) vacant", ["vacant", "2 vacant", "1.5 x vacant"], ["x vacant", "2 x"]),
        ("a.b", ["a.b"], ["axb"]),
    ],
)
def test_a_phrase_says_what_is_written_and_nothing_else(phrase: str, said: list[str], not_said: list[str]) -> None:
    pattern = re.compile(pattern_of(phrase, {"place": ["north (east)", "south"]}))
    assert [text for text in said if not pattern.fullmatch(text)] == []
    assert [text for text in not_said if pattern.fullmatch(text)] == []


@every_row("phrase", ["", "two  spaces", " before", "(only) (perhaps)", "open (one", "shut) one", "a/", "<b"])
def test_a_phrase_that_is_ill_formed_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        pattern_of(phrase)


@every_row("room", ROOMS)
def test_every_list_is_well_formed_and_read(room: Path) -> None:
    # Given the words of a room, and its modules
    data = room_data(str(room))
    code = "".join(module.read_text("utf-8") for module in room.parent.glob("*.py"))
    named = {name for table in data.values() for phrases in table.values() for name in _NAME.findall(" ".join(phrases))}
    for table, lists in data.items():
        for name, phrases in lists.items():
            # Then each list has phrases in small letters, none of them twice, and something reads it
            assert phrases and len(set(phrases)) == len(phrases), name
            assert [phrase for phrase in phrases if phrase != phrase.lower()] == [], name
            assert re.search(rf"""['"]{name}['"]""", code) or (table == "lists" and name in named), name


@every_row("room", ROOMS)
def test_no_phrase_answers_a_question_in_two_ways(room: Path) -> None:
    # Given every list of a room as a pattern, and every phrase spelt out
    data = room_data(str(room))
    for table in data.keys() - {"lists"}:
        answers = patterns(str(room), table, **GIVEN)
        known = {name: re.compile(pattern) for name, pattern in answers.items()}
        for name, phrases in data[table].items():
            for phrase in phrases:
                for spelling in islice(_spelt_out(phrase, data.get("lists", {})), 60):
                    # Then it is one of its own list, and of no other that answers the same
                    found = [other for other, pattern in known.items() if pattern.fullmatch(spelling)]
                    assert found == [name], (table, phrase, spelling)


def test_no_words_of_councils_stand_in_patterns_in_code() -> None:
    # Given the code of the rooms whose words are data; how dates are written is a matter of code
    modules = [module for room in ROOMS if room.parent.name != "dates" for module in room.parent.glob("*.py")]
    # Then none has a pattern with four words or more of which one may stand there
    found = {module.name: _ONE_OF_FOUR.search(module.read_text("utf-8")) for module in modules}
    assert {name: one.group() for name, one in found.items() if one} == {}


def _spelt_out(phrase: str, lists: _Lists) -> Iterator[str]:
    """Ways of saying a phrase, each word of it in turn, with and without what may be left out."""
    choices = [_ways(item, lists) for item in _apart(phrase, " ")]
    return (" ".join(filter(None, said)) for said in product(*choices))


def _ways(item: str, lists: _Lists) -> list[str]:
    bare = item.removesuffix("*")
    if item == "...":
        return ["xyz"]
    if bare.startswith("(") and re.fullmatch(r"\((?:[^()]|\([^()]*\))*\)", bare):
        return ["", *_spelt_out(bare[1:-1], lists)]
    if len(several := _apart(bare, "/")) > 1:
        return [way for one in several for way in _ways(one, lists)]
    if name := _NAME.search(bare):
        ways = {"number": ["3"], "word": ["xyz"], **{name: [said] for name, said in GIVEN.items()}}.get(name[1])
        ways = ways or [way for phrase in lists[name[1]] for way in islice(_spelt_out(phrase, lists), 3)]
        return [*([""] if item.endswith("*") else []), *(bare[: name.start()] + way for way in ways)]
    word = bare.removesuffix("...")
    return [re.sub(r"\(\S+?\)", "", word), re.sub(r"[()]", "", word)]


def _apart(text: str, sign: str) -> list[str]:
    """The parts of a text between signs that stand in no brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == sign and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts

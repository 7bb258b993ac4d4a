"""What people type that is no heading: phrases as reviewed data, those of each room in its ``words.toml``.

A phrase is in small letters, with one space between two words; a hyphen typed there is a space too. In a phrase

    vacant/unfilled     is either word,
    post(s)             a word with these letters or without them,
    (open) cases        a word, or several, that may be left out; ``(open)*`` any number of times,
    <people>            any phrase of that list, from ``[lists]`` or from whoever reads the file,
    recruit...          a word with any ending,
    ...                 whatever stands there, or nothing.

Every other table of such a file asks one question, and each of its lists is an answer: a test makes sure that no
phrase is in two of them. What is between words and beside them, such as brackets, is the business of the code.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from itertools import accumulate, groupby
from pathlib import Path

_SPACE = "[ -]"
_BUILT_IN = {"number": r"\d+(?:\.\d+)?", "word": r"\w+"}
_PIECES = re.compile(r"<(?P<list>\w+)>|\((?P<may>[^ ()]+)\)|(?P<rest>\.\.\.)|(?P<literal>[^<>()/*]+?(?=\.\.\.|[<(]|$))")


# A room's words are read once, for all of its modules.
_READ: dict[Path, Mapping[str, Mapping[str, Sequence[str]]]] = {}


def room_data(module: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The words of the room that a module is in, by its file: the lists of each table as they are written."""
    file = Path(module).with_name("words.toml")
    if file not in _READ:
        _READ[file] = tomllib.loads(file.read_text(encoding="utf-8"))
    return _READ[file]


def word_lists(module: str, table: str) -> Mapping[str, frozenset[str]]:
    """The lists of a table whose words stand there as they are, to be looked up."""
    return {name: frozenset(written) for name, written in room_data(module)[table].items()}


def patterns(module: str, table: str, **given: str) -> Mapping[str, str]:
    """The lists of a table, each as the source of a pattern for any of its phrases; ``given`` are patterns for names.

    Raises :class:`ValueError` for a phrase that is ill-formed, and :class:`KeyError` for a name of no list.
    """
    data = room_data(module)
    known = _Lists(data.get("lists", {}), given)
    return {name: known.one_of(phrases) for name, phrases in data[table].items()}


def pattern_of(phrase: str, lists: Mapping[str, Sequence[str]] | None = None) -> str:
    """The source of a pattern for one phrase.

    >>> bool(re.fullmatch(pattern_of("(no) vacant/unfilled post(s) ..."), "unfilled posts: 3"))
    True
    """
    return _Lists(lists or {}, {}).one_of([phrase])


class _Lists:
    """The lists that phrases may name, made into patterns when one does."""

    def __init__(self, lists: Mapping[str, Sequence[str]], given: Mapping[str, str]) -> None:
        self._lists, self._known = lists, {**_BUILT_IN, **given}

    def one_of(self, phrases: Sequence[str]) -> str:
        """A pattern for any of some phrases; of several that begin at one place the longest is tried first."""
        return f"(?:{'|'.join(map(self._sequence, sorted(phrases, key=len, reverse=True)))})"

    def _named(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = self.one_of(self._lists[name])
        return self._known[name]

    def _sequence(self, phrase: str) -> str:
        """The words of a phrase one after the other, with whatever stands between them at its "..."."""
        between = [list(part) for is_gap, part in groupby(_split(phrase, " "), "...".__eq__) if not is_gap]
        before = r"(?:.*\W)?" if phrase.startswith("... ") else ""
        behind = r"(?!\w).*" if phrase.endswith(" ...") else ""
        return before + r"\W(?:.*\W)?".join(map(self._beside, between)) + behind

    def _beside(self, items: Sequence[str]) -> str:
        """Words right beside each other: who may be left out takes along the space towards those that are there."""
        first = next((place for place, item in enumerate(items) if not _may_be_left_out(item)), None)
        if first is None:
            raise ValueError(f"{' '.join(items)!r} has no word that must be there")
        before = [f"(?:{self._optional(item)}{_SPACE}){_times(item)}" for item in items[:first]]
        after = [
            f"(?:{_SPACE}{self._optional(item)}){_times(item)}" if _may_be_left_out(item) else _SPACE + self._word(item)
            for item in items[first + 1 :]
        ]
        return "".join([*before, self._word(items[first]), *after])

    def _optional(self, item: str) -> str:
        bare = item.removesuffix("*")
        return self._sequence(bare[1:-1]) if bare.startswith("(") else self._word(bare)

    def _word(self, item: str) -> str:
        branches = ["".join(map(self._piece, _pieces(branch))) for branch in _split(item, "/")]
        return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"

    def _piece(self, piece: re.Match[str]) -> str:
        if piece["list"]:
            return self._named(piece["list"])
        if piece["may"]:
            return f"(?:{re.escape(piece['may'])})?"
        return r"\w*" if piece["rest"] else re.escape(piece["literal"])


def _split(text: str, sign: str) -> list[str]:
    """The parts of a text between signs that stand in no brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == sign and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    if depth or not all(parts):
        raise ValueError(f"{text!r} has a bracket, or a space, too many")
    return parts


def _pieces(branch: str) -> list[re.Match[str]]:
    pieces, at = [], 0
    while at < len(branch):
        piece = _PIECES.match(branch, at)
        if piece is None:
            raise ValueError(f"{branch!r} is no word of a phrase")
        pieces.append(piece)
        at = piece.end()
    return pieces


def _may_be_left_out(item: str) -> bool:
    """Whether an item stands in brackets as a whole, or is there any number of times."""
    return item.endswith("*") or (item.startswith("(") and _closes_last(item))


def _closes_last(item: str) -> bool:
    """Whether the bracket that opens an item is closed at its end: not of "(sub)total(s)"."""
    depths = list(accumulate((letter == "(") - (letter == ")") for letter in item))
    return depths.index(0) == len(item) - 1


def _times(item: str) -> str:
    return "*" if item.endswith("*") else "?"

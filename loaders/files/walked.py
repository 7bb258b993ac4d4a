"""The formulas and errors of a sheet whose XML is not written as Excel and the usual libraries write it.

Comments, marked sections and cells that do not say where they stand are all allowed; going through every tag finds what
they hold, many times slower than looking for cells as they are usually written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.files.grid import Place
from loaders.files.reach import Walk, has_prefixed

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

# A cell that does not begin with its place, with a prefix or without.
_NO_PLACE = re.compile(rb"<(?:[^\s<>/:]+:)?c(?=[\s/>])(?![^<>]*\sr\s*=)")
NO_RESULT = re.compile(r"0(?:\.0+)?")


def is_written_otherwise(xml: bytes) -> bool:
    """Whether looking for cells as they are usually written could miss one."""
    return b"<!" in xml or ((b"<c" in xml or has_prefixed(xml, b"c")) and _NO_PLACE.search(xml) is not None)


class FactsWalk(Walk):
    """``formulas`` of cells without a result, and ``faults``: what cells that are errors show.

    Where the file was never ``calculated``, a result of 0 is none.
    """

    def __init__(self, *, calculated: bool) -> None:
        """Nothing has been seen yet."""
        super().__init__()
        self.formulas: dict[Place, str] = {}
        self.faults: dict[Place, str] = {}
        self._calculated = calculated
        self._said: dict[str, str] = {}
        self._type = self._open = ""

    def prepare(self, parser: XMLParserType) -> None:
        """Hear the ends of tags and the text between them too."""
        super().prepare(parser)
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        super()._start(tag, attributes)
        name = tag.rpartition(":")[2]
        if name == "c":
            self._said, self._type = {}, attributes.get("t", "")
        elif name in ("f", "v"):
            self._open, self._said[name] = name, ""

    def _text(self, text: str) -> None:
        if self._open:
            self._said[self._open] += text

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        self._open = ""
        if name != "c":
            return
        place, value = (self._place[0] - 1, self._place[1] - 1), self._said.get("v", "").strip()
        if self._type == "e":
            self.faults[place] = value
        elif "f" in self._said and self._type != "str" and self._has_no(value):
            self.formulas[place] = self._said["f"]

    def _has_no(self, value: str) -> bool:
        return not value or (not self._calculated and NO_RESULT.fullmatch(value) is not None)

"""How far the cells of a sheet's XML reach, without opening the sheet."""

from __future__ import annotations

import re
from xml.parsers import expat

from loaders.files.grid import cell_name, column_number
from loaders.refusal import RefusalError

_CELL_STARTS = tuple(b"<c" + end for end in (b" ", b">", b"/", b"\t", b"\n", b"\r"))
_PREFIXED_CELL = re.compile(rb"<[^\s<>/:]+:c[\s/>]")
# Any cell that is not within Z99999, AZ9999 or ZZ999, as Excel and the usual libraries write it: the place first.
_FAR_OR_STRANGE = re.compile(rb'<c(?! r="(?:[A-Z]\d{1,5}|A[A-Z]\d{1,4}|[A-Z]{2}\d{1,3})")(?=[\s/>])')
# As Excel and the usual libraries write it: the place first, then attributes of plain words.
_PLAIN_CELL = re.compile(rb'<(?:[^\s<>/:]+:)?c r="([A-Z]{1,3})(\d{1,7})"(?: [a-z]+="\w*")* ?(/?)>')
_PLACE = re.compile(r"([A-Za-z]*)(\d+)")
_MOST_DIGITS = 12
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_CELLS = 2_000_000
_MOST_ROWS = 200_000


def reach(xml: bytes) -> tuple[int, int]:
    """The last row and the last column that hold anything, counted from 1; (0, 0) if nothing does.

    A cell that closes itself is only formatted. Raises :class:`RefusalError` for
    XML that is not well formed where that has to be known.
    """
    places = _PLAIN_CELL.findall(xml)
    if len(places) < _count_cells(xml):
        # Some cells are written in another way: look at every tag for what it is.
        return Walk().over(xml)
    filled = {(letters, row) for letters, row, closed in places if not closed}
    rows = max((int(row) for row in {row for _, row in filled}), default=0)
    columns = max((column_number(letters.decode()) + 1 for letters in {letters for letters, _ in filled}), default=0)
    return rows, columns


def refuse_far_cells(xml: bytes) -> None:
    """Raise :class:`RefusalError` for the XML of a sheet that reaches too far, as :func:`refuse_far` does."""
    # Nearly every sheet is small, which one look over it shows; only the others are measured.
    if _FAR_OR_STRANGE.search(xml) or has_prefixed(xml, b"c"):
        refuse_far(*reach(xml))


def has_prefixed(xml: bytes, tag: bytes) -> bool:
    """Whether a tag may stand in the XML with a prefix, as in "x:c"."""
    # The last colon is found many times faster than a pair of letters, and in most sheets it stands in the first lines.
    return xml.find(b":" + tag, 0, xml.rfind(b":") + 1 + len(tag)) >= 0


def refuse_far(rows: int, columns: int) -> None:
    """Raise :class:`RefusalError` for a sheet whose last filled cell is so far out that it can be no table.

    Readers build the whole rectangle down to that cell, however empty it is.
    """
    if rows > _MOST_ROWS or rows * columns > _MOST_CELLS:
        last = cell_name(min(rows, _LAST_ROW) - 1, min(columns, _LAST_COLUMN) - 1)
        raise RefusalError("far_cells", far=last)


def _count_cells(xml: bytes) -> int:
    prefixed = len(_PREFIXED_CELL.findall(xml)) if has_prefixed(xml, b"c") else 0
    return prefixed + sum(map(xml.count, _CELL_STARTS))


class Walk:
    """Goes through the tags of a sheet and keeps how far its filled cells reach."""

    def __init__(self) -> None:
        """Nothing has been seen yet."""
        self._row = self._column = 0
        self._place = (0, 0)
        self._rows = self._columns = 0

    def over(self, xml: bytes) -> tuple[int, int]:
        """The last row and the last column of the cells that hold something."""
        parser = expat.ParserCreate()
        self.prepare(parser)
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, ValueError) as error:
            raise RefusalError("damaged") from error
        return self._rows, self._columns

    def prepare(self, parser: expat.XMLParserType) -> None:
        """What the parser is to tell."""
        parser.StartElementHandler = self._start

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self._row = self._number(attributes.get("r"), self._row + 1)
            self._column = 0
        elif name == "c":
            self._cell(attributes.get("r", ""))
        elif name in ("v", "is", "f"):
            self._rows = max(self._rows, self._place[0])
            self._columns = max(self._columns, self._place[1])

    def _cell(self, reference: str) -> None:
        place = _PLACE.fullmatch(reference.strip())
        if place:
            self._column = column_number(place.group(1)[:8]) + 1
            self._place = (self._number(place.group(2), self._row), self._column)
        else:
            self._column += 1
            self._place = (max(self._row, 1), self._column)

    @staticmethod
    def _number(digits: str | None, otherwise: int) -> int:
        told = (digits or "").strip()
        return int(told[:_MOST_DIGITS]) if told.isdecimal() else otherwise

"""A sheet without merged cells, made to say so before its cells and not after them.

The reader goes through a sheet's cells for their values, and then through all of its XML again until it comes to the
merged ranges, which stand below the cells or nowhere. Where there are none, an empty list of them above the cells ends
that second way at its beginning: two fifths of the reading. The values, and the list, are the same.
"""

from __future__ import annotations

from xml.parsers import expat

_NO_MERGED = b'<mergeCells count="0"/>'
_FIRST, _LAST = b"<sheetData>", b"</sheetData>"
# What stands above the cells is views and widths of columns.
_MOST_ABOVE = 100_000


def without_merged(part: bytes) -> bytes:
    """The part with an empty list of merged ranges above its cells, if it is that of a sheet that has none.

    Any other part comes back as it is, and so does a sheet whose XML around the cells is not well formed: the reader
    would refuse it on its second way. (On its first it goes through the cells to their end.)
    """
    first = part.find(_FIRST, 0, _MOST_ABOVE)
    last = part.rfind(_LAST)
    if not 0 <= first < last or b"mergeCell" in part:
        return part
    above, below = part[:first], part[last + len(_LAST) :]
    if not _is_well_formed(above + below):
        return part
    return b"".join((above, _NO_MERGED, part[first:]))


def _is_well_formed(xml: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(xml, True)
    except (expat.ExpatError, ValueError):
        return False
    return True

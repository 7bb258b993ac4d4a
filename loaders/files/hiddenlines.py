"""Which rows and columns of an .xlsx sheet are hidden: the reader of values gives them like the others."""

from __future__ import annotations

import re

_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^<>]*>")
_HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_NUMBER = re.compile(rb"\b(r|min|max)\s*=\s*[\"'](\d{1,7})[\"']")


def hidden_lines(xml: bytes) -> tuple[frozenset[int], frozenset[int]]:
    """The rows and the columns of an .xlsx sheet that are hidden, counted from 0."""
    if not _may_hide(xml):
        return frozenset(), frozenset()
    rows = [_numbers(tag) for tag in _ROW.findall(xml) if _HIDDEN.search(tag)]
    columns = [_numbers(tag) for tag in _COLUMN.findall(xml) if _HIDDEN.search(tag)]
    spans = (range(told.get(b"min", 1) - 1, min(told.get(b"max", 0), 16_384)) for told in columns)
    return frozenset(told[b"r"] - 1 for told in rows if b"r" in told), frozenset(one for span in spans for one in span)


def _may_hide(xml: bytes) -> bool:
    """Whether anything may be hidden. One letter is looked for among the cells first, which is many times faster."""
    first, last = xml.find(b"sheetData") + len(b"sheetData"), xml.rfind(b"sheetData")
    return b"hidden" in xml[:first] or (xml.find(b"h", first, last) >= 0 and xml.find(b"hidden", first, last) >= 0)


def _numbers(tag: bytes) -> dict[bytes, int]:
    return {name: int(value) for name, value in _NUMBER.findall(tag)}

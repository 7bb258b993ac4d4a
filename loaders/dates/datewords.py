"""Words beside a date, in a title or a sheet's name, that say whether it is that of the figures.

"Next meeting: 21 March 2024" is a date of something else; figures titled "Target caseloads, March 2024" were never
counted. The words stand in ``words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from loaders.dates.months import TEXT_FORMS, When, in_title
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import GROUPS

_BESIDE, _COUNTED = patterns(__file__, "beside"), patterns(__file__, "counted")
_COUNTED_WORDS = word_lists(__file__, "counted")
_ANY_NOT_COUNTED = rf"\b{_COUNTED['not_counted']}\b"
# Between a word and the date that it is right beside.
_JOINT = r"[\s:–-]*(?:(?:by|for|at|of|in|date|due)\b[\s:–-]*)?(?:the )?(?:end of )?"
_OTHER = re.compile(rf"\b{_BESIDE['other']}\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:next|last|previous|due|since|until|by)\b", re.IGNORECASE)
_NOT_COUNTED = re.compile(_ANY_NOT_COUNTED, re.IGNORECASE)
_NEVER = re.compile(rf"\b{_BESIDE['never']}\b", re.IGNORECASE)
_SETTLED = re.compile(rf"\b{_BESIDE['settled']}\b[\s:–-]*(?:the )?(?:end of )?$", re.IGNORECASE)
_NOT_BESIDE = "".join(rf"(?<!\b{word} )" for word in sorted(_COUNTED_WORDS["beside_counted"]))
_NOT_COUNTED_BEFORE = re.compile(_NOT_BESIDE + _ANY_NOT_COUNTED + _JOINT + "$", re.IGNORECASE)
_NOT_COUNTED_AFTER = re.compile(r"^[\s:–-]*" + _ANY_NOT_COUNTED, re.IGNORECASE)
_VERSION = re.compile(r"\b(?:version|ver|rev|v)\.?\s?\d+(?:\.\d+)*(?=[\s,:–(-]*(?:dated\s)?$)", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|date)[\s:–-]*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;|()–]| - ")


_Span = tuple[int, int]


@dataclass(frozen=True)
class Said:
    """The month that a line names as that of its figures; if none, the word beside a date that is of something else."""

    when: When | None
    word: str = ""


@lru_cache(maxsize=2_000)
def said_in(line: str, read: Callable[[str], When | None] = in_title) -> Said:
    """What a line says of the month of its figures, as ``read`` knows it: a date of something else is none."""
    without = line
    word = ""
    for before, date, after in _pieces(line):
        # "Board" and "since" are no words of a date that "as at" stands before.
        settled = _SETTLED.search(line[slice(*before)])
        around = line[slice(*before)] + " ~ " + line[slice(*after)]
        if found := _NEVER.search(around):
            if settled and found.start() > before[1] - before[0]:
                continue
        elif settled or not (found := _other_word(line, before, date, after)):
            continue
        word = word or found.group()
        without = _blanked(without, before, date)
    if without == line:
        return Said(read(line))
    when = read(without)
    return Said(when, "" if when else word.strip(" :–-").casefold())


def is_settled(line: str) -> bool:
    """Whether a word right before a date says that it is that of the figures: "Caseloads for October 2024"."""
    return any(_SETTLED.search(line[slice(*before)]) for before, _, _ in _pieces(line))


def _other_word(line: str, before: _Span, date: _Span, after: _Span) -> re.Match[str] | None:
    left, right = line[slice(*before)], line[slice(*after)]
    for text, pattern in ((left, _NOT_COUNTED_BEFORE), (right, _NOT_COUNTED_AFTER)):
        if found := pattern.search(text):
            return re.search(_ANY_NOT_COUNTED, found.group(), re.IGNORECASE)
    if found := _OTHER.search(left) or _OTHER.search(right):
        return found
    # Of a version the day says when it was made; a month beside one may be that of the figures.
    when = in_title(line[slice(*date)])
    return _VERSION.search(left) if when and when.day else None


def _blanked(line: str, before: tuple[int, int], date: tuple[int, int]) -> str:
    return line[: before[0]] + " " * (date[1] - before[0]) + line[date[1] :]


def _pieces(line: str) -> list[tuple[_Span, _Span, _Span]]:
    """Each date of a line: where what belongs to it before it stands, where it, and where what does after it."""
    dates = _dates(line)
    ends = [0]
    for (_, end), (start, _) in pairwise(dates):
        # Between two dates, what stands up to the first sign that parts them is of the one before.
        parted = _CLAUSE.search(line, end, start)
        ends.append(parted.end() if parted else end)
    ends.append(len(line))
    return [((ends[n], date[0]), date, (date[1], max(date[1], ends[n + 1]))) for n, date in enumerate(dates)]


def dated_parts(line: str) -> list[str]:
    """A line as parts of a date each, with what belongs to it before and after it; the line, where it has no two."""
    pieces = _pieces(line)
    return [line[before[0] : after[1]].strip(" -–:;,|(") for before, _, after in pieces] if len(pieces) > 1 else [line]


def right_beside(line: str) -> str:
    """A line up to the first sign that parts what stands behind its date from it."""
    pieces = _pieces(line)
    parted = _CLAUSE.search(line, *pieces[-1][2]) if pieces else None
    return line[: parted.start()] if parted else line


def _dates(line: str) -> list[_Span]:
    spans: list[_Span] = []
    for form in TEXT_FORMS if any(map(str.isdigit, line)) else ():
        spans += [match.span() for match in form.finditer(line) if in_title(match.group())]
        line = form.sub(lambda match: "~" * len(match.group()), line)
    return sorted(spans)


def first_said(lines: Iterable[str]) -> When | None:
    """The month and day of the first line that names those of its figures, or ``None``."""
    return next((when for line in lines if (when := said_in(line).when)), None)


def is_of_something_else(line: str) -> bool:
    """Whether a line has any word by which what it names may be no time of its figures."""
    return any(form.search(line) for form in (_OTHER, _NEVER, _NOT_COUNTED, _ANOTHER))


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    not_counted, beside = _COUNTED_WORDS["not_counted"], _COUNTED_WORDS["beside_counted"]
    return not_counted, beside, GROUPS["neutral"] - {"and", "actual", "actuals", "to", "on"}


def is_not_counted(line: str, *, titled: bool = False) -> bool:
    """Whether a sheet's name, or a title with a date, says that its figures are targets, forecasts or a test.

    "Target by March 2025" is a line about a target, and "Caseloads against target" has counted figures.
    """
    not_counted, beside, neutral = _sets()
    plain = line.casefold()
    # Of most lines this alone tells.
    if not any(map(plain.__contains__, not_counted)):
        return False
    dates = _dates(line)
    if titled and (not dates or any(_BY.search(line[:start]) for start, _ in dates)):
        return False
    for start, end in dates:
        line = line[:start] + " " * (end - start) + line[end:]
    words = re.findall(r"[a-z]+|\d+", line.casefold())
    told = not_counted.intersection(words)
    if not told or not beside.isdisjoint(words):
        return False
    ends = not titled and words[-1] in not_counted
    return ends or all(word in not_counted or word in neutral or (not titled and word.isdigit()) for word in words)

"""What a file of published figures does not give, or gives under a heading that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loaders.files.cells import quoted, text
from loaders.problems import Problems
from loaders.releases.publishedhead import Published
from loaders.releases.publishedwords import MEASURE_OF, PLACE_OF, measure_key, plain
from model.benchmark import MEASURES

# A heading with all words of one of these, or the beginning of a word, may be that measure by another name.
_LIKE: Mapping[str, Sequence[tuple[str, ...]]] = {
    "caseload": (("caseload",), ("cases", "average"), ("cases", "per")),
    "vacancy_rate": (("vacan", "rate"),),
    "agency_rate": (("agency", "rate"),),
    "turnover_rate": (("turnover",), ("leav", "rate")),
    "absence_rate": (("absence", "rate"), ("sick", "rate")),
    "cases": (("cases",),),
    "case_holders_fte": (("holder", "fte"), ("holding", "fte")),
}
_OTHERS = ("headcount", "cover")


def say_lacking(found: Sequence[Published], problems: Problems) -> None:
    """Name each measure that no sheet gives while a column not read may be it; and a missing average caseload."""
    given = {each.measure for one in found for each in one.figures}
    if not given:
        return
    unread = [told for one in found for told in _unread(one)]
    for measure in MEASURES:
        like = [told for told in unread if measure not in given and _may_be(measure, told[2])]
        for sheet, place, heading in like[:1]:
            names = ", ".join(dict.fromkeys(quoted(other) for _, _, other in like))
            words = {"label": MEASURES[measure].label, "names": names, "called": quoted(measure)}
            problems.add("published_unknown", sheet=sheet, place=place, found=heading[:60], words=words)
        if measure == "caseload" and measure not in given and not like:
            problems.add("published_no_caseload", sheet=found[0].sheet.name)


def _unread(one: Published) -> Iterator[tuple[str, tuple[int, int], str]]:
    """The sheet, place and text of each heading that is none of a place and none of a measure."""
    known = {*one.places.values(), *(each.column for each in one.figures), *one.undated, *one.unnamed}
    for column, cell in enumerate(one.sheet.rows[one.row]):
        heading = text(cell) if isinstance(cell, str) else ""
        if (
            heading
            and column not in known
            and plain(heading) not in PLACE_OF
            and measure_key(heading) not in MEASURE_OF
        ):
            yield one.sheet.name, (one.row, column), heading


def _may_be(measure: str, heading: str) -> bool:
    words = measure_key(heading).split()
    if not words or any(word.startswith(other) for word in words for other in _OTHERS):
        return False
    return any(all(any(word.startswith(stem) for word in words) for stem in stems) for stems in _LIKE[measure])

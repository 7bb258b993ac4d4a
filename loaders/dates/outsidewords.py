"""What is said of a month that only what stands outside the table gives, or that nothing gives."""

from __future__ import annotations

from loaders.dates.monthlines import names_month_alone
from loaders.dates.months import bare_month, month_words
from loaders.dates.outside import Outside
from loaders.dates.periods import is_month_name
from loaders.dates.titlemonths import ends_month
from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.problems import Problems


def say_outside(found: Found, told: Outside, missing: str, problems: Problems) -> None:
    """Say that there is no month, with the code ``missing``, or that nothing near the figures gives it."""
    sheet, best = found.sheet.name, told.best
    if best is None and told.titles.is_open:
        words = {"one": quoted(told.titles.line, 60), "other": quoted(told.titles.other, 60)}
        problems.add("titles_disagree", sheet=sheet, words=words)
    elif best is None:
        problems.add(missing, sheet=sheet, hint=_hint(found, told))
    elif told.near or told.given:
        return
    elif told.period:
        line = quoted(told.period_from, 60)
        problems.add("month_from_period", sheet=sheet, line=line, month=month_words(best.month))
    elif told.file:
        of_day = told.file.day and not ends_month(told.file.day)
        code = "month_from_day_in_file_name" if of_day else "month_from_file_name"
        problems.add(code, sheet=sheet, month=month_words(best.month), of_month=best.month)
    else:
        problems.add("month_from_printing", sheet=sheet, month=month_words(best.month), of_month=best.month)


def _hint(found: Found, told: Outside) -> str:
    if not found.sheet.is_text and is_month_name(found.sheet.name):
        what = "a month" if bare_month(found.sheet.name) else "a part of a year"
        return f" The sheet’s name, {quoted(found.sheet.name)}, names {what} without its year."
    if line := next(filter(names_month_alone, found.titles), ""):
        return f" The line {quoted(line, 60)} names a month without its year."
    return f" The date beside the word {quoted(told.word)} is not taken for it." if told.word else ""

"""Which month the figures of a sheet are of, where the file does not surely say it: asked, for this file only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from loaders import SheetMonth
from model.words import month_words
from ui.session import Pending
from ui.text import plain, spoken

_FIRST_YEAR = 1990
_LEFT_OUT = "left out"


def ask(held: Pending) -> list[SheetMonth]:
    """A list of months for each sheet that is asked about, and what stands in each now: "" where none is chosen."""
    months = held.loaded.months
    if months:
        st.markdown("**Which month are these figures of?**")
        st.caption("This answer holds for this file only: the next file is of another month.")
    return [_row(one, held, number) for number, one in enumerate(months)]


def _row(one: SheetMonth, held: Pending, number: int) -> SheetMonth:
    options = [*_months(one.latest), *([] if one.alone else [_LEFT_OUT])]
    read_as = _option(one)
    if read_as and read_as not in options:
        options.append(read_as)
    chosen = st.columns([5, 4], gap="medium")[0].selectbox(
        spoken(_question(one)),
        options,
        index=options.index(read_as) if read_as else None,
        format_func=_words,
        placeholder="Choose the month, or type it, such as February 2013",
        key=_key(held, number),
    )
    return replace(one, month="" if chosen in (None, _LEFT_OUT) else chosen, left_out=chosen == _LEFT_OUT)


def _question(one: SheetMonth) -> str:
    if one.latest:
        name = date(2000, one.latest, 1).strftime("%B")
        why = "as you said" if one.how == "decided" else "its months have no year"
        return f"Sheet “{one.sheet}” – {why}; the latest of them is {name} of which year?"
    if one.how == "decided":
        return f"Sheet “{one.sheet}” – as you said"
    return f"Sheet “{one.sheet}” – {'it does not say' if one.must else 'it does not surely say; is it this?'}"


def to_choose(one: SheetMonth) -> str:
    """What to say where the button is pressed before a month is chosen."""
    return f"Choose the month of the sheet {plain(one.sheet)}."


def is_as_answered(held: Pending) -> bool:
    """Whether the file was read with the months that stand there now."""
    return all(
        st.session_state.get(_key(held, number), _option(one)) == _option(one)
        for number, one in enumerate(held.loaded.months)
    )


def _option(one: SheetMonth) -> str | None:
    return _LEFT_OUT if one.left_out else one.month or None


def _months(latest: int) -> list[str]:
    """The months from the next one back, as "2013-02"; those of one name where ``latest`` is its number."""
    today = date.today()
    last = today.year * 12 + today.month
    months = range(last, _FIRST_YEAR * 12 - 1, -1)
    return [f"{one // 12}-{one % 12 + 1:02d}" for one in months if latest in (0, one % 12 + 1)]


def _words(option: str) -> str:
    if option == _LEFT_OUT:
        return "Leave this sheet out"
    return month_words(date.fromisoformat(f"{option}-01"))


def _key(held: Pending, number: int) -> str:
    return f"month_of_sheet_{held.turn}_{number}"

"""What the columns of a file are: asked where the file leaves it open, decided by a person, remembered by the store."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from loaders import ColumnRead, Decision, Loaded, SheetMonth, noted
from loaders.mapping import decided_words, label_of
from loaders.words.vocabulary import choices
from model.words import count_words
from store import ColumnDecision
from ui import cached, upload_months
from ui.session import Pending, set_pending, uploaded
from ui.text import plain, spoken
from ui.upload_progress import read_watched

READ_AGAIN = "Read the file with these answers"
_MOST_ROWS = 60
_WIDTHS = (5, 4, 5)
# Fields that are taken for one another: a person who is asked about one looks for the others.
_FAMILIES = (
    ("allocated", "active", "children", "unallocated"),
    ("fte_case_holding", "fte_in_post", "fte_established", "fte", "headcount"),
)
_OF_LISTS = ("team", "worker")
_HOW = {"spelling": "known by its spelling", "decided": "as you decided", "not read": "not known"}


def read(
    file: UploadedFile,
    authority: str,
    decisions: Sequence[Decision] = (),
    turn: int = 0,
    months: Sequence[SheetMonth] = (),
) -> Pending:
    """Read a file with what this person and, for earlier files, the authority decided; it waits in the session.

    ``months`` is what this person said of sheets of this very file.
    """
    remembered = [
        Decision(one.heading, one.field, one.shape, one.nth, one.decided_on.isoformat())
        for one in (cached.store().column_decisions(authority) if authority else ())
    ]
    content, key, mapping = file.getvalue(), cached.worker_key(), [*decisions, *remembered]
    load, today = cached.READER.load, date.today()
    loaded = read_watched(
        file.name, lambda: load(content, file.name, worker_key=key, mapping=mapping, months=months, today=today)
    )
    held = Pending(noted(loaded), file.file_id, tuple(decisions), turn, _mark(key), tuple(months))
    set_pending(held)
    return held


def coded_anew(held: Pending, file: UploadedFile | None, authority: str) -> Pending | None:
    """The file as it can be kept: read again if its workers have codes by another secret than the database's.

    Before anything is kept each server has a secret of its own, and that of the first to keep something stays.
    """
    if held.coded_with == _mark(cached.worker_key()):
        return held
    if file is not None:
        return read(file, authority, held.decisions, held.turn + 1, held.months)
    if held.loaded.tables["worker_caseload"].empty:
        return held
    set_pending(None)
    st.warning(
        "Somebody kept the first figures meanwhile, and the codes for workers’ names with them. Upload it again."
    )
    return None


def _mark(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()


def to_keep(loaded: Loaded, today: date) -> list[ColumnDecision]:
    """The decisions that the file was read with, those made now under today's date.

    An answer that stood beside a question when the months were kept is one too: nobody is asked again next month.
    """
    return [
        ColumnDecision(one.shape, one.heading, one.nth, one.field, _day(one) or today)
        for place, one in enumerate(_once(loaded.columns))
        if one.how in ("decided", "remembered") or (one.question and not one.fixed and place < _MOST_ROWS)
    ]


def _day(column: ColumnRead) -> date | None:
    return date.fromisoformat(column.decided_on) if column.decided_on else None


def ask(held: Pending, authority: str) -> bool:
    """The file's months and columns, each as it is read, to be changed; whether nothing is left that must be answered.

    Months are asked about where the file does not surely say them. The columns with a question stand first and in the
    open, the others behind a click.
    """
    st.header(plain(held.loaded.file_name), anchor=False)
    columns = _once(held.loaded.columns)[:_MOST_ROWS]
    for column in columns:
        if column.how == "remembered":
            st.markdown(plain(decided_words(column)))
    asked = sorted((column for column in columns if column.question), key=lambda column: not column.must)
    others = [column for column in columns if not column.question]
    if asked or held.loaded.months:
        with st.container(border=True):
            _form(held, authority, asked, others)
            if asked and not any(column.must for column in asked):
                st.caption("If the months are kept as they are read now, these answers are remembered for later files.")
    elif others:
        with st.expander("How the columns were understood"):
            _form(held, authority, [], others)
    return not any(column.must for column in asked) and not any(one.must for one in held.loaded.months)


def _once(columns: Sequence[ColumnRead]) -> list[ColumnRead]:
    """Each heading once, however many sheets have it."""
    return list({column.key: column for column in reversed(columns)}.values())[::-1]


def is_as_answered(held: Pending) -> bool:
    """Whether the file was read with the answers that stand there now: none was changed since."""
    columns = _once(held.loaded.columns)[:_MOST_ROWS]
    if not upload_months.is_as_answered(held):
        return False
    return all(st.session_state.get(_key(column, held.turn), column.field) == column.field for column in columns)


def _form(held: Pending, authority: str, asked: Sequence[ColumnRead], others: Sequence[ColumnRead]) -> None:
    # No form of Streamlit's: that keeps what is changed in it to itself, and the old reading could be kept meanwhile.
    file = uploaded()
    months = upload_months.ask(held)
    if asked:
        each = "each is" if len(asked) > 1 else "it is"
        st.markdown(f"**{count_words(len(asked), 'column').capitalize()} to check: say what {each}**")
    chosen = _rows(held, asked)
    if (asked or months) and others:
        with st.expander("The other columns" if asked else "How the columns were understood"):
            chosen |= _rows(held, others)
    else:
        chosen |= _rows(held, others)
    pressed = st.button(
        READ_AGAIN,
        key=f"columns_{held.turn}",
        type="primary" if asked or any(one.how == "asked" for one in months) else "secondary",
        disabled=file is None,
    )
    if file is None:
        st.caption("To change an answer, upload the file again: nothing of it is held while you are elsewhere.")
    elif pressed:
        _read_again(held, authority, file, chosen, months)


def _rows(held: Pending, columns: Sequence[ColumnRead]) -> dict[ColumnRead, str | None]:
    sheets = held.loaded.columns
    lists = {one.sheet for one in sheets if one.fixed}
    return {
        column: _row(column, sum(one.key == column.key for one in sheets) - 1, held.turn, column.sheet in lists)
        for column in columns
    }


def _row(column: ColumnRead, more: int, turn: int, in_list: bool) -> str | None:
    """One column: where it stands, some of its values, and what it is; ``None`` while that is to be chosen."""
    heading, values, choice = st.columns(_WIDTHS, gap="medium", vertical_alignment="center")
    also = f" and {count_words(more, 'more sheet')}" if more else ""
    how = f"; {_how(column)}" if column.how == "likeness" or not column.question else ""
    where = plain(f"{column.sheet}, cell {column.cell}{also}{how}")
    heading.markdown(f"**{plain(column.heading)}**  \n:small[{where}]")
    values.caption(plain(", ".join(column.samples)) if column.samples else "values not shown")
    if column.fixed:
        choice.caption("Not used, and not kept")
        return column.field
    options = _options(column, in_list)
    is_open = column.must and column.field
    return choice.selectbox(
        spoken(f"“{column.heading}” – {column.question}" if column.question else f"What “{column.heading}” is"),
        options,
        index=None if is_open else options.index(column.field),
        format_func=label_of,
        placeholder="Choose what it is",
        label_visibility="visible" if column.question else "collapsed",
        key=_key(column, turn),
    )


def _options(column: ColumnRead, in_list: bool) -> list[str]:
    """What a column can be, what it most likely is first; ``in_list`` says that it is of a list of children."""
    near = next((family for family in _FAMILIES if column.field in family), _OF_LISTS if in_list else ())
    return [*dict.fromkeys([*near, *choices(), *filter(None, [column.field])]), ""]


def _key(column: ColumnRead, turn: int) -> str:
    return f"column_{turn}_{column.shape}_{column.cell}_{column.nth}"


def _how(column: ColumnRead) -> str:
    if column.fixed:
        return "a child’s own"
    if column.how == "likeness":
        return f"known by its likeness, {column.percent}% alike"
    if column.how == "remembered":
        return "as decided before"
    return _HOW[column.how]


def _read_again(
    held: Pending,
    authority: str,
    file: UploadedFile,
    chosen: dict[ColumnRead, str | None],
    months: Sequence[SheetMonth],
) -> None:
    if open_ := next((one for one in months if not (one.month or one.left_out)), None):
        st.warning(upload_months.to_choose(open_))
        return
    missing = [column.heading for column, field in chosen.items() if field is None]
    if missing:
        st.warning(f"Choose what {plain(missing[0])} is.")
        return
    new = [
        column.decided(field)
        for column, field in chosen.items()
        if field is not None and (column.question or field != column.field)
    ]
    keys = {(one.shape, one.heading, one.nth) for one in new}
    before = [one for one in held.decisions if (one.shape, one.heading, one.nth) not in keys]
    read(file, authority, [*new, *before], held.turn + 1, months)
    st.rerun()

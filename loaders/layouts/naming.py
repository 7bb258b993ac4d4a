"""The tables of a sheet once every heading is known that can be: by its spelling, a person's decision, its likeness.

The tables are looked for twice. What the first look leaves open is decided heading by heading; each heading so decided
is put as what it means in the sheet that the second look goes over. The figures are read from the sheet as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.areas.teamnames import without_answered
from loaders.files.cells import text
from loaders.files.grid import Place, Sheet, cell_name
from loaders.layouts.alikesheets import tables_of_sheets
from loaders.layouts.calledsheets import called_tables, is_of_team, is_of_whole
from loaders.layouts.candidates import likely_table
from loaders.layouts.found import Found
from loaders.layouts.header import CHILD, FIGURES, LONG, TEAM, WORKER
from loaders.layouts.kinds import holds_kind
from loaders.layouts.measures import forms_of
from loaders.layouts.secondlook import look_again
from loaders.mapping import ColumnRead, Decided, Decision, How, heading_key, shape_of
from loaders.samples import samples_of
from loaders.words.likeness import alike
from loaders.words.vocabulary import MEANINGS, is_childs_own

_MOST_COLUMNS = 80
# The values shown, by a table's kind and shape, then by heading and which of its like.
_Shown = dict[tuple[str, str], dict[tuple[str, int], tuple[str, ...]]]


@dataclass(frozen=True)
class Heading:
    """One heading of a table: where it stands in the file, its column in the table, and what it goes by."""

    place: Place
    column: int
    told: str
    shape: str
    nth: int


@dataclass(frozen=True)
class Known:
    """What a heading was found to be, by its spelling unless more is said."""

    field: str
    percent: int | None = None
    decision: Decision | None = None

    @property
    def how(self) -> How:
        """How it is known."""
        if self.decision:
            return "remembered" if self.decision.decided_on else "decided"
        if self.percent:
            return "likeness"
        return "spelling" if self.field else "not read"


def named_tables(sheets: Sequence[Sheet], decided: Decided) -> tuple[list[Found], list[ColumnRead]]:
    """The tables of the sheets by all that is known of their headings, and every column of theirs.

    Where no sheet has a table that holds teams, the columns are those of the likeliest headings.
    """
    first = tables_of_sheets(sheets)
    called: dict[str, list[Found]] = {}
    if not any(one.header.table in (TEAM, WORKER, CHILD, LONG) for _, found in first for one in found):
        called = called_tables(sheets)
        likely = (
            {}
            if called
            else {sheet.name: table for sheet, found in first if not found and (table := likely_table(sheet))}
        )
    else:
        likely = {}
    found: list[Found] = []
    columns: list[ColumnRead] = []
    # Tables with the same headings are a person's one question: the first of them shows its values.
    shown: _Shown = {}
    for sheet, tables in first:
        if called:
            of_sheet, read = _called_sheet(sheet, tables, called.get(sheet.name), decided, shown)
            found, columns = [*found, *of_sheet], [*columns, *read]
            continue
        of_sheet, read = _named_sheet(sheet, tables, likely.get(sheet.name), decided, shown)
        found += of_sheet
        columns += read
    return found, columns


def _called_sheet(
    sheet: Sheet, first: list[Found], called: list[Found] | None, decided: Decided, shown: _Shown
) -> tuple[list[Found], list[ColumnRead]]:
    """The tables of a sheet, where sheets are called by what their tables lack; beside them only that of all is one."""
    if not called:
        return (first if is_of_whole(sheet) else []), []
    if not is_of_team(called[0]):
        return called, []
    found, columns = _named_sheet(called[0].sheet, called, None, decided, shown)
    return [replace(one, shape=called[0].shape, remarks=called[0].remarks) for one in found], columns


def _named_sheet(
    sheet: Sheet, first: list[Found], likely: Found | None, decided: Decided, shown: _Shown
) -> tuple[list[Found], list[ColumnRead]]:
    looked_at = first or ([likely] if likely else [])
    texts: dict[Place, Heading] = {}
    known: dict[Place, Known] = {}
    spelt: dict[Place, str] = {}
    headings = [headings_of(one) for one in looked_at]
    for one, its in zip(looked_at, headings, strict=True):
        fields = fields_of(one)
        for heading in its:
            texts[heading.place] = heading
            spelt[heading.place] = fields.get(heading.column, "")
        known.update(_known(one, its, fields, decided))
    changed = {place: what for place, what in known.items() if what.field != spelt[place]}
    found = first
    if changed:
        told = {place: heading.told for place, heading in texts.items()}
        meant = {place: what.field for place, what in changed.items()}
        found = look_again(sheet, told, meant, everywhere=any(one.shape for one in looked_at))
    if changed and found:
        looked_at, headings = found, [headings_of(one) for one in found]
    read = [
        column
        for one, its in zip(looked_at, headings, strict=True)
        for column in _columns(one, its, texts, known, shown)
    ]
    answered = {place for place, what in known.items() if what.decision}
    return [without_answered(one, answered) for one in found], read


def headings_of(found: Found) -> list[Heading]:
    """The headings of a table that somebody typed, with where each stands in the file."""
    header, sheet = found.header, found.sheet
    told = [
        (sheet.true((header.last, column)), column, heading)
        for column, heading in header.headings.items()
        if heading and (not found.shape or _is_measure(found, column, heading))
    ][:_MOST_COLUMNS]
    shape = shape_of(heading for _, _, heading in told)
    seen: dict[str, int] = {}
    headings = []
    for place, column, heading in told:
        nth = seen[heading_key(heading)] = seen.get(heading_key(heading), 0) + 1
        headings.append(Heading(place, column, heading, shape, nth))
    return headings


def _is_measure(found: Found, column: int, heading: str) -> bool:
    """Whether a column of a table laid flat has a cell that says what it holds; its teams and months have none."""
    field = fields_of(found).get(column)
    if field and field not in FIGURES:
        return False
    own = text(found.sheet.at(*found.sheet.true((found.header.last, column))))
    # Its section may stand before it.
    return own == heading or (bool(own) and own in heading)


def fields_of(found: Found) -> dict[int, str]:
    """The column of the vocabulary that each of a table's columns is read as, but for those read as none."""
    header = found.header
    named = {column: name for name, column in reversed((*header.columns.items(), *header.doubled))}
    return named | dict.fromkeys(header.parts, "part")


def _known(
    found: Found, headings: Sequence[Heading], fields: Mapping[int, str], decided: Decided
) -> Iterator[tuple[Place, Known]]:
    """What is known of a table's headings beside their spelling."""
    alikes: dict[str, list[tuple[Place, Known]]] = {}
    for heading in headings:
        decision = decided.about(heading.shape, heading.told, heading.nth)
        if _is_fixed(found, heading):
            continue
        if decision:
            yield heading.place, Known(decision.field, decision=decision)
        elif heading.column not in fields and (like := _alike(found, heading)):
            alikes.setdefault(like.field, []).append((heading.place, like))
    # Two columns that are like the same thing: neither is taken.
    yield from (same[0] for same in alikes.values() if len(same) == 1)


def _is_fixed(found: Found, heading: Heading) -> bool:
    """Whether a column is a child's own, which nobody can make a team or a worker."""
    return found.header.table == CHILD and is_childs_own(heading.told)


def _alike(found: Found, heading: Heading) -> Known | None:
    """What a heading is like; one that has a column already, or values of another kind, is left to the person.

    So is any of a list of children, where a mistyped "Full name" would be the worker's.
    """
    if found.header.table == CHILD:
        return None
    forms = forms_of(heading.told) if found.shape else [heading.told]
    like = next((like for form in forms if (like := alike(form))), None)
    if like is None or like.field in found.header.columns:
        return None
    return Known(like.field, like.percent) if holds_kind(found, heading.column, MEANINGS[like.field].kind) else None


def _columns(
    found: Found,
    headings: Sequence[Heading],
    texts: Mapping[Place, Heading],
    known: Mapping[Place, Known],
    shown: _Shown,
) -> Iterator[ColumnRead]:
    # The shape is that of the first look: it is what the next file's first look finds.
    shape = texts[headings[0].place].shape if headings and headings[0].place in texts else ""
    samples = shown.setdefault((found.header.table, shape), {})
    if not samples:
        of_columns = samples_of(found, [heading.column for heading in headings])
        samples.update({(one.told, one.nth): of_columns[one.column] for one in headings})
    fields = fields_of(found)
    for own in headings:
        heading = texts.get(own.place, own)
        fixed = _is_fixed(found, own)
        field = "" if fixed else fields.get(own.column, "")
        what = known.get(own.place)
        if what is None or what.field != field:
            what = Known(field)
        yield ColumnRead(
            found.sheet.name,
            cell_name(*own.place),
            own.told,
            field,
            what.how,
            heading.shape,
            heading.nth,
            what.percent,
            what.decision.decided_on if what.decision else "",
            samples.get((own.told, own.nth), ()),
            fixed=fixed,
        )

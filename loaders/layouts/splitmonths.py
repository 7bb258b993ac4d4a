"""A heading over the same figure of several months: the one of the table's own month is read."""

from __future__ import annotations

from dataclasses import replace

from loaders.dates.datewords import first_said
from loaders.dates.months import in_name, in_title
from loaders.files.cells import quoted
from loaders.layouts.found import Found, Remark


def with_own_month(found: Found) -> Found:
    """The table with the column of its month for each heading that stands over several, as its title or sheet has it.

    "Allocated" over "Sep-24" and "Oct-24" in a table of October; the other months are not read.
    """
    header = found.header
    when = header.splits and (first_said(found.titles) or in_name(found.sheet.name, found.sheet.among))
    if not when:
        return found
    columns, splits, remarks = dict(header.columns), [], []
    for split in header.splits:
        months = {column: said.month for column in split.columns if (said := in_title(header.headings[column]))}
        own = [column for column, month in months.items() if month == when.month]
        if len(set(months.values())) < 2 or len(own) != 1 or split.name in columns:
            splits.append(split)
            continue
        columns[split.name] = own[0]
        words = {"group": quoted(split.group), "heading": quoted(header.headings[own[0]])}
        remarks.append(Remark("month_of_several", (header.last, own[0]), words))
    header = replace(header, columns=columns, splits=tuple(splits))
    return replace(found, header=header, remarks=(*found.remarks, *remarks)) if remarks else found

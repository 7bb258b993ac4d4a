"""Add a month: read a spreadsheet, check it, compare it, keep it, undo it."""

import streamlit as st

from ui import (
    team_names,
    to_check,
    upload_changes,
    upload_columns,
    upload_history,
    upload_kinds,
    upload_steps,
    upload_years,
)
from ui.view import council

st.title("Add a month", anchor=False)
authority = upload_steps.council()
held = upload_steps.pick_file(authority)
answered = held is None or upload_columns.ask(held, authority)

if held:
    upload_history.say_if_kept_before(authority, held.loaded.sha256)
    to_say = st.container()
else:
    upload_steps.show_what_was_kept(council().version)
    upload_years.say_where_drawn(authority)
if held and not answered:
    with to_say:
        upload_steps.show_problems(held.loaded)
    st.markdown("Answer what is asked above; before that nothing of this file is kept.")
    upload_steps.offer_to_put_aside()
elif held and (
    held.loaded.stopped or not (upload_years.has_months(held.loaded) or upload_years.has_years(held.loaded))
):
    with to_say:
        upload_steps.show_problems(held.loaded)
    st.markdown("Nothing of this file was kept. Put right what is named above, save the file and upload it again.")
    upload_steps.offer_to_put_aside()
elif held:
    st.header("What was understood", anchor=False)
    understood = st.container()
    names = team_names.ask(authority, council().version, held.loaded)
    settings = upload_kinds.settings_of(authority, council().version, names)
    kinds = upload_kinds.ask(settings, held.loaded, names)
    with understood:
        if upload_years.has_months(held.loaded):
            upload_steps.preview(held.loaded, upload_kinds.changed(settings, kinds, names), names)
        upload_years.preview(authority, held.loaded)
    with to_say:
        upload_steps.show_problems(held.loaded, names)
    st.header("What would change", anchor=False)
    comparisons = upload_changes.compare(authority, held.loaded, names.all)
    if comparisons is None:
        upload_steps.offer_to_put_aside()
    else:
        replaced = upload_changes.show_comparison(comparisons, held.loaded)
        upload_kinds.say_of_kept_months(authority, council().version, kinds, names)
        to_check.show_beside_kept(authority, council().version, held.loaded, names)
        years_replaced = upload_years.show_comparison(upload_years.compare(authority, held.loaded))
        upload_steps.keep(authority, held, replaced, council().version, names, years_replaced, kinds)
upload_history.show_uploads(authority)

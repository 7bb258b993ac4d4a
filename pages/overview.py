"""How does the service stand this month?"""

import streamlit as st

from model import findings
from ui import caseload_exhibits, change_exhibit, exhibit, headline, kind_notice, service_headlines, to_check
from ui.text import plain
from ui.view import current

view = current()

st.title(plain(findings.overview(view.now)), anchor=False)
kind_notice.show(view)
kind_notice.say_what_the_optimum_is(view)
headline.show(service_headlines.headlines(view), view.style)

teams, change = st.columns([5, 3], gap="large")
# Beside the change there is room for the bars, not for a table of twelve columns.
beneath = st.container()
with teams:
    exhibit.show(caseload_exhibits.by_team(view), table=beneath, of=" of the teams")
with change:
    why = change_exhibit.why_it_moved(view)
    if why:
        exhibit.show(why)
    else:
        st.caption(plain(change_exhibit.why_not(view)))
to_check.show_of_month(view)

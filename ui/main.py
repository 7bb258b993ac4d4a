"""The main script: page settings, the menu, the choices all pages share, then the page that was chosen."""

import streamlit as st

from store import StoreError
from ui import choices, view
from ui.navigation import FAVICON, entry, pages, wordmark
from ui.session import take_message
from ui.text import plain

st.logo(wordmark(view.style().accent), size="large")
page = st.navigation(pages(), position="top")
st.set_page_config(page_title=f"{page.title} – Headroom", page_icon=FAVICON, layout="wide")
message = take_message()
if message:
    st.toast(message, icon=":material/check:")
choices.begin(of_a_month=entry(page.url_path).of_a_month)
try:
    page.run()
except StoreError as error:
    # Whatever the page was about to ask the store: what happened is said, and nothing is lost.
    st.error(plain(error))

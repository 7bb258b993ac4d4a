"""The main script: page settings, the menu, then the page that was chosen."""

import streamlit as st

from ui.navigation import FAVICON, pages, wordmark
from ui.session import take_message
from ui.view import style

st.set_page_config(page_title="Headroom", page_icon=FAVICON, layout="wide")
st.logo(wordmark(style().accent), size="large")
page = st.navigation(pages(), position="top")
message = take_message()
if message:
    st.toast(message, icon=":material/check:")
page.run()

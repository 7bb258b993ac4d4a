"""What a person sees while a file is read: nothing new for a second, then how long it has taken and may take."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait

import streamlit as st

from loaders import Loaded
from model.words import count_words
from ui.text import plain

# How often it is said how long it has taken. Whoever turns to another page meanwhile waits no longer than this.
EVERY_SECONDS = 1.0


def read_watched(name: str, load: Callable[[], Loaded]) -> Loaded:
    """Do ``load``, which calls nothing of Streamlit's, and tell how it goes; what it raises is raised."""
    shown = plain(name)
    with st.status(f"Reading {shown}", expanded=False) as status:
        aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        started = time.monotonic()
        reading = aside.submit(load)
        aside.shutdown(wait=False)
        while not wait([reading], timeout=EVERY_SECONDS).done:
            seconds = count_words(int(time.monotonic() - started), "second")
            status.update(label=f"Reading {shown}: {seconds} so far. The largest files take half a minute.")
        loaded = reading.result()
        status.update(label=f"Read {shown}", state="error" if loaded.stopped else "complete")
    return loaded

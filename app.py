"""The front door. Start with: streamlit run app.py."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.file_util import get_static_dir

from server.compression import Assets, CompressedAssets
from server.failure import explain
from server.gate import Gate
from server.headers import SecurityHeaders, content_security_policy
from server.preload import Preload, chart_link
from server.warmup import lifespan_with

static = Path(get_static_dir())
assets = Assets(static)

app = st.App(
    "ui/main.py",
    lifespan=lifespan_with(assets),
    on_script_error=explain,
    middleware=[
        Middleware(SecurityHeaders, policy=content_security_policy(static / "index.html")),
        Middleware(Gate),
        Middleware(CompressedAssets, assets=assets),
        Middleware(Preload, link=chart_link(static / "manifest.json")),
    ],
)

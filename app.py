"""The front door. Start with: streamlit run app.py."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.file_util import get_static_dir

from server.compression import Assets, CompressedAssets
from server.gate import Gate
from server.headers import SecurityHeaders, content_security_policy
from server.lifespan import lifespan_with
from server.preload import Preload, chart_link
from ui.failure import explain
from ui.warmup import show_in_browser, warm_pages

static = Path(get_static_dir())
assets = Assets(static)
base_path = st.get_option("server.baseUrlPath")

app = st.App(
    "ui/main.py",
    lifespan=lifespan_with(assets, warm=warm_pages, opened=show_in_browser),
    on_script_error=explain,
    middleware=[
        Middleware(SecurityHeaders, policy=content_security_policy(static / "index.html")),
        Middleware(Gate, base_path=base_path, allowed_origins=st.get_option("server.corsAllowedOrigins")),
        Middleware(CompressedAssets, assets=assets, base_path=base_path),
        Middleware(Preload, link=chart_link(static / "manifest.json")),
    ],
)

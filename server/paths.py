"""A request's path as Headroom sees it, whatever a proxy puts in front."""

from __future__ import annotations

import streamlit as st
from starlette.types import Scope


def route(scope: Scope) -> str:
    """The path of a request below server.baseUrlPath and below the proxy's own prefix."""
    path: str = scope.get("path", "")
    for prefix in (scope.get("root_path", ""), st.get_option("server.baseUrlPath")):
        path = _below(path, f"/{(prefix or '').strip('/')}")
    return path


def _below(path: str, prefix: str) -> str:
    if prefix == "/":
        return path
    if path == prefix:
        return "/"
    return path.removeprefix(prefix) if path.startswith(f"{prefix}/") else path

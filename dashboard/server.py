"""The server: the dashboard, and beside it the pages of the phones of a live class, for this machine only.

`streamlit run dashboard/app.py` starts the dashboard alone.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402
from starlette.middleware.trustedhost import TrustedHostMiddleware  # noqa: E402

from dashboard.classroom.live.routes import ROUTES  # noqa: E402
from dashboard.headers import SafeHeaders  # noqa: E402

# A page of an attacker whose name is made to lead to this machine gets no answer (DNS rebinding).
HOSTS = [*st.get_option("server.allowedHosts")]
app = st.App(
    str(ROOT / "dashboard" / "app.py"),
    routes=ROUTES,
    middleware=[Middleware(SafeHeaders), Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False)],
)

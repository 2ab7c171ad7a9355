"""Entry script: page set-up, sidebar, navigation."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402

from dashboard import tour  # noqa: E402
from dashboard.classroom import lecture  # noqa: E402
from dashboard.collect import menu_title  # noqa: E402
from dashboard.frame import page_frame  # noqa: E402
from dashboard.pages import PAGES  # noqa: E402


def main() -> None:
    """Lay out the menu and run the chosen page."""
    st.set_page_config(
        page_title="Parallax",
        page_icon=str(ROOT / "dashboard" / "icon.png"),
        layout="wide",
        initial_sidebar_state="auto",
    )
    sections: dict[str, list] = {}
    for page in PAGES.values():
        entry = st.Page(
            page.file,
            title=menu_title(page),
            icon=f":material/{page.icon}:",
            url_path=page.name,
            default=page.name == "overview",
            visibility="hidden" if page.hidden else "visible",
        )
        sections.setdefault(page.section, []).append(entry)
    chosen = st.navigation(sections, expanded=True)
    page_frame()
    lecture.begin()
    tour.show(chosen.url_path or "overview")
    chosen.run()
    lecture.end()


main()

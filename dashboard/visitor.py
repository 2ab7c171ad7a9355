"""What is known of the visitor's screen."""

import streamlit as st


def theme_name() -> str:
    """The theme the visitor sees: "light" or "dark"."""
    return st.context.theme.type or "light"

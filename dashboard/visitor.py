"""What is known of the visitor: the screen, and whether it is this machine's."""

import streamlit as st

from .classroom.live.addresses import addresses


def theme_name() -> str:
    """The theme the visitor sees: "light" or "dark"."""
    return st.context.theme.type or "light"


def at_this_machine() -> bool:
    """Is this the screen of the machine that runs the dashboard? In a class room it is the teacher's."""
    address = st.context.ip_address
    # Streamlit tells no address of its own machine.
    return address is None or address in addresses()

"""The controls of the pages: each writes its value into the address, and says so when the address asks for nonsense."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import AnalysisError, Corpus, stop_list_names

from . import cache, state
from .exhibits.word_list import WordList
from .words import escape_markdown

SEARCH_HELP = (
    "`trust deficit` a phrase · `cooperat*` any ending · `wom?n` one letter · `crisis|crises` either · "
    "`/globali[sz].*/` a regular expression · `@United States` a family of variants"
)
# Pills show all choices at once; longer lists get a menu.
MANY = 12


def text(
    place: DeltaGenerator, label: str, default: str, key: str, *, help: str | None = SEARCH_HELP, placeholder: str = ""
) -> str:
    """A line of text, a search unless `help` says otherwise."""
    return place.text_input(label, default, key=key, help=help, placeholder=placeholder, max_chars=500, **state.SHARED)


def number(place: DeltaGenerator, label: str, low: int, high: int, default: int, key: str) -> int:
    """A whole number from low to high."""
    _heed(
        place, label, key, lambda asked: asked.lstrip("-").isdigit() and low <= int(asked) <= high, f"{low} to {high}"
    )
    return place.slider(label, low, high, default, key=key, **state.SHARED)


def switch(place: DeltaGenerator, label: str, default: bool, key: str, *, help: str | None = None) -> bool:
    """Yes or no."""
    _heed(place, label, key, lambda asked: asked.lower() in ("true", "false"), "true or false")
    return place.toggle(label, default, key=key, help=help, **state.SHARED)


def choice(
    place: DeltaGenerator,
    label: str,
    options: Sequence[str],
    key: str,
    *,
    default: str | None = None,
    names: Mapping[str, str] | None = None,
    menu: bool = False,
) -> str:
    """One of `options`, shown by `names`. `menu`: as a drop-down menu, which long lists are anyway."""
    options, named = list(options), (lambda option: (names or {}).get(option, str(option)))
    default = options[0] if default is None else default
    _heed(place, label, key, {named(option) for option in options}.__contains__, ", ".join(map(named, options)))
    shared = {"key": key, "format_func": named, **state.SHARED}
    if menu or len(options) > MANY:
        return place.selectbox(label, options, index=options.index(default), **shared)
    return place.segmented_control(label, options, default=default, required=True, **shared)


def choices(
    place: DeltaGenerator, label: str, names: Mapping[str, str], key: str, *, default: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Some of the keys of `names`, in their order, whatever the order of the clicks."""
    options = {"options": list(names), "default": list(names) if default is None else list(default), "key": key}
    _heed(place, label, key, set(names.values()).__contains__, ", ".join(names.values()))
    if len(names) > MANY:
        chosen = place.multiselect(label, format_func=names.get, **options, **state.SHARED)
    else:
        chosen = place.pills(label, selection_mode="multi", format_func=names.get, **options, **state.SHARED)
    return tuple(option for option in names if option in chosen)


def word_list(corpus: Corpus, key: str, *, stop_list: str = "en", minimum_count: int | None = 3) -> dict[str, object]:
    """Stop list, edits to it and minimum count, with their effect in words; as options of an exhibit with a WordList.

    The edits are the same on every page. minimum_count: None where rare words change nothing, so it is not asked for.
    """
    state.keep(state.DROP)
    state.keep(state.KEEP)
    button, told = st.columns([1, 3], vertical_alignment="center")
    place = button.popover("Words left out", icon=":material/filter_alt:", width="stretch")
    names = {"none": "none: every word counts", "en": "English function words"}
    chosen = {
        "stop_list": choice(
            place, "Leave out the words of this list", stop_list_names(), f"{key}_stop", default=stop_list, names=names
        ),
        "drop": text(place, "Leave out besides", "", state.DROP, help=None, placeholder="china, united, states"),
        "keep": text(place, "Keep all the same", "", state.KEEP, help=None, placeholder="we, our, must"),
        "minimum_count": 1
        if minimum_count is None
        else number(place, "At least so often in all texts", 1, 20, minimum_count, f"{key}_min"),
    }
    told.caption(cache.word_list_effect(corpus, WordList(**chosen)))
    return chosen


def _heed(place: DeltaGenerator, label: str, key: str, valid: Callable[[str], bool], allowed: str) -> None:
    """Say what the address asks for in vain; Streamlit then shows the usual value and mends the address."""
    wrong = [asked for asked in st.query_params.get_all(key) if asked and not valid(asked)]
    if wrong:
        place.warning(
            escape_markdown(f"The address asks for “{wrong[0][:60]}” at “{label}”, which can be {allowed[:200]}."),
            icon=":material/link_off:",
        )


def complain(error: AnalysisError) -> None:
    """What the analysis refuses, in its own words."""
    st.info(escape_markdown(str(error)), icon=":material/info:")

"""The controls of the pages: each writes its value into the address, and says so when the address asks for nonsense."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import AnalysisError, Corpus
from analysis.topics import METHODS

from . import cache, state
from .exhibits.events import fits, offered
from .exhibits.terms import families
from .exhibits.word_list import WordList, stop_lists
from .words import escape_markdown, reads_as_markup, whole_number

SEARCH_HELP = (
    "`trust deficit` a phrase · `cooperat*` any ending · `wom?n` one letter · `crisis|crises` either · "
    "`/globali[sz].*/` a regular expression · `@United States` a family of variants"
)
WORD_LIST_HELP = (
    "Different words: each is counted once, however often it comes. Stop words are those that every text needs, such "
    "as *the* and *of*; the per cent say how much of the running text they make."
)
SEED_HELP = "Where the computer begins to draw by chance. The same number gives the same topics again."
# Buttons show all choices at once; longer lists and longer names get a menu.
MANY = 12
LONGEST_BUTTON = 60
LONGEST_LINE, LONGEST_LINES = 500, 1000
_NOTHING = object()


def text(
    place: DeltaGenerator, label: str, default: str, key: str, *, help: str | None = SEARCH_HELP, placeholder: str = ""
) -> str:
    """A line of text, a search unless `help` says otherwise."""
    _restore(place, label, key, default, lambda value: isinstance(value, str) and len(value) <= LONGEST_LINE)
    return place.text_input(
        label, default, key=key, help=help, placeholder=placeholder, max_chars=LONGEST_LINE, **state.SHARED
    )


def number(place: DeltaGenerator, label: str, low: int, high: int, default: int, key: str) -> int:
    """A whole number from low to high."""
    _restore(place, label, key, default, lambda value: type(value) is int and low <= value <= high)
    _heed(place, label, key, lambda asked: _between(asked, low, high), f"{low} to {high}")
    return place.slider(label, low, high, default, key=key, **state.SHARED)


def whole(
    place: DeltaGenerator, label: str, low: int, high: int, default: int, key: str, *, help: str | None = None
) -> int:
    """A whole number out of so many that it is typed."""
    _restore(place, label, key, default, lambda value: type(value) is int and low <= value <= high)
    _heed(place, label, key, lambda asked: _between(asked, low, high), f"{low} to {high}")
    return place.number_input(label, low, high, default, key=key, help=help, **state.SHARED)


def _between(asked: str, low: int, high: int) -> bool:
    number = whole_number(asked)
    return number is not None and low <= number <= high


def lines(place: DeltaGenerator, label: str, key: str, *, placeholder: str, help: str | None = None) -> str:
    """Some lines of text."""
    _restore(place, label, key, "", lambda value: isinstance(value, str) and len(value) <= LONGEST_LINES)
    return place.text_area(
        label, "", key=key, help=help, placeholder=placeholder, height=100, max_chars=LONGEST_LINES, **state.SHARED
    )


def switch(place: DeltaGenerator, label: str, default: bool, key: str, *, help: str | None = None) -> bool:
    """Yes or no."""
    _restore(place, label, key, default, lambda value: isinstance(value, bool), lambda value: str(value).lower())
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
    _restore(place, label, key, default, options.__contains__, named)
    _heed(place, label, key, {named(option) for option in options}.__contains__, ", ".join(map(named, options)))
    shared = {"key": key, "format_func": named, **state.SHARED}
    if menu or not _fit_buttons([named(option) for option in options]):
        return place.selectbox(label, options, index=options.index(default), **shared)
    return place.segmented_control(label, options, default=default, required=True, wrap=True, **shared)


def choices(
    place: DeltaGenerator,
    label: str,
    names: Mapping[str, str],
    key: str,
    *,
    default: Sequence[str] | None = None,
    placeholder: str | None = None,
) -> tuple[str, ...]:
    """Some of the keys of `names`, in their order, whatever the order of the clicks."""
    options = {"options": list(names), "default": list(names) if default is None else list(default), "key": key}
    _restore(
        place, label, key, options["default"],
        lambda value: isinstance(value, list) and all(option in options["options"] for option in value),
        lambda value: [names[option] for option in value],
    )  # fmt: skip
    _heed(place, label, key, set(names.values()).__contains__, ", ".join(names.values()))
    if not _fit_buttons(list(names.values())):
        chosen = place.multiselect(label, format_func=names.get, placeholder=placeholder, **options, **state.SHARED)
    else:
        chosen = place.pills(label, selection_mode="multi", format_func=names.get, **options, **state.SHARED)
    return tuple(option for option in names if option in chosen)


def _fit_buttons(names: Sequence[str]) -> bool:
    """Can all choices be shown at once? Buttons read their words as Markdown; a menu shows any name as typed."""
    return len(names) <= MANY and not any(len(name) > LONGEST_BUTTON or reads_as_markup(name) for name in names)


def word_list(corpus: Corpus, key: str, *, stop_list: str = "en", minimum_count: int | None = 3) -> dict[str, object]:
    """Stop list, edits to it and minimum count, with their effect in words; as options of an exhibit with a WordList.

    stop_list: the usual one; English stands for that of the texts' language. minimum_count: None where rare words
    change nothing, so it is not asked for. The edits are the same on every page.
    """
    state.keep(state.DROP)
    state.keep(state.KEEP)
    button, told = st.columns([1, 3], vertical_alignment="center")
    place = button.popover("Words left out", icon=":material/filter_alt:", width="stretch")
    names = stop_lists(corpus)
    default = corpus.stop_list if stop_list == "en" else stop_list
    chosen = {
        "stop_list": choice(
            place, "Leave out the words of this list", list(names), f"{key}_stop", default=default, names=names
        ),
        "drop": text(place, "Leave out besides", "", state.DROP, help=None, placeholder="china, united, states"),
        "keep": text(place, "Keep all the same", "", state.KEEP, help=None, placeholder="we, our, must"),
        "minimum_count": 1
        if minimum_count is None
        else number(place, "At least so often in all texts", 1, 20, minimum_count, f"{key}_min"),
    }
    told.caption(cache.word_list_effect(corpus, WordList(**chosen)), help=WORD_LIST_HELP)
    return chosen


def families_menu(place: DeltaGenerator, key: str) -> tuple[str, ...]:
    """Families of expressions from a menu, as they would be typed."""
    names = {f"@{name}": name for name in families()}
    return choices(place, "Add families of words", names, key, default=(), placeholder="Choose")


def topic_model() -> dict[str, object]:
    """Number of topics, model and seed, as options of an exhibit of topics; the same on every page."""
    places, names = st.columns(3), {name: name.upper() for name in METHODS}
    for key in ("topics_k", "topics_model", "topics_seed"):
        state.keep(key)
    return {
        "n_topics": number(places[0], "Number of topics", 2, 15, 8, "topics_k"),
        "method": choice(places[1], "Model", list(METHODS), "topics_model", default="nmf", names=names),
        "seed": whole(places[2], "Seed of the random start", 0, 9999, 0, "topics_seed", help=SEED_HELP),
    }


def topic_names(corpus: Corpus, model: Mapping[str, object]) -> dict[str, str]:
    """The topics of a model by number, for a menu. AnalysisError where the corpus is too small for it."""
    labels = cache.exhibit(corpus, "topic_words", **model).table.drop_duplicates("topic")
    return {str(row.topic): row.label for row in labels.itertuples()}


def time_axis(places: Sequence[DeltaGenerator], whole_corpus: Corpus, key: str) -> dict[str, object]:
    """Whether the dots of a time axis are joined, and which events stand over it; as options of an exhibit with a
    TimeAxis. places: three."""
    joined, shown, button = places
    help = "Also across the empty years, of which nothing is known."
    chosen = {"connect": switch(joined, "Join the dots", False, f"{key}_connect", help=help)}
    if not switch(shown, "Events", True, f"{key}_events", help="Dated events that the texts name, and your own."):
        return chosen
    place = button.popover("Which events", icon=":material/event:", width="stretch")
    named, years = offered(whole_corpus), whole_corpus.documents["year"].dropna().astype(int).tolist()
    if named:
        names = {label: event.key for label, event in named.items()}
        near = [label for label, event in named.items() if fits(event, years)]
        chosen["events"] = choices(place, "Named in the texts", names, f"{key}_named", default=near)
    chosen["own_events"] = lines(
        place, "Your own, one a line", f"{key}_own", placeholder="2018-03 Trade war\n2020 COVID-19",
        help="First the date (2018, 2018-03 or 2018-03-22), then a short name; drawn in italics.",
    )  # fmt: skip
    return chosen


def _restore(
    place: DeltaGenerator,
    label: str,
    key: str,
    usual: object,
    holds: Callable[[object], bool],
    written: Callable[[object], str | list[str]] = str,
) -> None:
    """Give a control what an opened session says of it, in the address as well; say so where it cannot hold that.

    written: a value as the address has it.
    """
    state.note_setting(key)
    value = state.take_restored(key, _NOTHING)
    # A link that was followed since is what the visitor wants.
    if value is _NOTHING or value == usual or key in st.query_params:
        return
    if holds(value):
        state.hold(key, value)
        st.query_params[key] = written(value)
    else:
        asked = f"The session asks for “{str(value)[:60]}” at “{label}”, which it cannot be here: it is as usual."
        place.warning(escape_markdown(asked), icon=":material/settings_backup_restore:")


def _heed(place: DeltaGenerator, label: str, key: str, valid: Callable[[str], bool], allowed: str) -> None:
    """Say what the address asks for in vain; Streamlit then shows the usual value and mends the address."""
    if state.is_set(key):
        # The address follows the widget: what no longer fits it, such as a topic of another model, nobody asked for.
        return
    wrong = [asked for asked in st.query_params.get_all(key) if asked and not valid(asked)]
    if wrong:
        place.warning(
            escape_markdown(f"The address asks for “{wrong[0][:60]}” at “{label}”, which can be {allowed[:200]}."),
            icon=":material/link_off:",
        )


def complain(error: AnalysisError) -> None:
    """What the analysis refuses, in its own words."""
    st.info(escape_markdown(str(error)), icon=":material/info:")

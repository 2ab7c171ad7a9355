"""One exhibit with the options and the texts that a link asks for, and a door to the page where they can be changed."""

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, state
from dashboard.exhibits import EXHIBITS
from dashboard.exhibits.options import from_words, in_words
from dashboard.export import reproduce
from dashboard.frame import Opened, open_page
from dashboard.pages import PAGES
from dashboard.show import Door, confound_card, show
from dashboard.words import escape_markdown


def warn(sentence: str) -> None:
    """Say what of the address cannot be shown."""
    st.warning(escape_markdown(sentence), icon=":material/link_off:")


def contents() -> None:
    """All exhibits, each a link with its question, under the pages that show them."""
    st.markdown("Choose a figure, or open one on its page and copy the link under “Cite”.")
    for page in PAGES.values():
        names = [name for name, entry in EXHIBITS.items() if entry.page == page.name]
        if names:
            st.header(escape_markdown(page.title), anchor=False)
        for name in names:
            link, question = st.columns([1, 3], vertical_alignment="center")
            label = escape_markdown(name.replace("_", " ").capitalize())
            link.page_link(PAGES["exhibit"].file, label=label, query_params={reproduce.SHOW: name})
            question.markdown(escape_markdown(EXHIBITS[name].question))


def texts_asked(page: Opened, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of the address that there are, in their order; all where it names none or one that is not there."""
    known = tuple(page.whole.documents.index)
    strange = [text for text in wanted if text not in known]
    if strange:
        warn(f"There is no text “{strange[0][:60]}”; there are {', '.join(known)}. All texts are shown.")
    return known if strange or not wanted else tuple(text for text in known if text in wanted)


def options_asked(corpus: object, name: str, typed: dict[str, list[str]]) -> dict[str, object]:
    """The options of the address as values; none, so the usual ones, where it asks for nonsense."""
    try:
        options = from_words(name, typed)
        cache.exhibit(corpus, name, **options)
    except AnalysisError as error:
        if cache.table(corpus, name) is not None:
            warn(f"{error} The figure is shown with its usual options.")
        # Where the usual ones do not work either, the texts do not allow the figure, which it says itself.
        return {}
    return options


def door(page: Opened, name: str, options: dict[str, object], documents: tuple[str, ...]) -> Door:
    """To the page of an exhibit, with what of the address its sidebar shows as well."""
    target, query = PAGES[EXHIBITS[name].page], {}
    if target.by and "by" in options:
        query[state.GROUP_BY] = str(options["by"]).replace("_", " ")
    if target.fair and options.get("fair"):
        query[state.FAIR] = "true"
    if target.texts and len(documents) < len(page.whole.documents):
        query[state.TEXTS] = [cache.labels(page.whole).texts[text] for text in documents]
    return Door(target.name, query)


opened = open_page("exhibit")
asked = {key: st.query_params.get_all(key) for key in st.query_params if key != state.DIFFERS}
name, typed, wanted = reproduce.read_link(asked)
if name in EXHIBITS:
    state.remember_link(asked)
    documents = texts_asked(opened, wanted)
    corpus = cache.select(opened.whole, documents)
    if reproduce.other_texts(asked, corpus.fingerprint):
        warn("This link is of other texts than these: open the session that holds them on the page Report.")
    options = options_asked(corpus, name, typed)
    some = {"texts": documents} if len(documents) < len(opened.whole.documents) else {}
    if note := in_words(options | some):
        st.caption(escape_markdown(note))
    usual = EXHIBITS[name].options()
    if hasattr(usual, "by") and name != "confounds":
        confound_card(corpus, options.get("by", usual.by))
    show(corpus, name, f"one_{name}", door=door(opened, name, options, documents), **options)
else:
    if name:
        warn(f"There is no figure called “{name[:60]}”; here are all there are.")
    contents()

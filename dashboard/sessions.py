"""The visit as one file: what is saved of it, and how an opened file becomes the visit."""

from __future__ import annotations

import time
from collections.abc import Callable

from analysis import AnalysisError, Corpus

from . import cache, state
from .exhibits.groups import columns_to_group_by
from .export.session import Session, pack, unpack
from .own_texts.collection import collection_of
from .own_texts.room import require_room_for

# A note is sent when its field is left, which may be by the very click that saves: it arrives in this time.
LAST_WORDS_SECONDS = 0.5


def packing(corpus: Corpus) -> Callable[[], bytes]:
    """A function that makes the file of all that this visitor has at hand when it is called: the texts, what every
    control holds, the report."""
    aside, settings = state.put_aside(), state.settings()

    def packed() -> bytes:
        time.sleep(LAST_WORDS_SECONDS)
        return pack(Session(corpus, aside.basket, settings, aside.title or corpus.name))

    return packed


def reopen(content: bytes) -> None:
    """Make the session in a file the visit; where the file cannot be used, say why and change nothing."""
    try:
        session = unpack(content)
        texts = collection_of(session.corpus)
        require_room_for(f"“{session.corpus.name}”", texts)
    except AnalysisError as error:
        state.tell("error", str(error))
        return
    settings, left_out = fitting(session)
    bundled = _is_bundled(session.corpus)
    state.set_own_corpus(None if bundled else session.corpus)
    if not bundled:
        state.collect(texts)
    state.restore(settings)
    aside = state.put_aside()
    aside.basket, aside.title = session.basket, session.title
    state.next_edition()
    if left_out:
        state.tell("warning", f"Some settings do not fit these texts and are as usual: {', '.join(left_out)}.")
    exhibits = f"{len(session.basket)} exhibit{'' if len(session.basket) == 1 else 's'} in the report"
    state.tell("success", f"Opened: “{session.corpus.name}”, {len(session.corpus.documents)} texts, {exhibits}.")


def fitting(session: Session) -> tuple[dict[str, object], list[str]]:
    """The settings of a session without those for every page that its texts do not allow, and the keys of these.

    The others are checked by the control that they are of, when it is shown.
    """
    texts, columns = list(session.corpus.documents.index), columns_to_group_by(session.corpus.documents)
    holds = {
        state.TEXTS: lambda value: isinstance(value, list) and all(text in texts for text in value),
        state.GROUP_BY: columns.__contains__,
        state.FAIR: lambda value: isinstance(value, bool),
        state.DROP: lambda value: isinstance(value, str),
        state.KEEP: lambda value: isinstance(value, str),
    }
    wrong = [key for key in holds if key in session.settings and not holds[key](session.settings[key])]
    return {key: value for key, value in session.settings.items() if key not in wrong}, wrong


def back_to_the_bundled_texts() -> None:
    """Leave one's own texts, which stay on the page Your texts; exhibits of them in the report say what they need."""
    state.set_own_corpus(None)
    state.forget(state.TEXTS, state.GROUP_BY)


def _is_bundled(corpus: Corpus) -> bool:
    try:
        return cache.bundled_corpus().fingerprint == corpus.fingerprint
    except AnalysisError:
        return False

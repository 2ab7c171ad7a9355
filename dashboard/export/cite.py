"""How an exhibit is cited: the figure, the software, the corpus and its texts, the method; as text and as BibTeX."""

from __future__ import annotations

from hashlib import sha256

from analysis import Corpus

from .. import __year__, glossary
from ..exhibits.base import Exhibit
from ..glossary.bibliography import Work, in_order, named_in, reference
from .bibtex import bibtex_entry
from .cited_texts import cited_texts
from .reproduce import command, link

SOFTWARE = "Parallax"
_DIGITS = 8


def text(corpus: Corpus, exhibit: Exhibit) -> str:
    """What is to be cited, each part under its name, a work a line. corpus: the texts the exhibit is of."""
    return "\n\n".join(
        "\n".join([f"{part}:", *map(reference, cited)]) for part, cited in _parts(corpus, exhibit).items()
    )


def bibtex(corpus: Corpus, exhibit: Exhibit) -> str:
    """The same as a BibTeX file, UTF-8, keys in ASCII, a comment before each part."""
    parts = _parts(corpus, exhibit).items()
    return "\n\n".join("\n\n".join([f"% {part}", *map(bibtex_entry, cited)]) for part, cited in parts) + "\n"


def method(exhibit: Exhibit) -> list[Work]:
    """The works behind the numbers of an exhibit: those its measures, its receipt and its reading name."""
    measures = glossary.measures_behind(exhibit.name, exhibit.options, exhibit.table)
    sources = [glossary.MEASURES[measure].source for measure in measures]
    receipt = exhibit.receipt
    return in_order(named_in(" · ".join([*sources, receipt.method, *receipt.settings, exhibit.reading])))


def _parts(corpus: Corpus, exhibit: Exhibit) -> dict[str, list[Work]]:
    parts = {
        "Figure": [_figure(exhibit)],
        "Software": [_software(exhibit)],
        "Corpus": [_corpus(corpus)],
        "Texts": cited_texts(corpus),
        "Method": method(exhibit),
    }
    return {part: cited for part, cited in parts.items() if cited}


def _figure(exhibit: Exhibit) -> Work:
    receipt = exhibit.receipt
    # Two figures of one kind are two entries: what tells them apart is all that the link says, and the corpus.
    digest = sha256(f"{receipt.fingerprint} {link(exhibit)}".encode()).hexdigest()[:_DIGITS]
    made_from = f"Corpus “{receipt.corpus}”, {receipt.fingerprint[:12]}"
    return Work(
        f"figure-{exhibit.name.replace('_', '-')}-{digest}",
        "misc",
        exhibit.title,
        authors=(SOFTWARE,),
        year=__year__,
        howpublished=f"Figure made with {SOFTWARE} {receipt.version}",
        note=f"{made_from}. Made again by: {command(exhibit)}",
    )


def _software(exhibit: Exhibit) -> Work:
    return Work(
        "parallax",
        "misc",
        f"{SOFTWARE}: A comparative discourse analytics dashboard",
        authors=(SOFTWARE,),
        year=__year__,
        howpublished=f"Computer software, version {exhibit.receipt.version}",
    )


def _corpus(corpus: Corpus) -> Work:
    chosen, whole = len(corpus.documents), len(corpus.ranks)
    texts = f"{chosen} of its {whole} texts" if chosen < whole else f"{chosen} text{'s' * (chosen > 1)}"
    return Work(
        f"corpus-{corpus.fingerprint[:_DIGITS]}",
        "misc",
        corpus.name,
        howpublished=f"Corpus, {texts}, {corpus.documents['n_words'].sum():,} words",
        note=f"SHA-256 fingerprint {corpus.fingerprint}",
    )

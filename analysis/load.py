"""From files to a Corpus."""

from __future__ import annotations

import warnings
from pathlib import Path

from .corpus import Corpus
from .errors import CorpusWarning
from .texts.folder import read_folder
from .texts.years import years_not_read
from .tokens import Tokenization


def load_corpus(path: str | Path, *, tokenization: Tokenization = Tokenization()) -> Corpus:
    """Read a folder of editions (or one file) into a Corpus.

    A text that cannot be read is left out: a sentence in `Corpus.problems`, and a CorpusWarning, says which and why.
    CorpusError when nothing can be read.
    """
    folder = read_folder(Path(path))
    for problem in folder.problems:
        warnings.warn(problem, CorpusWarning, stacklevel=2)
    years = years_not_read({text.document_id: text.metadata.get("year") for text in folder.texts})
    for problem in years:
        warnings.warn(problem, CorpusWarning, stacklevel=2)
    return Corpus(folder.texts, name=folder.name, tokenization=tokenization, problems=folder.problems + years)

"""From files to a Corpus."""

from __future__ import annotations

import warnings
from pathlib import Path

from .corpus import Corpus
from .errors import CorpusWarning, OptionError
from .index import is_index, open_index
from .index.sharing import open_shared
from .progress import Progress, silent
from .texts.folder import read_folder
from .texts.years import years_not_read
from .tokens import Tokenization
from .workers import Workers


def load_corpus(
    path: str | Path,
    *,
    tokenization: Tokenization | None = None,
    workers: Workers | None = None,
    progress: Progress = silent,
) -> Corpus:
    """Read a folder of texts (or one file) into a Corpus, or open an index.

    tokenization: by default the usual one, or that which the index was made with. workers: those who count the shards of
    an index, such as `Cluster(processes=4)`.
    A text that cannot be read is left out: a sentence in `Corpus.problems`, and a CorpusWarning, says which and why.
    CorpusError when nothing can be read.
    """
    path = Path(path)
    if is_index(path):
        corpus = open_index(path) if workers is None else open_shared(path, workers)
        return corpus if tokenization is None else corpus.select(tokenization=tokenization)
    if workers is not None:
        raise OptionError(
            f"Workers count the shards of an index, and {path.name} is none: make one with python -m dashboard index."
        )
    folder = read_folder(path, progress)
    for problem in folder.problems:
        warnings.warn(problem, CorpusWarning, stacklevel=2)
    years = years_not_read({text.document_id: text.metadata.get("year") for text in folder.texts})
    for problem in years:
        warnings.warn(problem, CorpusWarning, stacklevel=2)
    return Corpus(
        folder.texts,
        name=folder.name,
        tokenization=tokenization or Tokenization(),
        problems=folder.problems + years,
        progress=progress,
    )

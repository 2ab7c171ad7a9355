"""What the benchmark of indexing measures: the same texts to counts, by Parallax and by others.

A job is given texts and gives what is timed, which gives the number of things counted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import ModuleType

from analysis.tokens import TOKEN

# The token rule for patterns of Rust and RE2, whose \w knows less.
RULE = r"(?:[A-Za-z]\.){2,}|\p{L}+(?:[-'’‘]\p{L}+)*|\p{Nd}+(?:[.,]\p{Nd}+)*"


def load_compiled() -> None:
    """Load what large texts are tokenised and counted with, which a small first run does without."""
    from analysis import Tokenization, tokenize
    from analysis.compiled import compiled_available

    if compiled_available():
        from analysis.ordering import digits_are_faster
        from analysis.texts.tidy_pass import tidy_together

        for words in ("Plain.", "“Curly.”"):
            tidy_together([words])
            tokenize._compiled([(0, words, 0)], Tokenization())
        digits_are_faster()


def parallax(texts: dict[str, str]) -> Callable[[], int]:
    """Strings to a whole Corpus: tidy paragraphs, tokens with offsets, sentences, lexicon, terms, words counted."""
    from analysis import Corpus

    return lambda: len(Corpus.from_texts(texts).tokens)


def parallax_read(texts: dict[str, str]) -> Callable[[], int]:
    """The same from texts that are read and tidy: what tokenising and indexing cost."""
    from analysis import Corpus
    from analysis.texts.given import given_texts

    read = given_texts(texts)
    return lambda: len(Corpus(read).tokens)


def parallax_sequences(texts: dict[str, str]) -> Callable[[], int]:
    """Every sequence of two words with its counts by text, of a corpus whose words have a number each."""
    from analysis import Corpus
    from analysis.ngrams import units

    corpus = Corpus.from_texts(texts)
    corpus.words.paragraph_starts  # noqa: B018
    return lambda: int(units(corpus, 2).totals.sum())


def count_vectorizer(texts: dict[str, str], n: int = 1) -> Callable[[], int]:
    """scikit-learn, by the same token rule: lexicon and counts, no places."""
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(token_pattern=TOKEN.pattern, ngram_range=(n, n))
    return lambda: int(vectorizer.fit_transform(texts.values()).sum())


def polars(texts: dict[str, str]) -> Callable[[], int]:
    """polars: tokens, lexicon and counts by text."""
    import polars as pl

    return lambda: _with_polars(pl, texts)


def _with_polars(pl: ModuleType, texts: dict[str, str]) -> int:
    table = pl.DataFrame({"text": range(len(texts)), "words": list(texts.values())}).lazy()
    tokens = table.with_columns(pl.col("words").str.to_lowercase().str.extract_all(RULE)).explode("words")
    counted = tokens.with_columns(pl.col("words").cast(pl.Categorical)).group_by("text", "words").len()
    return int(counted.collect()["len"].sum())


def duckdb(texts: dict[str, str]) -> Callable[[], int]:
    """DuckDB: tokens, lexicon and counts by text."""
    import duckdb as db

    return lambda: _with_duckdb(db, texts)


def _with_duckdb(db: ModuleType, texts: dict[str, str]) -> int:
    import pandas as pd

    ask = """
        select sum(n) from (
            select text, word, count(*) as n
            from (select text, unnest(regexp_extract_all(lower(words), ?)) as word from texts)
            group by all
        )
    """
    with db.connect() as connection:
        connection.register("texts", pd.DataFrame({"text": range(len(texts)), "words": list(texts.values())}))
        return int(connection.execute(ask, [RULE]).fetchone()[0])


JOBS: dict[str, dict[str, Callable[[dict[str, str]], Callable[[], int]]]] = {
    "words": {
        "parallax": parallax, "parallax, from texts read": parallax_read, "scikit-learn CountVectorizer": count_vectorizer,
        "polars": polars, "DuckDB": duckdb,
    },
    "sequences": {"parallax": parallax_sequences, "scikit-learn CountVectorizer": partial(count_vectorizer, n=2)},
}  # fmt: skip

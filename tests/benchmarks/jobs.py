"""What the benchmark of indexing measures: the same texts to a lexicon and counts, by Parallax and by others."""

from __future__ import annotations

from collections.abc import Callable

from analysis.tokens import TOKEN

# The token rule for patterns of Rust and RE2, whose \w knows less.
RULE = r"(?:[A-Za-z]\.){2,}|\p{L}+(?:[-'’‘]\p{L}+)*|\p{Nd}+(?:[.,]\p{Nd}+)*"


def load_compiled() -> None:
    """Load what large texts are tokenised with, which a small first run does without."""
    from analysis import Tokenization, tokenize

    if tokenize.compiled_available():
        for words in ("Plain.", "“Curly.”"):
            tokenize._compiled([(0, words, 0)], Tokenization())


def parallax(texts: dict[str, str]) -> int:
    """Strings to a whole Corpus: tidy paragraphs, tokens with offsets, sentences, lexicon, terms, words counted."""
    from analysis import Corpus

    return len(Corpus.from_texts(texts).tokens)


def parallax_read(texts: dict[str, str]) -> Callable[[], int]:
    """The same from texts that are read and tidy: what tokenising and indexing cost."""
    from analysis import Corpus
    from analysis.texts.given import given_texts

    read = given_texts(texts)
    return lambda: len(Corpus(read).tokens)


def count_vectorizer(texts: dict[str, str]) -> int:
    """scikit-learn, by the same token rule: lexicon and counts, no places."""
    from sklearn.feature_extraction.text import CountVectorizer

    return int(CountVectorizer(token_pattern=TOKEN.pattern).fit_transform(texts.values()).sum())


def polars(texts: dict[str, str]) -> int:
    """polars: tokens, lexicon and counts by text."""
    import polars as pl

    table = pl.DataFrame({"text": range(len(texts)), "words": list(texts.values())}).lazy()
    tokens = table.with_columns(pl.col("words").str.to_lowercase().str.extract_all(RULE)).explode("words")
    counted = tokens.with_columns(pl.col("words").cast(pl.Categorical)).group_by("text", "words").len()
    return int(counted.collect()["len"].sum())


def duckdb(texts: dict[str, str]) -> int:
    """DuckDB: tokens, lexicon and counts by text."""
    import duckdb as db
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


JOBS: dict[str, Callable] = {
    "parallax": parallax, "parallax, from texts read": parallax_read, "scikit-learn CountVectorizer": count_vectorizer,
    "polars": polars, "DuckDB": duckdb,
}  # fmt: skip

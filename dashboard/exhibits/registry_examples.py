"""Worked examples of the measures that stand in registries: the numbers that go in, and what comes out, on this corpus."""

from __future__ import annotations

import pandas as pd

from analysis import (
    Corpus,
    OptionError,
    frequencies,
    keywords,
    lexical_diversity,
    readability_scores,
    similarities,
    stop_words,
    topic_coherence,
    word_pairs,
)
from analysis import association as two_by_two
from analysis import dispersion as spread
from analysis import similarity as alike

from .groups import text_labels
from .topics import TopicOptions, fitted


def keyword_of(corpus: Corpus) -> pd.Series:
    """The word that sets the last text apart most, with its counts: what the examples are worked on.

    OptionError when there are not two texts, or no word is used often enough.
    """
    tested = keywords(corpus, stop_words=stop_words(corpus.stop_list), minimum_count=3)
    best = tested[(tested["group"] == corpus.documents.index[-1]) & (tested["log_likelihood"] > 0)]
    if best.empty:
        raise OptionError("No word of the last text is frequent enough to work an example on.")
    return best.iloc[0]


def keyness_example(corpus: Corpus, name: str) -> str:
    """A word in the last text and in all others."""
    word = keyword_of(corpus)
    cells = (word["count"], word["reference_count"], word["words"] - word["count"], word["reference_words"] - word["reference_count"])  # fmt: skip
    options = {
        "tests": len(keywords(corpus, stop_words=stop_words(corpus.stop_list), minimum_count=3)["term"].unique())
    }
    value = float(two_by_two.score(name, *cells, **(options if name == "log_ratio_conservative" else {})))
    corrected = f" (corrected for {options['tests']} words tried)" if name == "log_ratio_conservative" else ""
    return (
        f"“{word['term']}” in {_label(corpus, word['group'])}: a = {word['count']:,} of c = {word['words']:,} words; in the "
        f"other texts b = {word['reference_count']:,} of d = {word['reference_words']:,}. "
        f"{two_by_two.MEASURES[name].label} = {number(value)}{corrected}."
    )


def collocation_example(corpus: Corpus, name: str) -> str:
    """The most frequent pair of neighbours."""
    pairs = word_pairs(corpus, by="corpus", stop_words=stop_words(corpus.stop_list))
    if pairs.empty:
        raise OptionError("No two words stand beside each other three times, so there is no pair to work on.")
    pair = pairs.sort_values(["count", "first"], ascending=[False, True], kind="stable").iloc[0]
    both, first, second = int(pair["count"]), int(pair["first_count"]), int(pair["second_count"])
    total = round(first * second / pair["expected"])
    value = float(two_by_two.score(name, both, first - both, second - both, total - first - second + both))
    return (
        f"“{pair['first']} {pair['second']}”: O₁₁ = {both} of N = {total:,} neighbours; {pair['first']} stands first "
        f"R₁ = {first} times, {pair['second']} second C₁ = {second} times, so E₁₁ = {pair['expected']:.3g} were to be expected. "
        f"{two_by_two.MEASURES[name].label} = {number(value)}."
    )


def dispersion_example(corpus: Corpus, name: str) -> str:
    """The keyword over the texts."""
    word = keyword_of(corpus)["term"]
    table = frequencies(corpus, terms=[word], intervals=False).set_index("group").loc[list(corpus.documents.index)]
    value = float(spread.score(name, table["count"].to_numpy(), table["words"].to_numpy()))
    counts = ", ".join(f"{row.count} in {row.words:,}" for row in table.itertuples(name="Row", index=False))
    return f"“{word}” over the {len(table)} texts, hits in words: {counts}. {spread.MEASURES[name].label} = {number(value)}."


def diversity_example(corpus: Corpus, name: str) -> str:
    """The shortest and the longest text."""
    table = lexical_diversity(corpus, measures=[name]).set_index("group")
    sizes = corpus.documents["n_words"]
    said = [
        f"{_label(corpus, text)} ({table.at[text, 'types']:,} different of {table.at[text, 'words']:,} words) = {number(table.at[text, 'value'])}"
        for text in dict.fromkeys((sizes.idxmin(), sizes.idxmax()))
    ]
    return f"Shortest and longest text: {'; '.join(said)}."


def readability_example(corpus: Corpus, name: str) -> str:
    """The first text."""
    table = readability_scores(corpus)
    row = table[table["measure"] == name].iloc[0]
    return (
        f"{_label(corpus, row['group'])}: W = {row['words']:,} words in S = {row['sentences']:,} sentences, "
        f"{row['words_per_sentence']:.1f} words a sentence, {row['syllables_per_word']:.2f} syllables a word. "
        f"Value {number(row['value'])}{'' if not row['note'] else ': ' + row['note']}."
    )


def similarity_example(corpus: Corpus, name: str) -> str:
    """The first text and the one after it."""
    row = similarities(corpus, measure=name).iloc[0]
    if pd.isna(row["value"]):
        return f"Not defined for these {len(corpus.documents)} texts."
    return f"{_label(corpus, row['group'])} and {_label(corpus, row['other'])}, {row['terms']} words that count: {alike.MEASURES[name].label} = {number(row['value'])}."


def coherence_example(corpus: Corpus, name: str) -> str:
    """The first topic."""
    row = topic_coherence(corpus, fitted(corpus, TopicOptions(stop_list=corpus.stop_list)), measure=name).iloc[0]
    return f"The ten strongest words of topic {row['label']}: {number(row['coherence'])}."


def number(value: float) -> str:
    """A value to three figures, or why there is none."""
    if pd.isna(value):
        return "not defined"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _label(corpus: Corpus, document_id: str) -> str:
    return text_labels(corpus.documents)[document_id]

"""Each measure of the glossary worked on this corpus: what goes in, what comes out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from analysis import (
    AnalysisError,
    Corpus,
    agreement,
    concordance,
    correspondence_inertia,
    disagreement,
    distinctive_terms,
    fair_rates,
    frequencies,
    keywords,
    multiverse,
    random_spread,
    rate_differences,
    robustness,
    stop_words,
    tree,
    word_shift,
)
from analysis.intervals import adjust, clopper_pearson, wilson
from analysis.large_samples import gamma_intervals

from .. import glossary
from .attribution_examples import calibration_example, naive_bayes_example, telling_words_example
from .common_ground_examples import (
    alignment_example,
    confounds_example,
    lockwords_example,
    shared_formulae_example,
    silences_example,
)
from .even_choice import Limit, even_choice
from .groups import text_labels
from .profile_examples import PROFILE
from .registry_examples import (
    coherence_example,
    collocation_example,
    dispersion_example,
    diversity_example,
    keyness_example,
    keyword_of,
    readability_example,
    similarity_example,
)
from .topic_examples import lda_example, nmf_example, stability_example, topic_search_example

# An example is worked while somebody waits, and there are many on the page.
EXAMPLE = Limit(words=40_000)


def worked_example(corpus: Corpus, name: str) -> str:
    """One or two sentences with the numbers of this corpus, or of an even choice of its texts; what the corpus is too
    small for is said."""
    corpus = even_choice(corpus, EXAMPLE, "author")
    try:
        return _maker(name)(corpus)
    except AnalysisError as error:
        return f"Not for these texts: {error}"


def _maker(name: str) -> Callable[[Corpus], str]:
    if name in _OTHERS:
        return _OTHERS[name]
    family = next(make for texts, make in _FAMILIES if name in texts)
    return lambda corpus: family(corpus, name)


_FAMILIES = (
    (glossary.keyness.TEXTS, keyness_example),
    (glossary.collocation.TEXTS, collocation_example),
    (glossary.dispersion.TEXTS, dispersion_example),
    (glossary.diversity.TEXTS, diversity_example),
    (glossary.readability.TEXTS, readability_example),
    (glossary.similarity.TEXTS, similarity_example),
    (glossary.topics.TEXTS, coherence_example),
)


def _rate(corpus: Corpus) -> str:
    row = _row_of_keyword(corpus)
    return f"“{row['term']}” in {_last(corpus)}: a = {row['count']:,} hits in c = {row['words']:,} words, so {row['per_1000']:.2f} per 1,000."


def _bootstrap(corpus: Corpus) -> str:
    row = _row_of_keyword(corpus)
    paragraphs = int(corpus.documents["n_paragraphs"].iloc[-1])
    return f"“{row['term']}” in {_last(corpus)}, its {paragraphs} paragraphs drawn 2,000 times (seed 0): {row['per_1000']:.2f} [{row['low']:.2f}–{row['high']:.2f}] per 1,000 words."


def _gamma(corpus: Corpus) -> str:
    row, place = _row_of_keyword(corpus), np.searchsorted(corpus.terms, keyword_of(corpus)["term"])
    last = np.flatnonzero(corpus.tokens.document_of_paragraph == len(corpus.documents) - 1)
    bounds = gamma_intervals(corpus.counts_by_paragraph[last][:, [place]], corpus.words_by_paragraph[last], last * 0)
    low, high = (1000 * float(bound[0]) for bound in bounds)
    return f"“{row['term']}” in {_last(corpus)}, from its {len(last)} paragraphs, so few that they would be drawn: {row['per_1000']:.2f} [{low:.2f}–{high:.2f}] per 1,000 words; the draws give {row['low']:.2f}–{row['high']:.2f}."


def _interval(method: Callable) -> Callable[[Corpus], str]:
    def example(corpus: Corpus) -> str:
        row = _row_of_keyword(corpus)
        low, high = (1000 * float(bound) for bound in method(row["count"], row["words"]))
        return f"“{row['term']}” in {_last(corpus)}, {row['count']:,} hits in {row['words']:,} words: {row['per_1000']:.2f} [{low:.2f}–{high:.2f}] per 1,000 words."

    return example


def _permutation(corpus: Corpus) -> str:
    word = keyword_of(corpus)
    row = rate_differences(corpus, word["term"], word["group"]).iloc[0]
    return f"“{row['term']}” in {_last(corpus)} against the rest: {row['per_1000']:.2f} − {row['reference_per_1000']:.2f} = {row['difference']:.2f} per 1,000 words; p = {row['p_value']:.4f} over 2,000 deals of the paragraphs."


def _tests(corpus: Corpus) -> tuple[str, np.ndarray]:
    word = keyword_of(corpus)
    tested = keywords(corpus, stop_words=stop_words(corpus.stop_list), minimum_count=3)
    return word["term"], tested[tested["group"] == word["group"]].set_index("term")["p_value"]


def _corrected(method: str, label: str) -> Callable[[Corpus], str]:
    def example(corpus: Corpus) -> str:
        term, p = _tests(corpus)
        adjusted = dict(zip(p.index, adjust(p.to_numpy(), method), strict=True))
        kept = sum(value <= 0.05 for value in adjusted.values())
        return f"{_last(corpus)} against the rest, {len(p)} words tried: “{term}” has p = {p[term]:.2g}, {label} = {adjusted[term]:.2g}. So corrected, {kept} of {len(p)} words stay at .05; uncorrected {int((p <= 0.05).sum())}."

    return example


def _tfidf(corpus: Corpus) -> str:
    table = distinctive_terms(corpus, stop_words=stop_words(corpus.stop_list), minimum_count=2)
    row = table[table["group"] == corpus.documents.index[-1]].iloc[0]
    return f"“{row['term']}” in {_last(corpus)}: {row['count']} of {row['words']:,} words, in {row['document_frequency']} of {row['n_groups']} texts: {row['count'] / row['words']:.5f} × ln({row['n_groups']}/{row['document_frequency']}) = {row['tfidf']:.5f}."


def _dispersion_keyness(corpus: Corpus) -> str:
    word = keyword_of(corpus)
    row = agreement(corpus, word["group"]).set_index("term").loc[word["term"]]
    return f"“{word['term']}” stands in {int(row['paragraphs'])} of the {int(row['n_paragraphs'])} paragraphs of {_last(corpus)}: G² of paragraphs {row['dispersion_keyness']:.1f}, of words {row['log_likelihood']:.1f}."


def _agreement(corpus: Corpus) -> str:
    table = agreement(corpus, corpus.documents.index[-1], stop_words=stop_words(corpus.stop_list))
    return f"{_last(corpus)}: best over five methods “{table['term'].iloc[0]}” (median rank {table['median_rank'].iloc[0]:g}). {disagreement(table)}"


def _length_fair(corpus: Corpus) -> str:
    term = keyword_of(corpus)["term"]
    row = fair_rates(corpus, term).set_index("group").loc[corpus.documents.index[-1]]
    return f"“{term}” in {_last(corpus)} cut to windows of {row['window']:,} words: {row['fair_value']:.2f} [{row['low']:.2f}–{row['high']:.2f}] per 1,000 words; it keeps rank {row['rank']} of the texts in {row['holds']:.0%} of {row['draws']} draws."


def _multiverse(corpus: Corpus) -> str:
    word = keyword_of(corpus)
    found = multiverse(corpus, word["group"], word["term"], stop_lists=("none", corpus.stop_list))
    return f"“{word['term']}” in {_last(corpus)}: {robustness(found)}"


def _concordance(corpus: Corpus) -> str:
    term = keyword_of(corpus)["term"]
    lines = concordance(corpus, term, context=6)
    line = lines.iloc[0]
    return f"“{term}”: {len(lines)} lines in {lines['document_id'].nunique()} texts, the first “…{line['left']}{line['node']}{line['right']}…”."


def _random_spread(corpus: Corpus) -> str:
    row = _row_of_keyword(corpus)
    chance = random_spread("gries_dp_norm", int(row["count"]), corpus.documents["n_words"])
    return f"“{row['term']}”, {row['count']} hits strewn at random over the {len(corpus.documents)} texts: normalised DP would be {chance.mean:.2f}, mostly {chance.low:.2f} to {chance.high:.2f}."


def _word_shift(corpus: Corpus) -> str:
    table = word_shift(corpus, corpus.documents.index[-1], stop_words=stop_words(corpus.stop_list))
    row = table.iloc[0]
    return f"{_last(corpus)} against the rest: the divergence is {table['contribution'].sum():.3f} bits; “{row['term']}” adds most, {row['contribution']:.4f} bits ({row['cumulative']:.1%}), as it stands at {row['per_1000']:.1f} against {row['reference_per_1000']:.1f} per 1,000 words."


def _correspondence(corpus: Corpus) -> str:
    table = correspondence_inertia(corpus, stop_words=stop_words(corpus.stop_list))
    return f"The 25 most frequent content words × {len(corpus.documents)} texts: inertia {table['inertia'].sum():.4f} in all, of which the first axis shows {table['share'].iloc[0]:.0%} and the first two {table['cumulative'].iloc[min(1, len(table) - 1)]:.0%}."


def _tree(corpus: Corpus) -> str:
    row = tree(corpus).iloc[0]
    labels = text_labels(corpus.documents)
    return f"Joined first: {' and '.join(labels[text] for text in row['members'].split('|'))}, at a distance of {row['height']:.3f}; the same branch comes back in {row['support']:.0%} of 200 draws."


def _cloud(corpus: Corpus) -> str:
    row = _row_of_keyword(corpus)
    most = frequencies(corpus, stop_words=stop_words(corpus.stop_list), intervals=False)
    most = most[most["group"] == corpus.documents.index[-1]].iloc[0]
    return f"In {_last(corpus)} “{most['term']}” is drawn largest, for {most['per_1000']:.1f} per 1,000 words; “{row['term']}” stands at {row['per_1000']:.1f} [{row['low']:.1f}–{row['high']:.1f}]: the interval is in the list, not in the cloud."


def _row_of_keyword(corpus: Corpus):  # noqa: ANN202 -- a row of `frequencies`
    term = keyword_of(corpus)["term"]
    table = frequencies(corpus, terms=[term])
    return table[table["group"] == corpus.documents.index[-1]].iloc[0]


def _last(corpus: Corpus) -> str:
    """The text the examples are worked on."""
    return text_labels(corpus.documents)[corpus.documents.index[-1]]


_OTHERS: dict[str, Callable[[Corpus], str]] = {
    "naive_bayes": naive_bayes_example,
    "calibration": calibration_example,
    "telling_words": telling_words_example,
    "rate": _rate, "bootstrap": _bootstrap, "gamma": _gamma, "wilson": _interval(wilson), "clopper_pearson": _interval(clopper_pearson),
    "permutation_test": _permutation, "q_value": _corrected("benjamini_hochberg", "q"), "holm": _corrected("holm", "Holm’s p"),
    "tfidf": _tfidf, "dispersion_keyness": _dispersion_keyness, "agreement": _agreement, "length_fair": _length_fair,
    "multiverse": _multiverse, "random_spread": _random_spread, "concordance": _concordance, "word_shift": _word_shift,
    "correspondence_analysis": _correspondence, "tree_support": _tree, "confounds": confounds_example, "lockwords": lockwords_example,
    "silences": silences_example, "shared_formulae": shared_formulae_example, "alignment": alignment_example, "cloud": _cloud, "nmf": nmf_example, "lda": lda_example,
    "stability": stability_example, "topic_search": topic_search_example, **PROFILE,
}  # fmt: skip

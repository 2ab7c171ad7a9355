"""How much processor time does each analysis take on the five texts?

`python -m tests.benchmarks.measures`: a line an analysis, milliseconds of processor time, the median of several runs
after a first one that loads what the analysis needs. The bound is 150 ms; 2,000 ms for what draws, fits or tries again
and again. Exit code 1 when a bound is passed.
"""

import sys
import time
from collections.abc import Callable
from statistics import median

from analysis import (
    REFERENCE,
    Corpus,
    advice,
    agreement,
    align_passages,
    attribution_model,
    attributions,
    belonging,
    belonging_words,
    clean_contrasts,
    closest_passages,
    collocates,
    concordance,
    confounds,
    correspondence,
    cut_passages,
    dispersions,
    distinctive_terms,
    diversity_along,
    diversity_intervals,
    extreme_passages,
    fair_diversity,
    fair_keywords,
    fair_rates,
    fair_similarities,
    formula_counts,
    frequencies,
    keywords,
    lexical_diversity,
    lexicon,
    load_corpus,
    lockwords,
    multiverse,
    nearest_passages,
    pair_terms,
    query_frequencies,
    query_silences,
    rate_differences,
    readability_intervals,
    readability_scores,
    repeated_ngrams,
    search_topics,
    sentence_counts,
    sentence_lengths,
    shared_formulae,
    shared_ngrams,
    silences,
    similarities,
    stop_words,
    telling_words,
    topic_coherence,
    topic_model,
    topic_passages,
    topic_weights,
    tree,
    variant_frequencies,
    word_pairs,
    word_shift,
)
from tests.conftest import TEXTS

RUNS = 5
QUICK, REPEATED = 150, 2_000
STOPPED = stop_words()


def quick(corpus: Corpus) -> dict[str, Callable[[], object]]:
    """What counts once."""
    families = lexicon("concepts")
    model = topic_model(corpus, n_topics=8, stop_words=STOPPED, runs=0)
    formulae = shared_formulae(corpus, stop_words=STOPPED)["term"]
    judged = attribution_model(corpus)
    return {
        "load_corpus": lambda: load_corpus(TEXTS),
        "load_corpus, reference tokenisation": lambda: load_corpus(TEXTS, tokenization=REFERENCE),
        "frequencies, no intervals": lambda: frequencies(corpus, intervals=False),
        "frequencies of three words, no intervals": lambda: frequencies(corpus, n=3, intervals=False),
        "query_frequencies, 5 searches, 2,000 draws": lambda: query_frequencies(
            corpus, ["trust", "global", "must", "trust deficit", "cooperat*"]
        ),
        "variant_frequencies": lambda: variant_frequencies(corpus, families["Belt and Road"].query),
        "distinctive_terms": lambda: distinctive_terms(corpus, stop_words=STOPPED),
        "keywords": lambda: keywords(corpus, stop_words=STOPPED),
        "keywords of two words": lambda: keywords(corpus, n=2, stop_words=STOPPED),
        "keywords by log-odds": lambda: keywords(corpus, measure="log_odds_z"),
        "agreement": lambda: agreement(corpus, "sun-2024", stop_words=STOPPED),
        "word_pairs": lambda: word_pairs(corpus, stop_words=STOPPED),
        "collocates": lambda: collocates(corpus, "trust", stop_words=STOPPED),
        "concordance": lambda: concordance(corpus, "global", sort=("R1", "R2", "L1")),
        "concordance of a family": lambda: concordance(corpus, families["China and the United States"].query),
        "confounds": lambda: confounds(corpus, by="author"),
        "clean_contrasts": lambda: clean_contrasts(corpus, by="author"),
        "dispersions over texts": lambda: dispersions(corpus),
        "dispersions over paragraphs": lambda: dispersions(corpus, by="document_id", over="paragraphs"),
        "lexical_diversity": lambda: lexical_diversity(corpus),
        "readability_scores": lambda: readability_scores(corpus),
        "diversity_along": lambda: diversity_along(corpus),
        "extreme_passages": lambda: extreme_passages(corpus, ["sun-2024"], stop_words=STOPPED),
        "sentence_counts": lambda: sentence_counts(corpus),
        "rate_differences, 3 searches, 2,000 draws and deals": lambda: rate_differences(
            corpus, ["trust", "global", "must"], "sun-2024"
        ),
        "similarities, cosine": lambda: similarities(corpus),
        "similarities, Burrows's Delta": lambda: similarities(corpus, measure="burrows_delta"),
        "pair_terms": lambda: pair_terms(corpus, "dong-2022", "sun-2024", measure="jensen_shannon"),
        "word_shift": lambda: word_shift(corpus, "dong-2022", "sun-2024"),
        "correspondence": lambda: correspondence(corpus, stop_words=STOPPED),
        "lockwords": lambda: lockwords(corpus),
        "silences": lambda: silences(corpus, stop_words=STOPPED),
        "query_silences": lambda: query_silences(corpus, ["trust", "global", "win-win"]),
        "shared_formulae": lambda: shared_formulae(corpus, stop_words=STOPPED),
        "formula_counts": lambda: formula_counts(corpus, formulae),
        "shared_ngrams": lambda: shared_ngrams(corpus),
        "repeated_ngrams": lambda: repeated_ngrams(corpus),
        "closest_passages": lambda: closest_passages(corpus),
        "align_passages": lambda: align_passages(corpus, ("yang-2015", 2), ("sun-2024", 81)),
        "cut_passages": lambda: cut_passages(corpus),
        "attribution_model": lambda: attribution_model(corpus),
        "attributions": lambda: attributions(corpus, judged),
        "telling_words": lambda: telling_words(corpus, judged, 0),
        "topic_coherence": lambda: topic_coherence(corpus, model),
        "topic_passages": lambda: topic_passages(corpus, model, 1),
    }


def repeated(corpus: Corpus) -> dict[str, Callable[[], object]]:
    """What draws, fits or tries again and again."""
    model = topic_model(corpus, n_topics=8, stop_words=STOPPED, runs=0)
    return {
        "bootstrap of every term, 2,000 draws": lambda: frequencies(corpus),
        "topic_model, 8 topics, 10 runs": lambda: topic_model(corpus, n_topics=8, stop_words=STOPPED),
        "topic_weights, 2,000 draws": lambda: topic_weights(corpus, model),
        "advice": lambda: advice(corpus),
        "belonging, 400 draws": lambda: belonging(corpus, "chen-2014"),
        "belonging_words": lambda: belonging_words(corpus, "chen-2014", "sun-2024"),
        "nearest_passages": lambda: nearest_passages(corpus, "chen-2014"),
        "search_topics, 3 to 12": lambda: search_topics(corpus, stop_words=STOPPED),
        "tree, 200 draws": lambda: tree(corpus),
        "fair_rates, 500 draws": lambda: fair_rates(corpus, ["trust", "global"]),
        "fair_keywords, 500 draws": lambda: fair_keywords(corpus, "sun-2024", stop_words=STOPPED),
        "fair_similarities, 500 draws": lambda: fair_similarities(corpus),
        "fair_diversity, 500 draws": lambda: fair_diversity(corpus),
        "diversity_intervals, 200 halves": lambda: diversity_intervals(corpus, measures=("mattr", "mtld", "hdd")),
        "readability_intervals, 2,000 draws": lambda: readability_intervals(corpus),
        "sentence_lengths, 2,000 draws": lambda: sentence_lengths(corpus),
        "multiverse, 48 ways": lambda: multiverse(corpus, "sun-2024", "trust"),
    }


def processor_time(work: Callable[[], object], runs: int) -> float:
    """Milliseconds of processor time, the median of several runs after a first one."""
    work()
    taken = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        taken.append(1_000 * (time.process_time() - begun))
    return median(taken)


def main() -> int:
    """Print the table; 1 when a bound is passed."""
    corpus, passed = load_corpus(TEXTS), 0
    for bound, tasks, runs in ((QUICK, quick(corpus), RUNS), (REPEATED, repeated(corpus), 3)):
        print(f"\nbound {bound:,} ms")
        for name, work in tasks.items():
            taken = processor_time(work, runs)
            passed += taken > bound
            print(f"{taken:8.1f}  {name}{'  TOO SLOW' if taken > bound else ''}", flush=True)
    return int(passed > 0)


if __name__ == "__main__":
    sys.exit(main())

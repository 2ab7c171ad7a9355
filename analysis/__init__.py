"""Comparing how several authors speak of the same things: frequencies, distinctive words, company, topics, passages.

Pure functions over one immutable `Corpus`; no screen and no plotting, so it runs in a notebook. The measures stand in
registries: `association`, `dispersion`, `diversity`, `readability`, `similarity` and `coherence` have `MEASURES` and
`score`; `intervals` holds intervals and tests.
"""

from .adviser import advice
from .agreement import agreement, disagreement
from .alignment import align, align_passages, closest_passages
from .attribution import attribution_probabilities, attributions, telling_words
from .attribution_quality import attribution_accuracy, attribution_calibration, attribution_confusion
from .belonging import belonging, belonging_words
from .coherence import pair_coherence, topic_coherence
from .collocation import collocates, meeting_places, word_pairs
from .concordance import concordance
from .confounds import clean_contrasts, confounds
from .corpus import Corpus
from .correspondence import correspondence, correspondence_analysis, correspondence_inertia
from .difference import rate_differences
from .dispersion import dispersions
from .diversity import lexical_diversity
from .diversity_intervals import diversity_intervals
from .diversity_windows import diversity_along, extreme_passages, window_passage
from .errors import AnalysisError, CorpusError, CorpusWarning, OptionError, QueryError
from .formulae import formula_counts, formula_places
from .frequency import frequencies, query_frequencies, variant_frequencies
from .index import write_index
from .keyness import keywords
from .languages import LANGUAGES, guess_language, language_name
from .length_fair import fair_diversity, fair_keywords, fair_rates, fair_similarities
from .lexicons import lexicon, lexicon_names
from .load import load_corpus
from .lockwords import lockwords
from .multiverse import multiverse, robustness
from .naive_bayes import AttributionModel, attribution_model
from .nearest_passages import nearest_passages
from .passages import Passages, cut_passages
from .query import Query, any_of, parse
from .random_spread import random_spread
from .readability import readability_scores
from .readability_intervals import hardest_sentences, readability_intervals
from .reuse import repeated_ngrams, shared_formulae, shared_ngram_types, shared_ngrams
from .scaled_f import scaled_f_score
from .search import find
from .segmentation import needs_segmentation, segmentation_available
from .sentence_counts import sentence_counts, sentence_lengths, sentence_passages
from .silences import query_silences, silences
from .similarity import pair_terms, similarities
from .stopwords import stop_list_names, stop_words, usual_stop_list
from .tfidf import distinctive_terms
from .tokens import REFERENCE, Tokenization
from .topic_passages import topic_passages
from .topic_search import recommendation, search_topics
from .topic_stability import topic_stability
from .topics import TopicModel, most_topics, topic_model, topic_terms, topic_weights
from .tree import tree
from .wordshift import word_shift

__all__ = [
    "LANGUAGES", "REFERENCE", "AnalysisError", "AttributionModel", "Corpus", "CorpusError", "CorpusWarning", "OptionError", "Passages", "Query",
    "QueryError", "Tokenization", "TopicModel", "advice", "agreement", "align", "align_passages", "any_of", "attribution_accuracy",
    "attribution_calibration", "attribution_confusion", "attribution_model", "attribution_probabilities", "attributions", "belonging",
    "belonging_words", "clean_contrasts", "closest_passages", "collocates", "concordance", "confounds", "correspondence", "correspondence_analysis",
    "correspondence_inertia", "cut_passages", "disagreement", "dispersions", "distinctive_terms", "diversity_along", "diversity_intervals",
    "extreme_passages", "fair_diversity", "fair_keywords", "fair_rates", "fair_similarities", "find", "formula_counts", "formula_places",
    "frequencies", "guess_language", "hardest_sentences", "keywords", "language_name", "lexical_diversity", "lexicon", "lexicon_names", "load_corpus", "lockwords",
    "meeting_places", "most_topics", "multiverse", "nearest_passages", "needs_segmentation", "pair_coherence", "pair_terms", "parse",
    "query_frequencies", "query_silences", "random_spread", "rate_differences", "readability_intervals", "readability_scores", "recommendation", "repeated_ngrams", "robustness",
    "scaled_f_score", "search_topics", "segmentation_available", "sentence_counts", "sentence_lengths", "sentence_passages", "shared_formulae", "shared_ngram_types", "shared_ngrams", "silences",
    "similarities", "stop_list_names", "stop_words", "telling_words", "topic_coherence", "topic_model", "topic_passages",
    "topic_stability", "topic_terms", "topic_weights", "tree", "usual_stop_list", "variant_frequencies", "window_passage", "word_pairs", "word_shift", "write_index",
]  # fmt: skip

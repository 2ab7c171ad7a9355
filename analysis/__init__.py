"""Comparing how several authors speak of the same things: frequencies, distinctive words, topics, concordances.

Pure functions over one immutable `Corpus`; no screen and no plotting, so it runs in a notebook.
"""

from .concordance import concordance
from .corpus import Corpus, load_corpus
from .errors import AnalysisError, CorpusError, CorpusWarning, OptionError, QueryError
from .frequency import frequencies, query_frequencies
from .keyness import keywords
from .lexicons import lexicon, lexicon_names
from .query import Query, any_of, find, parse
from .stopwords import stop_list_names, stop_words
from .tfidf import distinctive_terms
from .tokens import REFERENCE, Tokenization
from .topics import TopicModel, topic_model, topic_passages, topic_terms, topic_weights

__all__ = [
    "REFERENCE", "AnalysisError", "Corpus", "CorpusError", "CorpusWarning", "OptionError", "Query", "QueryError",
    "Tokenization", "TopicModel", "any_of", "concordance", "distinctive_terms", "find", "frequencies", "keywords",
    "lexicon", "lexicon_names", "load_corpus", "parse", "query_frequencies", "stop_list_names", "stop_words",
    "topic_model", "topic_passages", "topic_terms", "topic_weights",
]  # fmt: skip

"""Teaching text for each measure: the question, the formula, how to read it, what to beware of, the source."""

import pandas as pd

from analysis.association import MEASURES as ASSOCIATION
from analysis.coherence import MEASURES as COHERENCE
from analysis.dispersion import MEASURES as DISPERSION
from analysis.diversity import MEASURES as DIVERSITY
from analysis.readability import MEASURES as READABILITY
from analysis.similarity import MEASURES as SIMILARITY
from analysis.topics import METHODS

from . import attribution, collocation, dispersion, diversity, keyness, rates, readability, shared, similarity, topics
from .entry import Entry, entries

REGISTRIES = (ASSOCIATION, DISPERSION, DIVERSITY, READABILITY, SIMILARITY, COHERENCE)

# In the order of teaching.
SECTIONS: dict[str, dict[str, Entry]] = {
    "Rates, and how sure they are": rates.OTHER,
    "What sets a group apart": entries(ASSOCIATION, keyness.TEXTS) | keyness.OTHER,
    "Who keeps company": entries(ASSOCIATION, collocation.TEXTS) | collocation.OTHER,
    "How evenly a word is spread": entries(DISPERSION, dispersion.TEXTS) | dispersion.OTHER,
    "Richness of vocabulary": entries(DIVERSITY, diversity.TEXTS) | diversity.OTHER,
    "Ease of reading": entries(READABILITY, readability.TEXTS) | readability.OTHER,
    "How alike groups are": entries(SIMILARITY, similarity.TEXTS) | similarity.OTHER,
    "Shared and absent": shared.OTHER,
    "Topics": topics.OTHER | entries(COHERENCE, topics.TEXTS),
    "Whose passage": attribution.OTHER,
}
MEASURES = {name: entry for section in SECTIONS.values() for name, entry in section.items()}

FOR_EXHIBIT = {
    "timeline": ("log_ratio_conservative",),
    "finding": ("rate", "bootstrap", "wilson", "gamma", "fisher_p"),
    "confounds": ("confounds",),
    "top_terms": ("rate", "bootstrap", "wilson", "gamma"),
    "distinctive_terms": ("tfidf", "length_fair"),
    "keywords": ("log_ratio_conservative", "log_ratio", "log_likelihood", "q_value", "length_fair"),
    "keyness_scatter": ("rate", "log_ratio_conservative", "log_ratio", "log_likelihood", "q_value"),
    "word_shift": ("word_shift", "jensen_shannon", "log_ratio_conservative"),
    "agreement": ("agreement", "tfidf", "log_likelihood", "log_ratio", "log_odds_z", "dispersion_keyness"),
    "term_rates": ("rate", "bootstrap", "wilson", "gamma", "length_fair"),
    "term_heatmap": ("rate", "bootstrap", "wilson", "gamma", "length_fair"),
    "topic_shares": ("nmf", "lda", "stability", "bootstrap"),
    "topic_words": ("nmf", "lda", "stability"),
    "topic_passages": ("nmf", "lda", "stability"),
    "topic_search": ("topic_search", "coherence_npmi", "stability"),
    "topic_trends": ("nmf", "lda", "stability", "bootstrap"),
    "trends": ("rate", "bootstrap", "wilson", "gamma"),
    "similarity": ("jensen_shannon", "cosine", "burrows_delta", "cosine_delta", "length_fair"),
    "correspondence": ("correspondence_analysis",),
    "tree": ("tree_support", "burrows_delta", "cosine_delta", "jensen_shannon", "cosine"),
    "lockwords": ("lockwords", "log_likelihood", "bootstrap", "wilson", "gamma"),
    "formulae": ("shared_formulae", "rate", "wilson"),
    "silences": ("silences", "q_value"),
    "asked_silences": ("silences", "rate", "bootstrap", "wilson", "gamma"),
    "parallels": ("shared_formulae", "nmf", "stability"),
    "company": ("log_dice", "log_likelihood"),
    "network": ("log_dice", "log_likelihood"),
    "barcode": ("gries_dp_norm", "random_spread", "range"),
    "evenness": ("gries_dp_norm", "random_spread", "range"),
    "concepts": ("rate", "bootstrap", "wilson", "gamma"),
    "concept_variants": ("rate", "bootstrap", "wilson", "gamma"),
    "modality": ("rate", "bootstrap", "wilson", "gamma"),
    "obligation": ("clopper_pearson", "fisher_p"),
    "actors": ("rate", "bootstrap", "wilson", "gamma"),
    "word_cloud": ("cloud", "rate", "bootstrap", "gamma", "log_likelihood", "log_ratio_conservative"),
    "diversity": tuple(dict.fromkeys(("mattr", "mtld", "hdd", "ttr", "halves", *DIVERSITY, "length_fair"))),
    "diversity_along": ("mattr",),
    "readability": (*READABILITY, "bootstrap"),
    "sentence_lengths": ("sentence_length", "bootstrap"),
    "concordance": ("concordance",),
    "advice": ("stability", "mattr", "confounds"),
    "belonging": ("naive_bayes", "bootstrap"),
    "attribution": ("naive_bayes", "telling_words", "calibration", "wilson"),
    "attribution_confidence": ("calibration", "naive_bayes", "wilson"),
}

# Measures of which an option of an exhibit chooses some: the others are not behind it.
_CHOSEN_AMONG = (set(SIMILARITY), set(DIVERSITY), set(READABILITY), set(METHODS))

# Measures that give a whole group, or a pair of groups, one number.
OF_GROUPS = set(SIMILARITY) | set(DIVERSITY) | set(READABILITY)


# Kinds of interval that a table has only where there is very much text.
_IF_IN_TABLE = {"gamma"}


def shown_with(exhibit: str, table: pd.DataFrame) -> list[str]:
    """The measures that are explained with an exhibit, those that its options do not choose among them."""
    used = set(table["interval"]) if "interval" in table else set()
    return [measure for measure in FOR_EXHIBIT[exhibit] if measure not in _IF_IN_TABLE - used]


def measures_behind(exhibit: str, options: object, table: pd.DataFrame) -> list[str]:
    """The measures behind an exhibit as its options have it: the chosen ones, length-fairness where it is asked for."""
    given = [part for value in vars(options).values() for part in (value if isinstance(value, tuple) else (value,))]
    left_out = set() if getattr(options, "fair", False) else {"length_fair"}
    for alternatives in _CHOSEN_AMONG:
        if chosen := alternatives.intersection(map(str, given)):
            left_out |= alternatives - chosen
    return [measure for measure in shown_with(exhibit, table) if measure not in left_out]

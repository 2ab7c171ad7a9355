"""Worked examples of what texts share, leave out, and differ in besides."""

from __future__ import annotations

from analysis import Corpus, closest_passages, lockwords, shared_formulae, silences, stop_words

from .confounds import ConfoundOptions, confound_card
from .groups import text_labels


def confounds_example(corpus: Corpus) -> str:
    """What cannot be told apart from the author."""
    return confound_card(corpus, ConfoundOptions()).reading


def lockwords_example(corpus: Corpus) -> str:
    """The word that is used most alike."""
    row = lockwords(corpus, stop_words=stop_words(corpus.stop_list)).iloc[0]
    labels = text_labels(corpus.documents)
    return f"“{row['term']}”, {row['count']} hits: between {row['lowest_per_1000']:.1f} ({labels[row['lowest_group']]}) and {row['highest_per_1000']:.1f} ({labels[row['highest_group']]}) per 1,000 words, variation {row['variation']:.2f}."


def silences_example(corpus: Corpus) -> str:
    """The word that is missed most."""
    row = silences(corpus, stop_words=stop_words(corpus.stop_list)).iloc[0]
    telling = "the silence tells something" if row["telling"] else "the text may only be too short"
    return f"{text_labels(corpus.documents)[row['group']]} never uses “{row['term']}”; at the others’ {row['reference_per_1000']:.1f} per 1,000 words {row['expected']:.1f} hits were to be expected, and at most {row['highest_per_1000']:.1f} per 1,000 are compatible with none: {telling}."


def shared_formulae_example(corpus: Corpus) -> str:
    """The phrase that most texts share."""
    row = shared_formulae(corpus, stop_words=stop_words(corpus.stop_list)).iloc[0]
    labels = text_labels(corpus.documents)
    return f"“{row['term']}” ({row['n']} words) stands {row['count']} times, in {', '.join(labels[text] for text in row['in_groups'].split(' | '))}."


def alignment_example(corpus: Corpus) -> str:
    """The two paragraphs that come closest."""
    row = closest_passages(corpus, stop_words=stop_words(corpus.stop_list), n=1).iloc[0]
    labels = text_labels(corpus.documents)
    return f"{labels[row['document_id']]}, paragraph {row['paragraph']}, and {labels[row['other_document_id']]}, paragraph {row['other_paragraph']}: {row['matches']} equal words in {row['words']} places, score {row['score']}: “{row['shared']}”."

"""Columns whose name means something else, or something more exact, in one exhibit. To add one: a line in SPECIAL."""

from __future__ import annotations

from collections.abc import Mapping

from .column import CHARACTERS, PROBABILITY, RATE, SCALE, SHARE, Column

_TEXT = Column("text (group)", "", "The text, as a group of its own.")
_TOPIC = Column("topic (group)", "", "The topic, as a group of its own: its number and strongest words.")
_P = "Probability of so large a difference by chance, were words independent: by "
_KEYNESS = {
    "texts": Column("texts with it", "texts", "Texts of the whole corpus that have the word."),
    "n_texts": Column("texts", "texts", "Texts of the whole corpus."),
}
_NEAR = {
    "expected": Column("expected meetings", "hits", "How often the two words would stand near each other by chance alone."),
    "log_likelihood": Column("G²", "", "Signed log-likelihood with four cells: evidence that the two meet more often than by chance, negative where less often."),
}  # fmt: skip
_SHARES = {
    "low": Column("lower limit", SHARE, "Lower limit of the 95 % interval of the share."),
    "high": Column("upper limit", SHARE, "Upper limit of the 95 % interval of the share."),
}
_TIMED = {
    "group": Column("text (group)", "", "The text; of an event the text that names it, if one does."),
    "term": Column("word or event", "", "The word, search or topic that is followed, or the event."),
    "words": Column("words", "words", "Running words of the text; none for an event."),
}
_BY_MEASURE = {
    "low": Column("lower limit", "", "Lower limit of the 95 % interval of the value, in the measure’s own unit."),
    "high": Column("upper limit", "", "Upper limit of the 95 % interval of the value, in the measure’s own unit."),
}
_GUESSED = _SHARES | {"count": Column("passages", "passages", "Passages so guessed.")}
_KEEPS_RANK = {
    "holds": Column("holds", SHARE, "Share of the draws at equal length in which the group keeps its rank for the search."),
    "low": Column("lower limit", RATE, "Lower limit of the 95 % interval of the rate; length-fair: of the middle 95 % of the windows."),
    "high": Column("upper limit", RATE, "Upper limit of the 95 % interval of the rate; length-fair: of the middle 95 % of the windows."),
}  # fmt: skip

SPECIAL: Mapping[str, Mapping[str, Column]] = {
    "timeline": {"group": _TEXT, "role": Column("role of the author", "", "Office or post of the author when the text was written.")},
    "finding": {"group": _TEXT},
    "confounds": {
        "value": Column("values", "", "The values of the texts of the group, parted by a bar; “not known” where one is missing."),
    },
    "term_rates": _KEEPS_RANK,
    "term_heatmap": _KEEPS_RANK,
    "distinctive_terms": {
        "fair_value": Column("length-fair TF-IDF", "", "Median TF-IDF in windows as long as the shortest group."),
    },
    "keywords": _KEYNESS | {
        "fair_value": Column("length-fair Log Ratio", "log₂", "Median Log Ratio in windows as long as the shortest group."),
        "fair_low": Column("length-fair Log Ratio, lower limit", "log₂", "Lower end of the middle 95 % of the Log Ratio in windows as long as the shortest group."),
        "fair_high": Column("length-fair Log Ratio, upper limit", "log₂", "Upper end of the middle 95 % of the Log Ratio in windows as long as the shortest group."),
    },
    "keyness_scatter": _KEYNESS | {
        "per_1000": Column("target, per 1,000 words", RATE, "Rate of the word in the target group."),
    },
    "word_shift": {
        "per_1000": Column("target, per 1,000 words", RATE, "Rate of the word in the target group."),
    },
    "agreement": {
        "label": Column("method", "", "Name of the method in this row."),
        "paragraphs": Column("paragraphs with the word", "paragraphs", "Paragraphs of the group that have the word."),
        "n_paragraphs": Column("paragraphs of the group", "paragraphs", "Paragraphs of the group, with the word or without."),
        "rank": Column("rank by the method", "", "Rank of the word by this method: 1 most typical of the group."),
        "value": Column("value by the method", "", "What the method gives the word, in its own unit."),
    },
    "topic_shares": _SHARES | {
        "paragraphs": Column("paragraphs of the group", "paragraphs", "Paragraphs of the group."),
    },
    "topic_words": {
        "group": _TOPIC,
        "rank": Column("rank in the topic", "", "Place of the word among those of its topic: 1 the strongest."),
        "term": Column("word", "", "A word of the topic."),
        "weight": Column("weight", SHARE, "Share of the topic that the word makes."),
    },
    "topic_passages": {
        "group": _TEXT,
        "node": Column("node", "", "The topic’s strongest word that stands in the paragraph, as written."),
    },
    "topic_search": {
        "stability": Column("stability", SCALE, "How much of the topics’ ten strongest words comes back when the model is fitted anew, on average over the topics."),
    },
    "topic_trends": _SHARES | _TIMED | {
        "paragraphs": Column("paragraphs of the text", "paragraphs", "Paragraphs of the text."),
    },
    "trends": _TIMED | {
        "count": Column("hits", "hits", "How often the search stands in the text; of an event, in how many passages it is named."),
    },
    "similarity": _BY_MEASURE | {
        "low": Column("length-fair, lower limit", "", "Lower end of the middle 95 % of the value in windows as long as the shortest group."),
        "high": Column("length-fair, upper limit", "", "Upper end of the middle 95 % of the value in windows as long as the shortest group."),
        "holds": Column("holds", SHARE, "Share of the draws at equal length in which the pair keeps its rank."),
        "rank": Column("rank of the pair", "", "Place among all pairs by the value of the whole groups: 1 the highest."),
    },
    "correspondence": {
        "count": Column("hits", "hits", "Count of the group or the word in the table behind the map."),
        "kind": Column("kind", "", "“group” or “term”, a word."),
    },
    "tree": {
        "node": Column("branch", "", "Number of the join, nearest first."),
        "left": Column("first branch", "", "A group, or the number of an earlier join."),
        "right": Column("second branch", "", "A group, or the number of an earlier join."),
    },
    "lockwords": {
        "highest_per_1000": Column("highest rate, per 1,000 words", RATE, "Rate in the group that uses the word most."),
        "p_value": Column("p", PROBABILITY, f"{_P}G² over all groups; a large one says only that no difference was found."),
    },
    "formulae": {
        "count": Column("hits", "hits", "How often the phrase stands in the group, or in all together."),
        "group": Column("group", "", "The group compared, or all groups together."),
        "term": Column("phrase", "", "The phrase that several groups share."),
        "time": Column("place in time", "year", "Date of the group’s first dated text, in years and parts of a year."),
    },
    "silences": {
        "p_value": Column("p", PROBABILITY, "Probability of no hit in the group, did all use the word alike: Fisher’s exact test."),
        "term": Column("word", "", "The word that the group never uses."),
    },
    "asked_silences": {
        "hits": Column("hits", "hits", "How often the search stands in the group."),
    },
    "parallels": {
        "hits": Column("hits in the first text", "hits", "How many such passages the first text has."),
        "document_id": Column("first text", "", "Short name of the first text."),
        "start": Column("start in the first text", CHARACTERS, "Characters of the first text before the passage’s node."),
        "end": Column("end in the first text", CHARACTERS, "Characters of the first text before the end of the passage’s node."),
        "place": Column("place in the first text", SHARE, "Where the passage stands in the first text, by its characters: 0 at the beginning, 1 at the end."),
    },
    "company": _NEAR,
    "network": _NEAR | {
        "kind": Column("kind", "", "“word” for the node and a word near it, “link” for two of these words near each other."),
        "share": Column("share of the group with most", SHARE, "Share of the meetings that the group with most of them has."),
    },
    "barcode": {
        "group": _TEXT,
        "low": Column("by chance, lower limit", SCALE, "Lower limit of 95 in 100 values of DPnorm, were the hits strewn at random."),
        "high": Column("by chance, upper limit", SCALE, "Upper limit of 95 in 100 values of DPnorm, were the hits strewn at random."),
        "hits": Column("hits in the text", "hits", "How often the search stands in the text."),
        "place": Column("place in the text", SHARE, "Where in its text the hit stands, by running words: 0 at the first, 1 at the last."),
    },
    "evenness": {
        "count": Column("hits", "hits", "How often the word stands in the texts looked at."),
        "low": Column("by chance, lower limit", SCALE, "Lower limit of 95 in 100 values of DPnorm, were the hits strewn at random."),
        "high": Column("by chance, upper limit", SCALE, "Upper limit of 95 in 100 values of DPnorm, were the hits strewn at random."),
        "per_1000": Column("per 1,000 words", RATE, "Hits for every 1,000 running words of the texts looked at."),
    },
    "concepts": {"term": Column("idea", "", "A family of words that name one idea, searched under all its names.")},
    "concept_variants": {"term": Column("name of the idea", "", "One of the names by which the idea goes; each place counts for one name only.")},
    "modality": {"term": Column("modal word", "", "The word of duty, ability or likelihood that is counted.")},
    "obligation": _SHARES | {
        "count": Column("should and must", "hits", "How often the group says “should” or “must”."),
        "share": Column("share of must", SHARE, "“Must” as a share of all “should” and “must”."),
    },
    "actors": {"term": Column("actor", "", "Who is spoken of, under all names.")},
    "word_cloud": {
        "group": Column("group", "", "The group whose cloud has the word, or that uses it most beyond the rest; all texts for a cloud of what all share."),
        "n_texts": Column("texts", "texts", "Texts of the group; of the whole corpus in a cloud of what parts the groups."),
        "texts": Column("texts with it", "texts", "Texts of the group that have the word; of the whole corpus in a cloud of what parts the groups."),
        "low": Column("lower limit", RATE, "Lower limit of the 95 % interval of the rate; where all share the word, of its lowest rate."),
        "high": Column("upper limit", RATE, "Upper limit of the 95 % interval of the rate; where all share the word, of its lowest rate."),
    },
    "diversity": {
        "low": Column("lower limit", "", "Lower limit of the 95 % interval of the value; length-fair: of the middle 95 % of the windows."),
        "high": Column("upper limit", "", "Upper limit of the 95 % interval of the value; length-fair: of the middle 95 % of the windows."),
        "holds": Column("holds", SHARE, "Share of the draws at equal length in which the group keeps its rank for the measure."),
        "other": Column("value at another length", "", "Mean type–token ratio of windows as long as the shortest group; length-fair: the value of the whole group."),
        "rank": Column("rank", "", "Place of the group by the value of the whole group: 1 the highest."),
        "value": Column("value", "", "Value of the measure, in its own unit; length-fair: the median of the windows."),
        "words": Column("words", "words", "Running words of the group, numbers left out."),
    },
    "diversity_along": {
        "first": Column("first word of the window", "words", "Running words of the text before the window."),
        "group": _TEXT,
        "window": Column("words of the window", "words", "Running words looked at together."),
    },
    "readability": _BY_MEASURE | {
        "value": Column("value", "", "Flesch: points, higher is easier; the others: years of school in the United States, higher is harder."),
        "words": Column("words", "words", "Words of the group, numbers left out."),
    },
    "sentence_lengths": {
        "end": Column("end", CHARACTERS, "Characters of the text before the end of the sentence."),
        "position": Column("position", "", "Number of the sentence’s first token in the corpus, from 0."),
        "start": Column("start", CHARACTERS, "Characters of the text before the sentence."),
        "words": Column("words", "words", "Words of the sentence, numbers left out."),
    },
    "concordance": {"group": _TEXT},
    "advice": {
        "method": Column("name of the method", "", "The method as programs know it."),
        "label": Column("method", "", "The method as the pages call it."),
        "light": Column("light", "", "green: use it; amber: with the care that is named; red: not on these texts."),
        "reason": Column("reason", "", "The numbers of these texts that decide the light."),
        "do": Column("what to do", "", "What helps; empty where the light is green."),
    },
    "belonging": {
        "group": _TEXT,
        "words": Column("words", "words", "Words of the text, numbers left out."),
        "bits": Column("nearness", "bits a word", "How much more probable a word of the text is here than on average in all; mean over the draws."),
        "low": Column("lower limit", "bits a word", "Lower limit of the middle 95 % of the draws."),
        "high": Column("upper limit", "bits a word", "Upper limit of the middle 95 % of the draws."),
        "nearest": Column("nearest in", SHARE, "Share of the draws in which this is the nearest."),
        "known": Column("known words", SHARE, "Share of the content words of the text that the others have."),
        "usual_known": Column("usual", SHARE, "The least that this share is for any of the other texts."),
        "verdict": Column("verdict", "", "nearest, cannot tell, or strange to all; of the nearest text only."),
    },
    "attribution": _GUESSED | {
        "group": Column("whose it is", "", "The group the passages are from."),
        "guess": Column("taken for", "", "The group the classifier takes them for."),
        "n": Column("passages of the group", "passages", "All passages of the group."),
        "share": Column("share", SHARE, "Share of the group’s passages that are taken for that group; right where the two agree."),
    },
    "attribution_confidence": _GUESSED | {
        "from_probability": Column("at least so sure", PROBABILITY, "Where the step of confidence begins."),
        "to_probability": Column("less sure than", PROBABILITY, "Where the step of confidence ends; the last step holds its end."),
        "correct": Column("of these right", "passages", "Passages that were given to their own group."),
        "probability": Column("how sure on average", PROBABILITY, "Mean probability that the classifier gave its guesses."),
        "share": Column("share right", SHARE, "Share of the guesses that are right; honest where it agrees with the probability."),
    },
}  # fmt: skip

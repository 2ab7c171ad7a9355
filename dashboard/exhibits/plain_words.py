"""What every number of an exhibit means in plain words: those of its reading and those on its axes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import glossary
from ..glossary.plain import TERMS
from ..words import escape_markdown
from . import plain_examples as worked
from . import plain_relations as related
from .base import Exhibit

Names = worked.Names


@dataclass(frozen=True)
class Sign:
    """Something that stands in a reading or on an axis and wants plain words.

    key: of a measure of the glossary or of a term in glossary/plain.py; shown: what a reader sees of it; found: a
    regular expression for it in a reading; example: it worked on a row of the exhibit, "" where that is not possible.
    """

    key: str
    shown: str
    found: str
    example: worked.Example = worked.nothing

    @property
    def plain(self) -> str:
        """One or two short sentences."""
        return TERMS[self.key] if self.key in TERMS else glossary.MEASURES[self.key].plain


_NEVER = r"(?!)"
# In the order in which they are explained.
SIGNS = {
    sign.key: sign
    for sign in (
        Sign("hits", "hits", r"\bhits?\b", worked.hits),
        Sign("words", "words", r"words of running text|(?:of|in) \d[\d,]* words|\(\d[\d,]* words\)"),
        Sign("rate", "per 1,000 words", r"per 1,000", worked.rate),
        Sign("versus", "two numbers with a colon", r"\d : \d", worked.versus),
        Sign("to", "two numbers with a colon", r"\d:\d", worked.should_to_must),
        Sign("topic_share", "per cent of a topic", _NEVER, related.topic_share),
        Sign("interval", "numbers in brackets, lines", r"\[[^\]]*\d[^\]]*–[^\]]*\d%?\]", worked.interval),
        Sign(
            "length_fair", "as short as the shortest, draws", r"as short as the shortest|Length-fair|running words each"
        ),
        Sign("fair_interval", "length-fair lines", r"windows|stretches as long", worked.nothing),
        Sign("no_hit", "what no hit still allows", r"still (?:possible|allows)", worked.highest_rate),
        Sign("in_groups", "in so many groups", r"in \d+ of \d+ (?:groups|texts)|in every group|On every list"),
        Sign("in_paragraphs", "in so many paragraphs", r"\d+ of (?:\d+ )?paragraphs", worked.nothing),
        Sign("log_ratio", "Log Ratio", r"Log Ratio", worked.log_ratio),
        Sign("log_ratio_conservative", "conservative Log Ratio", r"conservative Log Ratio", worked.sure_ratio),
        Sign("log_likelihood", "G²", r"G²", worked.evidence),
        Sign("tfidf", "TF-IDF", r"TF-IDF", worked.tfidf),
        Sign("log_odds_z", "weighted log-odds", r"log-odds"),
        Sign("dispersion_keyness", "dispersion keyness", r"dispersion keyness"),
        Sign("rank_of_word", "number on a list", r"\bnumber \d+ by"),
        Sign("agreement", "by all methods", r"methods\b"),
        Sign("chance", "level, beyond chance", r"beyond chance|at level|differ more than chance"),
        Sign("q_value", "q", r"\bq\b ?[=<]", worked.q_value),
        Sign("fisher_p", "p", r"\bp\b ?(?:=|under|<)", worked.p_value),
        Sign("naive_bayes", "the machine’s guess", _NEVER),
        Sign("known", "per cent of a text’s passages", _NEVER, related.known),
        Sign("calibration", "how sure", _NEVER, related.promised),
        Sign("guess_interval", "95 % interval, lines", _NEVER),
        Sign("expected", "expected", r"expected", worked.expected),
        Sign("telling", "tells", r"\btells?\b"),
        Sign("jensen_shannon", "Jensen–Shannon divergence, in bits", r"\bbits\b", related.measured("jensen_shannon")),
        Sign("cosine", "cosine", r"\b[Cc]osine\b(?! Delta)", related.measured("cosine")),
        Sign("burrows_delta", "Burrows’s Delta", r"Burrows", related.measured("burrows_delta")),
        Sign("cosine_delta", "Cosine Delta", r"Cosine Delta", related.measured("cosine_delta")),
        Sign("distance", "number of a pair", _NEVER),
        Sign("word_shift", "a bar", _NEVER, worked.contribution),
        Sign("share_of_difference", "per cent of the difference", r"whole difference"),
        Sign("correspondence_analysis", "the map", _NEVER),
        Sign("axis_share", "per cent of all differences, inertia", r"of all differences|inertia"),
        Sign("hollow_point", "hollow", r"Hollow"),
        Sign("join", "distance of a join", r"Joined first", related.join),
        Sign("tree_support", "draws of paragraphs", r"draws of paragraphs", related.support),
        Sign("multiple", "multiple of the mean rate", _NEVER, worked.multiple),
        Sign("nmf", "topic", r"\b[Tt]opics?\b|groups of words that keep company"),
        Sign("lda", "topic", _NEVER),
        Sign("paragraph_share", "per cent of a paragraph", r"a fifth of topic", related.paragraph_share),
        Sign("stability", "come back, stability", r"topics come back|stability|stable", related.stability),
        Sign("coherence_npmi", "NPMI, coherence", r"NPMI|coheren", related.coherence),
        Sign("smallest_topic", "the smallest topic", r"the smallest holds"),
        Sign("meetings", "meetings", r"meetings|keep company with|together\)", related.meetings),
        Sign("mostly", "mostly in one group", r"mostly in one"),
        Sign("log_dice", "logDice, closeness", r"logDice|[Cc]losest|closeness", related.closeness),
        Sign("gries_dp_norm", "DPnorm, unevenness", r"DPnorm|[Uu]nevenness", related.unevenness),
        Sign("random_spread", "by chance", r"by chance\b", related.unevenness_by_chance),
        Sign("strip", "strips", r"strips"),
        Sign("times", "times", r"\(\d+ times|\d+ times\)"),
        Sign("shared_formulae", "shared phrases", r"shared phrase"),
        Sign("band", "coined, carried, dropped", r"[Cc]oined|carried|dropped"),
        Sign("lockwords", "used alike", r"Most alike"),
        Sign("confounds", "what else differs", r"cannot be told apart|can be ascribed"),
        Sign("mattr", "MATTR", r"MATTR", related.measured("mattr")),
        Sign("mtld", "MTLD", r"MTLD", related.measured("mtld")),
        Sign("hdd", "HD-D", r"HD-D", related.measured("hdd")),
        Sign("yule_k", "Yule’s K", r"Yule’s K", related.measured("yule_k")),
        Sign("ttr", "type–token ratio", r"type–token ratio|TTR", related.measured("ttr")),
        Sign("halves", "lines", _NEVER),
        Sign("different", "different words in a row", r"words in a row", related.different_words),
        Sign("grade", "grade", r"\bgrades?\b"),
        Sign("sentence_length", "median", r"Half of the sentences|median"),
        Sign("middle_half", "middle half", _NEVER),
        Sign("cloud", "size of a word", r"Size follows"),
        Sign("concordance", "a stroke", _NEVER),
        Sign("place", "place in the text", _NEVER),
        Sign("axis_words", "words from the beginning", _NEVER),
        Sign("year_axis", "the axis of years", _NEVER),
        Sign("colour", "colours", _NEVER),
        Sign("size", "size of a disc", _NEVER),
        Sign("seed", "seed, under the chart", _NEVER),
        Sign("fingerprint", "corpus and a row of signs, under the chart", _NEVER),
    )
}

# What the axes and labels of a picture want explained, beyond what the reading names.
ON_AXES = {
    "timeline": ("words", "year_axis", "size"),
    "finding": ("rate", "interval"),
    "confounds": ("confounds",),
    "top_terms": ("rate", "interval"),
    "term_rates": ("rate", "interval"),
    "term_heatmap": ("rate", "colour"),
    "distinctive_terms": ("tfidf",),
    "keywords": ("log_ratio", "log_ratio_conservative", "chance"),
    "keyness_scatter": ("rate",),
    "word_shift": ("jensen_shannon", "word_shift", "rate"),
    "agreement": ("rank_of_word", "tfidf", "log_likelihood", "log_ratio", "log_odds_z", "dispersion_keyness"),
    "topic_shares": ("topic_share", "colour"),
    "topic_words": ("nmf",),
    "topic_passages": ("place", "paragraph_share"),
    "topic_search": ("coherence_npmi", "stability"),
    "topic_trends": ("topic_share", "interval", "year_axis"),
    "trends": ("rate", "interval", "year_axis"),
    "similarity": ("distance",),
    "correspondence": ("correspondence_analysis", "axis_share"),
    "tree": ("join", "tree_support"),
    "lockwords": ("multiple", "interval"),
    "formulae": ("band",),
    "silences": ("expected", "telling"),
    "asked_silences": ("rate", "no_hit", "expected"),
    "parallels": ("place",),
    "company": ("log_dice", "meetings"),
    "network": ("log_dice", "meetings", "mostly"),
    "barcode": ("axis_words", "gries_dp_norm"),
    "evenness": ("gries_dp_norm", "random_spread"),
    "concepts": ("rate", "hits", "colour"),
    "concept_variants": ("rate", "hits", "colour"),
    "modality": ("rate", "hits", "interval"),
    "obligation": ("to", "interval"),
    "actors": ("rate", "hits", "interval"),
    "word_cloud": ("cloud", "rate", "interval"),
    "diversity": ("halves",),
    "diversity_along": ("axis_words", "different"),
    "readability": ("grade", "interval"),
    "sentence_lengths": ("sentence_length", "middle_half", "interval"),
    "concordance": ("place", "hits"),
    "advice": ("confounds",),
    "belonging": ("guess_interval",),
    "attribution": ("naive_bayes", "known", "guess_interval", "colour"),
    "attribution_confidence": ("naive_bayes", "calibration", "guess_interval"),
}
_UNDER_THE_CHART = ("seed", "fingerprint")
# Exhibits whose measures are chosen: all that are shown are explained.
_CHOSEN = ("similarity", "tree", "diversity", "readability")


@dataclass(frozen=True)
class Explained:
    """One sign in plain words. here: a number of this very exhibit, worked; "" where there is none."""

    shown: str
    plain: str
    here: str


def explained(exhibit: Exhibit, names: Names | None = None) -> list[Explained]:
    """Every sign of an exhibit in plain words. names: how its groups are called on the screen."""
    called = names or {}
    return [Explained(sign.shown, sign.plain, sign.example(exhibit, called)) for sign in signs(exhibit)]


def plain_words(exhibit: Exhibit, names: Names | None = None) -> str:
    """The same as a Markdown list; words of texts and visitors are escaped."""
    return "\n".join(
        f"- **{escape_markdown(item.shown)}**: {escape_markdown(' '.join(filter(None, [item.plain, item.here])))}"
        for item in explained(exhibit, names)
    )


def signs(exhibit: Exhibit) -> list[Sign]:
    """The signs of an exhibit, in the order of SIGNS, then the chosen measures that have no sign of their own."""
    chosen = glossary.measures_behind(exhibit.name, exhibit.options, exhibit.table) if exhibit.name in _CHOSEN else []
    asked = {*ON_AXES[exhibit.name], *chosen, "fingerprint"}
    if "seed" in exhibit.receipt.text():
        asked.add("seed")
    # A visitor's or a text's own words, in quotation marks, are no signs.
    reading = re.sub(r"“[^”]*”", "“”", exhibit.reading)
    found = asked | {sign.key for sign in SIGNS.values() if re.search(sign.found, reading)}
    if getattr(exhibit.options, "fair", False):
        # The lines are of stretches at equal length then.
        found = found - {"interval", "halves"} | {"fair_interval"}
    others = [name for name in chosen if name not in SIGNS and name in glossary.OF_GROUPS]
    named = [sign for sign in SIGNS.values() if sign.key in found]
    listed = [Sign(name, glossary.MEASURES[name].label, _NEVER, related.measured(name)) for name in others]
    last = [sign for sign in named if sign.key in _UNDER_THE_CHART]
    return [sign for sign in named if sign not in last] + listed + last

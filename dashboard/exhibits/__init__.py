"""All exhibits by name. To add one: an options dataclass, a function, a line here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from analysis import Corpus, OptionError
from analysis.errors import require_one_of

from .actors import ActorsOptions, actors
from .advice import AdviceOptions, advised
from .agreements import AgreementOptions, agreements
from .attributions import AttributionOptions, attribution, attribution_confidence
from .base import Exhibit
from .belonging import BelongingOptions, belongs
from .clouds import WordCloudOptions, word_cloud
from .company import CompanyOptions, company
from .concepts import ConceptsOptions, ConceptVariantsOptions, concept_variants, concepts
from .concordances import ConcordanceOptions, concordance_lines
from .confounds import ConfoundOptions, confound_card
from .contrasts import ScatterOptions, ShiftOptions, keyness_scatter, shift
from .dispersions import BarcodeOptions, EvennessOptions, barcode, evenness
from .distinctiveness import DistinctiveTermsOptions, KeywordsOptions, distinctive, keyness
from .diversity import AlongOptions, DiversityOptions, diversity, diversity_windows
from .even_choice import NO_LIMIT, Limit, even_choice, told
from .findings import FindingOptions, finding
from .formulae import FormulaeOptions, formulae
from .frequencies import TermRatesOptions, TopTermsOptions, term_rates, top_terms
from .groups import MANY_GROUPS, MOST_GROUPS, columns_to_group_by, too_many_groups
from .lockwords import LockwordsOptions, locked
from .maps import CorrespondenceOptions, correspondence_exhibit
from .modality import ModalityOptions, ObligationOptions, modality, obligation
from .network import NetworkOptions, network
from .parallels import ParallelOptions, parallels
from .reading_ease import ReadabilityOptions, readability
from .sentence_lengths import SentenceLengthOptions, sentence_length
from .silences import AskedOptions, SilencesOptions, asked_silences, silent
from .similarity import SimilarityOptions, similarity
from .term_heatmaps import TermHeatmapOptions, term_heatmap
from .timelines import TimelineOptions, timeline
from .topic_passages import TopicPassagesOptions, passages_of_topic
from .topic_search import TopicSearchOptions, topic_search
from .topics import TopicModelOptions, TopicOptions, topic_shares, topic_words
from .trees import TreeOptions, tree_exhibit
from .trends import TopicTrendsOptions, TrendsOptions, topic_trends, trends


@dataclass(frozen=True)
class Entry:
    """How one exhibit is made, and the page that shows it. limit: how much it can look at while somebody waits."""

    options: type
    make: Callable[[Corpus, object], Exhibit]
    page: str
    limit: Limit = NO_LIMIT

    @property
    def question(self) -> str:
        """The question it answers."""
        return " ".join((self.make.__doc__ or "").split("?")[0].split()) + "?"


SENTENCES = Limit(words=200_000)
TRIED_AGAIN = Limit(words=60_000)
A_ROW_EACH = Limit(words=200_000, texts=MANY_GROUPS)

EXHIBITS: Mapping[str, Entry] = {
    "timeline": Entry(TimelineOptions, timeline, "overview"),
    "finding": Entry(FindingOptions, finding, "overview"),
    "confounds": Entry(ConfoundOptions, confound_card, "overview"),
    "top_terms": Entry(TopTermsOptions, top_terms, "frequencies"),
    "term_rates": Entry(TermRatesOptions, term_rates, "frequencies"),
    "term_heatmap": Entry(TermHeatmapOptions, term_heatmap, "frequencies"),
    "distinctive_terms": Entry(DistinctiveTermsOptions, distinctive, "distinctiveness"),
    "keywords": Entry(KeywordsOptions, keyness, "distinctiveness"),
    "keyness_scatter": Entry(ScatterOptions, keyness_scatter, "distinctiveness"),
    "word_shift": Entry(ShiftOptions, shift, "distinctiveness"),
    "agreement": Entry(AgreementOptions, agreements, "distinctiveness"),
    "topic_shares": Entry(TopicOptions, topic_shares, "topics", SENTENCES),
    "topic_words": Entry(TopicModelOptions, topic_words, "topics", SENTENCES),
    "topic_passages": Entry(TopicPassagesOptions, passages_of_topic, "topics", SENTENCES),
    "topic_search": Entry(TopicSearchOptions, topic_search, "topics", TRIED_AGAIN),
    "topic_trends": Entry(TopicTrendsOptions, topic_trends, "trends", SENTENCES),
    "trends": Entry(TrendsOptions, trends, "trends"),
    "similarity": Entry(SimilarityOptions, similarity, "similarity"),
    "correspondence": Entry(CorrespondenceOptions, correspondence_exhibit, "similarity"),
    "tree": Entry(TreeOptions, tree_exhibit, "similarity", SENTENCES),
    "lockwords": Entry(LockwordsOptions, locked, "common_ground"),
    "formulae": Entry(FormulaeOptions, formulae, "common_ground"),
    "silences": Entry(SilencesOptions, silent, "common_ground"),
    "asked_silences": Entry(AskedOptions, asked_silences, "common_ground"),
    "parallels": Entry(ParallelOptions, parallels, "read"),
    "company": Entry(CompanyOptions, company, "company"),
    "network": Entry(NetworkOptions, network, "company"),
    "barcode": Entry(BarcodeOptions, barcode, "dispersion", A_ROW_EACH),
    "evenness": Entry(EvennessOptions, evenness, "dispersion", TRIED_AGAIN),
    "concepts": Entry(ConceptsOptions, concepts, "concepts"),
    "concept_variants": Entry(ConceptVariantsOptions, concept_variants, "concepts"),
    "modality": Entry(ModalityOptions, modality, "concepts"),
    "obligation": Entry(ObligationOptions, obligation, "concepts"),
    "actors": Entry(ActorsOptions, actors, "concepts"),
    "word_cloud": Entry(WordCloudOptions, word_cloud, "clouds"),
    "diversity": Entry(DiversityOptions, diversity, "profile", SENTENCES),
    "diversity_along": Entry(AlongOptions, diversity_windows, "profile", A_ROW_EACH),
    "readability": Entry(ReadabilityOptions, readability, "profile", SENTENCES),
    "sentence_lengths": Entry(SentenceLengthOptions, sentence_length, "profile", SENTENCES),
    "concordance": Entry(ConcordanceOptions, concordance_lines, "concordance"),
    "advice": Entry(AdviceOptions, advised, "fit", SENTENCES),
    "belonging": Entry(BelongingOptions, belongs, "belongs", A_ROW_EACH),
    "attribution": Entry(AttributionOptions, attribution, "whose_passage", SENTENCES),
    "attribution_confidence": Entry(AttributionOptions, attribution_confidence, "whose_passage", SENTENCES),
}


def make(corpus: Corpus, name: str, **options: object) -> Exhibit:
    """The exhibit `name` of a corpus with the given options; the others are as usual for these texts.

    OptionError for an unknown exhibit or option; AnalysisError when the corpus or the options do not allow it.
    """
    require_exhibit(name)
    entry = EXHIBITS[name]
    usual = {field.name: field.default for field in dataclasses.fields(entry.options)}
    for option in options:
        if option not in usual:
            raise OptionError(f"The exhibit {name!r} has no option {option!r}; it has {', '.join(usual)}.")
    # English is what stands in the code; texts in another language have its list.
    of_texts = {"stop_list": corpus.stop_list} if usual.get("stop_list") == "en" else {}
    if "by" in usual and too_many_groups(corpus, usual["by"]):
        of_texts["by"] = columns_to_group_by(corpus.documents)[0]
    chosen = entry.options(**(of_texts | options))
    by = getattr(chosen, "by", "corpus")
    some = even_choice(corpus, entry.limit, by, getattr(chosen, "document_id", ""))
    if too_many_groups(some, by):
        raise OptionError(f"By {by!r} there are more than {MOST_GROUPS} groups to show; compare by another column.")
    made = told(entry.make(some, chosen), corpus, some)
    return dataclasses.replace(made, usual=of_texts)


def require_exhibit(name: str) -> None:
    """OptionError where there is no exhibit of this name."""
    require_one_of("exhibit", name, EXHIBITS)

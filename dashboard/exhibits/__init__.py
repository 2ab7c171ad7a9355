"""All exhibits by name. To add one: an options dataclass, a function, a line here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from analysis import Corpus, OptionError
from analysis.errors import require_one_of

from .agreements import AgreementOptions, agreements
from .base import Exhibit
from .company import CompanyOptions, company
from .concordances import ConcordanceOptions, concordance_lines
from .confounds import ConfoundOptions, confound_card
from .contrasts import ScatterOptions, ShiftOptions, keyness_scatter, shift
from .dispersions import BarcodeOptions, EvennessOptions, barcode, evenness
from .distinctiveness import DistinctiveTermsOptions, KeywordsOptions, distinctive, keyness
from .findings import FindingOptions, finding
from .frequencies import TermRatesOptions, TopTermsOptions, term_rates, top_terms
from .network import NetworkOptions, network
from .parallels import ParallelOptions, parallels
from .timelines import TimelineOptions, timeline
from .topics import TopicOptions, topic_shares, topic_words
from .trends import TrendsOptions, trends


@dataclass(frozen=True)
class Entry:
    """How one exhibit is made, and the page that shows it."""

    options: type
    make: Callable[[Corpus, object], Exhibit]
    page: str


EXHIBITS: Mapping[str, Entry] = {
    "timeline": Entry(TimelineOptions, timeline, "overview"),
    "finding": Entry(FindingOptions, finding, "overview"),
    "confounds": Entry(ConfoundOptions, confound_card, "overview"),
    "top_terms": Entry(TopTermsOptions, top_terms, "frequencies"),
    "term_rates": Entry(TermRatesOptions, term_rates, "frequencies"),
    "distinctive_terms": Entry(DistinctiveTermsOptions, distinctive, "distinctiveness"),
    "keywords": Entry(KeywordsOptions, keyness, "distinctiveness"),
    "keyness_scatter": Entry(ScatterOptions, keyness_scatter, "distinctiveness"),
    "word_shift": Entry(ShiftOptions, shift, "distinctiveness"),
    "agreement": Entry(AgreementOptions, agreements, "distinctiveness"),
    "topic_shares": Entry(TopicOptions, topic_shares, "topics"),
    "topic_words": Entry(TopicOptions, topic_words, "topics"),
    "trends": Entry(TrendsOptions, trends, "trends"),
    "parallels": Entry(ParallelOptions, parallels, "read"),
    "company": Entry(CompanyOptions, company, "company"),
    "network": Entry(NetworkOptions, network, "company"),
    "barcode": Entry(BarcodeOptions, barcode, "dispersion"),
    "evenness": Entry(EvennessOptions, evenness, "dispersion"),
    "concordance": Entry(ConcordanceOptions, concordance_lines, "concordance"),
}


def make(corpus: Corpus, name: str, **options: object) -> Exhibit:
    """The exhibit `name` of a corpus with the given options; the others have their defaults.

    OptionError for an unknown exhibit or option; AnalysisError when the corpus or the options do not allow it.
    """
    require_one_of("exhibit", name, EXHIBITS)
    entry = EXHIBITS[name]
    known = [field.name for field in dataclasses.fields(entry.options)]
    for option in options:
        if option not in known:
            raise OptionError(f"The exhibit {name!r} has no option {option!r}; it has {', '.join(known)}.")
    return entry.make(corpus, entry.options(**options))

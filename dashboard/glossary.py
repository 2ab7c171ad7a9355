"""Teaching text for each measure: the question, the formula, how to read it, what to beware of, the source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One measure in plain words."""

    label: str
    question: str
    formula: str
    reading: str
    caveat: str
    source: str


MEASURES = {
    "rate": Entry(
        "Rate per 1,000 words",
        "How often does a word stand in a text, whatever the text’s length?",
        r"\frac{1000 \cdot a}{c}",
        "*a* hits in *c* words of running text; numbers, notes, references and headings are not counted.",
        "A rate from a handful of hits is a guess: look at its interval before ranking.",
        "standard practice in corpus linguistics.",
    ),
    "bootstrap": Entry(
        "Interval by paragraph bootstrap",
        "Between which rates would this text’s rate lie, had the author written other paragraphs of the same kind?",
        r"\left[q_{.025},\,q_{.975}\right]\ \text{of}\ \frac{\sum_p w_p\,a_p}{\sum_p w_p\,c_p},\quad w \sim \text{Multinomial}(P)",
        "Paragraphs are drawn with replacement 2,000 times inside each text; 95 % of the rates lie in the interval. The seed is shown.",
        "With few paragraphs it can be too narrow. It says nothing of other texts by the author.",
        "Efron 1979; Lijffijt et al. 2016.",
    ),
    "wilson": Entry(
        "Wilson interval",
        "Between which rates does the rate lie where there is no hit, or fewer than 8 paragraphs?",
        r"\frac{p + \frac{z^2}{2c} \pm z\sqrt{\frac{p(1-p)}{c} + \frac{z^2}{4c^2}}}{1 + \frac{z^2}{c}}",
        "Gives an upper bound even for a word that does not occur: zero hits in a short text do not prove much.",
        "It treats words as independent, which they are not, so it is mostly too narrow.",
        "Wilson 1927; Newcombe 1998.",
    ),
    "tfidf": Entry(
        "TF-IDF",
        "Which words does one group use much, and few other groups at all?",
        r"\frac{a}{c}\cdot\ln\frac{n}{df}",
        "*df* of the *n* groups contain the word. High: frequent here and rare elsewhere. 0: every group has it.",
        "With five groups a word that all use scores 0, however unequal its rates; keyness sees it. Values of different corpora must not be compared.",
        "Spärck Jones 1972. The variant of scikit-learn adds 1 to *df* and *n*, adds 1 to the logarithm, and scales each group to length 1.",
    ),
    "log_likelihood": Entry(
        "G² (log-likelihood)",
        "How surprising is the difference between the group and the rest, if both used the word alike?",
        r"\pm 2\sum_{i} O_i \ln\frac{O_i}{E_i}",
        "Four cells: the word and all other words, in the group and in the rest. Minus: the group uses it less. 3.84 is p = .05, 6.63 p = .01, 10.83 p = .001 for one word tried alone.",
        "It is evidence, not size, and grows with the texts. Words repeat inside a text, so it overstates.",
        "Dunning 1993.",
    ),
    "log_ratio": Entry(
        "Log Ratio",
        "How many times more frequent is the word in the group than in the rest?",
        r"\log_2\frac{a/c}{b/d}",
        "1 is twice, 2 four times, 3 eight times as frequent; −1 half. Where a count is 0, 0.5 stands in its place.",
        "It says nothing of how sure it is: rare words come out on top. Read it with the conservative Log Ratio.",
        "Hardie 2014.",
    ),
    "log_ratio_conservative": Entry(
        "Conservative Log Ratio",
        "How many times more frequent is the word at the least?",
        r"\max\left(0,\ \log_2\frac{d}{c}\cdot\frac{p_L}{1-p_L}\right),\quad p_L = B^{-1}\!\left(\tfrac{\alpha}{2m};\,a,\,b+1\right)",
        "The bound of the Log Ratio’s interval nearest to 0, corrected for the *m* words tried. 0: the interval holds “no difference”. It unites effect and evidence, so lists are sorted by it.",
        "The exact bound still treats words as independent.",
        "Hardie 2014; Evert 2022.",
    ),
    "q_value": Entry(
        "q-value (Benjamini–Hochberg)",
        "If I keep all words up to this one, what share of them would be false finds?",
        r"q_{(i)} = \min_{j \ge i}\ \frac{p_{(j)}\,m}{j}",
        "Over the *m* words of the list tested.",
        "It inherits the faults of the p-values it is made from.",
        "Benjamini & Hochberg 1995.",
    ),
    "nmf": Entry(
        "Topics by NMF",
        "Which words keep company in paragraphs, and how much of each paragraph do such groups of words explain?",
        r"V \approx W H,\quad W, H \ge 0",
        "*V* holds the TF-IDF weights of words in paragraphs; *H* gives each topic its words, *W* each paragraph its topics.",
        "A topic is a group of words, not a theme: read its passages before naming it. Another number of topics gives other topics.",
        "Lee & Seung 1999.",
    ),
    "lda": Entry(
        "Topics by LDA",
        "The same question, with a model in which each paragraph mixes topics and each topic is a distribution of words.",
        r"p(w \mid p) = \sum_k p(w \mid k)\,p(k \mid p)",
        "Fitted to word counts by variational Bayes.",
        "201 short paragraphs are few for it: compare its stability with that of NMF.",
        "Blei, Ng & Jordan 2003.",
    ),
    "stability": Entry(
        "Stability of a topic",
        "Would the topic come back, had the model begun elsewhere?",
        r"\frac{1}{R}\sum_{r=1}^{R}\ \max_{k'}\ \frac{|T_k \cap T^{(r)}_{k'}|}{|T_k \cup T^{(r)}_{k'}|}",
        "Overlap of the ten strongest words with the best matching topic of ten runs from random starts. 1: it always comes back; below about 0.6 do not build on it.",
        "A stable topic can still be a trivial one.",
        "Greene, O’Callaghan & Cunningham 2014.",
    ),
    "fisher": Entry(
        "Fisher’s exact test",
        "If two groups chose between two words alike, how probable is a table as uneven as this one?",
        r"p = \sum_{T:\,P(T)\le P(T_0)} \frac{\binom{R_1}{x}\binom{R_2}{C_1-x}}{\binom{N}{C_1}}",
        "Two-sided. Right for small counts.",
        "Hits in one text are not independent of each other.",
        "Fisher 1935.",
    ),
    "concordance": Entry(
        "Concordance",
        "Where does a search stand, and in what words?",
        r"\text{left} \mid \text{node} \mid \text{right}",
        "Every hit with its sentence. A word also finds compounds that hold it (*trust* finds *trust-rebuilding*) unless switched off; phrases never cross a paragraph.",
        "The count of a search can exceed the count of a term, which leaves compounds apart.",
        "the key word in context (KWIC) of Luhn 1960.",
    ),
}

FOR_EXHIBIT = {
    "timeline": ("log_ratio_conservative",),
    "finding": ("rate", "bootstrap", "wilson", "fisher"),
    "top_terms": ("rate", "bootstrap", "wilson"),
    "term_rates": ("rate", "bootstrap", "wilson"),
    "distinctive_terms": ("tfidf",),
    "keywords": ("log_ratio_conservative", "log_ratio", "log_likelihood", "q_value"),
    "topic_shares": ("nmf", "lda", "stability", "bootstrap"),
    "topic_words": ("nmf", "lda", "stability"),
    "trends": ("rate", "bootstrap", "wilson"),
    "concordance": ("concordance",),
}

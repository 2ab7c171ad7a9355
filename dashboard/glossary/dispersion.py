"""Measures of dispersion: how evenly a word is spread over texts or paragraphs."""

from .entry import Entry, Text

TEXTS = {
    "range": Text(
        "In how many parts does the word stand at all?",
        r"\left|\{\,i : v_i > 0\,\}\right|",
        "*vᵢ* hits in part *i*. “4 of 5 texts”: one does without the word. The parts are texts or paragraphs, as chosen.",
        "One single hit counts as much as fifty, and a long part catches more words than a short one. Read it first, then a measure that weighs.",
        plain="In how many texts or paragraphs the word stands at all. “4 of 5 texts”: one does without it.",
    ),
    "juilland_d": Text(
        "How little does the word’s rate go up and down from part to part?",
        r"1 - \frac{\sigma}{\mu\sqrt{n-1}}",
        "*μ* is the mean of the rates in the *n* parts, *σ* their standard deviation. 1: the same rate everywhere; 0: all hits in one part.",
        "Made for parts of equal length; with five unequal texts it misleads, because a short text weighs as much as a long one. With hundreds of paragraphs all frequent words come close to 1.",
        plain="How steady the word is from part to part: 1, the same everywhere; 0, all in one place.",
    ),
    "carroll_d2": Text(
        "If I am told the word’s rate in each part, how hard is it still to guess which part a hit comes from?",
        r"\frac{-\sum_i q_i \log_2 q_i}{\log_2 n}",
        "*qᵢ* is the rate of part *i* as a share of all rates added up. 1: every part is as likely as the next; 0: it is always the same part.",
        "Like Juilland’s D it gives a short part the weight of a long one. Use DP where the parts are of unequal length.",
        plain="How even the word is over the parts: 1, as likely in each; 0, always in the same one.",
    ),
    "rosengren_s": Text(
        "How much of the word’s frequency is left when uneven spread is punished?",
        r"\frac{1}{f}\left(\sum_i \sqrt{s_i\,v_i}\right)^2",
        "*sᵢ* is the length of part *i* as a share of all words, *f* the number of hits. Times *f* it is a frequency “adjusted” for spread. 1: no loss.",
        "The lowest value possible depends on the parts: a word of one text alone has that text’s share of all words. A rare word among many paragraphs is punished however it lies.",
        plain="How much of the word’s frequency is left once clumps count less: 1, nothing is lost.",
    ),
    "gries_dp": Text(
        "What share of the hits would have to move to other parts for an even spread?",
        r"\tfrac{1}{2}\sum_i \left|\frac{v_i}{f} - s_i\right|",
        "Compares the share of hits in each part with its share of all words, so parts may be of any length. 0: as expected everywhere; near 1: heaped up.",
        "It never quite reaches 1; the normalised DP does. A word with fewer hits than there are parts cannot be even: compare words of about the same frequency.",
        plain="Which share of the hits would have to move for an even spread: 0, none; near 1, nearly all.",
    ),
    "gries_dp_norm": Text(
        "How uneven is the spread, on a scale from 0 to 1 whatever the parts?",
        r"\frac{DP}{1 - \min_i s_i}",
        "0: spread as the parts are long. 1: all hits in the shortest part. Over five texts it tells which texts share a word; over paragraphs, whether the word runs through a text or belongs to one passage.",
        "Low values belong to frequent words, so rank only words of about the same frequency. Values over texts and over paragraphs are on different scales. Another form divides by the shortest part *with* the word (Egbert et al. 2020).",
        plain="How unevenly a word is spread: 0, evenly all through; 1, all in one place. Rare words score high by chance alone.",
    ),
    "kl_divergence": Text(
        "How much does a hit tell me about the part it stands in, beyond the length of that part?",
        r"\sum_i \frac{v_i}{f}\,\log_2\frac{v_i/f}{s_i}",
        "In bits. 0: nothing, the word is spread as the parts are long. 1: as much as the answer to one yes-or-no question that halves the corpus.",
        "It has no fixed upper end, and grows with the number of parts. 1 − *e*⁻ᴷᴸ, from 0 to 1, is another way to write it.",
        plain="How much a hit gives away of the part it stands in: 0, nothing.",
    ),
}

OTHER = {
    "random_spread": Entry(
        "Unevenness by chance",
        "How uneven would the word look if its hits were strewn over the text at random?",
        r"(v_1, \ldots, v_n) \sim \text{Multinomial}(f;\ s_1, \ldots, s_n)",
        "Every hit falls on a running word at random, so a part gets hits by its length; the measure is taken of 300 to 500 such draws, and 95 in 100 fall between the two limits. Above them: the word comes in bursts. Inside: nothing more than chance. Below: it is spread more evenly than chance would spread it.",
        "Of many words tried, one in forty lies above the limits by luck. Words come in bursts by their nature, since a text stays with its topic: “beyond chance” is the usual case for nouns, not a discovery by itself.",
        "Simulation under the multinomial model, seed shown.",
        "as the measure, here 0 to 1",
        "the value above the limits: in bursts",
        plain="How uneven the word would look, were its hits thrown into the text blindly. Above that it comes in bursts.",
    ),
}

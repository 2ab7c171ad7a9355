"""Measures of lexical diversity: how rich the vocabulary of a text is."""

from .entry import Entry, Text

TEXTS = {
    "ttr": Text(
        "How many of the words are new ones?",
        r"\frac{V}{W}",
        "*V* different words (types) among *W* running words (tokens). .5: on average each word is used twice.",
        "It falls as a text grows, because the common words come again. It ranks sun-2024, the longest text and by fairer measures the richest, last of the five. Never compare texts of unequal length by it.",
        plain="Different words as a share of all words: 0.5, each word comes twice on average. It falls as a text grows, so it cannot compare texts of unequal length.",
    ),
    "rttr": Text(
        "The type–token ratio, with the root of the length below the line.",
        r"\frac{V}{\sqrt{W}}",
        "Made so that long texts are not put at a disadvantage; higher is richer.",
        "It puts long texts at an advantage instead. Compare texts of equal length only.",
        plain="Different words, weighed against the length of the text. Only for texts of one length.",
    ),
    "cttr": Text(
        "The same, with twice the length under the root.",
        r"\frac{V}{\sqrt{2W}}",
        "The root TTR divided by √2, so it ranks texts in the same order.",
        "As for the root TTR: it rises with the length of a text.",
        plain="Nearly the same as the root type–token ratio, and like it only for texts of one length.",
    ),
    "herdan_c": Text(
        "How fast does the vocabulary grow, if it grew as a power of the length?",
        r"\frac{\ln V}{\ln W}",
        "1: no word ever comes twice. Most prose lies between .8 and .9.",
        "Differences look small because of the logarithms, and it still falls slowly as a text grows.",
        plain="How fast new words keep coming: 1, no word ever comes twice.",
    ),
    "maas": Text(
        "How far does the vocabulary fall behind the length, measured in logarithms?",
        r"a^2 = \frac{\ln W - \ln V}{(\ln W)^2}",
        "Lower is richer: 0, no word comes twice. Natural logarithms here.",
        "Less bound to length than the type–token ratio, but not free of it. With logarithms to the base 10 values are 2.3 times as high: look at the base before comparing with a paper.",
        plain="How far the number of different words falls behind the length: lower is richer.",
    ),
    "yule_k": Text(
        "How likely is it that two words picked blindly from the text are the same?",
        r"10^4\cdot\frac{\sum_i f_i^2 - W}{W^2}",
        "*fᵢ* is how often the type *i* comes. Times 10,000; lower is richer. It hardly changes with the length of a text.",
        "It is ruled by the most frequent words: *the* and *of*, or a slogan that comes again and again. A richer stock of rare words does not move it.",
        plain="How likely it is that two words picked blindly are the same, times 10,000: lower is richer.",
    ),
    "yule_i": Text(
        "How much greater is the variety of words than their repetition?",
        r"\frac{V^2}{\sum_i f_i^2 - V}",
        "Higher is richer. Without repetition it has no value.",
        "Unlike Yule’s K it falls steeply as a text grows: compare texts of equal length only.",
        plain="How much variety outweighs repetition: higher is richer. Only for texts of one length.",
    ),
    "shannon_entropy": Text(
        "How many yes-or-no questions does it take, at best, to guess a word of the text?",
        r"-\sum_i p_i \log_2 p_i",
        "*pᵢ* is the share of the type *i*. In bits: one more bit, and the choice is as wide as among twice as many equally frequent words.",
        "It rises with the length of a text, because new words keep coming.",
        plain="How hard it is to guess the next word, in yes-or-no questions: more is richer.",
    ),
    "msttr": Text(
        "What is the type–token ratio of a piece of fixed length?",
        r"\frac{1}{m}\sum_{j=1}^{m} \frac{V_j}{w}",
        "The text is cut into *m* pieces of *w* words, and their ratios averaged. Equal pieces, so texts of unequal length may be compared.",
        "The rest at the end is left out, and where the cuts fall is chance; MATTR mends both. Values with another *w* must not be compared.",
        plain="The text is cut into pieces of one length. This is the usual share of different words in such a piece.",
    ),
    "mattr": Text(
        "What is the type–token ratio of a window that glides through the text?",
        r"\frac{1}{W - w + 1}\sum_{j=1}^{W-w+1} \frac{V_j}{w}",
        "Every stretch of *w* words is looked at, 100 unless changed, and the ratios averaged. .7: of 100 words 70 are different ones. Texts of unequal length may be compared.",
        "It sees repetition inside the window only: a slogan that comes once a page goes unnoticed. Values with another window must not be compared; a text shorter than the window has none.",
        plain="Which share of the words in a stretch of fixed length are different ones, over all such stretches: higher is richer.",
    ),
    "mtld": Text(
        "How many words does the author write, on average, before the vocabulary begins to repeat itself?",
        r"\frac{W}{\text{runs}},\quad \text{a run ends when } \frac{V}{w} < .72",
        "The type–token ratio is followed word by word; when it drops below .72 a run is complete and it starts afresh. The last run counts in part; the mean of reading forwards and backwards. Higher is richer.",
        "Programs end a run differently, which moves values by up to 6 % (of duan-2022 two other programs give 42.5 and 44.9). Do not trust it below 50 words. Near-duplicate sentences lower it at once.",
        plain="How many words go by, on average, before the vocabulary begins to repeat itself: higher is richer.",
    ),
    "hdd": Text(
        "How many different words would 42 words, drawn blindly from the text, hold?",
        r"\frac{1}{42}\sum_i \left(1 - \frac{\binom{W - f_i}{42}}{\binom{W}{42}}\right)",
        "Each type adds its chance to be among the 42. As a share: .83 is 35 different words of 42. Texts of unequal length may be compared.",
        "The order of the words does not matter, so it cannot tell a repetitive passage from one that comes back to its theme. Some programs leave out the division by 42.",
        plain="Of 42 words picked blindly, which share are different ones? Higher is richer.",
    ),
}

OTHER = {
    "halves": Entry(
        "Interval from halves of the paragraphs",
        "Between which values would a measure of diversity lie, had the author written other paragraphs of the same kind?",
        r"v \pm 1.96\,\sqrt{\frac{1}{B}\sum_{b=1}^{B}\left(v_b - \bar v\right)^2}",
        "Half of the paragraphs are drawn without putting any back, 200 times, kept in order, and the measure taken of each half: *v_b*. How far halves lie apart is how unsure the whole is. A bootstrap will not do: it draws paragraphs twice, and the measures take their words for repetition.",
        "Not for measures that follow the length of a text, whose halves show just that. With few paragraphs it can be too narrow, and it says nothing of other texts by the author.",
        "Shao & Wu 1989 (delete-half jackknife).",
        "two values",
        "wider: less sure",
        plain="The line says how far the value could move: it is taken again from many random halves of the paragraphs.",
    ),
}

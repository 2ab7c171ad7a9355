"""Readability formulae: how hard a text is by the length of its words and sentences."""

from .entry import Entry, Text

_SPREAD = (
    "Syllables are counted by rules, right for 99 % of the running words here against the dictionary of Carnegie "
    "Mellon, which moves {}. Where sentences end and what a word is matters more: {}."
)

TEXTS = {
    "flesch": Text(
        "How easy is the text to read, by the length of its sentences and words?",
        r"206.835 - 1.015\,\frac{W}{S} - 84.6\,\frac{Y}{W}",
        "*W* words, *S* sentences, *Y* syllables. 60 to 70 is plain English, below 30 the prose of scholars; it can fall below 0.",
        _SPREAD.format("it by 0.2 points at most", "another program lies up to 4.7 points above on these texts")
        + " It knows nothing of meaning, order or what the reader already knows, and holds for English only.",
        plain="A score of ease: the higher, the easier. Short words and short sentences raise it; below 30 is scholars’ prose.",
    ),
    "flesch_kincaid": Text(
        "How many years of school does the text ask for?",
        r".39\,\frac{W}{S} + 11.8\,\frac{Y}{W} - 15.59",
        "School years in the United States: 12 ends high school, 16 a first degree. Made from the same counts as Flesch’s score.",
        _SPREAD.format("it by less than 0.1 grade", "another program lies up to 0.9 grades below on these texts")
        + " Read whole grades only. Names such as *international cooperation* make a text “hard” that its readers find easy.",
        plain="About how many years of school a reader needs, by the length of words and sentences: 12 ends high school.",
    ),
    "gunning_fog": Text(
        "How many years of school does the text ask for, by its sentences and its long words?",
        r".4\left(\frac{W}{S} + 100\,\frac{C}{W}\right)",
        "*C* words of three or more syllables, all of them counted. Above 12 is too hard for a wide public, Gunning thought.",
        _SPREAD.format(
            "it by 0.1 grade",
            "another program lies up to 1.9 grades below on these texts, since it also leaves out a list of easy words",
        )
        + " Gunning himself left out names, compounds and forms in *-es*, *-ed*, *-ing*.",
        plain="About how many years of school a reader needs, by long words and long sentences.",
    ),
    "smog": Text(
        "How many years of school does it take to understand the text fully?",
        r"1.0430\sqrt{30\,\frac{C}{S}} + 3.1291",
        "*C* words of three or more syllables in *S* sentences. Made to foretell full understanding, where other formulae are content with less.",
        _SPREAD.format("it by less than 0.1 grade", "another program lies up to 0.7 grades below on these texts")
        + " It has no value below 30 sentences, for which it was not made.",
        plain="About how many years of school it takes to understand everything, by long words.",
    ),
    "automated_readability": Text(
        "How many years of school does the text ask for, without counting syllables?",
        r"4.71\,\frac{Z}{W} + .5\,\frac{W}{S} - 21.43",
        "*Z* characters: letters, figures and punctuation. Made for typewriters that counted as one typed.",
        "Numbers and quotation marks add characters but no words, so a text full of figures looks harder. Sentence splitting matters: another program lies up to 1 grade below on these texts. Read whole grades only.",
        plain="About how many years of school a reader needs, by the number of letters and signs.",
    ),
    "coleman_liau": Text(
        "How many years of school does the text ask for, by letters alone?",
        r".0588\,L - .296\,T - 15.8",
        "*L* letters and *T* sentences to a hundred words. No syllables are needed, so it is the steadiest from program to program.",
        "Some programs take .058 for .0588, which gives about 0.4 grades less here. Long words are not always hard ones: *cooperation* comes 95 times in these texts.",
        plain="About how many years of school a reader needs, by letters and sentences.",
    ),
}

OTHER = {
    "sentence_length": Entry(
        "Sentence length",
        "How many words has the sentence in the middle, when all are ranked by length?",
        r"\tilde w = \text{median}(w_1, \dots, w_S)",
        "Half of the sentences are shorter, half longer; a quarter lies below the bar, a quarter above. One sentence of ninety words does not move the median, as it does the mean. Numbers are not counted as words.",
        "Where a sentence ends is a rule here (U.S. and No. end none), and semicolons do not count as ends, so an author who uses them writes longer ones. Editors and translators shape sentences too.",
        "Sherman 1893.",
        "1 and above, words",
        "higher: longer sentences",
        plain="The sentence in the middle, when all are put in order of length: half are shorter, half longer.",
    ),
}

"""Teaching text for the attribution of passages: the classifier, its confidence, the words that tell."""

from .entry import Entry

OTHER = {
    "naive_bayes": Entry(
        "Naive Bayes",
        "Which text does a passage come from, judged by how often its words stand in each of them?",
        r"\hat g = \operatorname*{arg\,max}_g\ \sum_w c_w \ln\frac{n_{gw} + \mu\,p_w}{N_g + \mu}",
        "*c* counts the words of the passage, *n* those of the text, *N* all words of the text; *p* is the share of the word in all texts together. Every word votes for the text that has more of it. The paragraph of the passage is left out of all counts, so the machine never sees what it is asked about. Function words count: they are what an author does not think about. The *μ* = 300 words of the average (Zhai & Lafferty 2004) keep a short text from being drowned by a long one; a word that stands nowhere else does not vote.",
        "It knows nothing of order, and takes each word as a witness of its own, though the words of a phrase only repeat each other. With one text an author it learns subject, genre and year as much as style: a passage by the same author on something else may be lost on it.",
        "Mosteller & Wallace 1964; McCallum & Nigam 1998; Manning, Raghavan & Schütze 2008.",
        "one of the groups compared",
        "the group with the highest sum is the guess",
        "The guess is the text in which the words of the passage are most usual. The paragraph it stands in is not looked at.",
    ),
    "calibration": Entry(
        "Calibrated confidence",
        "Of the guesses that are 80 to 90 % sure, are 80 to 90 % right?",
        r"P(g) = \frac{e^{s_g/T}}{\sum_h e^{s_h/T}},\quad T = \operatorname*{arg\,min}_T\ -\sum_{i \ne j} \ln P_i(g_i)",
        "*s* are the sums of naive Bayes, which alone would be 99.9 % sure of nearly everything. They are divided by one number *T*, the temperature, chosen so that all other passages *i* get the most probability for their true text *g* (log loss). The order of the guesses stays; only the confidence is lowered. The chart shows whether it then holds.",
        "It holds on average for passages of this corpus, not for one passage, nor for other texts. Few passages make wide intervals.",
        "Guo et al. 2017.",
        "0 to 1; all groups together 1",
        "higher: surer",
        "How sure the machine is of a guess. Of 100 guesses that are 80 % sure, about 80 should be right.",
    ),
    "telling_words": Entry(
        "Telling words",
        "Which words of the passage speak most for its own text, and which for another?",
        r"b_w = \log_2\frac{P(w \mid g)}{\frac{1}{G-1}\sum_{h \ne g} P(w \mid h)}",
        "How many times as likely a word is in the passage’s own text as on average in the others: 1 bit is twice, 3 bits eight times. On the screen stands 2 to the power *b*, the number of times. Where the guess is wrong, the misleading words are those more likely in the guessed text than in the true one. The passage’s own paragraph does not count.",
        "A word seen once elsewhere can be many times as likely: it is evidence for this guess, not a mark of the author. What sets a text apart, keyness says.",
        "Mosteller & Wallace 1964.",
        "0 and above",
        "larger: speaks more for the text",
        "How many times as likely the word is in the text of the passage as in the other texts.",
    ),
}

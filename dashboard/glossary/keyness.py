"""What sets one group apart: measures that compare a word’s rate on two sides."""

from .entry import Entry, Text

TEXTS = {
    "log_ratio_conservative": Text(
        "How many times more frequent is the word at the least?",
        r"\max\left(0,\ \log_2\left(\frac{d}{c}\cdot\frac{p_L}{1-p_L}\right)\right),\quad p_L = B^{-1}\!\left(\tfrac{\alpha}{2m};\,a,\,b+1\right)",
        "The bound of the Log Ratio’s interval nearest to 0, corrected for the *m* words tried; where the group uses the word less, the upper bound in the same way. 0: the interval holds “no difference”. It unites effect and evidence, so lists are sorted by it.",
        "The exact bound still treats words as independent.",
    ),
    "log_ratio": Text(
        "How many times more frequent is the word in the group than in the rest?",
        r"\log_2\frac{a/c}{b/d}",
        "1 is twice, 2 four times, 3 eight times as frequent; −1 half. Where a count is 0, 0.5 stands in its place.",
        "It says nothing of how sure it is: rare words come out on top. Read it with the conservative Log Ratio.",
    ),
    "log_likelihood": Text(
        "How surprising is the difference between the group and the rest, if both used the word alike?",
        r"\pm 2\sum_{i} O_i \ln\frac{O_i}{E_i}",
        "Four cells: the word and all other words, in the group and in the rest. Minus: the group uses it less. 3.84 is p = .05, 6.63 p = .01, 10.83 p = .001 for one word tried alone.",
        "It is evidence, not size, and grows with the texts. Words repeat inside a text, so it overstates.",
    ),
    "log_likelihood_2cell": Text(
        "The same, as the Lancaster calculator has it: from the word’s two counts alone.",
        r"2\left(a\ln\frac{a}{E_1} + b\ln\frac{b}{E_2}\right),\quad E_1 = c\,\frac{a+b}{c+d}",
        "Offered so that numbers can be compared with other programs. A little below G² of four cells, the more so for frequent words.",
        "It has no sign of its own: look which rate is higher.",
    ),
    "chi_squared": Text(
        "How far are the four counts from those of equal use?",
        r"\frac{N\,(O_{11}O_{22} - O_{12}O_{21})^2}{R_1\,R_2\,C_1\,C_2}",
        "Read like G²: above 3.84 is p < .05 for one word tried alone.",
        "Wrong where a cell expects fewer than 5 hits, which holds for most words of short texts; take Fisher’s p there.",
    ),
    "chi_squared_yates": Text(
        "The same with a correction that makes small counts less surprising.",
        r"\frac{N\,\max(0,\,|O_{11}O_{22} - O_{12}O_{21}| - N/2)^2}{R_1\,R_2\,C_1\,C_2}",
        "Half a hit is taken off the difference, because counts come in whole numbers and the curve they are held against does not.",
        "It overcorrects; Fisher’s p needs no correction.",
    ),
    "fisher_p": Text(
        "If two groups used a word alike, how probable is a table at least as uneven as this one?",
        r"p = \sum_{T:\,P(T)\le P(T_0)} \frac{\binom{R_1}{x}\binom{R_2}{C_1-x}}{\binom{N}{C_1}}",
        "All tables *T* with the same sums are gone through, *x* being the group’s hits in each; those no more probable than the one found, *T*₀, are added up. Exact, so right for small counts.",
        "Hits in one text are not independent of each other. A small p-value is no large difference.",
    ),
    "log_odds_z": Text(
        "Does the word stand out, once rare words are drawn towards what is usual in all texts?",
        r"z = \frac{\delta}{\sqrt{\frac{1}{a+\alpha_w} + \frac{1}{b+\alpha_w}}},\quad \delta = \ln\frac{a+\alpha_w}{c+\alpha_0-a-\alpha_w} - \ln\frac{b+\alpha_w}{d+\alpha_0-b-\alpha_w}",
        "Both sides get 500 more words (α₀), shared out as all texts together use them. So a word seen once cannot win. Beyond ±1.96 it stands out, tried alone.",
        "The 500 is a choice: with more, fewer words stand out. Very frequent words are favoured.",
    ),
    "percent_diff": Text(
        "By how many per cent is the word more frequent in the group than in the rest?",
        r"100\cdot\frac{a/c - b/d}{b/d}",
        "100 is twice as frequent, −50 half as frequent, −100 never used.",
        "Not defined where the rest never uses the word, so its best candidates are missing. Gains have no limit, losses end at −100.",
    ),
    "odds_ratio": Text(
        "How many times higher are the odds of meeting the word in the group?",
        r"\frac{a\,(d-b)}{b\,(c-a)}",
        "1: alike; 2: twice the odds; 0.5: half. For words, which are rare, almost the ratio of the rates.",
        "It says nothing of how sure it is. Where a cell is empty, 0.5 is added to all four.",
    ),
    "simple_maths": Text(
        "How many times more frequent is the word, if a constant is first added to both rates?",
        r"\frac{10^6\,a/c + k}{10^6\,b/d + k}",
        "With *k* = 1 rare words come first, with *k* = 100 or 1,000 frequent ones: one number turns the list from special words to common ones.",
        "No evidence is in it. Rates are per million, which short texts do not have: one hit in 742 words is 1,348 per million.",
    ),
    "difference_coefficient": Text(
        "How large is the difference of the rates, as a share of their sum?",
        r"\frac{a/c - b/d}{a/c + b/d}",
        "1: only the group uses it; 0: both alike; −1: only the rest does.",
        "A word used once by one side alone already has the value 1.",
    ),
}

OTHER = {
    "tfidf": Entry(
        "TF-IDF",
        "Which words does one group use much, and few other groups at all?",
        r"\frac{a}{c}\cdot\ln\frac{n}{df}",
        "*df* of the *n* groups contain the word. High: frequent here and rare elsewhere. 0: every group has it.",
        "With five groups a word that all use scores 0, however unequal its rates; keyness sees it. Values of different corpora must not be compared.",
        "Spärck Jones 1972. The variant of scikit-learn adds 1 to *df* and *n*, adds 1 to the logarithm, and scales each group to length 1.",
        "0 and above",
        "higher: more the group’s own",
    ),
    "dispersion_keyness": Entry(
        "Dispersion keyness",
        "Is the word typical of the group’s paragraphs, or only of a few of them?",
        r"\pm 2\sum_{i} O_i \ln\frac{O_i}{E_i}\ \text{ of the paragraphs with and without the word}",
        "G² again, but each paragraph counts once, however often it has the word. So a word crowded into one passage falls behind.",
        "Long paragraphs hold more words by their length; texts with long paragraphs are favoured.",
        "Egbert & Biber 2019.",
        "any number",
        "above 0: in more of the group’s paragraphs",
    ),
    "agreement": Entry(
        "Agreement of methods",
        "Would another method have put the same words first?",
        r"\text{median of } r_1, \dots, r_5",
        "Ranks by TF-IDF, G², Log Ratio, weighted log-odds and dispersion keyness side by side. What all put first is no artefact of the method; where they part, the sentence under the table says why.",
        "All five count the same words in the same texts: agreement does not make a difference in the texts a difference between authors or years.",
        "The comparison of methods follows Gabrielatos 2018.",
        "1 and above",
        "1: first by most methods",
    ),
    "length_fair": Entry(
        "Length-fair comparison",
        "Would the order be the same, were all texts as short as the shortest?",
        r"\text{holds} = \frac{\#\{\text{draws with the same rank}\}}{\#\{\text{draws}\}}",
        "From each group a window of running words is drawn, as long as the shortest group, again and again, and the comparison made anew; the receipt says how often. The median and the middle 95 % of the values are shown, and how often the rank holds; for a list of words, how often the word is again among the first.",
        "A long text changes its subject, and a window sees a part of it: a low share can mean that the finding hangs on one section, not that it is wrong.",
        "After the resampling of Koplenig, Wolfer & Müller-Spitzer 2019.",
        "0 to 1",
        "1: the rank always holds",
    ),
    "multiverse": Entry(
        "Multiverse",
        "Does the finding hang on a choice that could have been made otherwise?",
        r"\frac{\#\{\text{ways of counting in which it holds}\}}{\#\{\text{ways of counting}\}}",
        "One finding, with and without a stop list, with capitals folded or kept, for words and sequences of words, for each minimum count. It holds where the direction is the same and q < .05. The sentence names the choice it hangs on most.",
        "The ways of counting are not independent, so the share is no probability. A finding that holds in all of them can still be an accident of these texts.",
        "Steegen, Tuerlinckx, Gelman & Vanpaemel 2016.",
        "0 to 1",
        "1: however one counts",
    ),
}

"""Similarity between groups, word shift, correspondence analysis and trees."""

from .entry import Entry, Text

TEXTS = {
    "cosine": Text(
        "Do two groups give weight to the same words, however long they are?",
        r"\frac{\sum_w x_w\,y_w}{\sqrt{\sum_w x_w^2}\,\sqrt{\sum_w y_w^2}}",
        "*x* and *y* are the weights of the words in the two groups: their TF-IDF, or plain counts. The words that both use add to the value, and are listed with what each adds.",
        "Plain counts are driven by *the* and *of*: all texts then look alike. TF-IDF leaves out what every group says, so values are low, and with only two groups nothing is left to share. They change when a group is added.",
        plain="How much two texts lean on the same words: 1, in the same way; 0, they share none.",
    ),
    "jensen_shannon": Text(
        "If I am shown one word from either of two groups, how much does it tell me which of the two it comes from?",
        r"\tfrac{1}{2}\sum_w p_w \log_2\frac{p_w}{m_w} + \tfrac{1}{2}\sum_w q_w \log_2\frac{q_w}{m_w},\quad m_w = \frac{p_w + q_w}{2}",
        "*p* and *q* are the shares of a word in the two groups. In bits: 0, the word tells nothing; 1, it always gives the group away.",
        "Short texts look far from everything, because most words are missing from them by chance: 742 words drawn blindly from sun-2024 lie .35 bits from the rest of that same text. Compare only pairs of like length.",
        plain="How far apart two vocabularies are: 0, alike; 1, no word in common. It is counted in bits.",
    ),
    "burrows_delta": Text(
        "How differently do two groups use the most frequent words, measured in the spread that is usual among all groups?",
        r"\frac{1}{n}\sum_{w=1}^{n} |z_{iw} - z_{jw}|,\quad z_{iw} = \frac{r_{iw} - \bar{r}_w}{s_w}",
        "*r* is the rate of a word in a group, *s* its standard deviation over the groups. Made to tell authors apart by the small words they do not think about. Low: a like style.",
        "The deviation is taken over the groups shown, so with five texts it is unstable, and each value changes when a text is added. Genre and translation leave marks in small words too.",
        plain="How differently two texts use the most common small words: the lower, the more alike in style.",
    ),
    "cosine_delta": Text(
        "Do two groups stray from the average of all groups in the same direction?",
        r"1 - \frac{\sum_w z_{iw}\,z_{jw}}{\sqrt{\sum_w z_{iw}^2}\,\sqrt{\sum_w z_{jw}^2}}",
        "0: in the same direction; 1: in unrelated ones; 2: in opposite ones. How far they stray does not count, so one odd word weighs less than in Burrows’s Delta.",
        "As for Burrows’s Delta. What some groups use more, others use less, so among few groups directions are opposed by necessity: with five, about 1.25 is the usual value, not 1.",
        plain="Do two texts differ from the average in the same way? Low, in the same way; near 2, in opposite ways.",
    ),
}

OTHER = {
    "word_shift": Entry(
        "Word shift",
        "Which words make the difference between two groups, and how much of it does each one make?",
        r"\delta_w = \tfrac{1}{2}\left(p_w \log_2\frac{p_w}{m_w} + q_w \log_2\frac{q_w}{m_w}\right)",
        "A bar a word, drawn to the side that uses it more; all bars together are the Jensen–Shannon divergence. The proportion shift takes ½·|*p* − *q*| instead.",
        "A word weighs by its share, so frequent words come first and one paragraph on a special subject can lead the list. How sure a difference is, keyness says.",
        "Gallagher et al. 2021; Lin 1991.",
        "0 and above",
        "larger: more of the difference",
        plain="Each bar is one word and its part of the whole difference between two sides.",
    ),
    "correspondence_analysis": Entry(
        "Correspondence analysis",
        "If groups and words were put on one map, which groups would lie together, and which words would draw them there?",
        r"\frac{P - rc^{\mathsf{T}}}{\sqrt{rc^{\mathsf{T}}}} = U D V^{\mathsf{T}}",
        "*P* holds the table’s shares, *r* and *c* its margins. The centre is the average of all groups. A group lies towards the words it uses more than average; each axis says how much of all differences (inertia) it shows.",
        "Which side of an axis a group is on means nothing. Points of low quality are not where they seem to be. A group near a single word is not “close to” it: read directions from the centre. The map holds the chosen words only.",
        "Benzécri 1973; Greenacre 1984.",
        "coordinates on two axes",
        "farther from the centre: farther from the average of all groups",
        plain="A map: texts that use like words lie near each other, and each lies towards the words it uses most. It can show only a part of all differences.",
    ),
    "tree_support": Entry(
        "Tree, and the support of a branch",
        "Which groups are joined first, and would the same ones be joined, had the authors written other paragraphs of the same kind?",
        r"\text{support}(B) = \frac{\#\{\text{draws whose tree has the branch } B\}}{\#\{\text{draws}\}}",
        "The height of a join is the distance of what it joins. Paragraphs are drawn with replacement inside each text and the tree is made anew, 200 times. 1: the branch always comes back; below about .7 do not build on it. The root holds everything, so its support is 1 by definition.",
        "A tree is drawn even where nothing is grouped. High support says that the branch is no accident of paragraphs, not why: short texts, one genre or one subject make branches as well as one author does.",
        "Sneath & Sokal 1973; Felsenstein 1985.",
        "0 to 1",
        "1: the branch is in every draw",
        plain="The paragraphs are drawn anew many times, and each time a new tree is made. The number says in how many the branch comes back.",
    ),
}

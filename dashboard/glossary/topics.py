"""Teaching text for topics: the models, whether their topics come back and hold together, and how many to ask for."""

from .entry import Entry, Text

TEXTS = {
    "coherence_npmi": Text(
        "Do the strongest words of a topic stand in the same paragraphs, more often than chance would have it?",
        r"\frac{1}{\binom{n}{2}}\sum_{j<i}\ \frac{\ln\frac{p_{ij}}{p_i\,p_j}}{-\ln p_{ij}}",
        "*p* are shares of the paragraphs: with both words, with the one, with the other. A pair that never meets counts −1, a pair that is never apart 1, strangers 0; the coherence is the mean over all pairs of the ten words.",
        "A coherent topic can be a trivial one, such as a formula that a text repeats. Longer lists of words have lower values, so compare lists of one length, in one corpus.",
        plain="Do the strongest words of a topic come in the same paragraphs? −1, never; 0, as by chance; 1, always.",
    ),
    "coherence_u_mass": Text(
        "In the paragraphs that have a strong word of the topic, how often does a weaker one stand too?",
        r"\frac{1}{\binom{n}{2}}\sum_{j<i}\ \ln\frac{p_{ij}+\varepsilon}{p_j}",
        "*j* is the stronger word of the pair. 0: the weaker word is always there too; −1: in about a third of those paragraphs; below −3: in a twentieth and less.",
        "A single pair that never meets has a value near −26, which the tiny *ε* alone decides, and drags the mean down. With *ε* = 1 on the counts it is the measure of Mimno and others, who take the sum.",
        plain="Where a strong word of a topic stands, how often does a weaker one stand too? 0 is always; the lower, the rarer.",
    ),
    "coherence_uci": Text(
        "Do the strongest words of a topic stand close together, within ten words, more often than chance would have it?",
        r"\frac{1}{\binom{n}{2}}\sum_{j<i}\ \ln\frac{p_{ij}+\varepsilon}{p_i\,p_j}",
        "*p* are shares of all runs of ten words inside a paragraph. 0: as often as by chance; 0.7: twice as often; 2.3: ten times as often.",
        "Rare words get extreme values. A pair that never meets has about −20, which the tiny *ε* alone decides: in short texts most lists fall below 0 for that reason alone.",
        plain="Do the strongest words of a topic stand near each other? 0, as by chance; higher, more often.",
    ),
    "coherence_c_v": Text(
        "Does each word of a topic keep the same company as the topic as a whole?",
        r"\frac{1}{n}\sum_{i}\cos\Bigl(\vec v_i,\ \textstyle\sum_k \vec v_k\Bigr),\quad \vec v_i = \bigl(\mathrm{NPMI}(i,1),\dots,\mathrm{NPMI}(i,n)\bigr)",
        "Every word is described by its NPMI with each word of the list, within 110 words; the description is compared with that of the whole list. 1: all words keep the same company.",
        "Do not choose the number of topics by it here: most paragraphs are shorter than 110 words, and a list mixed on purpose (*trust, belt, china, pandemic, snow*) scores above a sensible one on security. gensim loses words that stand in a window twice, so its values differ from these.",
        plain="Does each word of a topic keep the same company as all of them? 1, the same.",
    ),
}

OTHER = {
    "nmf": Entry(
        "Topics by NMF",
        "Which words keep company in paragraphs, and how much of each paragraph do such groups of words explain?",
        r"V \approx W H,\quad W, H \ge 0",
        "*V* holds the TF-IDF weights of words in paragraphs; *H* gives each topic its words, *W* each paragraph its topics. Nothing is subtracted, so a topic only adds words.",
        "A topic is a group of words, not a theme: read its passages before naming it. Another number of topics gives other topics.",
        "Lee & Seung 1999.",
        "shares of 0 to 1",
        "larger: more of the paragraph belongs to the topic",
        plain="A topic is a group of words that often come in the same paragraphs. The computer finds the groups; what they mean, only reading tells.",
    ),
    "lda": Entry(
        "Topics by LDA",
        "Which topics would have to be mixed, and how, for the words of each paragraph to be drawn from them?",
        r"p(w \mid p) = \sum_k p(w \mid k)\,p(k \mid p)",
        "The same question as NMF, asked of probability: each paragraph *p* mixes topics *k*, each topic is a distribution over words *w*. Fitted to word counts by variational Bayes.",
        "A few hundred short paragraphs are few for it: compare its stability with that of NMF.",
        "Blei, Ng & Jordan 2003.",
        "shares of 0 to 1",
        "larger: more of the paragraph belongs to the topic",
        plain="A topic is a group of words that often come in the same paragraphs, found here by chances. What it means, only reading tells.",
    ),
    "stability": Entry(
        "Stability of a topic",
        "Would the topic come back, had the model begun elsewhere?",
        r"\frac{1}{R}\sum_{r=1}^{R}\ \frac{|T_k \cap T^{(r)}_{\pi_r(k)}|}{|T_k \cup T^{(r)}_{\pi_r(k)}|}",
        "Overlap of the topic’s ten strongest words with those of its partner, on average over ten runs from random starts; each run’s topics are paired with ours one to one, *π*, so that all overlaps together are as large as can be. 1: it always comes back; 0.82: nine words of ten; 0.67: eight; below about 0.6 do not build on it.",
        "A stable topic can still be a trivial one. Ten runs leave much to luck: with another seed the mean of a model can move by a tenth, that of an unstable one by more.",
        "after Greene, O’Callaghan & Cunningham 2014.",
        range="0 to 1",
        direction="1: the same ten words every time",
        plain="The topics are made again from other starts. 1: the same ten words come back each time; below 0.6, do not build on it.",
    ),
    "topic_search": Entry(
        "How many topics?",
        "Which number of topics gives topics that hold together and come back?",
        r"\hat k = \operatorname*{arg\,max}_{k\,:\,\mathrm{stability}(k)\,\ge\,9/11}\ \mathrm{coherence}(k)",
        "Models of several sizes side by side. Of those whose topics come back with nine of their ten strongest words, the one with the highest mean NPMI is recommended; where none comes back so well, the most stable one. The share of the word weights that the topics give back is shown too: it always grows, so it decides nothing.",
        "It is a place to begin, not the number of subjects in the texts. Neighbours are often nearly as good, and another seed can prefer one: look at them as well, and at the smallest topic.",
        "Stability: Greene, O’Callaghan & Cunningham 2014; coherence: Aletras & Stevenson 2013; the rule is our own.",
        "whole numbers",
        "larger: finer topics",
        plain="Models with few and with many topics are tried. A good number gives topics that hold together and come back.",
    ),
}

"""What texts share and what they leave out: lockwords, silences, set phrases, passages side by side."""

from .entry import Entry

OTHER = {
    "confounds": Entry(
        "What else differs",
        "Is it the author that makes the difference, or the year, the genre, the length that comes along?",
        r"\text{inseparable: } g \mapsto v(g) \text{ one to one};\qquad \text{nested: one value a group}",
        "Every fact known of the texts is held against the groups. What is set in red has one value in each group, so a difference between the groups may come from it as well. Two groups that agree in it can be compared without it.",
        "Only what is written down of the texts can be listed; what differs besides (translator, editor, occasion) stays hidden.",
        "Rosenbaum 2017 (on comparisons that nobody assigned by chance).",
        "inseparable, nested, crossed, same",
        "inseparable: the comparison cannot be read as one of authors, years or genres alone",
    ),
    "lockwords": Entry(
        "Lockwords",
        "Which words do all groups use at nearly the same rate, whatever else parts them?",
        r"V = \frac{1}{\bar{r}}\sqrt{\frac{1}{k}\sum_{g=1}^{k}(r_g - \bar{r})^2}",
        "*r* is the word’s rate in each of the *k* groups that have it, *V* (variation) the spread of the rates as a share of their mean. Near 0: locked in place. Beside it stand the lowest and the highest rate, and the p-value of G² over all groups: small, and the word is *not* used alike.",
        "With few hits every word looks alike, so a large p-value proves nothing: look at words of many hits. Five texts can agree in a rate and still mean different things by the word; read its lines. Words repeat inside a text, so the p-value is too sure.",
        "Baker 2011.",
        "0 and above",
        "smaller: used more alike",
    ),
    "silences": Entry(
        "Silence",
        "Does a group avoid a word, or is its text only too short for the word to turn up?",
        r"r_{\max} = 1 - (1 - .95)^{1/c},\qquad \text{telling if } r_{\max} < \frac{b}{d}",
        "No hit in *c* words leaves rates up to *r*ₘₐₓ possible, about 3 in *c* (the rule of three). If the others, with *b* hits in *d* words, use the word more often than that, the silence tells something. *Expected* is how many hits their rate leads one to expect here; the p-value is the chance of none.",
        "Words come in bursts: a word of one single text is missing from all the others without being avoided, so look at how many groups have it. The idea may stand there under another name; search for its variants. An absence shows no intention.",
        "Clopper & Pearson 1934; Hanley & Lippman-Hand 1983; Duguid & Partington 2018.",
        "0 to 1,000 per 1,000 words",
        "lower than the others’ rate: the silence tells",
    ),
    "shared_formulae": Entry(
        "Shared formula",
        "Which set phrases stand in several groups, who has them first, and who lets them go?",
        r"\text{kept if no word } w:\quad \text{count}(w\,p) = \text{count}(p)\ \text{ or }\ \text{count}(p\,w) = \text{count}(p)",
        "A phrase *p* of 4 to 12 words inside a paragraph. It is listed where it also stands without the word before or after it, so a phrase that only ever occurs in a longer one is told once. *Coined*: no earlier group has it; *carried*: an earlier one had it; *rested*: missing here, back later; *dropped*: missing from here on; *not yet*: not seen so far.",
        "“Coined” means first among these texts, not first in the world. Names and plain grammar are shared too (*its own security in the*). Long texts share more, and a text that lacks a phrase may only be short. Years alone decide: texts of one year are not put in order.",
        "Gusfield 1997 (maximal repeats); Biber et al. 1999 (lexical bundles).",
        "2 groups and above",
        "more: held in common by more groups",
    ),
    "alignment": Entry(
        "Passages side by side (local alignment)",
        "Which stretches of two passages say the same in nearly the same words?",
        r"H_{ij} = \max\left(0,\ H_{i-1,j-1} + s(a_i, b_j),\ H_{i-1,j} - 1,\ H_{i,j-1} - 1\right),\quad s = 2 \text{ if } a_i = b_j,\ -1 \text{ if not}",
        "Each equal word adds 2, each different or additional word takes 1 away; the stretch of the highest sum is shown. Five words in a row give 10. Only passages that share five words in a row are tried.",
        "The score grows with length and says nothing of who had the words from whom: both may quote a third, or name the same treaty. Order counts: a thought in other words, or in another order, is not found.",
        "Smith & Waterman 1981; Mullen (R package textreuse).",
        "0 and above",
        "larger: more words in common, in one order",
    ),
}

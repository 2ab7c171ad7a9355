"""Which words keep company: measures of the tie between two words, and the lines behind them."""

from .entry import Entry, Text

TEXTS = {
    "log_dice": Text(
        "How exclusively do the two words keep each other’s company?",
        r"14 + \log_2\frac{2\,O_{11}}{R_1 + C_1}",
        "14: one is never seen without the other. One point less is half as close. The length of the text is not in it, so texts compare, if the window is the same.",
        "A wide window lowers all values. It says nothing of how sure a tie of three hits is.",
        plain="How closely two words belong together: 14 is never apart, and each point less is half as close.",
    ),
    "mutual_information": Text(
        "How many times more often than by chance do the two meet?",
        r"\log_2\frac{O_{11}}{E_{11}}",
        "0: as by chance; 1: twice, 2: four times as often.",
        "Rare words win: two words that stand once, together, have the highest value there is. Set a minimum count.",
        plain="How many times more often than by chance two words meet, counted in doublings: 1 is twice, 2 four times.",
    ),
    "mi3": Text(
        "The same, with the count weighed more.",
        r"\log_2\frac{O_{11}^3}{E_{11}}",
        "Between MI, which favours rare pairs, and the t-score, which favours frequent ones.",
        "It grows with the text: values of texts of unequal length must not be compared.",
        plain="The same as mutual information, but frequent pairs count more.",
    ),
    "npmi": Text(
        "How often do the two meet, on a scale that ends at “never” and “always”?",
        r"\frac{\ln\frac{p_{12}}{p_1\,p_2}}{-\ln p_{12}}",
        "−1: never together; 0: as by chance; 1: never apart.",
        "Milder to rare words than MI, but still fond of them.",
        plain="How often two words meet, from −1, never, over 0, as by chance, to 1, always.",
    ),
    "t_score": Text(
        "Is the pair frequent enough to trust that it is more than chance?",
        r"\frac{O_{11} - E_{11}}{\sqrt{O_{11}}}",
        "Above about 2 the surplus is unlikely to be chance.",
        "Favours frequent pairs: in Sun 2024 it puts *of the* above *trust deficit*.",
        plain="Do two words meet often enough to trust that it is more than chance? Above 2 they do.",
    ),
    "z_score": Text(
        "How many standard deviations above chance do the two meet?",
        r"\frac{O_{11} - E_{11}}{\sqrt{E_{11}}}",
        "Above about 2 the surplus is unlikely to be chance, where at least a few meetings are expected.",
        "Where hardly any are expected, a single one gives a huge value.",
        plain="How far above chance the two words meet. Above 2 is more than chance, where some meetings were to be expected.",
    ),
    "simple_log_likelihood": Text(
        "How surprising is the number of meetings, taken alone?",
        r"\pm 2\left(O_{11}\ln\frac{O_{11}}{E_{11}} - (O_{11} - E_{11})\right)",
        "Close to G² for rare pairs, with less to compute. Minus: they meet less often than by chance.",
        "Evidence, not closeness: it grows with the text.",
        plain="How hard it is to put the meetings of two words down to chance: the larger, the harder.",
    ),
    "dice": Text(
        "What share of their occurrences do the two words spend together?",
        r"\frac{2\,O_{11}}{R_1 + C_1}",
        "1: never apart; 0: never together. logDice is the same on a logarithmic scale.",
        "A rare word beside a frequent one is always low, even if it is never seen without it: see ΔP.",
        plain="Which share of their places the two words have in common: 1 is never apart.",
    ),
    "min_sensitivity": Text(
        "What share of its occurrences does either word spend with the other, at the least?",
        r"\min\left(\frac{O_{11}}{R_1},\ \frac{O_{11}}{C_1}\right)",
        "High only if the tie holds from both sides.",
        "Blind to one-sided ties, and to how sure they are.",
        plain="Which share of its places each of two words spends with the other, the lower of both.",
    ),
    "delta_p_forward": Text(
        "How much more likely is the collocate, once the node is there?",
        r"\frac{O_{11}}{R_1} - \frac{O_{21}}{N - R_1}",
        "0.3: the node raises the chance of the collocate by 30 percentage points.",
        "The tie may run one way only; read it with ΔP backward.",
        plain="How much likelier the second word becomes once the first is there: 0.3 is 30 in 100 more.",
    ),
    "delta_p_backward": Text(
        "How much more likely is the node, once the collocate is there?",
        r"\frac{O_{11}}{C_1} - \frac{O_{12}}{N - C_1}",
        "In *of course*, *course* points back to *of* far more than *of* points on to *course*.",
        "The tie may run one way only; read it with ΔP forward.",
        plain="How much likelier the first word becomes once the second is there: 0.3 is 30 in 100 more.",
    ),
}

OTHER = {
    "concordance": Entry(
        "Concordance",
        "Where does a search stand, and in what words?",
        r"\text{left} \mid \text{node} \mid \text{right}",
        "Every hit with its sentence, in the order of the texts or sorted by the words around. A word also finds compounds that hold it (*trust* finds *trust-rebuilding*) unless switched off; phrases never cross a paragraph. A hit inside quotation marks is marked: it may be another’s voice.",
        "The count of a search can exceed the count of a term, which leaves compounds apart.",
        "The key word in context (KWIC) of Luhn 1960.",
        "lines",
        "more: more hits",
        plain="Every place where the search stands, with the words around it.",
    ),
}

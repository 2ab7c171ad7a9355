"""Questions on how groups and words belong together: pairs, maps, trees, shared phrases, company."""

from __future__ import annotations

from analysis import Corpus
from analysis.similarity import MEASURES as SIMILARITY

from ...exhibits.base import Exhibit
from ...exhibits.groups import listed
from .asking import few, given, highest, names_of, one_of, quoted
from .handout import Question


def nearest(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Which two are nearest and farthest; the measure says which way that is."""
    column = "fair_value" if "fair_value" in exhibit.table else "value"
    table, names = exhibit.table.dropna(subset=[column]), names_of(corpus, exhibit)
    pairs = [f"{names.of(row.group)} and {names.of(row.other)}" for row in table.itertuples()]
    nearness = table[column] * (-1 if SIMILARITY[exhibit.options.measure].kind == "distance" else 1)
    found = []
    for ask, order in (("most alike", nearness), ("least alike", -nearness)):
        place = highest(order.to_frame("value").reset_index(drop=True), "value")
        if place is not None:
            shared = str(table["shared"].iloc[place]) if "shared" in table and ask == "most alike" else ""
            why = f"Their value is {table[column].iloc[place]:.2f}." + (f" Words of both: {shared}." if shared else "")
            found.append(one_of(f"Which of these pairs is {ask}?", few(pairs, pairs[place]), pairs[place], why))
    return given(*found)


def on_a_map(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Which group stands where on the map, and which is not where it seems."""
    groups, names = exhibit.table[exhibit.table["kind"] == "group"].reset_index(drop=True), names_of(corpus, exhibit)
    labels, found = [names.of(group) for group in groups["name"]], []
    for side, order in (("to the right", groups["axis_1"]), ("up", groups["axis_2"])):
        place = highest(order.to_frame("value"), "value")
        if place is not None:
            terms = exhibit.table[exhibit.table["kind"] == "term"]
            axis = terms["axis_1" if side == "to the right" else "axis_2"].sort_values(ascending=False, kind="stable")
            near = listed([quoted(word) for word in terms.loc[axis.index[:3], "name"]])
            found.append(one_of(f"Which stands farthest {side}?", labels, labels[place], f"The words farthest that way: {near}."))  # fmt: skip
    hollow = [label for label, quality in zip(labels, groups["quality"], strict=True) if quality < 0.5]
    if 0 < len(hollow) < len(labels):
        key = f"{listed(hollow)}: the map shows less than half of their distance."
        found.append(Question("Which are drawn hollow, so that their place should not be read? Tick all.", tuple(labels), key=key))  # fmt: skip
    return given(*found)


def on_a_tree(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Which are joined first, and how firmly."""
    names, table = names_of(corpus, exhibit), exhibit.table
    if len(table) < 2:
        return []
    first = table.iloc[0]
    both = listed([names.of(member) for member in str(first["members"]).split("|")])
    weak = table[table["support"] < 0.5]
    found = [
        Question(
            f"Which {names.noun}s are joined first?", lines=1, key=f"{both}, at a distance of {first['height']:.2f}."
        ),
        Question(
            "In how many of 100 draws of paragraphs is that first branch found again? Would you build on it?",
            lines=2,
            key=f"In about {first['support'] * 100:.0f}. {'Hardly: a branch that is lost in so many draws is a hint only.' if first['support'] < 0.7 else 'With care: it holds in most draws.'}",
        ),
    ]
    if len(weak):
        told = listed([str(len(str(row.members).split("|"))) for row in weak.itertuples()])
        found.append(Question("How many branches are found in less than half of the draws?", lines=1, key=f"{len(weak)} (the branch of {told} {names.noun}s)."))  # fmt: skip
    return found


def shared_phrases(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Where a shared phrase stands, who has it first, which is the most frequent."""
    table, names = exhibit.table, names_of(corpus, exhibit)
    whole = table[table["status"] == "shared"].reset_index(drop=True)
    single = table[table["status"] != "shared"]
    labels, found = list(dict.fromkeys(names.of(group) for group in single["group"])), []
    for phrase in whole["term"].head(1):
        rows = single[(single["term"] == phrase) & (single["count"] > 0)]
        have = [names.of(group) for group in rows["group"]]
        if len(have) < len(labels):
            found.append(Question(f"Where does the phrase {quoted(phrase)} stand? Tick all.", tuple(labels), key=f"{listed(have)}."))  # fmt: skip
    for phrase in whole["term"][1:2]:
        first = single[(single["term"] == phrase) & (single["status"] == "coined")]
        if len(first) == 1:
            why = "First among these texts, which is not first in the world."
            right = names.of(first["group"].iloc[0])
            found.append(one_of(f"Which {names.noun} has the phrase {quoted(phrase)} first?", labels, right, why))
    place = highest(whole, "count")
    if place is not None:
        right = whole.loc[place, "term"]
        found.append(one_of("Which of these phrases stands most often?", few(list(whole["term"]), right), right, f"It has {whole.loc[place, 'count']:,.0f} hits."))  # fmt: skip
    return given(*found)


def phrases_of_two(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """How often each of two texts has a phrase."""
    names, table = names_of(corpus, exhibit), exhibit.table
    row = table.loc[(table["hits"] + table["other_hits"]).idxmax()]
    first, second = names.of(row["document_id"]), names.of(row["other_document_id"])
    key = f"{row['hits']:,.0f} in {first}, {row['other_hits']:,.0f} in {second}."
    ask = f"How often does {quoted(row['link'])} stand in {first}, and how often in {second}?"
    return [Question(ask, lines=1, key=key)]


def in_company(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Where a word of the company that several share is met most often, and what only one has."""
    names, table, found = names_of(corpus, exhibit), exhibit.table, []
    shared = table[table["block"] == "shared"]
    for word, part in list(shared.groupby("collocate", sort=False)):
        place = highest(part, "together")
        if place is not None and len(found) < 2:
            ask = f"Where does {quoted(word)} stand near {quoted(exhibit.options.query)} most often?"
            why = f"There they meet {part.loc[place, 'together']} times."
            found.append(one_of(ask, names.groups, names.of(part.loc[place, "group"]), why))
    alone = table[(table["block"] != "shared") & (table["together"] > 1)]
    for row in alone.sort_values("together", ascending=False, kind="stable").head(1).itertuples():
        ask = f"Which {names.noun} alone has {quoted(row.collocate)} in this company?"
        found.append(one_of(ask, names.groups, names.of(row.group), f"{row.together} times; 3 or fewer prove little."))
    return given(*found)


def in_a_network(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Which word is nearest, and where two words mostly meet."""
    names, words = names_of(corpus, exhibit), exhibit.table[exhibit.table["kind"] == "word"]
    place, found = highest(words, "together"), []
    if place is not None:
        row = words.loc[place]
        ask = f"Which of these words stands near {quoted(row['first'])} most often?"
        found.append(one_of(ask, few(list(words["second"]), row["second"]), row["second"], f"{row['together']} times."))
    for row in words[words["mostly"].fillna("").astype(bool)].head(1).itertuples():
        why = f"{row.share:.0%} of the meetings are there."
        ask = f"Where do most of the meetings with {quoted(row.second)} stand?"
        found.append(one_of(ask, names.groups, names.of(row.mostly), why))
    return given(*found)

"""The reading of a figure as questions, each with a key that is worked out from the table."""

from __future__ import annotations

import pandas as pd

from analysis import Corpus

from ...exhibits.base import Exhibit
from ...exhibits.groups import listed
from .asking import few, given, highest, label_of, one_of, quoted, said, stands
from .cells import Cells, cells_of
from .handout import Question
from .particular import PARTICULAR

MOST = 4
# A word on more lists than that is no longer news.
_NAMED = 10
# A highest value that is nearer to the next than this part of the range cannot be seen in print.
_EYE = 0.06
# Fewer hits prove little, so other words are asked about first.
_HANDFUL = 5


def questions(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Up to four questions that the figure answers; fewer, or none, where nothing sensible can be asked."""
    if exhibit.table.empty:
        return []
    if exhibit.name in PARTICULAR:
        return PARTICULAR[exhibit.name](corpus, exhibit)[:MOST]
    cells = cells_of(corpus, exhibit)
    if cells is None:
        return []
    return (_lists(cells) if cells.form == "lists" else _crossed(cells))[:MOST]


def _crossed(cells: Cells) -> list[Question]:
    """Where is it highest, how sure is that, and where is it absent? Each of another word, so that none tells the
    answer of the next."""
    items, found = _worth_asking(cells), []
    if len(cells.series) < 2:
        return given(_first_of_one(cells))
    if not items:
        return given(_absent(cells))
    if cells.drawn:
        # Where there are few words, one is asked of twice, but by another question.
        turn = [items[number % len(items)] for number in range(3)]
        found = [_most(cells, turn[0]), _limits(cells, turn[1]), _overlap(cells, turn[2])]
    else:
        found = [_most(cells, item) for item in items[:2]]
    return given(*found, _absent(cells))


def _worth_asking(cells: Cells) -> list[str]:
    """Items of which one series can be seen to be highest: first those that are no mere handful of hits."""
    clear = [item for item in cells.items if _clear(cells.of_item(item))]
    return sorted(clear, key=lambda item: not cells.of_item(item)["count"].max() >= _HANDFUL)


def _clear(part: pd.DataFrame) -> bool:
    """Does the highest value lie so far above the next that the eye can tell?"""
    ordered = part["value"].sort_values(ascending=False, kind="stable").to_numpy()
    return len(ordered) > 1 and ordered[0] - ordered[1] > _EYE * (ordered[0] - ordered[-1])


_MOST_PROMPTS = {
    "per_1000": "Which {noun} uses “{item}” most often, for its length?",
    "share": "Which {noun} gives the largest share to the topic “{item}”?",
    "value": "Which {noun} has the highest {item}?",
}


def _most(cells: Cells, item: str) -> Question | None:
    """Where a value is highest, what comes next, and whether the two can be told apart."""
    part = cells.of_item(item).sort_values("value", ascending=False, kind="stable")
    first, second = part.iloc[0], part.iloc[1]
    hits = f", {first['count']:,.0f} hit{'' if first['count'] == 1 else 's'}" if cells.column == "per_1000" else ""
    why = f"There it is {_said(cells, part, first['value'], unit=True)}{hits}; "
    if second["value"] == 0:
        why += "nowhere else does it stand."
    else:
        why += f"next is {second['series']} with {_said(cells, part, second['value'])}."
        why += f" {_verdict(first, second)}" if cells.drawn else ""
    usual = f"Where is the {label_of(cells.exhibit, cells.column)} of “{{item}}” highest?"
    prompt = _MOST_PROMPTS.get(cells.column, usual) if item else f"Which {{noun}} has the highest {label_of(cells.exhibit, cells.column)}?"  # fmt: skip
    return one_of(prompt.format(noun=cells.names.noun, item=item), cells.series, first["series"], why)


def _said(cells: Cells, part: pd.DataFrame, value: float, *, unit: bool = False) -> str:
    """A number among those of its item."""
    return said(cells.exhibit, cells.column, value, unit=unit, among=part["value"])


def _verdict(first: pd.Series, second: pd.Series) -> str:
    if first["low"] <= second["high"]:
        return "Their intervals overlap, so the two should not be ranked."
    return "Their intervals do not overlap."


def _what(cells: Cells, item: str) -> str:
    """What a value is of: a measure by its name, a word in quotation marks."""
    if not item:
        return f"the {label_of(cells.exhibit, cells.column)}"
    return item if cells.column == "value" else quoted(item)


def _limits(cells: Cells, item: str) -> Question | None:
    """Between which values an interval lies: of the series with most hits; where the item has been asked of before,
    of the second, so that it does not tell which is first."""
    part = cells.of_item(item).dropna(subset=["low", "high"])
    if part.empty:
        return None
    order = part.sort_values(["count", "value"] if part["count"].notna().all() else ["value"], ascending=False, kind="stable")  # fmt: skip
    row = order.iloc[1] if len(cells.items) == 1 and len(order) > 1 else order.iloc[0]
    low, high = _said(cells, part, row["low"]), _said(cells, part, row["high"])
    key = (
        f"From about {low} to about {high}; the mark itself stands at {_said(cells, part, row['value'], unit=True)}. "
        "Read from a figure, a near value is right."
    )
    return Question(
        f"Between which values does the interval of {_what(cells, item)} in {row['series']} lie?", lines=1, key=key
    )


def _overlap(cells: Cells, item: str) -> Question | None:
    """Whether the two highest can be told apart, without saying which they are."""
    part = cells.of_item(item).dropna(subset=["low", "high"]).sort_values("value", ascending=False, kind="stable")
    values = [*part["value"].head(3), 0.0][:3]
    if len(part) < 2 or not values[0] > values[1] > values[2]:
        return None
    first, second = part.iloc[0], part.iloc[1]
    answers = ("Yes, so these two should not be ranked.", "No, these two can be told apart.")
    told = [
        f"{row['series']} {_said(cells, part, row['value'])} [{_said(cells, part, row['low'])} to {_said(cells, part, row['high'])}]"
        for row in (first, second)
    ]
    right = answers[0] if first["low"] <= second["high"] else answers[1]
    prompt = f"Find the two highest values of {_what(cells, item)}. Do their intervals overlap?"
    return one_of(prompt, answers, right, f"{listed(told)}.")


def _absent(cells: Cells) -> Question | None:
    """In which series a word has no hit at all, though others have it."""
    if cells.frame["count"].isna().all() or len(cells.series) < 3:
        return None
    for item in reversed(cells.items):
        part = cells.of_item(item)
        none = part[part["count"] == 0]
        if 0 < len(none) < len(part) == len(cells.series):
            break
    else:
        return None
    key = (
        f"{listed(list(none['series']))}. No hit is no proof: the fewer the words of a text, the more it may be chance"
    )
    shortest = none.loc[none["words"].idxmin()] if none["words"].notna().any() else None
    bound = cells.drawn and shortest is not None and shortest["high"] == shortest["high"]
    key += f"; in {shortest['series']} up to {said(cells.exhibit, cells.column, shortest['high'])} are still possible." if bound else "."  # fmt: skip
    return Question(f"Where is there not a single hit of {quoted(item)}? Tick all.", tuple(cells.series), key=key)


def _first_of_one(cells: Cells) -> Question | None:
    """Which word is highest where there is one series only."""
    place = highest(cells.frame, "value")
    if place is None:
        return None
    row = cells.frame.loc[place]
    prompt = f"Which of these stands highest in {row['series']}?"
    return one_of(prompt, few(cells.items, row["item"]), row["item"], stands(cells.exhibit, cells.column, row["value"]))


def _lists(cells: Cells) -> list[Question]:
    """Which word leads a list, which stand on several, how much more frequent one is than elsewhere."""
    chosen = [name for name in cells.series if len(cells.frame[cells.frame["series"] == name]) > 2]
    if not chosen:
        return []
    found = [_leads(cells, chosen[0]), _leads(cells, chosen[-1]) if len(chosen) > 1 else None, _times(cells, chosen)]
    if cells.drawn:
        found.append(_leader_limits(cells, chosen[len(chosen) // 2]))
    return given(*found, _on_several(cells))


def _leads(cells: Cells, name: str) -> Question | None:
    part = cells.frame[cells.frame["series"] == name]
    first = part.iloc[0]["item"]
    ask = "Which word is the largest in the cloud of {}?" if cells.exhibit.name == "word_cloud" else "Which of these stands first on the list of {}?"  # fmt: skip
    if part["value"].iloc[0] == part["value"].iloc[1]:
        return None
    return one_of(
        ask.format(name),
        few(list(part["item"]), first),
        first,
        stands(cells.exhibit, cells.column, part.iloc[0]["value"]),
    )


def _times(cells: Cells, chosen: list[str]) -> Question | None:
    """A log ratio as what it means: so many times as often."""
    table = cells.exhibit.table
    if "log_ratio" not in table or "empty_cell" not in table:
        return None
    for name in chosen[1:] or chosen:
        for row in cells.frame[cells.frame["series"] == name]["row"]:
            ratio = float(table.loc[row, "log_ratio"])
            if 0.5 < ratio < 12 and not table.loc[row, "empty_cell"]:
                word = table.loc[row, "term"]
                rates = [said(cells.exhibit, column, table.loc[row, column], unit=False) for column in ("per_1000", "reference_per_1000")]  # fmt: skip
                key = f"About {2**ratio:.0f} times: its Log Ratio is {ratio:.1f}, and 2 to the power of {ratio:.1f} is {2**ratio:.0f} ({rates[0]} against {rates[1]} per 1,000 words)."  # fmt: skip
                return Question(f"About how many times as often as all others does {name} use {quoted(word)}?", lines=1, key=key)  # fmt: skip
    return None


def _leader_limits(cells: Cells, name: str) -> Question | None:
    row = cells.frame[cells.frame["series"] == name].iloc[0]
    low, high = (said(cells.exhibit, cells.column, row[limit], unit=False) for limit in ("low", "high"))
    key = f"“{row['item']}” leads it, at {said(cells.exhibit, cells.column, row['value'])}; its interval runs from about {low} to about {high}."  # fmt: skip
    prompt = f"Find the first word on the list of {name}. Between which values does its interval lie?"
    return Question(prompt, lines=1, key=key)


def _on_several(cells: Cells) -> Question | None:
    """Words that stand on more than one list; on all, where these are many."""
    on = cells.frame.groupby("item", sort=False)["series"].nunique()
    lists = len(cells.series)
    several, everywhere = on[on > 1], on[on == lists]
    if lists < 2 or several.empty:
        return None
    if len(several) <= _NAMED:
        told = listed(
            [f"{quoted(item)} ({'all' if count == lists else count} lists)" for item, count in several.items()]
        )
        return Question("Which words stand on more than one list?", lines=2, key=f"{told}.")
    if lists > 2 and 0 < len(everywhere) <= _NAMED:
        return Question("Which words stand on every list?", lines=2, key=f"{listed([quoted(item) for item in everywhere.index])}.")  # fmt: skip
    return None

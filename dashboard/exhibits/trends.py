"""Over the years: chosen terms and topics."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, query_frequencies, topic_passages, topic_weights
from analysis.errors import require_one_of

from ..charts.theme import Styles, plain
from ..charts.trends import trends_dot
from .base import Exhibit, lines_in, receipt
from .events import event_passages
from .frequencies import unit
from .groups import bound_to_time, group_styles, members_of, named_column
from .term_tables import interval_of
from .terms import named_queries, typed
from .time_axis import (
    TimeAxis,
    dots,
    events_drawn,
    events_left_out,
    events_source,
    on_the_axis,
    points,
    rows_on_the_axis,
)
from .topics import SHARES_INTERVAL, TopicModelOptions, first_word, fitted, model_settings

# More numbers than these make no sentence.
_TEXTS_TOLD, _TERMS_TOLD = 6, 3
LARGEST = 3


@dataclass(frozen=True, kw_only=True)
class TrendsOptions(TimeAxis):
    """terms: searches parted by commas, @name for a family; the rest as in TimeAxis."""

    terms: str = "trust, global, @United States"
    compounds: bool = True
    seed: int = 0


def trends(corpus: Corpus, options: TrendsOptions) -> Exhibit:
    """How often do these words stand in the texts of each year?

    The table has a row a term and text, then a row an event (term: its label; group: the text that names it, "" for
    none; per_1000, low, high missing), whose sentence is the one that names it.
    """
    queries = named_queries(options.terms, compounds=options.compounds)
    by = rows_on_the_axis(corpus)
    rates = query_frequencies(corpus, queries, by=by, seed=options.seed)
    order = {name: place for place, name in enumerate(queries)}
    rates = rates.sort_values("term", key=lambda terms: terms.map(order), kind="stable").reset_index(drop=True)
    table, left_out = on_the_axis(corpus, rates, options)
    styles, members = group_styles(corpus, by), members_of(corpus, by)

    def passages(row: pd.Series) -> pd.DataFrame:
        if row["event"]:
            return event_passages(corpus, row["term"], row["date"])
        return lines_in(corpus, queries[row["term"]], members[row["group"]])

    return Exhibit(
        name="trends",
        options=options,
        title="How often, over the years?",
        table=table,
        draw=lambda frame, theme: trends_dot(
            dots(frame), styles, theme, events=events_drawn(frame), connect=options.connect
        ),
        reading=f"{_rates_reading(dots(table), styles)} {bound_to_time(corpus)}{events_left_out(left_out)}",
        receipt=receipt(
            corpus,
            f"hits per 1,000 words of each {named_column(by)}, at its date",
            interval_of(corpus),
            f"seed {options.seed}",
            unit(options.compounds),
            *events_source(table),
        ),
        find_passages=passages,
        find_search=lambda row: "" if row["event"] else typed(options.terms, row["term"]),
        native=points(table, "per_1000", "per 1,000 words, with 95 % interval", styles, "0"),
    )


@dataclass(frozen=True, kw_only=True)
class TopicTrendsOptions(TopicModelOptions, TimeAxis):
    """topics: by number, () for the largest three; the rest as in TopicModelOptions and TimeAxis."""

    topics: tuple[int, ...] = ()


def topic_trends(corpus: Corpus, options: TopicTrendsOptions) -> Exhibit:
    """How much of the texts of each year belongs to these topics? Rows as in `trends`, with share, low, high (0 to 1)."""
    model = fitted(corpus, options)
    for topic in options.topics:
        require_one_of("topics", topic, range(1, options.n_topics + 1))
    topics = sorted(set(options.topics)) or list(range(1, LARGEST + 1))[: options.n_topics]
    by = rows_on_the_axis(corpus)
    shares = topic_weights(corpus, model, by=by)
    shares = shares[shares["topic"].isin(topics)].sort_values("topic", kind="stable").rename(columns={"label": "term"})
    members, words = members_of(corpus, by), corpus.documents["n_words"]
    in_group = {group: int(words[texts].sum()) for group, texts in members.items()}
    shares = shares.assign(words=shares["group"].map(in_group).astype("int64")).reset_index(drop=True)
    table, left_out = on_the_axis(corpus, shares, options)
    styles = group_styles(corpus, by)

    def passages(row: pd.Series) -> pd.DataFrame:
        if row["event"]:
            return event_passages(corpus, row["term"], row["date"])
        return topic_passages(corpus, model, int(row["topic"]), documents=members[row["group"]])

    return Exhibit(
        name="topic_trends",
        options=options,
        title="Which topics, over the years?",
        table=table,
        draw=lambda frame, theme: trends_dot(
            _in_per_cent(dots(frame)),
            styles,
            theme,
            value="share",
            unit="per cent of the words",
            hover=_share_hover(dots(frame), styles),
            events=events_drawn(frame),
            connect=options.connect,
        ),
        reading=f"{_shares_reading(dots(table), styles)} {bound_to_time(corpus)}{events_left_out(left_out)}",
        receipt=receipt(
            corpus, f"shares of the words of each {named_column(by)}, at its date", *model_settings(corpus, options, model),
            SHARES_INTERVAL, *events_source(table),
        ),
        find_passages=passages,
        find_search=lambda row: "",
        native=points(table, "share", "share of the words, with 95 % interval", styles, "0%"),
    )  # fmt: skip


def _in_per_cent(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(**{column: table[column] * 100 for column in ("share", "low", "high")})


def _share_hover(table: pd.DataFrame, styles: Styles) -> list[str]:
    return [
        f"<b>{plain(row.term)}</b>, {plain(styles[row.group].label)}: {row.share:.0%} of the words"
        f"<br>95 % interval {row.low:.0%} to {row.high:.0%}<br><i>click for the passages</i>"
        for row in table.itertuples()
    ]


def _rates_reading(table: pd.DataFrame, styles: Styles) -> str:
    return _steps(table, styles, "per_1000", "Hits per 1,000 words", lambda rate: f"{rate:.1f}" if rate else "0")


def _shares_reading(table: pd.DataFrame, styles: Styles) -> str:
    named = table.assign(term=table["term"].map({label: first_word(label) for label in table["term"]}))
    return _steps(named, styles, "share", "Share of the words", lambda share: "–" if pd.isna(share) else f"{share:.0%}")


def _steps(table: pd.DataFrame, styles: Styles, value: str, what: str, written) -> str:  # noqa: ANN001 -- number to text
    """The values of each term in order of time; of many texts only the highest and the lowest."""
    placed = table[table["time"].notna()].sort_values("time", kind="stable")
    terms = [(term, placed[placed["term"] == term]) for term in dict.fromkeys(table["term"])]
    groups = list(dict.fromkeys(placed["group"]))
    parts = []
    for term, rows in terms[:_TERMS_TOLD]:
        if len(groups) <= _TEXTS_TOLD:
            parts.append(f"“{term}” {', '.join(map(written, rows[value]))}")
        else:
            most, least = rows.loc[rows[value].idxmax()], rows.loc[rows[value].idxmin()]
            parts.append(
                f"“{term}” most in {styles[most['group']].label} ({written(most[value])}), "
                f"least in {styles[least['group']].label} ({written(least[value])})"
            )
    order = (
        f" of {', '.join(styles[group].label for group in groups)}, in this order" if len(groups) <= _TEXTS_TOLD else ""
    )
    more = f"; {len(terms) - _TERMS_TOLD} more in the picture" if len(terms) > _TERMS_TOLD else ""
    return f"{what}{order}: {'; '.join(parts)}{more}."

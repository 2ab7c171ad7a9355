"""Over the years: chosen terms and topics on the honest time axis, with the events that the texts name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, OptionError, query_frequencies, topic_passages, topic_weights
from analysis.errors import require_one_of

from ..charts.theme import Styles, plain
from ..charts.trends import trends_dot
from .base import Exhibit, lines_in, receipt
from .events import Event, chosen_events, event_passages, fits
from .frequencies import unit
from .groups import (
    MANY_GROUPS,
    bound_to_time,
    group_styles,
    is_open_ended,
    members_of,
    named_column,
    time_of,
)
from .native import Points
from .term_tables import interval_of
from .terms import named_queries, typed
from .topics import SHARES_INTERVAL, TopicModelOptions, first_word, fitted, model_settings

# More numbers than these make no sentence.
_TEXTS_TOLD, _TERMS_TOLD = 6, 3
LARGEST = 3


@dataclass(frozen=True, kw_only=True)
class TimeAxis:
    """events: labels of events of data/events.toml; own_events: further ones as typed, "2018-03 Trade war", a line
    each; connect: join the dots across the empty years."""

    events: tuple[str, ...] = ()
    own_events: str = ""
    connect: bool = False


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
    by = _rows_on_the_axis(corpus)
    rates = query_frequencies(corpus, queries, by=by, seed=options.seed)
    order = {name: place for place, name in enumerate(queries)}
    rates = rates.sort_values("term", key=lambda terms: terms.map(order), kind="stable").reset_index(drop=True)
    table, left_out = _on_the_axis(corpus, rates, options)
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
            _dots(frame), styles, theme, events=_events(frame), connect=options.connect
        ),
        reading=f"{_rates_reading(_dots(table), styles)} {bound_to_time(corpus)}{_said(left_out)}",
        receipt=receipt(
            corpus,
            f"hits per 1,000 words of each {named_column(by)}, at its date",
            interval_of(corpus),
            f"seed {options.seed}",
            unit(options.compounds),
            *_events_source(table),
        ),
        find_passages=passages,
        find_search=lambda row: "" if row["event"] else typed(options.terms, row["term"]),
        native=_points(table, "per_1000", "per 1,000 words, with 95 % interval", styles, "0"),
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
    by = _rows_on_the_axis(corpus)
    shares = topic_weights(corpus, model, by=by)
    shares = shares[shares["topic"].isin(topics)].sort_values("topic", kind="stable").rename(columns={"label": "term"})
    members, words = members_of(corpus, by), corpus.documents["n_words"]
    in_group = {group: int(words[texts].sum()) for group, texts in members.items()}
    shares = shares.assign(words=shares["group"].map(in_group).astype("int64")).reset_index(drop=True)
    table, left_out = _on_the_axis(corpus, shares, options)
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
            _in_per_cent(_dots(frame)),
            styles,
            theme,
            value="share",
            unit="per cent of the words",
            hover=_share_hover(_dots(frame), styles),
            events=_events(frame),
            connect=options.connect,
        ),
        reading=f"{_shares_reading(_dots(table), styles)} {bound_to_time(corpus)}{_said(left_out)}",
        receipt=receipt(
            corpus, f"shares of the words of each {named_column(by)}, at its date", *model_settings(corpus, options, model),
            SHARES_INTERVAL, *_events_source(table),
        ),
        find_passages=passages,
        find_search=lambda row: "",
        native=_points(table, "share", "share of the words, with 95 % interval", styles, "0%"),
    )  # fmt: skip


def _rows_on_the_axis(corpus: Corpus) -> str:
    """What a dot stands for: a text, or of many texts those of a year."""
    return "document_id" if len(corpus.documents) <= MANY_GROUPS else "year"


# No place on the axis, and no open end.
_UNDATED = (math.nan, False)


def _on_the_axis(corpus: Corpus, values: pd.DataFrame, options: TimeAxis) -> tuple[pd.DataFrame, list[Event]]:
    """Values of texts with the place of each text on the axis, then the events near them; and the events left out.

    OptionError when fewer than two texts have a year.
    """
    documents = corpus.documents
    years = documents["year"].dropna().astype(int).tolist()
    if len(years) < 2:
        raise OptionError("Fewer than two of the texts have a year, so there is nothing to follow: choose more texts.")
    if _rows_on_the_axis(corpus) == "document_id":
        times = {row: (time_of(document), is_open_ended(document)) for row, document in documents.iterrows()}
    else:
        times = {str(year): (year + 0.5, False) for year in set(years)}
    values = values.assign(
        time=[times.get(group, _UNDATED)[0] for group in values["group"]],
        open_ended=[times.get(group, _UNDATED)[1] for group in values["group"]],
        event=False,
        date="",
    )
    events = chosen_events(options.events, options.own_events)
    shown, left_out = [event for event in events if fits(event, years)], [e for e in events if not fits(e, years)]
    if shown:
        rows = _event_rows(corpus, shown)
        values = pd.concat([values, rows[[column for column in rows if column in values]]], ignore_index=True)
    return values.astype({"words": "Int64"}), left_out


def _event_rows(corpus: Corpus, events: Sequence[Event]) -> pd.DataFrame:
    rows = [
        (event.label, event.text, event.time, False, True, event.date, len(event_passages(corpus, event.label, event.date)))
        for event in events
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["term", "group", "time", "open_ended", "event", "date", "count"])


def _dots(table: pd.DataFrame) -> pd.DataFrame:
    return table[~table["event"]]


def _events(table: pd.DataFrame) -> pd.DataFrame | None:
    return table[table["event"]] if table["event"].any() else None


def _points(table: pd.DataFrame, value: str, unit: str, styles: Styles, form: str) -> Points | None:
    """A chart a term; none where dated events are drawn, which an office program cannot place."""
    if table["event"].any():
        return None
    return Points(
        "time", value, "group", "year", unit, styles, low="low", high="high", panel="term", years=True, form=form
    )


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


def _said(left_out: Sequence[Event]) -> str:
    """Which events are not drawn, in words."""
    if not left_out:
        return ""
    return f" Not drawn, as too far from the texts: {', '.join(event.key for event in left_out[:4])}{' …' * (len(left_out) > 4)}."


def _events_source(table: pd.DataFrame) -> list[str]:
    return ["events: dates from the texts, completed from common knowledge, or typed"] if table["event"].any() else []

"""Where hits stand in the texts: strips with a stroke a hit."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from .theme import SERIF, Styles, Theme, annotate, figure, plain

_ROW = 31
# Of a lower picture the name of the axis would lie on its marks.
_LOWEST = 128
# So many strokes on a strip stay apart; of more each is paler, down to what can still be seen alone.
_FEW, _PALEST = 150, 0.12
# Where the numbers beside the strips end, as shares of the room; the strips take what is left.
_STRIP_END, _COLUMNS = 0.52, {"hits": 0.57, "in paragraphs": 0.73, "unevenness · by chance": 1.0}


def places_strip(table: pd.DataFrame, hits: Mapping[str, int], styles: Styles, theme: Theme) -> go.Figure:
    """A bar a text from its first word to its last, a stroke a hit; of several texts in one group their bars as one.

    table: group, place (0 to 1), left, node, right; groups without a hit have a bar too. hits: of each group all of them,
    of which the table may hold an even choice.
    """
    groups = list(styles)
    fig = figure(theme, height=max(64 + 40 * len(groups), _LOWEST))
    by_group = [(table[table["group"] == group], styles[group].colour(theme)) for group in groups]
    fig.add_traces([_strokes(rows, "place", number, colour) for number, (rows, colour) in enumerate(by_group)])
    fig.layout.shapes = [_ground(number, 1, theme) for number in range(len(groups))]
    labels = [f"<b>{plain(styles[group].label, 22)}</b>  {hits.get(group, 0):,}" for group in groups]
    fig.update_yaxes(
        tickvals=list(range(len(groups))),
        ticktext=labels,
        range=[len(groups) - 0.5, -0.5],
        showgrid=False,
        fixedrange=True,
    )
    fig.update_xaxes(**_shares_of_the_text())
    return fig


def barcode_strips(
    table: pd.DataFrame, strips: pd.DataFrame, styles: Styles, theme: Theme, *, same_width: bool
) -> go.Figure:
    """A block a search, in it a strip a text and beside it its numbers.

    table: a row a hit: term, group, word (words before it), place (0 to 1), left, node, right. strips: a row a search
    and text: term, group, n_words, hits, paragraphs, n_paragraphs, dp_norm, low, high (dp_norm by chance), bursts
    (beyond chance: in bold). Strips are as long as their texts, or all of one length.
    """
    terms, groups = list(dict.fromkeys(strips["term"])), list(styles)
    block = len(groups) + 1
    fig = figure(theme, height=76 + _ROW * block * len(terms))
    column, longest = ("place", 1) if same_width else ("word", max(int(strips["n_words"].max()), 1))
    grounds, strokes, notes = [], [], []
    for row in strips.itertuples():
        y = terms.index(row.term) * block + groups.index(row.group) + 1
        grounds.append(_ground(y, 1 if same_width else row.n_words, theme))
        rows = table[(table["term"] == row.term) & (table["group"] == row.group)]
        strokes.append(_strokes(rows, column, y, styles[row.group].colour(theme)))
        notes += [_beside(place, y, text) for place, text in zip(_COLUMNS.values(), _numbers(row, theme), strict=True)]
    for number, term in enumerate(terms):
        notes.append(
            {"text": f"<b>{plain(term, 40)}</b>", "x": 0, "xref": "paper", "y": number * block + 0.1, "xanchor": "left",
             "font": {"family": SERIF, "size": 17}}
        )  # fmt: skip
    notes += [_beside(at, 0.1, f"<span style='color:{theme.muted}'>{name}</span>") for name, at in _COLUMNS.items()]
    fig.add_traces(strokes)
    fig.layout.shapes = grounds
    annotate(fig, notes)
    ticks = [number * block + place + 1 for number in range(len(terms)) for place in range(len(groups))]
    labels = [plain(styles[group].label, 22) for group in groups] * len(terms)
    bottom = block * len(terms) - 0.4
    fig.update_yaxes(tickvals=ticks, ticktext=labels, range=[bottom, -0.5], showgrid=False, fixedrange=True)
    fig.update_xaxes(**(_shares_of_the_text() if same_width else _words_of_the_text(longest)), domain=[0, _STRIP_END])
    fig.update_layout(meta={"min_width": 800}, margin={"t": 8})
    return fig


def _ground(y: float, length: float, theme: Theme) -> dict[str, object]:
    """The ground of one strip."""
    place = {"x0": 0, "x1": length, "y0": y - 0.3, "y1": y + 0.3}
    return {"type": "rect", **place, "fillcolor": theme.panel, "line_width": 0, "layer": "below"}


def _strokes(rows: pd.DataFrame, column: str, y: float, colour: str) -> go.Scatter:
    """The hits on one strip, a stroke each; where they are many, fine and pale, so that the dense places are the dark ones."""
    opacity = max(_PALEST, min(1.0, _FEW / max(len(rows), 1)))
    still = {"marker": {"opacity": opacity}}
    width = 2.2 if len(rows) <= _FEW else 1.2
    return go.Scatter(
        x=rows[column], y=[y] * len(rows), mode="markers", customdata=rows.index, hovertemplate="%{text}<extra></extra>",
        text=[_hover(row) for row in rows.itertuples()], selected=still, unselected=still,
        marker={
            "symbol": "line-ns", "size": 19, "color": colour, "opacity": opacity, "line": {"color": colour, "width": width},
        },
    )  # fmt: skip


def _numbers(row, theme: Theme) -> list[str]:  # noqa: ANN001 -- a named tuple of the strips
    """Hits, paragraphs, unevenness beside what chance would make of it; bursts in bold."""
    if not row.hits:
        return ["0", f"<span style='color:{theme.muted}'>none of {row.n_paragraphs}</span>", ""]
    paragraphs = f"{row.paragraphs} of {row.n_paragraphs}"
    if pd.isna(row.dp_norm):
        return [f"{row.hits}", paragraphs, "n/a"]
    value = f"<b>{row.dp_norm:.2f}</b>" if row.bursts else f"{row.dp_norm:.2f}"
    chance = f"<span style='color:{theme.muted}'> · {row.low:.2f}–{row.high:.2f}</span>"
    return [f"{row.hits}", paragraphs, value + chance]


def _beside(place: float, y: float, text: str) -> dict[str, object]:
    return {"text": text, "x": place, "xref": "paper", "y": y, "xanchor": "right"}


def _shares_of_the_text() -> dict[str, object]:
    return {
        "range": [-0.01, 1.01], "tickvals": [0, 0.25, 0.5, 0.75, 1], "ticktext": ["start", "¼", "middle", "¾", "end"],
        "showgrid": False, "fixedrange": True, "title_text": "place in the text",
    }  # fmt: skip


def _words_of_the_text(longest: int) -> dict[str, object]:
    title = "words from the beginning; a strip is as long as its text"
    return {
        "range": [-0.01 * longest, 1.01 * longest],
        "nticks": 6,
        "tickformat": ",d",
        "fixedrange": True,
        "title_text": title,
    }


def _hover(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    return f"…{plain(row.left[-50:])}<b>{plain(row.node)}</b>{plain(row.right[:50])}…"

"""How alike every two groups are: a triangle of shaded cells."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from .heatmap import group_columns, heatmap
from .theme import Styles, Theme, annotate, plain, two_lines

# The pair least alike keeps a little shade, so that its cell is seen.
_PALEST = 0.08
_LABEL, _CELL, _ROW = 130, 104, 62


def similarity_heatmap(
    table: pd.DataFrame, styles: Styles, theme: Theme, *, nearer: Literal["high", "low"], scale: str
) -> go.Figure:
    """A cell a pair, its value in it; the stronger the shade, the more alike, whichever way the values run.

    table: group, other, value, shared (words), and fair_value, low, high, holds where made at equal length, which are
    then shown; nearer: are high or low values near? scale: what the ends of the scale mean.
    """
    fair = "fair_value" in table
    shown = table["fair_value"] if fair else table["value"]
    groups = list(styles)
    columns = group_columns(styles, groups[:-1], theme)
    cells = table.assign(shade=likeness(shown, nearer))
    fig = heatmap(
        cells, theme, row="other", column="group", value="shade", most=1.0, number=[""] * len(cells),
        hover=[_hover(row, styles, fair) for row in table.itertuples()],
        rows={group: two_lines(plain(styles[group].label, 32), plain(styles[group].size, 32), theme) for group in groups[1:]}, columns=columns, row_height=_ROW,
    )  # fmt: skip
    annotate(fig, _words(cells, _numbers(table, shown, nearer), groups, theme))
    stronger = "Darker" if theme.name == "light" else "Brighter"
    fig.add_annotation(
        text=f"<b>{stronger}: more alike</b>; the shades run from the least to the most alike pair here.<br>Values: {plain(scale, 90)}",
        xref="paper", yref="paper", x=0, y=0, yshift=-12, yanchor="top", xanchor="left", align="left", font={"size": 12.5, "color": theme.muted},
    )  # fmt: skip
    fig.update_layout(
        meta={"min_width": _LABEL + _CELL * max(len(columns), 4)},
        margin={"b": 56},
        height=110 + _ROW * len(columns),
    )
    return fig


def _words(cells: pd.DataFrame, numbers: list[str], groups: list[str], theme: Theme) -> list[dict[str, object]]:
    """The numbers in the cells, each in the colour that stands out best from its shade.

    As annotations: text of a trace pales once something is clicked.
    """
    return [
        {"x": groups.index(row.group), "y": groups.index(row.other) - 1, "text": number, "showarrow": False,
         "font": {"size": 15, "color": _on(0.0 if pd.isna(row.shade) else row.shade, theme)}}
        for row, number in zip(cells.itertuples(), numbers, strict=True)
    ]  # fmt: skip


def _on(shade: float, theme: Theme) -> str:
    """Ink or ground, whichever stands out more from a shade."""
    pale, strong = (_channels(colour) for colour in theme.heat)
    behind = _luminance([low + (high - low) * shade for low, high in zip(pale, strong, strict=True)])
    contrast = {colour: _contrast(_luminance(_channels(colour)), behind) for colour in (theme.ink, theme.ground)}
    return max(contrast, key=contrast.get)


def _channels(colour: str) -> list[float]:
    """Red, green and blue of #rrggbb, each 0 to 1."""
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _luminance(channels: list[float]) -> float:
    """Relative luminance, 0 to 1, by the WCAG."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def likeness(values: pd.Series, nearer: Literal["high", "low"]) -> pd.Series:
    """Shades from .08, the pair least alike, to 1, the most alike; .5 where all are as alike."""
    least, most = values.min(), values.max()
    if not most > least:
        return values.where(values.isna(), 0.5)
    share = (values - least) / (most - least)
    return _PALEST + (1 - _PALEST) * (share if nearer == "high" else 1 - share)


def _numbers(table: pd.DataFrame, shown: pd.Series, nearer: str) -> list[str]:
    best = shown.max() if nearer == "high" else shown.min()
    numbers = ["–" if pd.isna(value) else f"<b>{value:.2f}</b>" if value == best else f"{value:.2f}" for value in shown]
    if "holds" not in table:
        return numbers
    return [
        f"{number}<br><span style='font-size:12.5px'>keeps rank: {holds:.0%}</span>"
        for number, holds in zip(numbers, table["holds"], strict=True)
    ]


def _hover(row, styles: Styles, fair: bool) -> str:  # noqa: ANN001 -- a named tuple of the table
    lines = [
        f"<b>{plain(styles[row.group].label)} and {plain(styles[row.other].label)}</b>: {row.value:.3f}".replace(
            "nan", "–"
        )
    ]
    if fair:
        lines.append(
            f"cut to {row.window:,} words each: {row.fair_value:.3f}, middle 95 % {row.low:.3f} to {row.high:.3f}".replace(
                "nan", "–"
            )
        )
        lines.append(f"keeps its rank in {row.holds:.0%} of {row.draws} draws")
    if row.shared:
        lines.append(f"words of both: {plain(row.shared)}")
    return "<br>".join([*lines, "<i>click for the sentences</i>"])

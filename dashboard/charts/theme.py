"""The look of every picture: colours, symbols, type, the Plotly template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import plotly.graph_objects as go

SANS = '"Source Sans", "Source Sans 3", "Helvetica Neue", Arial, sans-serif'
SERIF = '"Source Serif", "Source Serif 4", Georgia, serif'
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "pentagon", "star", "hexagon", "cross", "x")
# Paul Tol's "muted" scheme, for the sixth group and on.
MORE_COLOURS = ("#332288", "#88CCEE", "#44AA99", "#117733", "#999933", "#DDCC77", "#CC6677", "#882255", "#AA4499")


@dataclass(frozen=True)
class Theme:
    """One set of colours. `texts` is in the order of time; it was searched for the largest least difference under
    normal, protan, deutan and tritan vision at a contrast of 3:1 or more against the ground."""

    name: str
    ground: str
    panel: str
    ink: str
    muted: str
    grid: str
    texts: tuple[str, ...]
    neutral: str
    heat: tuple[str, str]
    warning: str


LIGHT = Theme(
    "light", "#FBFAF7", "#F3F1EA", "#1B1F24", "#5D646C", "#E3E0D8",
    ("#44267D", "#259CDE", "#387076", "#AF8E2A", "#760A03"), "#3F5870", ("#F3F1EA", "#1F4E6B"), "#A3211B",
)  # fmt: skip
DARK = Theme(
    "dark", "#14171B", "#1D2126", "#ECEAE4", "#A7ADB5", "#30353C",
    ("#7A61BE", "#99A5EA", "#60F9D4", "#E19B34", "#B75135"), "#9FB6CC", ("#1D2126", "#8CC4E4"), "#FF9A8F",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


@dataclass(frozen=True)
class GroupStyle:
    """How one group is told apart: its short label, and its place in the palette (None: several texts together)."""

    label: str
    rank: int | None
    size: str = ""

    def colour(self, theme: Theme) -> str:
        """The group's colour, the same on every page."""
        if self.rank is None:
            return theme.neutral
        own = len(theme.texts)
        return theme.texts[self.rank] if self.rank < own else MORE_COLOURS[(self.rank - own) % len(MORE_COLOURS)]

    @property
    def symbol(self) -> str:
        """The group's shape, so that it can be told apart without colour."""
        return SYMBOLS[(self.rank or 0) % len(SYMBOLS)]


Styles = Mapping[str, GroupStyle]


@cache
def template(theme: Theme) -> go.layout.Template:
    """The Plotly template of a theme: no boxes, thin grid, quiet axes."""
    axis = {
        "gridcolor": theme.grid, "gridwidth": 1, "zeroline": False, "showline": False, "ticks": "", "automargin": True,
        # A rate of 0.00002 in its own figures, not as 20 millionths.
        "exponentformat": "none",
        "tickfont": {"size": 13, "color": theme.ink}, "title": {"font": {"size": 13, "color": theme.muted}, "standoff": 8},
    }  # fmt: skip
    return go.layout.Template(
        layout={
            "font": {"family": SANS, "size": 13, "color": theme.ink},
            "paper_bgcolor": theme.ground, "plot_bgcolor": theme.ground,
            "xaxis": axis, "yaxis": axis, "margin": {"l": 8, "r": 12, "t": 28, "b": 8},
            "hoverlabel": {"bgcolor": theme.panel, "bordercolor": theme.grid, "font": {"family": SANS, "color": theme.ink, "size": 13}},
            "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "title": {"text": ""},
                       "font": {"color": theme.ink}, "itemclick": False, "itemdoubleclick": False},
            "annotationdefaults": {"font": {"size": 13, "color": theme.ink}, "showarrow": False},
            "dragmode": False, "hovermode": "closest", "showlegend": False,
        }
    )  # fmt: skip


def figure(theme: Theme, *, height: int) -> go.Figure:
    """An empty figure in the house style."""
    return go.Figure(layout={"template": template(theme), "height": height})


def annotate(fig: go.Figure, notes: list[dict[str, object]]) -> None:
    """Add many annotations at once: added one by one, each would have all before it checked again."""
    fig.layout.annotations = [*(note.to_plotly_json() for note in fig.layout.annotations), *notes]


def plain(text: object, limit: int = 60) -> str:
    """Text from a corpus for a Plotly label: Plotly reads tags and templates in labels, so they are disarmed."""
    text = str(text)
    text = text if len(text) <= limit else text[: limit - 1] + "…"
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("%{", "% {")


def two_lines(name: str, remark: str, theme: Theme) -> str:
    """A label of two lines for Plotly: a name in bold, a remark under it in small."""
    return f"<b>{name}</b><br><span style='font-size:11px;color:{theme.muted}'>{remark}</span>"

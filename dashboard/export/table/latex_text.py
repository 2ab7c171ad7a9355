"""Text for LaTeX: every sign that LaTeX reads as a command is written as itself, and signs of our own words by name."""

from __future__ import annotations

import re

from ..letters import printable

_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
        "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
        "|": r"\textbar{}", "`": r"\textasciigrave{}", '"': r"{\char34}", "[": "{[}", "]": "{]}", "*": "{*}",
        "\u00a0": "~", "\u00ad": r"\-", "\u2009": r"\,", "\u202f": r"\,", "\u2011": "-", "\u2212": r"\ensuremath{-}",
        "≤": r"\ensuremath{\leq}", "≥": r"\ensuremath{\geq}", "≠": r"\ensuremath{\neq}", "≈": r"\ensuremath{\approx}",
        "×": r"\ensuremath{\times}", "±": r"\ensuremath{\pm}", "→": r"\ensuremath{\rightarrow}", "√": r"\ensuremath{\surd}",
        "Σ": r"\ensuremath{\Sigma}", "α": r"\ensuremath{\alpha}", "β": r"\ensuremath{\beta}", "σ": r"\ensuremath{\sigma}",
        "μ": r"\ensuremath{\mu}", "χ": r"\ensuremath{\chi}", "ρ": r"\ensuremath{\rho}", "∞": r"\ensuremath{\infty}",
        "²": r"\textsuperscript{2}", "³": r"\textsuperscript{3}", "₁": r"\textsubscript{1}", "₂": r"\textsubscript{2}",
    }
)  # fmt: skip
# Latin letters, and the quotation marks, dashes and dots that every LaTeX has.
_KNOWN = re.compile("[\x20-\x7e\u00a1-\u017f\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac]*")


def escaped(text: str) -> str:
    """Text in one line that LaTeX prints as it is."""
    line = " ".join(printable(text).split())
    return line.translate(_SIGNS).replace("--", "-{}-").replace("--", "-{}-")


def needs_other_letters(source: str) -> bool:
    """Does LaTeX source hold letters beyond Latin, for which pdfLaTeX has no signs?"""
    return any(not _KNOWN.fullmatch(line) for line in source.splitlines())

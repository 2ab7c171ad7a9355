"""The dashboard: exhibits over the analysis package, shown on a screen."""

__version__ = "0.1.0"
# The year of this version, by which it is cited.
__year__ = 2026

"""The dashboard: exhibits over the analysis package, shown on a screen."""

__version__ = "0.1.0"

"""What can go wrong on the way out."""

from analysis import AnalysisError


class ExportError(AnalysisError):
    """A file cannot be made or kept; the text says why in one sentence and what to do."""

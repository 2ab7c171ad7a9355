"""What can go wrong in a live class."""

from analysis import AnalysisError


class ClassError(AnalysisError):
    """A class cannot be kept, opened or voted in; the text says why in one sentence and what to do."""


class NotTaken(ClassError):
    """A vote comes too late, or to a full room; the text is fit for the phone that sent it."""

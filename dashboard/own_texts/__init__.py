"""A visitor's own texts: read, looked at, corrected, and made a corpus."""

"""Exhibits as files: figures, tables, reports, sessions, references. Nothing here knows the screen."""

"""A table as a file: every figure kept, text that stays text."""

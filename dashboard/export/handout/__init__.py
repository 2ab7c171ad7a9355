"""Worksheets and claim cards: paper to write on, made of an exhibit, as a page to print and as a document."""

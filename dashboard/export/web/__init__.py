"""Exhibits and reports as HTML files that need no network and can ask none."""

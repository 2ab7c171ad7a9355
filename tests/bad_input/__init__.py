"""Files that break programs, each with the answer it must get."""

"""A figure as a file: the sheet it stands on, its fonts, and the browser that draws and prints."""

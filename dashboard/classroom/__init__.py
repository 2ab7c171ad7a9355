"""Made for teaching: lessons, the lecture, and what a class does with them."""

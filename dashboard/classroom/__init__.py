"""What is made for the lecture itself: a class that votes by phone, and what a teacher shows it."""

"""What is made for the lesson itself: games, questions, sheets of paper."""

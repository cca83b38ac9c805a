"""Which of the review's findings its recommendations, and its questions, answer."""

"""What drafting leaves behind: gaps, notes to oneself, brackets, broken fields."""

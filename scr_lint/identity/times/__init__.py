"""Dates and ages, and what they are of: a birth, a death, the case, the review."""

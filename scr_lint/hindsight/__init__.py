"""Judgements made with the outcome in mind, and the standards that a fair one names."""

"""Scores rules against drafts and passages in which people marked what should be found."""

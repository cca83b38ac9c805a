"""Peoples, faiths, languages, statuses and orientations, and whether they are told of the family."""

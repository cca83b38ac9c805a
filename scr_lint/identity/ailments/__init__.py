"""Diagnoses, conditions, injuries and medicines, and whether somebody of the family has them."""

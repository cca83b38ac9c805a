"""What a draft calls people instead of their names: codes, chosen names, and where two stand for one person."""

"""How long sentences are and how hard a text is to read."""

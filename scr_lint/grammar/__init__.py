"""What the grammar of a passage says: clauses, voice, quotation, listed phrases on the parse."""

"""How a report is built: its sections and their roles, its findings, tables and dated entries."""

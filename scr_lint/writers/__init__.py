"""Writers: results become terminal text, JSON, tables. One module a form."""

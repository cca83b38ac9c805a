"""Rules of the theme 'structure'."""

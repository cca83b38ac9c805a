"""Rules of the theme 'recommendations'."""

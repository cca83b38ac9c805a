"""Rules of the theme 'child'."""

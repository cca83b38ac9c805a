"""Rules of the theme 'tone'."""

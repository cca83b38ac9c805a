"""Rules of the theme 'findings'."""

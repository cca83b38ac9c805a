"""Rules of the theme 'plain language'."""

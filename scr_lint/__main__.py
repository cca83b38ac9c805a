"""`python -m scr_lint`."""

from .cli import main

main()

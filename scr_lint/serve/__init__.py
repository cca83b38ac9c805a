"""A page on this machine for those who use no terminal: drop a draft, read what was found.

The page answers only here (127.0.0.1) and only under an address that nobody can guess. Drafts are
kept in memory, never in a file, and are gone when the program ends.
"""

from .server import open_page

__all__ = ["open_page"]

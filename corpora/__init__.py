"""Invented drafts and passages with marks; the package carries only their page of scores."""

"""Recognisers of contact details, addresses and official numbers, and Presidio run with them."""

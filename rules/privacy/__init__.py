"""Privacy: keeping details of the family to a minimum."""

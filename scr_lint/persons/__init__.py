"""The people a draft speaks of in place of names: children, family, staff; what is said of them."""

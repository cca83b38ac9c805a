"""Short forms and terms of the trade, and where a draft explains them."""

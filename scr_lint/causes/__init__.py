"""Where a passage says why: causal relations, and the contributory factors in them."""

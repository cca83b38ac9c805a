"""Named places, and which of them could point to the family."""

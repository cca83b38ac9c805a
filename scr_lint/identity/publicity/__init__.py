"""Where a draft can be joined to what was published of its case: press, courts, links."""

"""Who and what could be recognised: names, dates, places, contact details, official numbers."""

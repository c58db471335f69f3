"""Study days for others: copies, what comes along, and what is left out."""

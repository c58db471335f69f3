"""The verbs, one file a subject: each validates on values, writes in one transaction, and returns ids."""

"""Materials, food and drink."""

"""Forms and small views that several pages use."""

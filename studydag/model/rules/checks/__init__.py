"""The design checks: pure functions `(day, setting, today)` that say what is open and what holds; never a score."""

"""Dialogs. Each frees itself when it is closed."""

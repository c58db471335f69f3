"""The headless face: every command, for scripts, for machines without a screen, and for checking."""

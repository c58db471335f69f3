"""Parses files that others make into values, and values into copies; writes nothing itself."""

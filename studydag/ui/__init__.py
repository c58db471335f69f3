"""The window: the only importer of Qt. It shows values and calls operations; it knows no SQL."""

"""Bytes, pastes, sheets and web pages as rows of cells; nothing here knows what a programme is."""

"""Entries and comparisons as documents: meaning without paint, for every face to render."""

"""The collection of entries, compiled into one SQLite file that opens at once."""

FORMAT = 10
"""Raised whenever the tables change, so that a file made by an older program is built anew."""

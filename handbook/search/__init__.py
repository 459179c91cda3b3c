"""Search: names first, then questions as people put them, then every section of every entry."""

FORMAT = 5
"""Raised whenever the tables or what stands in them change, so that an older file is built anew."""

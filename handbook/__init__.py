"""A handbook on mental-health treatment, read and compared in the terminal."""

__version__ = "0.1.0"

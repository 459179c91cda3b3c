"""The handbook for browsers: one file to carry, and a server for the room."""

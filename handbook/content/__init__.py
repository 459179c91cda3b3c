"""What an entry is: its model, how it is read from YAML, and the rules it is checked by."""

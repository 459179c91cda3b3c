"""The screens: entries, pages, and lists to choose from."""

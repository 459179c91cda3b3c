"""The widgets: a view of lines, a bar of one line, and the search line."""

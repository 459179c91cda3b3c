"""Documents as plain text, ANSI, Markdown, HTML, JSON and CSV."""

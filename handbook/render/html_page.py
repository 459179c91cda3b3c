"""A whole page of HTML around a document or a comparison; it needs no script and asks no other host for anything."""

from __future__ import annotations

import os
from html import escape

from handbook import paths


def html_page(title: str, fragment: str) -> str:
    """A page that can be opened by itself: its language, title and looks around a fragment, which holds one `h1`."""
    with open(os.path.join(paths.styles(), "page.css"), encoding="utf-8") as file:
        looks = file.read()
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} - Handbook</title>\n<style>\n{looks}</style>\n</head>\n"
        f"<body>\n<main>\n{fragment}</main>\n</body>\n</html>\n"
    )

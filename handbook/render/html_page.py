"""A whole page of HTML around a document or a comparison; it needs no script and asks no other host for anything."""

from __future__ import annotations

import os
from html import escape

from handbook import paths


def html_page(title: str, fragment: str, head: str = "", before: str = "", after: str = "") -> str:
    """A page with its language, title and looks around a fragment, which holds one `h1`.

    `head` stands in place of the looks that a page which is opened by itself carries; `before` and `after` stand around the main part.
    Whoever follows a link to a source does not tell it where they come from.
    """
    head = head or f"<style>\n{looks('page.css')}</style>"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)} - Handbook</title>\n{head}\n</head>\n"
        f'<body>\n{before}<main id="main">\n{fragment}</main>\n{after}</body>\n</html>\n'
    )


def looks(*names: str) -> str:
    """The style sheets of these names, one behind the other."""
    texts = []
    for name in names:
        with open(os.path.join(paths.styles(), name), encoding="utf-8") as file:
            texts.append(file.read())
    return "".join(texts)

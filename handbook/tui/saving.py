"""Asks in which format a page is to be saved, and saves it; loaded when first asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from handbook.document.nodes import Comparison, Document
from handbook.errors import HandbookError, sentence
from handbook.render.saving import FORMATS, file_name, file_text, formats_for, page_notes, save
from handbook.tui.screens.choose import ChooseScreen, Option, narrowed

if TYPE_CHECKING:
    from handbook.tui.app import HandbookApp

_SHEET = "appointment "
"""What stands before a format where the sheet for an appointment is meant."""


def save_page(
    app: HandbookApp, page: Document | Comparison, sheet: Document | None, tell: Callable[[str], None], name: str = "This page"
) -> None:
    """Ask for a format and save the page in it, or the sheet for an appointment if there is one. `name` is what it is called in the list."""
    options = []
    if sheet is not None:
        options += [Option("Sheet for an appointment", FORMATS[key][0], _SHEET + key) for key in formats_for(sheet)]
    options += [Option("The whole page" if sheet else name, FORMATS[key][0], key) for key in formats_for(page)]

    def chosen(value: str) -> None:
        format = value.removeprefix(_SHEET)
        what = sheet if sheet is not None and value.startswith(_SHEET) else page
        try:
            path = save(file_text(what, format, page_notes(app.library, what), date.today()), file_name(what, format))
        except HandbookError as error:
            tell(sentence(error))
        else:
            told = f"Saved {os.path.basename(path)} in {os.path.dirname(path)}"
            tell(told if len(told) < 2 * app.size.width - 10 else f"Saved: {os.path.basename(path)}")

    app.ask(ChooseScreen("Save as what?", narrowed(options)), chosen)

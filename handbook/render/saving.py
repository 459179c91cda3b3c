"""Puts what a reader looks at into a file of their own: as Markdown, HTML, a plain sheet for printing, or a spreadsheet."""

from __future__ import annotations

import os
from datetime import date

from handbook import paths
from handbook.document.nodes import Comparison, Document, Span
from handbook.errors import HandbookError, UsageError
from handbook.render.linking import linked_comparison, linked_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.library.library import Library

FORMATS = {
    "sheet": ("plain text to print", ".txt"),
    "markdown": ("Markdown", ".md"),
    "html": ("a web page", ".html"),
    "csv": ("a table for a spreadsheet", ".csv"),
}
"""Format to its name for readers and the ending of its files."""

INFORMATION = "This is information, not advice for one person. Ask a professional about your own treatment."
SHEET_WIDTH = 75
"""Columns of a plain sheet."""
_MOST = 1000
"""How many files of one name are looked for before that is given up."""


def formats_for(shown: Document | Comparison) -> list[str]:
    """The formats that something can be saved in; only a comparison is a table."""
    return [key for key in FORMATS if key != "csv" or isinstance(shown, Comparison)]


def page_notes(library: Library, shown: Document | Comparison) -> list[str]:
    """Who reviewed the entries that a comparison is made of; a document says that itself."""
    from handbook.document.article import review_notes

    if isinstance(shown, Document):
        return []
    return review_notes([library.get(column.id) for column in shown.columns if column.id in library])


def file_text(shown: Document | Comparison, format: str, notes: list[str], today: date) -> str:
    """The whole text of a file. `notes` are sentences about the entries, such as who reviewed them; the day stands with them."""
    said = notes if isinstance(shown, Comparison) else shown.notes
    notes = [f"Saved from the handbook on {today.isoformat()}.", *said, *([] if INFORMATION in said else [INFORMATION])]
    if format == "csv":
        from handbook.render.data import comparison_csv

        assert isinstance(shown, Comparison)
        return comparison_csv(shown, notes)
    page = _alone_page(shown, notes)
    if format == "sheet":
        return _sheet(page, notes)
    return _markdown(page, notes) if format == "markdown" else _html(page, notes)


def _alone_page(shown: Document | Comparison, notes: list[str]) -> Document | Comparison:
    """The same without links, since a single file has no pages for them to lead to; a document with the notes, too."""
    if isinstance(shown, Comparison):
        return linked_comparison(shown)
    page = linked_document(shown)
    page.notes = notes
    return page


def _sheet(page: Document | Comparison, notes: list[str]) -> str:
    """Plain text that a printer takes as it is."""
    from handbook.render.text import TextRenderer

    renderer = TextRenderer(SHEET_WIDTH)
    if isinstance(page, Document):
        return renderer.document(page)
    lines = [line for note in notes for line in ("", *renderer.wrapped([Span(note)], ""))]
    return renderer.comparison(page, more="the key a in the handbook") + "\n".join(lines) + "\n"


def _markdown(page: Document | Comparison, notes: list[str]) -> str:
    from handbook.render.markdown import comparison_markdown, document_markdown, escape

    if isinstance(page, Document):
        return document_markdown(page)
    return comparison_markdown(page) + "".join(f"\n{escape(note)}\n" for note in notes)


def _html(page: Document | Comparison, notes: list[str]) -> str:
    """A web page that stands alone: no script, nothing fetched, readable by a screen reader and on paper."""
    from html import escape

    from handbook.render.html import comparison_html, document_html
    from handbook.render.html_page import html_page

    body = document_html(page) if isinstance(page, Document) else comparison_html(page)
    if isinstance(page, Comparison):
        body += "".join(f"<p>{escape(note)}</p>\n" for note in notes)
    return html_page(page.title, body)


def file_name(shown: Document | Comparison, format: str) -> str:
    """A name that says what is in the file, in small letters, figures and hyphens."""
    if isinstance(shown, Comparison):
        name = "-".join([*(column.id for column in shown.columns), *([shown.condition] if shown.condition else [])])
    else:
        name = shown.id
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())
    return f"handbook-{'-'.join(part for part in kept.split('-') if part)[:100]}{FORMATS[format][1]}"


def save(text: str, name: str) -> str:
    """Write a new file into the current folder, else into the reader's documents; gives its whole path.

    A file that is there already is never touched: the name then gets -2, -3 and so on. The file appears
    whole or not at all. Raises HandbookError, with a sentence on why, if no folder takes it.
    """
    reasons = []
    for folder in (os.getcwd, paths.documents_folder):
        try:
            return _save_in(folder(), name, text)
        except OSError as error:
            reasons.append((error.strerror or str(error)).lower())
    raise HandbookError(f"nothing was saved: neither this folder nor your documents take a file ({'; '.join(dict.fromkeys(reasons))})")


def save_as(text: str, file: str) -> str:
    """Write a new file of a name that the reader chose; gives its whole path. Raises FileExistsError if there is one, OSError."""
    path = os.path.abspath(os.path.expanduser(file))
    new_file(path, text)
    return path


def save_all(folder: str, texts: dict[str, str], replace: bool = False) -> list[str]:
    """Write several files, given as name and text, into a folder, which is made if it is not there; gives their paths.

    Raises UsageError, before anything is written, if one of the files is there already and is not to be replaced, and
    HandbookError if the folder does not take them.
    """
    paths_there = {name: os.path.join(folder, name) for name in texts}
    if not replace and (there := [name for name, path in paths_there.items() if os.path.lexists(path)]):
        raise UsageError(f"{folder} already holds {', '.join(there)}; choose another folder, or add --replace")
    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in texts.items():
            if os.path.lexists(paths_there[name]):
                fill(paths_there[name], text)
            else:
                new_file(paths_there[name], text)
    except OSError as error:
        raise HandbookError(f"cannot write into {folder}: {(error.strerror or str(error)).lower()}") from None
    return list(paths_there.values())


def _save_in(folder: str, name: str, text: str) -> str:
    """Write a new file into a folder. Raises OSError."""
    stem, ending = os.path.splitext(name)
    for number in range(1, _MOST):
        path = os.path.join(folder, name if number == 1 else f"{stem}-{number}{ending}")
        try:
            new_file(path, text)
        except FileExistsError:
            continue
        return path
    raise OSError(f"there are {_MOST} files of that name")


def new_file(path: str, text: str) -> None:
    """Write a file that is not there yet, whole or not at all. Raises FileExistsError, and OSError."""
    # Taking the name first keeps two handbooks at once from writing over each other.
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        fill(path, text)
    except BaseException:
        os.remove(path)
        raise


def fill(path: str, text: str) -> None:
    """Put a text in place of what a file holds, in one step. Raises OSError."""
    import tempfile

    handle, part = tempfile.mkstemp(prefix=".handbook-", dir=os.path.dirname(path))
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, os.stat(path).st_mode)
        os.replace(part, path)
    except BaseException:
        os.remove(part)
        raise

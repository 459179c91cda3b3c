"""What the app does with the reader's shelf; loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from handbook.document.own_notes import KEY as OWN_NOTES
from handbook.document.own_notes import section_title
from handbook.errors import HandbookError
from handbook.shelf.bookmarks import checked_name
from handbook.shelf.shelf import GONE
from handbook.shelf.store import NotKept
from handbook.shelf.words import day, sentence
from handbook.tui.pages import EntryPage, Page
from handbook.tui.screens.choose import ChooseScreen, Option, narrowed
from handbook.tui.shelf_page import ShelfPage

if TYPE_CHECKING:
    from handbook.tui.app import HandbookApp
    from handbook.tui.lines import Line


def attempt(app: HandbookApp, work: Callable[[], str]) -> None:
    """Do something with the shelf and tell the sentence it gives, or why it could not be done."""
    try:
        said = work()
    except HandbookError as error:
        said = sentence(str(error))
    if told := f"{said} {app.shelf.remarks()}".strip():
        app.frame.tell(told)


def bookmark(app: HandbookApp, id: str) -> None:
    """Bookmark an entry, asking for the set if there are several, or take its bookmark away."""
    if not id:
        app.frame.tell("Only entries can be bookmarked.")
        return
    name = app.library.short(id) or id

    def toggle() -> str:
        sets = app.shelf.bookmarks.sets()
        if len(sets) > 1 and not app.shelf.bookmarks.sets_with(id) and not app.shelf.private:
            _ask_for_set(app, name, sets, lambda into: attempt(app, lambda: app.shelf.toggle(id, name, into)))
            return ""
        return app.shelf.toggle(id, name) + (" m brings it back." if app.shelf.bookmarks.sets_with(id) == [] else "")

    attempt(app, toggle)


def _ask_for_set(app: HandbookApp, name: str, sets: list[str], then: Callable[[str], None]) -> None:
    known = narrowed([Option(each, "", each) for each in sets])

    def fitting(words: str) -> list[Option]:
        new = [Option(f"A new set: {words.strip()}", "", words)] if words.strip() and words.strip() not in sets else []
        return [*known(words), *new]

    app.ask(ChooseScreen(f"Bookmark {name} in which set?", fitting), then)


def open_shelf(app: HandbookApp) -> None:
    """Show the shelf."""

    def show() -> str:
        if app.frame.place != "shelf":
            app.open_page(ShelfPage(app.library, app.shelf))
        return ""

    attempt(app, show)


def show_again(app: HandbookApp) -> None:
    """Bring the shown page up to date with the shelf."""
    visit = app.history.current
    if visit is not None and isinstance(visit.page, ShelfPage):
        visit.page = ShelfPage(app.library, app.shelf, visit.page)
    elif visit is not None:
        app.put_notes_on(visit.page)
    app.again()


def open_item(app: HandbookApp, line: Line | None) -> None:
    """Open what a line of the shelf stands for."""
    item = _page(app).item_of(line)
    if item is not None:
        app.open_entry(item.entry, item.section)
    else:
        app.frame.tell("There is nothing to open on this line.")


def _page(app: HandbookApp) -> ShelfPage:
    visit = app.history.current
    assert visit is not None
    assert isinstance(visit.page, ShelfPage)
    return visit.page


def new_set(app: HandbookApp) -> None:
    """Begin a set."""
    _ask_for_name(app, "What is the new set called?", lambda name: f"Began the set {app.shelf.bookmarks.new_set(name)}.")


def rename_set(app: HandbookApp, line: Line | None) -> None:
    """Give the set of a line another name."""
    old = _page(app).set_of(line)
    if old:
        _ask_for_name(app, f"What is {old} called from now on?", lambda name: f"The set is now called {app.shelf.bookmarks.rename(old, name)}.")
    else:
        app.frame.tell("Go to a set first.")


def _ask_for_name(app: HandbookApp, question: str, work: Callable[[str], str]) -> None:
    def fitting(words: str) -> list[Option]:
        return [Option(checked_name(words), "", words)] if words.strip() else []

    def named(name: str) -> None:
        changed(app, lambda: work(name))

    app.ask(ChooseScreen(question, fitting, prompt="Type a name"), named)


def changed(app: HandbookApp, work: Callable[[], str]) -> None:
    """Change the shelf, show that, and tell the sentence."""

    def whole() -> str:
        said = work()
        show_again(app)
        return said

    attempt(app, whole)


def delete(app: HandbookApp, line: Line | None) -> None:
    """Delete the bookmark, note or set that a line stands for."""
    page, shelf = _page(app), app.shelf
    item, name = page.item_of(line), page.set_of(line)

    def work() -> str:
        if item is not None and item.set:
            entry = app.library.short(item.entry) or item.entry
            shelf.can_undo(f"{entry} is bookmarked again.", shelf.bookmarks.remove(item.entry, item.set))
            return f"{entry} is no longer bookmarked. u brings it back."
        if item is not None:
            shelf.can_undo("The note is back.", shelf.notes.delete(item.entry, item.section))
            return "Deleted the note. u brings it back."
        if line is None or line.role != "heading" or not name or (not page.sets[name] and len(page.sets) == 1):
            return "There is nothing to delete on this line."
        shelf.can_undo(f"The set {name} is back.", shelf.bookmarks.delete_set(name))
        return f"Deleted the set {name} with its bookmarks. u brings it back."

    changed(app, work)


def undo(app: HandbookApp) -> None:
    """Bring back what was deleted last."""
    changed(app, app.shelf.undo)


def history(app: HandbookApp) -> None:
    """Choose from what was read and searched for."""
    if app.shelf.private:
        app.frame.tell("This is a private session: no history is read or kept.")
        return
    trail = app.shelf.trail
    place = app.shelf.last_place()
    options = []
    for entry, when in trail.entries():
        section = place[1] if place and place[0] == entry else ""
        name = app.library.short(entry) or f"{entry} ({GONE})"
        options.append(Option(name, f"read {day(when)}", f"entry {entry} {section}"))
    options += [Option(f"Search for {words}", day(when), f"search {words}") for words, when in trail.searches()]
    if not options:
        attempt(app, lambda: "Nothing was read yet." if trail.keeps else "No history is kept. To change that, press the comma key for settings.")
        return
    options.append(Option("Clear history", "forget what you read, searched for and answered", "clear "))
    app.ask(ChooseScreen("Go back to what?", narrowed(options)), lambda value: _go_back_to(app, value))


def _go_back_to(app: HandbookApp, value: str) -> None:
    kind, _, rest = value.partition(" ")
    if kind == "entry":
        entry, _, section = rest.partition(" ")
        app.open_entry(entry, section)
    elif kind == "search":
        app.search(rest)
    else:

        def clear() -> str:
            app.shelf.trail.clear()
            return "What you read, searched for and answered is forgotten."

        attempt(app, clear)


def note(app: HandbookApp, page: Page, section: int) -> None:
    """Write on a section of an entry."""
    from handbook.tui.screens.note import NoteScreen

    assert isinstance(page, EntryPage)
    if app.shelf.private:
        app.frame.tell(str(NotKept("The note")))
        return
    key = page.section_key(section)
    on = section_title(page.whole, "" if key == OWN_NOTES else key)
    short = app.library.short(page.entry_id) or page.entry_id

    def left(said: str | None) -> None:
        changed(app, lambda: said or "")

    try:
        app.push_screen(NoteScreen(app.shelf.notes, page.entry_id, key, ", ".join(part for part in (short, on) if part)), left)
    except HandbookError as error:
        app.frame.tell(sentence(str(error)))

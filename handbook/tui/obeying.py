"""What the reader's settings mean for the app: mixed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from handbook.commands import BY_NAME
from handbook.errors import HandbookError
from handbook.tui.lines import Layout

if TYPE_CHECKING:
    from handbook.tui.app import HandbookApp
    from handbook.tui.pages import Page


class Obeying:
    """Puts settings into force, and keeps and offers the reader's place."""

    @property
    def _app(self) -> HandbookApp:
        return cast("HandbookApp", self)

    def layout(self, width: int, numbers: dict[str, int] | None = None, note: tuple[int, str] | None = None) -> Layout:
        """An empty layout for a width, in the reader's text width, spacing and letters."""
        settings = self._app.shelf.settings
        return Layout(width, numbers, note, prose=settings.width, wide=settings["spacing"] == "wide", ascii=self._app.ascii_only)

    def obey(self, name: str) -> None:
        """Put a setting that was changed into force."""
        app = self._app
        if name == "theme" and not app.no_color:
            app.theme = f"handbook-{app.shelf.settings['theme']}"
        elif name == "region":
            app.region = app.shelf.settings.region
            for visit in app.history.visits:
                page = app.page_of(visit.page.entry_id) if visit.page.entry_id else None
                if page is not None and not isinstance(page, HandbookError):
                    self.put_notes_on(page)
                    visit.page = page
            app.again()
        elif name == "depth":
            app.depth = app.shelf.settings["depth"]
        elif name in ("width", "spacing"):
            app.again()

    def own_keys(self) -> dict[str, tuple[str, ...]]:
        """Command to its keys, the reader's own before the usual ones; commands without an own one are left out."""
        own = self._app.shelf.settings.keys
        return {name: (key, *(other for other in BY_NAME[name].keys if other != key)) for name, key in own.items() if name in BY_NAME}

    def obey_keys(self) -> str:
        """Let the reader's own keys work; gives the reason if they do not fit together."""
        return self._app.take_keys(self.own_keys())

    def keep_theme(self) -> None:
        """Remember the colors chosen by their key. Where that is not possible, they hold for now."""
        from handbook.shelf.settings import BY_NAME as SETTINGS

        setting, value = SETTINGS["theme"], self._app.theme.removeprefix("handbook-")
        if value in setting.values:
            self._app.shelf.choose(setting, value)

    def put_notes_on(self, page: Page) -> None:
        """Bring the reader's notes on the page of an entry up to date."""
        if page.entry_id:
            try:
                page.notes = self._app.shelf.notes.on(page.entry_id)
            except HandbookError as error:
                self._app.shelf.store.remarks.append(str(error))

    def last_place_told(self) -> str:
        """The offer to go back to where the reader was last; empty if there is none."""
        app = self._app
        if app.shelf.private:
            return "Private session: nothing of what you read is remembered."
        place = app.shelf.last_place()
        short = app.library.short(place[0]) if place else None
        return f"h goes back to {short}." if short else ""

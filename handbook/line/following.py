"""Entries that are edited during a conversation: what changed is told before the next answer."""

from __future__ import annotations

import sqlite3

from handbook.errors import UnknownId
from handbook.library.watching import Watch
from handbook.line.page import EntryPage
from handbook.line.places import Places


class Following(Places):
    """The places, kept true to the files behind them."""

    watch: Watch | None = None
    """Looks at the files; None for a library that cannot change."""

    def follow(self) -> None:
        """Read what changed since the last answer, and tell what that means for the reader."""
        if self.watch is None or not self.watch.changed():
            return
        try:
            changes = self.watch.renew()
        except sqlite3.Error:
            return
        if isinstance(self.page, EntryPage):
            self._follow_page(self.page)
        elif told := changes.told():
            self.say(told)

    def _follow_page(self, page: EntryPage) -> None:
        """The open entry as its file says now; if that is broken or gone, the old text stays."""
        id = page.id
        try:
            now = EntryPage(self.library, id, page.depth, page.region, page.notes)
        except UnknownId:
            if problem := self.watch.trouble(page.path) if self.watch else "":
                self.say(f"Error in {problem} You go on with the text as it was before.")
            else:
                self.say("The file of this entry is gone. You go on with its last text.")
            return
        before, after = (self.renderer.document(each.whole) for each in (page, now))
        page.whole, page.path = now.whole, now.path
        page.show(page.depth)
        if before != after:
            self.say("This entry was changed. Type r to read it again.")

"""The pages of the app: an entry, a comparison, help in a crisis, or the keys."""

from __future__ import annotations

from handbook.content.rows import TREATMENTS
from handbook.tui.pages import ComparisonPage, EntryPage
from handbook.tui.screens.frame import bindings
from handbook.tui.screens.presenting import PresentingActions


class PageScreen(PresentingActions):
    """Shows one page at a time; the app tells which."""

    BINDINGS = bindings("read", "compare", "decide", "timeline", "present", "crisis", "help", "shelf", "review", "quiz")

    def action_explain(self) -> None:
        """Explain the next term of this section, below the line that the reader is on."""
        from handbook.tui.terms import terms_in

        line = self.view.current
        if line is None:
            return
        lines = [other for other in self.view.lines if other.section == line.section and other.role != "note"]
        found = terms_in(self.handbook.library, lines, self.page.entry_id)
        if not found:
            self.note = None
            self.say("No term of this section is explained in the handbook.")
            return
        titles = [title for title, _ in found]
        before = self.note[1].partition(":")[0] if self.note and line.role == "note" else ""
        number = (titles.index(before) + 1) % len(found) if before in titles else 0
        title, says = found[number]
        self.note = (line.row, f"{title}: {says}")
        self.view.show(self._make, (line.section, line.row, 0))
        note = next(index for index, other in enumerate(self.view.lines) if other.role == "note")
        self.view.move_to(note)
        self.tell(f"Term {number + 1} of {len(found)} in this section." + (" t explains the next." if len(found) > 1 else ""))

    def action_where(self) -> None:
        """Say which section and page this is."""
        view = self.view
        told = self.page.where(self._section(), self.sections)
        self.say(f"{told}{'' if told.endswith(('.', '?')) else '.'} Page {view.page + 1} of {view.page_count}.")

    def entry_here(self) -> str:
        """The entry that is read."""
        return self.page.entry_id

    def can(self, name: str) -> bool:
        """Matches need words, typed here or searched for; only entries can be marked."""
        if name in ("find_next", "find_previous"):
            return bool(self.words or self.visit.sought)
        if name == "sources":
            return bool(self.page.sources())
        if name in ("mark", "compare"):
            return isinstance(self.page, EntryPage)
        if name == "decide":
            page = self.page
            return bool(page.choice.condition) if isinstance(page, ComparisonPage) else isinstance(page, EntryPage) and page.kind == "condition"
        if name == "open":
            return self.presenting is None or self.presenting.opens
        if name == "present":
            return isinstance(self.page, EntryPage) and self.page.kind == "lesson"
        if name == "timeline":
            return not isinstance(self.page, EntryPage) or self.page.kind in ("condition", "comparison", *TREATMENTS)
        return super().can(name)

    def action_mark(self) -> None:
        """Mark this entry, or take its mark away."""
        self.say(self.handbook.marks.toggle(self.page.entry_id))

    def action_compare(self) -> None:
        """Compare what is marked, or what belongs to this entry."""
        self.handbook.compare_from(self.page.entry_id)

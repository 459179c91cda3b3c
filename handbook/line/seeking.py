"""What a search looked for, and where that stands in the entry that it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.document.nodes import Heading

if TYPE_CHECKING:
    from handbook.line.page import Page
    from handbook.search.marking import Wanted


class Sought:
    """The words of a search, and the label of the row that fits best, empty where the whole entry does."""

    def __init__(self, wanted: Wanted, row: str) -> None:
        self.wanted = wanted
        self.row = row

    def with_row(self, page: Page) -> list[int]:
        """The numbers of the parts with that row; what holds for one condition stands in the row for all."""
        labels = {self.row, self.row.rpartition(" (")[0]} - {""}
        titles = [{part.title, *(block.text for block in part.blocks if isinstance(block, Heading))} for part in page.parts]
        return [index for index, held in enumerate(titles) if labels & held]

    def parts(self, page: Page) -> list[int]:
        """The numbers of the parts with the words, after the one that fits best."""
        best = self.with_row(page)[:1]
        return best + [index for index, part in enumerate(page.parts) if index not in best and self.wanted.places(part.text)]

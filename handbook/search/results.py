"""What a search gives: the entries found, each with the passage that fits best."""

from __future__ import annotations

from handbook.content.rows import ROWS
from handbook.search.marking import Wanted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.search.query import Query
    from handbook.search.relating import Offer

_TITLES = {
    "name": "Names",
    "ask": "Asked as",
    "heard": "Said as",
    "summary": "In short",
    "urgent": "Get help now",
    "steps": "What to do",
    "stages": "Treatment by stage",
    "wait": "What if I wait?",
    "both": "Both together",
    "differ": "Where sources disagree",
    "questions": "Questions to ask",
}
"""Section to its label, for those that are no rows."""
_WHOLE = ("name", "ask", "heard", "summary")
"""Sections that speak of the entry as a whole."""


class Hit:
    """One entry found: what a list shows of it, how well it fits, and the passage that fits best.

    The passage is looked up when it is asked for, since a list that is filled key by key shows none.
    """

    __slots__ = ("_find", "_passage", "id", "kind", "score", "summary", "title")

    def __init__(self, id: str, kind: str, title: str, summary: str, score: float, find: Callable[[], tuple[str, str, str]]) -> None:
        self.id = id
        self.kind = kind
        self.title = title
        self.summary = summary
        self.score = score
        self._find = find
        self._passage: tuple[str, str, str] | None = None

    def _found(self) -> tuple[str, str, str]:
        """The key of the section, its label, and the snippet."""
        if self._passage is None:
            self._passage = self._find()
        return self._passage

    @property
    def section(self) -> str:
        """The key of the section that fits best."""
        return self._found()[0]

    @property
    def section_title(self) -> str:
        """Its label."""
        return self._found()[1]

    @property
    def snippet(self) -> str:
        """The words of that section around what was looked for."""
        return self._found()[2]

    @property
    def row(self) -> str:
        """The label of the row that fits best; empty where the entry as a whole does."""
        return "" if self.section in _WHOLE else self.section_title

    def other_name(self, wanted: Wanted, shown: str) -> str:
        """The name or words that it was found under, where none of the words looked for stands in the name that is shown; else empty."""
        return " ".join(self.snippet.split()) if self.section == "name" and not wanted.places(shown) and wanted.places(self.snippet) else ""


class Results:
    """The answer to a query.

    `corrected` holds the words used instead of those `asked`, or is empty. `offer` is a comparison that the words ask
    for, `danger` says that they are those of somebody in danger, `remark` is a sentence on a filter that could not be used.
    """

    __slots__ = ("_wanted", "asked", "corrected", "danger", "hits", "offer", "query", "remark")

    def __init__(self, asked: str, corrected: str, hits: list[Hit], offer: Offer | None = None, danger: bool = False, remark: str = "") -> None:
        self.asked = asked
        self.corrected = corrected
        self.hits = hits
        self.offer = offer
        self.danger = danger
        self.remark = remark
        self.query: Query | None = None
        """What is needed to explain a hit."""
        self._wanted: Wanted | None = None

    @property
    def wanted(self) -> Wanted:
        """The words that were looked for, as they were searched."""
        if self._wanted is None:
            self._wanted = self.query.wanted() if self.query else Wanted()
        return self._wanted


def section_label(kind: str, section: str) -> tuple[str, str]:
    """The key of a section and its label; a row that holds for one condition names it."""
    key, _, condition = section.partition("@")
    label = ROWS.get(kind, {}).get(key) or _TITLES.get(key) or key.replace("_", " ").capitalize()
    return key, f"{label} ({condition.replace('-', ' ')})" if condition else label

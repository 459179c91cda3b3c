"""Problems of content: what is wrong, where, and by which rule."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule that content is checked by."""

    says: str
    """What an entry must be, in one sentence."""
    blocking: bool
    """Whether an entry that breaks it is an error; else it is a remark."""


RULES: dict[str, Rule] = {
    "HB001": Rule("The file can be read: a regular file of at most 1 MiB in UTF-8.", True),
    "HB002": Rule("The file is valid YAML and holds one mapping.", True),
    "HB003": Rule("There are no anchors, aliases or tags.", True),
    "HB004": Rule("Nesting and size stay within bounds.", True),
    "HB005": Rule("A key stands only once in a mapping.", True),
    "HB006": Rule("Only known fields and keys are used.", True),
    "HB007": Rule("Required fields are there.", True),
    "HB008": Rule("Each field has the type it should have.", True),
    "HB009": Rule("A field with a fixed choice holds one of the choices.", True),
    "HB010": Rule("Texts hold no control or escape characters.", True),
    "HB011": Rule("A file is named by its id: lower-case words joined by hyphens.", True),
    "HB012": Rule("No text is empty.", True),
    "HB013": Rule("Texts and lists keep to their greatest length.", True),
    "HB014": Rule("Dates are written year-month-day.", True),
    "HB015": Rule("Texts hold no emoji, box drawings, blocks, arrows or braille patterns.", True),
    "HB016": Rule("One space stands between words.", False),
    "HB020": Rule("Links and references name entries that exist.", True),
    "HB021": Rule("Citations name sources that exist.", True),
    "HB022": Rule("Inline markup is complete.", True),
    "HB023": Rule("A reference names an entry of the right kind.", True),
    "HB024": Rule("`see` links go both ways.", False),
    "HB025": Rule("A name belongs to one entry, abbreviations apart.", False),
    "HB026": Rule("An id stands once in a collection.", True),
    "HB030": Rule("A number has a source.", True),
    "HB031": Rule("A number rests on a source that somebody has read for it.", True),
    "HB032": Rule("A statement of fact has a source.", False),
    "HB033": Rule("Every row is there.", False),
    "HB034": Rule("Therapy and medication, and benefit and harm, are told in equal detail.", False),
    "HB035": Rule("A summary has at most 45 words.", True),
    "HB036": Rule("A text reads at grade 8 or lower.", False),
    "HB037": Rule("A sentence has at most 25 words.", False),
    "HB038": Rule("No word stigmatizes.", True),
    "HB039": Rule("No dose is given.", True),
    "HB040": Rule("The review is not overdue.", False),
    "HB041": Rule("There are four to six questions in readers' own words.", False),
    "HB042": Rule("A term is linked where an entry first uses it.", False),
    "HB043": Rule("The popular articles that the project began from are not cited.", True),
    "HB044": Rule("Outside red flags, no twelve words in a row stand in another entry.", True),
    "HB045": Rule("A review names the clinician, their role and the day; without a clinician, it names none of these.", True),
    "HB046": Rule("The text is the one that was reviewed.", False),
    "HB047": Rule("A question has a key of its own in its lesson, its text, two to four different options and a reason.", True),
    "HB048": Rule("The answer of a question is one of its options.", True),
    "HB049": Rule("The reason behind an answer rests on a source that somebody has read for it.", True),
    "HB050": Rule("A lesson has at least five questions.", False),
}
"""Code to rule. HB00x and HB01x: form; HB02x: links; HB03x and on: what is said."""


class Problem(NamedTuple):
    """One finding in one file."""

    path: str
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    code: str
    message: str

    @property
    def blocking(self) -> bool:
        """Whether it is an error rather than a remark."""
        return RULES[self.code].blocking

    def __str__(self) -> str:
        """The line that editors understand: path:line:column: CODE message."""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"


class Problems:
    """Collects the problems of one file, so that a reader notes one and reads on."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def add(self, code: str, line: int, column: int, message: str) -> None:
        """Note a problem; `code` must be in RULES."""
        if code not in RULES:
            raise KeyError(f"no rule has the code {code}")
        self.found.append(Problem(self.path, line, column, code, message))

    @property
    def blocking(self) -> bool:
        """Whether any of them is an error."""
        return any(problem.blocking for problem in self.found)

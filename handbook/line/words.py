"""What a typed line means: a command's word or letter, a number, or words to search for."""

from __future__ import annotations

from typing import NamedTuple

from handbook.commands import COMMANDS

LETTERS: dict[str, str] = {
    "m": "menu", "b": "back", "n": "next", "p": "previous", "o": "outline", "r": "read", "l": "links", "s": "sources", "t": "term",
    "i": "where", "w": "where", "c": "mark", "v": "compare", "g": "go", "f": "find", "u": "typed", "!": "crisis",
    "?": "help", "h": "help", "q": "quit", "z": "depth", "y": "copy",
}  # fmt: skip
"""One-letter forms of the words used most. They are those of the full screen where that has the same command."""

ONLY_HERE: dict[str, str] = {
    "menu": "List the kinds of entries to browse.",
    "more": "Print more of a long list.",
    "read": "Read the whole entry, or every row of a comparison.",
    "notes": "List your notes.",
    "searches": "List what you searched for.",
    "set": "Change a setting: its name and a value.",
    "export": "Write your bookmarks, notes and settings to a text file.",
    "import": "Add what such a text file holds.",
}
"""Words that the full screen does not need: it shows these things all the time, or the command line does them."""

NOT_HERE: dict[str, str] = {
    "kind_": "m lists the kinds, and a number opens one",
    "all_kinds": "m lists all kinds",
    "find_next": "find lists every match",
    "find_previous": "find lists every match",
    "next_link": "links lists the links, and a number opens one",
    "previous_link": "links lists the links, and a number opens one",
    "new_set": "bookmark with a name begins a set of that name",
    "beside": "a comparison is always read row by row here",
    "down": "a section is printed whole, and Enter reads on",
    "up": "the lines before are still on the terminal, and p goes back",
    "page_": "a section is printed whole, and more continues a list",
    "home": "outline goes to any section",
    "end": "outline goes to any section",
    "theme": "line mode has no colors",
}
"""Commands of the full screen that need no word here, each with the reason. A name that ends in `_` stands for all that begin so."""

_SAID_HERE = {
    "sources": "List the sources.",
    "find": "Find words on this page; alone, after a search, what was searched for.",
    "copy": "Print this section or row with its sources and the date, to copy; with a number, one question or another row.",
}
"""What a word does here, where that is not what its key does on the full screen."""

_TAKE_MORE = (
    "search", "go", "find", "compare", "for", "crisis", "depth", "copy", "order",
    "bookmark", "bookmarks", "note", "history", "set", "delete", "rename", "export", "import",
    "decide", "timeline", "pick", "columns", "present", "save", "quiz",
)  # fmt: skip
"""Words that may be followed by others; any other command with words behind it is a search."""

_EXAMPLES = {
    "go": "go ssri",
    "find": "find alcohol",
    "for": "for panic-disorder",
    "compare": "compare cbt ssri for panic-disorder with both wait",
    "crisis": "crisis uk",
    "depth": "depth short",
    "copy": "copy 2",
    "order": "order family",
    "bookmark": "bookmark week 3, for a set of that name",
    "bookmarks": "bookmarks week 3",
    "note": "note ask about this on Monday",
    "history": "history clear, to forget it",
    "set": "set width 60",
    "delete": "delete 2, for a line of the list, or delete week 3, for a set",
    "rename": "rename week 3 to week 4",
    "export": "export shelf.txt",
    "import": "import shelf.txt",
    "decide": "decide depression for a 17-year-old",
    "timeline": "timeline cbt ssri for panic-disorder",
    "pick": "pick cost effort",
    "columns": "columns lithium",
    "present": "present red-flags",
    "save": "save markdown",
    "quiz": "quiz first-visits, for the questions of that lesson",
}


class Meaning(NamedTuple):
    """A command's word with what stands behind it. `search` is what everything else means."""

    word: str
    rest: str


def known_words() -> dict[str, str]:
    """Every word of line mode with its one-line help, in the order of the command table."""
    return {**ONLY_HERE, **{command.word: command.help for command in COMMANDS if command.word}, **_SAID_HERE}


def meaning(line: str) -> Meaning:
    """What a line asks for. Empty lines mean `enter`, numbers mean `number`."""
    text = line.strip()
    first, _, rest = text.partition(" ")
    if not text:
        return Meaning("enter", "")
    if text.isdecimal() and len(text) < 6:
        return Meaning("number", text)
    word = LETTERS.get(first.lower(), first.lower())
    if word in known_words() and (not rest or word in _TAKE_MORE):
        return Meaning(word, rest.strip()) if word != "search" or rest else Meaning("help", "")
    if len(text) == 1:
        return Meaning("letter", text)
    return Meaning("search", text)


def short_help() -> list[str]:
    """What a reader needs most, in few words."""
    return [
        "Type words to search. A number takes a line of the last list. Enter reads on, or takes the first line of a list.",
        "n next section, p the one before, o outline, l links, f and words to find, i where am I, b back.",
        "m menu, c mark, v compare, ! help in a crisis, q quit.",
        "decide and a condition, timeline and a treatment, bookmark, note and your words, history, settings, quiz.",
        "Type commands for all words.",
    ]


def all_help() -> list[str]:
    """Every command with its letter, what it does, and an example where one helps."""
    letters = {word: letter for letter, word in LETTERS.items() if letter not in ("h", "w")}
    lines = ["Type words to search, or a number of the last list. Enter reads on, or takes the first line of a list."]
    for word, says in known_words().items():
        if word in ("open", "search", "commands"):
            continue
        letter = f"{letters[word]} or " if word in letters else ""
        example = f" Such as: {_EXAMPLES[word]}" if word in _EXAMPLES else ""
        lines.append(f"{letter}{word}: {says}{example}")
    return lines

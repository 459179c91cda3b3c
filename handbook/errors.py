"""The errors a reader may see: one line each, with the exit status they lead to.

HandbookError              1  something was not found or is not as it should be
  UsageError               2  the command was used wrongly
    UnknownId              2  no entry has that id; carries near ids
  CollectionError          3  the entries cannot be read at all
"""


class HandbookError(Exception):
    """An error with a one-line message for the reader and an exit status."""

    exit_status = 1


class UsageError(HandbookError):
    """The command line or a request names something that does not exist or fit."""

    exit_status = 2


class UnknownId(UsageError):
    """No entry has the id `asked`; `near` holds the ids that come close, best first."""

    def __init__(self, asked: str, near: list[str], what: str = "entry") -> None:
        self.asked = asked
        self.near = near
        hint = f" Did you mean {' or '.join(near)}?" if near else " Try: handbook search WORDS"
        super().__init__(f"no {what} has the id {quoted(asked)}.{hint}")


class CollectionError(HandbookError):
    """The collection of entries cannot be read."""

    exit_status = 3


def quoted(text: str, most: int = 60) -> str:
    """What somebody typed, in quotes and without control characters; of very much only the start."""
    return repr(text if len(text) <= most else f"{text[:most]}...")


def near_names(asked: str, names: list[str], most: int = 3) -> list[str]:
    """The names that come closest to `asked`, best first, at most `most` of them."""
    from difflib import get_close_matches

    return get_close_matches(asked.lower(), names, n=most, cutoff=0.6)


def did_you_mean(asked: str, names: list[str]) -> str:
    """A sentence naming the closest of `names`, with a leading space, or an empty text."""
    near = near_names(asked, names, most=1)
    return f" Did you mean {near[0]!r}?" if near else ""


def sentence(error: HandbookError) -> str:
    """An error as a sentence of its own, for a reader who is in the middle of something."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?")) or "Try:" in text else ".")

"""Writes a review into the text of an entry's file, and leaves every other character as it is."""

from __future__ import annotations

import json
import os
import re
import tempfile
from contextlib import suppress

from handbook.content.tree import Written, written_fields
from handbook.errors import HandbookError

_PLAIN = re.compile(r"[A-Za-z][\w.'-]*(?: [\w.'-]+)*")
"""What may stand in YAML without quotes, in braces and out of them."""
_WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_BEHIND = {"clinician": "written", "role": "clinician", "reviewed": "role", "checksum": "reviewed"}
"""Field to the one that it stands behind, where it is new."""


def with_review(text: str, values: dict[str, str]) -> str:
    """The text of a file with these fields of its review; an empty value takes the field out (`clinician` becomes null).

    Raises HandbookError if the review is not written as a mapping.
    """
    for name, value in values.items():
        fields, braces = written_fields(text, "review")
        if "written" not in fields:
            raise HandbookError("its `review` cannot be found; write it as review: {written: ..., clinician: null, due: ...}")
        if value or name == "clinician":
            text = _set(text, fields, braces, name, _scalar(value))
        elif name in fields:
            text = _without(text, fields, braces, name)
    return text


def _scalar(value: str) -> str:
    """A value as YAML, in quotes where it needs them."""
    if not value:
        return "null"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value) or (_PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML):
        return value
    return json.dumps(value, ensure_ascii=False)


def _set(text: str, fields: dict[str, Written], braces: bool, name: str, scalar: str) -> str:
    """The text with one field set, in its place or behind the one that it belongs to."""
    if at := fields.get(name):
        blank = " " if text[at.value - 1] == ":" else ""
        return f"{text[: at.value]}{blank}{scalar}{text[at.end :]}"
    before = _BEHIND.get(name, "written")
    while before not in fields:
        before = _BEHIND[before]
    if braces:
        end = fields[before].end
        return f"{text[:end]}, {name}: {scalar}{text[end:]}"
    start, end = _line(text, fields[before])
    indent = text[start : fields[before].key]
    newline = "\r\n" if "\r\n" in text else "\n"
    ended = text[start:end].endswith("\n")
    return f"{text[:end]}{'' if ended else newline}{indent}{name}: {scalar}{newline if ended else ''}{text[end:]}"


def _without(text: str, fields: dict[str, Written], braces: bool, name: str) -> str:
    """The text without one field."""
    at = fields[name]
    if not braces:
        start, end = _line(text, at)
        return text[:start] + text[end:]
    before = max((field.end for field in fields.values() if field.end < at.key), default=None)
    if before is not None:
        return text[:before] + text[at.end :]
    return text[: at.key] + text[min(field.key for field in fields.values() if field.key > at.key) :]


def _line(text: str, field: Written) -> tuple[int, int]:
    """Where the lines of a field begin and end, the line break included."""
    end = text.find("\n", field.end)
    return text.rfind("\n", 0, field.key) + 1, len(text) if end < 0 else end + 1


def replace_file(path: str, text: str) -> None:
    """Write a file so that nobody ever sees half of it; its permissions stay. Raises HandbookError."""
    path = os.path.realpath(path)
    draft = ""
    try:
        mode = os.stat(path).st_mode
        with tempfile.NamedTemporaryFile("wb", dir=os.path.dirname(path), prefix=".", suffix=".part", delete=False) as file:
            draft = file.name
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, mode & 0o7777)
        os.replace(draft, path)
    except OSError as error:
        if draft:
            with suppress(OSError):
                os.remove(draft)
        raise HandbookError(f"cannot write {path}: {(error.strerror or 'it failed').lower()}") from None

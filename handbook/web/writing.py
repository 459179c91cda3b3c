"""Puts an export where a reader wants it: whole or not at all, and over nothing that they did not give up."""

from __future__ import annotations

import os
import shutil
import tempfile

from handbook.errors import HandbookError, UsageError
from handbook.render.saving import fill, new_file


def write_file(path: str, text: str, force: bool = False) -> str:
    """Write one file; gives its whole path. With `force`, a file that is there is replaced.

    Raises UsageError if there is something already, and HandbookError with a sentence on why it cannot be written.
    """
    path = os.path.realpath(os.path.expanduser(path))
    if os.path.exists(path) and not os.path.isfile(path):
        raise UsageError(f"{path} is a folder or a device; name a file, such as handbook.html")
    try:
        if force and os.path.exists(path):
            fill(path, text)
        else:
            new_file(path, text)
    except FileExistsError:
        raise UsageError(f"{path} is already there; --force replaces it") from None
    except OSError as error:
        raise _cannot(path, error) from None
    return path


def write_folder(path: str, files: dict[str, str], folders: tuple[str, ...], force: bool = False) -> str:
    """Write files (path, with `/` between its parts, to text) into a folder, which is made if it is new; gives its whole path.

    Other files in that folder stay as they are. With `force`, files of those names are replaced, and so are whole `folders`,
    unless something stands in them that no export made. If it is stopped, the folder is as it was before.
    Raises UsageError if there is something in the way, and HandbookError with a sentence on why it cannot be written.
    """
    path = os.path.realpath(os.path.expanduser(path))
    names = list(dict.fromkeys([*(name.split("/")[0] for name in files), *folders]))
    made = False
    try:
        if not os.path.lexists(path):
            os.mkdir(path)
            made = True
        _must_be_free(path, names, folders, force, {os.path.splitext(name)[1] for name in files if "/" in name})
        with tempfile.TemporaryDirectory(prefix=".handbook-", dir=path, ignore_cleanup_errors=True) as part:
            new, old = os.path.join(part, "new"), os.path.join(part, "old")
            os.mkdir(old)
            _fill_folder(new, files)
            _exchange(path, new, old, names)
    except BaseException as error:
        if made:
            shutil.rmtree(path, ignore_errors=True)
        if isinstance(error, OSError):
            raise _cannot(path, error) from None
        raise
    return path


def _must_be_free(path: str, names: list[str], folders: tuple[str, ...], force: bool, endings: set[str]) -> None:
    """Whether nothing that a reader may want to keep is in the way. Raises UsageError."""
    if not os.path.isdir(path):
        raise UsageError(f"{path} is no folder")
    taken = [name for name in names if os.path.lexists(os.path.join(path, name))]
    if taken and not force:
        raise UsageError(f"{os.path.join(path, taken[0])} is already there; --force replaces what an export wrote")
    for name in taken:
        inside = os.path.join(path, name)
        if os.path.isdir(inside) != (name in folders) or os.path.islink(inside):
            raise UsageError(f"{inside} was not made by an export; choose another folder")
        for other in os.listdir(inside) if name in folders else ():
            if os.path.splitext(other)[1] not in endings or not os.path.isfile(os.path.join(inside, other)):
                raise UsageError(f"{os.path.join(inside, other)} was not made by an export; move it, or choose another folder")


def _fill_folder(folder: str, files: dict[str, str]) -> None:
    """Write files into a new folder."""
    for name, text in files.items():
        path = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _exchange(path: str, new: str, old: str, names: list[str]) -> None:
    """Move what is in `new` to `path`, and what stood there to `old`; if that fails halfway, all of it back."""
    moves = []
    try:
        for name in names:
            here = os.path.join(path, name)
            for source, target in ((here, os.path.join(old, name)), (os.path.join(new, name), here)):
                if os.path.lexists(source):
                    moves.append((source, target))
                    os.rename(source, target)
    except BaseException:
        for source, target in reversed(moves):
            if os.path.lexists(target) and not os.path.lexists(source):
                os.rename(target, source)
        raise


def _cannot(path: str, error: OSError) -> HandbookError:
    """Why something cannot be written."""
    return HandbookError(f"cannot write {path}: {(error.strerror or str(error)).lower()}")

"""Where things are: what is shipped with the program, and the reader's own folders.

Plain `os.path` and no library: every command asks here first, and a library for this costs more
to import than all else that `handbook show` loads.
"""

import os
import sys

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def _shipped(name: str) -> str:
    """A data folder: inside the package once installed, beside it in a checkout."""
    inside = os.path.join(_PACKAGE, name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_PACKAGE), name)


def built_in_entries() -> str:
    """The folder of the entries that come with the handbook."""
    return _shipped("entries")


def is_installed() -> bool:
    """Whether the built-in entries came with an installed handbook, so that nobody should write there; else it is a checkout."""
    return built_in_entries().startswith(_PACKAGE + os.sep)


def is_built_in(path: str) -> bool:
    """Whether a file is among the built-in entries."""
    return os.path.realpath(path).startswith(os.path.realpath(built_in_entries()) + os.sep)


def styles() -> str:
    """The folder of the style sheets: those of the full-screen app and that of HTML pages."""
    return _shipped("styles")


def built_in_library() -> str:
    """The library compiled when the wheel was built; the file is absent in a checkout."""
    return os.path.join(_PACKAGE, "library.sqlite")


def _reader_folder(variable: str, unix: str, mac: str, windows: str) -> str:
    """The handbook's folder for one purpose, by the custom of the operating system."""
    chosen = os.environ.get(variable, "")
    if os.path.isabs(chosen):
        return os.path.join(chosen, "handbook")
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", home), "handbook", windows)
    return os.path.join(home, mac if sys.platform == "darwin" else unix, "handbook")


def cache_folder() -> str:
    """Where compiled libraries are kept. It may not exist, or not be writable."""
    return _reader_folder("XDG_CACHE_HOME", ".cache", "Library/Caches", "Cache")


def data_folder() -> str:
    """Where what belongs to the reader is kept. It may not exist."""
    return _reader_folder("XDG_DATA_HOME", ".local/share", "Library/Application Support", "Data")


def own_entries() -> str:
    """The reader's own entries, laid over the built-in ones. The folder may not exist."""
    return os.path.join(data_folder(), "entries")


def shelf_file() -> str:
    """The file of the reader's bookmarks, notes, history and settings. It may not exist."""
    return os.path.join(data_folder(), "shelf.sqlite")


def documents_folder() -> str:
    """The reader's own folder for documents; it may not exist."""
    return os.path.join(os.path.expanduser("~"), "Documents")

"""Opens the library of some folders: shipped, cached, refreshed, rebuilt, or built in memory.

No failure of the cache ever reaches the reader as an error; at worst each start reads all files.
"""

from __future__ import annotations

import os
import sqlite3

from handbook import __version__, paths
from handbook.errors import CollectionError
from handbook.library.library import Library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.library.build import Indexer, Progress

SCAN_LIMIT = 2000
"""Up to this many files, every start looks at each one; above, only at the folders, unless asked."""
_WAIT = 10.0
"""Seconds to wait for another process that is writing the same file."""


def folders_for(overlays: list[str]) -> list[str]:
    """The folders of a library, later ones overriding: built-in, the reader's own, then `overlays`.

    Raises CollectionError if an overlay is not a folder that can be read.
    """
    folders = [paths.built_in_entries()]
    if os.path.isdir(paths.own_entries()):
        folders.append(paths.own_entries())
    for overlay in overlays:
        folder = os.path.abspath(overlay)
        if not os.path.isdir(folder):
            missing = "this is a file; name the folder" if os.path.exists(folder) else "there is no such folder"
            raise CollectionError(f"--entries {overlay}: {missing}")
        try:
            names = os.listdir(folder)
        except OSError as error:
            raise CollectionError(f"--entries {overlay}: {(error.strerror or 'it cannot be read').lower()}") from None
        from handbook.library.folders import NAMES

        if not any(name in NAMES for name in names):
            raise CollectionError(f"--entries {overlay}: it holds none of the folders {', '.join(NAMES[:3])}, ...")
        folders.append(folder)
    return folders


def open_library(
    overlays: list[str],
    indexer: Callable[[], Indexer],
    index_format: int,
    progress: Progress | None = None,
    refresh: bool = False,
    tell: Callable[[str], None] | None = None,
) -> Library:
    """The library of the built-in entries, the reader's own, and the overlays.

    `indexer` is called only if something must be built; `index_format` names its tables' version.
    `tell` receives one sentence if nothing could be kept in the cache. Raises CollectionError.
    """
    folders = folders_for(overlays)
    shipped = paths.built_in_library()
    if len(folders) == 1 and os.path.exists(shipped):
        library = open_shipped(shipped)
        if library is not None:
            return library
    if not os.path.isdir(folders[0]):
        raise CollectionError(f"the built-in entries are missing at {folders[0]}; install the handbook again")
    path = cache_file(folders, index_format)
    try:
        return _cached(path, folders, indexer, progress, refresh)
    except (OSError, sqlite3.Error) as error:
        if tell:
            tell(f"nothing can be kept in {os.path.dirname(path)} ({_reason(error)}), so every start reads all entries anew")
        return _in_memory(folders, indexer, progress)


def cache_file(folders: list[str], index_format: int) -> str:
    """The file in the cache that holds the library of these folders."""
    from zlib import crc32

    from handbook.library import FORMAT

    name = f"{crc32(os.fsencode(chr(0).join(folders))):08x}"
    return os.path.join(paths.cache_folder(), f"library-{__version__}-{FORMAT}-{index_format}-{name}.sqlite")


def _reason(error: Exception) -> str:
    """Why it failed, in a few words."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def open_shipped(path: str) -> Library | None:
    """The library that came with the wheel; None if it is damaged."""
    try:
        connection = sqlite3.connect(f"file:{_uri(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        connection.execute("select value from meta where key = 'files'").fetchone()
        return Library(connection)
    except sqlite3.Error:
        return None


def _uri(path: str) -> str:
    """A path as it stands in a file: address."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _cached(path: str, folders: list[str], indexer: Callable[[], Indexer], progress: Progress | None, refresh: bool) -> Library:
    """The cached library, brought up to date; built anew if it is absent or damaged."""
    if os.path.exists(path):
        try:
            connection = _connect(path)
            if refresh or not _fresh(connection, folders):
                _refresh(connection, folders, indexer, progress)
            return Library(connection, folders=folders)
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "readonly" in str(error) or "full" in str(error):
                raise
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            # Where a file is damaged, even the message may be no text.
            pass
    _build(path, folders, indexer, progress)
    return Library(_connect(path), folders=folders)


def _connect(path: str) -> sqlite3.Connection:
    """An open connection; nothing begins a transaction unless it says so."""
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    connection.execute("select value from meta limit 1").fetchone()
    return connection


def _fresh(connection: sqlite3.Connection, folders: list[str]) -> bool:
    """Whether the library is still what its folders hold."""
    from handbook.library.folders import signature

    meta = dict(connection.execute("select key, value from meta where key in ('signature', 'shallow', 'files')").fetchall())
    deep = int(meta.get("files", 0)) <= SCAN_LIMIT
    return signature(folders, deep) == meta.get("signature" if deep else "shallow")


def _refresh(connection: sqlite3.Connection, folders: list[str], indexer: Callable[[], Indexer], progress: Progress | None) -> None:
    """Read what changed.

    Nothing that is made here refers back to itself, so looking for such loops would only take a quarter of the time.
    """
    import gc

    from handbook.library import build

    looking = gc.isenabled()
    gc.disable()
    try:
        build.refresh(connection, folders, indexer(), progress)
    finally:
        if looking:
            gc.enable()


def _build(path: str, folders: list[str], indexer: Callable[[], Indexer], progress: Progress | None) -> None:
    """Build a library beside its place and swap it in, so that no process ever sees half of one."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    draft = f"{path}.{os.getpid()}.part"
    try:
        connection = _new(draft)
        try:
            _fill(connection, folders, indexer, progress)
        finally:
            connection.close()
        os.replace(draft, path)
    finally:
        if os.path.exists(draft):
            os.remove(draft)


def discard_cache() -> None:
    """Remove every compiled library from the cache; the next start builds what it needs."""
    folder = paths.cache_folder()
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        if name.startswith("library-"):
            try:
                os.remove(os.path.join(folder, name))
            except OSError:
                continue


def build_file(path: str, folders: list[str], indexer: Callable[[], Indexer]) -> None:
    """Compile folders into a new file. Raises OSError or sqlite3.Error."""
    _build(os.path.abspath(path), folders, indexer, None)


def _new(path: str) -> sqlite3.Connection:
    """An empty database that is not worth a journal: it is thrown away if anything fails."""
    if os.path.exists(path):
        os.remove(path)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.executescript("pragma journal_mode = memory; pragma synchronous = off; pragma cache_size = -65536")
    return connection


def _in_memory(folders: list[str], indexer: Callable[[], Indexer], progress: Progress | None) -> Library:
    """A library that lives as long as the process."""
    connection = _new(":memory:")
    _fill(connection, folders, indexer, progress)
    return Library(connection, memory=True, folders=folders)


def _fill(connection: sqlite3.Connection, folders: list[str], indexer: Callable[[], Indexer], progress: Progress | None) -> None:
    """Make the tables and read every file; the shipped library has the built-in ones already."""
    from handbook.library import build, shipping

    shipped = paths.built_in_library()
    known = folders[0] == paths.built_in_entries() and os.path.exists(shipped)
    if not (known and shipping.copy_shipped(connection, shipped, folders[0])):
        build.create(connection, indexer())
    _refresh(connection, folders, indexer, progress)

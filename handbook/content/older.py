"""Older texts of entries: from the git checkout that they are in, or from a folder with an older copy."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator

from handbook.content.load import File, Loaded, load
from handbook.content.review import checksum
from handbook.errors import HandbookError, UsageError


class Checkout:
    """A folder of entries inside a git checkout. Raises HandbookError if it is in none, or there is no git."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)
        self._git("rev-parse", "--is-inside-work-tree")

    def _git(self, *words: str) -> str:
        """What git answers. Raises HandbookError with its reason."""
        try:
            command = ["git", "-C", self.folder, "--no-pager", *words]
            done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env=_environment())
        except OSError:
            raise HandbookError("the program git is not here, so older texts are not known; compare with an older copy: --against DIR") from None
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if done.returncode:
            if "not a git repository" in " ".join(said):
                raise HandbookError(f"{self.folder} is in no git checkout, so older texts are not known; compare with an older copy: --against DIR")
            raise HandbookError(f"git cannot tell ({said[-1] if said else 'no reason given'})")
        return done.stdout.decode("utf-8", "replace")

    def revision(self, since: str) -> str:
        """The revision that a day or a name stands for; a day means what held when it began. Raises UsageError."""
        if re.fullmatch(r"\d{4}-\d\d-\d\d", since):
            found = self._git("rev-list", "-1", f"--before={since} 00:00:00", "HEAD").strip()
            if not found:
                raise UsageError(f"the checkout of {self.folder} has nothing from before {since}; name a later day or a revision")
            return found
        try:
            return self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}").strip()
        except HandbookError:
            raise UsageError(f"{since!r} is neither a day such as 2026-11-21 nor a revision of this checkout") from None

    def changed(self, revision: str) -> set[str]:
        """The paths of files that differ from a revision now, those that are gone among them."""
        names = self._git("diff", "--name-only", "--no-renames", "--relative", "-z", revision, "--", ".")
        new = self._git("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
        return {os.path.join(self.folder, name) for name in (names + new).split("\0") if name}

    def text(self, revision: str, path: str) -> str | None:
        """The text of a file at a revision; None if it was not there."""
        try:
            return self._git("show", f"{revision}:./{os.path.relpath(os.path.realpath(path), self.folder).replace(os.sep, '/')}")
        except HandbookError:
            return None

    def reviewed_text(self, loaded: Loaded) -> Loaded | None:
        """The entry as it was when the review in it was signed; None if that was never committed.

        That is the newest text with the review's checksum; for a review without one, the first text that has this review.
        """
        review = (loaded.values or {})["review"]
        first = None
        for older in self._versions(loaded.file):
            if older.values is None:
                continue
            if review["checksum"]:
                if checksum(older.values) == review["checksum"]:
                    return older
            elif (older.values["review"]["clinician"], older.values["review"]["reviewed"]) == (review["clinician"], review["reviewed"]):
                first = older
            else:
                break
        return first

    def _versions(self, file: File) -> Iterator[Loaded]:
        """A file as it was committed, the newest first."""
        path = os.path.realpath(file.path)
        for revision in self._git("log", "--format=%H", "--", path).split():
            if (text := self.text(revision, path)) is not None:
                yield load(file, text)


def _environment() -> dict[str, str]:
    """Git's messages in English, and no repository but the folder's own, even inside a hook of another one."""
    kept = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}

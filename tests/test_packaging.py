"""The wheel: what is in it, and that it works from another folder with no network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from handbook.content.rows import FOLDERS

ROOT = Path(__file__).parent.parent
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the source distribution built from a copy of the checkout."""
    copy = tmp_path_factory.mktemp("source") / "handbook"
    ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "dist", "build")
    shutil.copytree(ROOT, copy, ignore=ignored)
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(copy)], check=True, capture_output=True, text=True)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `handbook` script of the wheel, in a virtual environment that shares only our dependencies."""
    place = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(place / "bin/python"), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([*pip, "--disable-pip-version-check"], check=True, capture_output=True, text=True)
    (site,) = place.glob("lib/python*/site-packages")
    # A folder named in a .pth file does not have its own .pth files read, so the checkout stays out of sight.
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return place / "bin/handbook"


def test_the_wheel_holds_all_entries_styles_and_the_compiled_library(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in (*FOLDERS.values(), "sources", "regions"):
        here = {path.name for path in (ROOT / "entries" / folder).glob("*.yaml")}
        assert here == {name.rsplit("/", 1)[1] for name in names if name.startswith(f"handbook/entries/{folder}/") and name.endswith(".yaml")}
    styles = {path.name for path in (ROOT / "styles").glob("*css")}
    assert styles == {name.rsplit("/", 1)[1] for name in names if name.startswith("handbook/styles/")}
    assert "handbook/library.sqlite" in names
    assert "handbook/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "entries/"))]


def test_the_installed_wheel_works_elsewhere_without_network(installed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    alone = ["unshare", "-n"] if shutil.which("unshare") and os.geteuid() == 0 else []

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*alone, str(installed), *words], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False)

    assert "SSRI" in run("search", "zoloft").stdout.splitlines()[0]
    compared = json.loads(run("compare", "cbt", "ssri", "--for", "panic-disorder", "--format", "json").stdout)
    assert len(compared["rows"]) == 14
    assert run("show", "ssri").stdout.startswith("Selective serotonin")
    checked = run("check", "--errors-only")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert list(home.rglob("*.sqlite")) == []

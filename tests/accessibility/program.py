"""The handbook on the tours' own small collection: `python program.py FOLDER [OPTIONS]`.

Transcripts would change with every real entry; these entries never change.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.conftest import SAMPLE, tip

TREES = (
    "Alder Ash Aspen Beech Birch Cedar Cherry Chestnut Cypress Elder Elm Fir Hazel Hemlock Holly Juniper Larch Laurel Lime Maple "
    "Oak Olive Pear Pine Plane Poplar Rowan Spruce Sycamore Tamarack Walnut Willow Yew"
).split()


def write_collection(folder: Path) -> None:
    """The sample entries, and enough tips for lists of several pages."""
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    for tree in TREES:
        (folder / f"tips/{tree.lower()}.yaml").write_text(tip(f"{tree} walk", f"Walk to the {tree.lower()} and back."), encoding="utf-8")


def main() -> None:
    """Run the handbook on a folder."""
    folder = sys.argv.pop(1)
    sys.argv[0] = "handbook"

    import handbook.paths

    handbook.paths.built_in_entries = lambda: folder
    handbook.paths.built_in_library = lambda: "absent"
    from handbook.cli.main import run

    run()


if __name__ == "__main__":
    main()

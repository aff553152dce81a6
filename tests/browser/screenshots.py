"""Pictures of every page: `python -m tests.browser.screenshots FOLDER`, in light, dark, wide and on a phone.

With --readme it writes the few small ones that the READMEs show, and nothing else; they belong in
archive/browse/pictures.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.archive.browse.sample import build_sample
from tests.browser.addresses import DATASETTE, READER
from tests.browser.conftest import find_chromium, serving

Size = tuple[int, int, Literal["light", "dark"]]
MODES: dict[str, Size] = {
    "light": (1280, 900, "light"), "dark": (1280, 900, "dark"), "wide": (2560, 1300, "light"),
    "phone": (360, 740, "light"), "phone-dark": (360, 740, "dark")}
README: dict[str, tuple[str, Size]] = {
    "home": ("/", (1100, 760, "light")), "search": ("/search?q=tariffs", (1100, 760, "light")),
    "read": (READER["read"], (1100, 760, "light")), "source": ("/sources/lantern", (1100, 760, "dark"))}


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readme", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary, serving(build_sample(Path(temporary), hostile=False)) as site:
        if given.readme:
            shots = [(name, path, size, False) for name, (path, size) in README.items()]
        else:
            shots = [(f"{name}-{mode}", path, size, True) for mode, size in MODES.items()
                     for name, path in (READER | DATASETTE).items()]
        take(site, given.folder, shots)
    print(f"{len(shots)} pictures in {given.folder}")


def take(site: str, folder: Path, shots: list[tuple[str, str, Size, bool]]) -> None:
    """One PNG each: name, path, (width, height, colours), whether the whole page or the window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        for name, path, (width, height, scheme), whole in shots:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            page.goto(site + path)
            page.screenshot(path=folder / f"{name}.png", full_page=whole)
        browser.close()


if __name__ == "__main__":
    main()

"""Releases: which graphs count together. Immutable, named by their content, swapped in one step."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from graph.errors import NotBuilt, NotFound
from graph.ids import META, key_of, release_iri

KEPT = 2
"""Releases that stay on disk: the current one, and the one that a server may still read."""


@dataclass(frozen=True, slots=True)
class Release:
    """One release on disk."""

    key: str
    """First 12 hex digits of the hash of its graphs' IRIs."""

    graphs: Mapping[str, str]
    """Graph IRI to the name of its file in the folder of graphs; the graph about graphs among them."""

    built_at: str
    """When this machine built it, UTC. Outside everything that is hashed."""

    reports: Mapping[str, Mapping[str, int]]
    """Source key to counts of the build's report."""

    folder: Path

    @property
    def iri(self) -> str:
        """Identity of the release."""
        return release_iri(self.key)

    @property
    def store(self) -> Path:
        """Folder of the embedded store."""
        return self.folder / "store"

    @property
    def search(self) -> Path:
        """Full-text index."""
        return self.folder / "search.sqlite"

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read a release back from its folder."""
        told = json.loads((folder / "release.json").read_text(encoding="utf-8"))
        return cls(**told, folder=folder)

    def write(self) -> None:
        """Write what the release is into its folder."""
        told = asdict(self)
        del told["folder"]
        text = json.dumps(told, indent=1, sort_keys=True)
        (self.folder / "release.json").write_text(text + "\n", encoding="utf-8")


def key_of_graphs(graphs: Mapping[str, str]) -> str:
    """Return the key of the release that is made of some graphs; the graph about graphs does not count."""
    return key_of(*sorted(iri for iri in graphs if iri != META))


def digest_of_lines(lines: list[str]) -> str:
    """Return the key of a graph: the hash of its sorted N-Triples."""
    return sha256("\n".join(lines).encode()).hexdigest()[:12]


class Shelf:
    """The releases of one home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.releases = home / "releases"
        self.graphs = home / "graphs"
        self.pointer = home / "current"

    def current(self) -> Release:
        """Return the release that is served.

        Raises:
            NotBuilt: nothing was built in this home.
        """
        if not self.pointer.is_file():
            raise NotBuilt(str(self.home))
        return self.find(self.pointer.read_text(encoding="utf-8").strip())

    def find(self, key: str) -> Release:
        """Return one release.

        Raises:
            NotFound: this home does not hold it.
        """
        folder = self.releases / key
        if not key.isalnum() or not (folder / "release.json").is_file():
            raise NotFound("release", key)
        return Release.read(folder)

    def holds(self, key: str) -> bool:
        """Say whether a whole release is there; a folder gets its name only when it is whole."""
        return (self.releases / key / "release.json").is_file()

    def draft(self) -> Path:
        """Make an empty folder to build in; what crashed builds left behind goes."""
        folder = self.releases / ".draft"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def publish(self, draft: Path, key: str) -> None:
        """Give a whole draft its name; an earlier folder of that name gives way."""
        target = self.releases / key
        shutil.rmtree(target, ignore_errors=True)
        draft.replace(target)

    def point(self, key: str) -> None:
        """Serve another release from now on, in one step, and drop releases that nobody needs."""
        previous = self.pointer.read_text(encoding="utf-8").strip() if self.pointer.exists() else ""
        fresh = self.pointer.with_name("current.new")
        fresh.write_text(key + "\n", encoding="utf-8")
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        fresh.replace(self.pointer)
        self._drop_but(key, previous)

    def _drop_but(self, *keys: str) -> None:
        kept = [self.find(key) for key in keys if key and self.holds(key)][:KEPT]
        names = {release.key for release in kept}
        for folder in self.releases.iterdir():
            if folder.name not in names and not folder.name.startswith("."):
                shutil.rmtree(folder, ignore_errors=True)
        files = {name for release in kept for name in release.graphs.values()}
        for file in self.graphs.glob("*.nt"):
            if file.name not in files:
                file.unlink(missing_ok=True)

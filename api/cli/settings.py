"""What the environment decides, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

CHECKOUT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where this installation keeps what it builds, and where it finds documents."""

    home: Path
    """Releases, stores and caches; two homes never touch each other."""

    documents: Path | None
    """Folder of official documents; ``None`` where there is none: builds work from the snapshot."""

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read ``COMITY_HOME`` and ``COMITY_DOCUMENTS``; without them the user's data directory and ``../shared/data``."""
        default = platformdirs.user_data_dir("comity", appauthor=False)
        home = Path(environ.get("COMITY_HOME") or default).expanduser().resolve()
        return cls(home, _documents(environ.get("COMITY_DOCUMENTS"), home))


def _documents(named: str | None, home: Path) -> Path | None:
    if named is not None:
        # an empty value says: none, even where ../shared/data is there
        return Path(named).expanduser().resolve() if named else None
    for folder in (CHECKOUT.parent / "shared" / "data", home / "documents"):
        if folder.is_dir():
            return folder
    return None

"""Curated facts: the files of `data/`, read strictly."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from graph.errors import BadDataFile

_PACKAGE = Path(__file__).resolve().parent.parent

M = TypeVar("M", bound=BaseModel)


def shipped(folder: str) -> Path:
    """Return the folder ``data`` or ``ontologies`` of this checkout or of the installed wheel.

    Raises:
        FileNotFoundError: the folder is neither bundled nor beside the package.
    """
    for base in (_PACKAGE / "_bundled", _PACKAGE.parent):
        if (base / folder).is_dir():
            return base / folder
    raise FileNotFoundError(folder)


def read_yaml(path: Path, model: type[M]) -> M:
    """Read one YAML file as what it should be.

    Raises:
        BadDataFile: not YAML, or a field that is missing, unknown or of the wrong kind.
    """
    try:
        return model.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, UnicodeDecodeError) as exc:
        raise BadDataFile(str(path), "YAML", str(exc)) from exc
    except ValidationError as exc:
        first = exc.errors()[0]
        where = ".".join(map(str, first["loc"])) or "file"
        raise BadDataFile(str(path), where, first["msg"]) from exc

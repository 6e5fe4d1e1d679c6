"""The real documents: outside the repository, where COMITY_DOCUMENTS says or beside the checkout."""

import os
from pathlib import Path

import pytest

from api.cli.settings import Settings


@pytest.fixture(scope="session")
def documents() -> Path:
    found = Settings.from_env(os.environ).documents
    if found is None or not (found / "us").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("CI has the documents at ../shared/data: they are missing")
        pytest.skip("no documents: set COMITY_DOCUMENTS or put them at ../shared/data")
    return found

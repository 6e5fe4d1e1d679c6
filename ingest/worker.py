"""Processes that read lists for a build."""

from __future__ import annotations

import os
import threading
import time

_LOOK = 0.5
"""Seconds between two looks for the parent."""


def end_with(parent: int) -> None:
    """Let this process end with the build that started it.

    A worker inherits the build's lock: one that outlives a killed build would hold up the next for ever.
    """
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)

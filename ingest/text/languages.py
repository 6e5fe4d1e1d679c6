"""The languages that lists are read in, by BCP 47 tag. A new one: its module with ``LANGUAGE``, and a row here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ingest.text import english, french, german, japanese
from ingest.text.language import Language

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "en": english.LANGUAGE,
        "de": german.LANGUAGE,
        "fr": french.LANGUAGE,
        "ja": japanese.LANGUAGE,
    }
)

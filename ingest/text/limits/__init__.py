"""Limits: numbers that something must reach, exceed or stay below, read from the words of a paragraph (DOMAIN.md 1.4, INTERFACES.md)."""

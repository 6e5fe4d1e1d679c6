"""Acts: what all their parsers share. An act is read, kept and asked like a list (ADR 10)."""

"""Gaps between two sides: one module a kind, one row type (`graph.model.gap.Gap`)."""

"""Determinations: what law asks for one transaction, jurisdiction by jurisdiction."""

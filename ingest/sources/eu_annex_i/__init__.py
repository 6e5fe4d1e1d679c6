"""Annex I to Regulation (EU) 2021/821."""

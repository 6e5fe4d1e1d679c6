"""Annex I to Regulation (EU) 2021/821 as first adopted, from its print as a PDF."""

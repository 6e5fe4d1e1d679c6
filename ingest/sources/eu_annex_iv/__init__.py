"""Annex IV to Regulation (EU) 2021/821: the items of Annex I that need an authorisation inside the Union too."""

"""The questions of DOMAIN.md 3 that are answered, one function each."""

"""Benchmarks: commands that print what they measured in one run."""

"""The Commerce Control List: 15 CFR part 774, Supplement No. 1."""

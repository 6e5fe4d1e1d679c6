"""Lists that stand in parts of the Code of Federal Regulations: USML (22 CFR 121), NRC (10 CFR 110), DOE (10 CFR 810)."""

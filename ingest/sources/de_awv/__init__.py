"""Anlage 1 of the Außenwirtschaftsverordnung (Ausfuhrliste), Part I Sections A and B."""

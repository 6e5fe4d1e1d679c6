"""From published documents to records of `graph`, and from records to quads. Imports `graph`, never `api`."""

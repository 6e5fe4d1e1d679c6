"""Every way in: HTTP, pages and the command line. Imports `graph`; only `api.cli` may import `ingest`."""

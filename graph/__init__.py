"""The domain: records, dates, citations, answers and stores. Imports neither `ingest` nor `api`."""

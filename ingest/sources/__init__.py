"""One folder a source: what it must look like (`source.yml`) and how it is read (`parse.py`)."""

"""Reading the words: canonical text, lead-ins, notes, references, terms."""

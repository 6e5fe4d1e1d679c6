"""The Common Military List of the European Union."""

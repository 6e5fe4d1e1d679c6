"""The Ausfuhrliste as the Markdown of bundestag/gesetze has it."""

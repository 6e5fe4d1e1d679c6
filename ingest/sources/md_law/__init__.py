"""Acts in Markdown: those of the Union and five states, by a table of styles."""

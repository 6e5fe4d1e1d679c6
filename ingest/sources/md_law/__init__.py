"""Acts in Markdown: those of the Union, the United Kingdom, Switzerland and Finland, by a table of styles."""

"""Acts in Markdown: the Union's, the United Kingdom's and Switzerland's, by a table of styles."""

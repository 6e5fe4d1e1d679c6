"""The UK Strategic Export Control Lists of 2018, as a department's spreadsheet has them."""

"""Japanese acts, orders and ordinances from the Markdown that legalize-jp makes of the e-Gov text."""

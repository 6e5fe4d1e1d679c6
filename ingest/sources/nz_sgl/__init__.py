"""New Zealand Strategic Goods List."""

"""Japan: the Export Trade Control Order, the Goods Ordinance and the Foreign Exchange Order, from e-Gov."""

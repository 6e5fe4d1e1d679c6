"""What follows from the lists by computing: pure, from records to records."""

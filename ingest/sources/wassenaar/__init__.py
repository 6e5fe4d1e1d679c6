"""The lists of the Wassenaar Arrangement: dual-use goods and technologies, with the sensitive ones, and munitions."""

"""What a paragraph controls, as an expression that can be computed (DOMAIN.md 1.4)."""

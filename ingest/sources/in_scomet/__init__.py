"""India's list of special chemicals, organisms, materials, equipment and technologies (SCOMET)."""

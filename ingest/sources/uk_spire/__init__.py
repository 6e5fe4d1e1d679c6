"""Open general export licences of the United Kingdom, as the licensing system SPIRE told them in 2016."""

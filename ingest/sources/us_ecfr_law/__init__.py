"""Parts of the Code of Federal Regulations as acts: sections, supplements and appendices, whole."""

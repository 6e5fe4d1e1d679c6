"""What must hold before a release is written."""

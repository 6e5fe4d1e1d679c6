"""Amending regulations from Norsk Lovtidend, HTML5 that is well-formed XML."""

"""German acts and ordinances as gesetze-im-internet.de gives them: sections and annexes, whole."""

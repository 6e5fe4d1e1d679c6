"""The Kriegswaffenliste: annex of the Act on the control of war weapons."""

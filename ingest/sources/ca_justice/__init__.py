"""The regulations of Canada as the Department of Justice publishes them: Export Control List, nuclear regulations."""

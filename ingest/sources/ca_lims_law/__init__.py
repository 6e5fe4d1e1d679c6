"""Acts and regulations of Canada as laws-lois.justice.gc.ca gives them: sections and schedules, whole."""

"""Which paragraph of one list corresponds to which of another: candidates, signals, a model, relations of sets."""

class CannotStart(Exception):
    """Something that only an operator can put right; the text is one sentence that says what to do."""

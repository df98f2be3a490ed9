from slackapp.normalization import bare


def plain_letters(text: str) -> str:
    """The text as one types it in a hurry: no capitals, no accents, no underscores."""
    return bare(text.replace("_", " ")).strip()

import unicodedata


def plain_letters(text: str) -> str:
    """The text as one types it in a hurry: no capitals, no accents, no underscores."""
    apart = unicodedata.normalize("NFKD", text.replace("_", " "))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold().strip()

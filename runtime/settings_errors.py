"""What is wrong with the settings, in sentences for the operator."""

from collections.abc import Iterator

from pydantic import ValidationError


def explained(invalid: ValidationError) -> Iterator[str]:
    """One sentence for each variable, which names it. The value is not shown: it may be a token."""
    for error in invalid.errors(include_input=False, include_url=False):
        name = ".".join(str(part).upper() for part in error["loc"])
        words = error["msg"].removeprefix("Value error, ")
        yield f"{name}: {_as_sentence(words)}" if name else _as_sentence(words)


def _as_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words[:1].islower() and not words.endswith(".") else words

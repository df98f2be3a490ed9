"""python -m slackapp.language.extract: bring every catalogue up to the texts in the sources."""

from slackapp.language import catalogue
from slackapp.language.reader import SUPPORTED
from slackapp.language.translations import ENGLISH


def main() -> None:
    """Rewrite the catalogues; what is new waits for its translation there."""
    for code in SUPPORTED:
        if code != ENGLISH:
            catalogue.path(code).write_bytes(catalogue.rewritten(code))


if __name__ == "__main__":
    main()

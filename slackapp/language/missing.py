"""python -m slackapp.language.missing: print the texts that still lack a translation."""

import sys

from slackapp.language import catalogue
from slackapp.language.reader import SUPPORTED
from slackapp.language.translations import ENGLISH


def main() -> int:
    """Print one `language: text` a line; 1 where there is any, for use in scripts."""
    shown = catalogue.used()
    lines = [
        f"{code}: {text}"
        for code in SUPPORTED
        if code != ENGLISH
        for text in catalogue.lacking(shown, catalogue.translated(code))
    ]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

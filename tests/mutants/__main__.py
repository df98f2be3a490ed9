"""`python -m tests.mutants [words]`: whether the tests notice what they are there for.

First their tests must pass on a copy as it is. Then each mutation is made on a copy of its own; the exit status is 1
when one was not noticed within two minutes.
"""

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.mutants.mutations import MUTATIONS
from tests.mutants.trial import Verdict, control, tried

AT_ONCE = 2


def main(words: Sequence[str]) -> int:
    """Try those whose names have all of these words in them."""
    wanted = [each for each in MUTATIONS if all(word in each.name for word in words)]
    if said := control(wanted):
        print(f"{said}\nthese tests do not pass as it is, so they can notice nothing")
        return 1
    with ThreadPoolExecutor(AT_ONCE) as threads:
        verdicts = [_told(verdict) for verdict in threads.map(tried, wanted)]
    missed = [verdict for verdict in verdicts if not verdict.is_noticed]
    print(f"{len(verdicts) - len(missed)} of {len(verdicts)} noticed")
    return 1 if missed else 0


def _told(verdict: Verdict) -> Verdict:
    print(verdict, flush=True)
    return verdict


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

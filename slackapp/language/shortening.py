import unicodedata
from collections.abc import Iterator

ELLIPSIS = "…"
_JOINER = "\u200d"
_NON_JOINER = "\u200c"
_CRLF = ("\r", "\n")


def shorten(text: str, limit: int) -> str:
    """Text of at most `limit` characters, ending in "…" where something was left out.

    Whether Slack counts code points or UTF-16 units is unknown, so it fits in both. What a reader sees as one
    character (a letter with its accents, a flag, a family emoji) is never cut. Raises ValueError below 1.
    """
    if limit < 1:
        raise ValueError("there must be room for one character")
    return text if size(text) <= limit else _start(text, limit - 1).rstrip() + ELLIPSIS


def one_line(text: str) -> str:
    """The text without line breaks, tabs, control characters and double spaces."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def size(text: str) -> int:
    """The length in UTF-16 units, which is never less than in code points."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _start(text: str, room: int) -> str:
    kept = []
    for cluster in _clusters(text):
        room -= size(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept)


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for c in text:
        if cluster and not _belongs(cluster, c):
            yield cluster
            cluster = ""
        cluster += c
    yield cluster


def _belongs(cluster: str, c: str) -> bool:
    last = cluster[-1]
    return _extends(c) or last == _JOINER or (last, c) == _CRLF or (_is_flag(c) and _is_flag(cluster))


def _extends(c: str) -> bool:
    return (
        unicodedata.category(c).startswith("M")
        or c in {_JOINER, _NON_JOINER}
        or "\U0001f3fb" <= c <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= c <= "\U000e007f"  # the letters inside the flags of Scotland and Wales
        or "\u1160" <= c <= "\u11ff"  # the vowels and endings of a Korean syllable
    )


def _is_flag(letters: str) -> bool:
    return len(letters) == 1 and "\U0001f1e6" <= letters <= "\U0001f1ff"

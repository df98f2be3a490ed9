"""What Slack writes as `:tada:`, as the sign that people see.

Most of Slack's names are those of the library `emoji`, or Unicode's own. A name that is neither is an organisation's
own picture: it is left as a word. A message brings the signs of its emoji with it, and those come first.
"""

import re
import unicodedata
from collections.abc import Mapping

import emoji

_RUN = re.compile(r"(?<![\w:])(?::[a-z0-9_+'-]+:)+(?![\w:])")
_NAME = re.compile(r":([a-z0-9_+'-]+):")
_TONE = re.compile(r"skin-tone-([2-6])")
_FLAG = re.compile(r"flag-([a-z]{2})")
_LIGHTEST, _LETTER_A = 0x1F3FB, 0x1F1E6
_AS_EMOJI = "\ufe0f"
"""Behind a sign that is also a letter or a symbol of text, so that it is shown as a picture."""

_OF_SLACK: Mapping[str, str] = {
    "shrug": "🤷",
    "man-shrugging": "🤷‍♂️",
    "woman-shrugging": "🤷‍♀️",
    "face_palm": "🤦",
    "man-facepalming": "🤦‍♂️",
    "woman-facepalming": "🤦‍♀️",
    "medal": "🏅",
    "octagonal_sign": "🛑",
    "large_orange_circle": "🟠",
    "large_yellow_circle": "🟡",
    "large_green_circle": "🟢",
    "large_purple_circle": "🟣",
    "email": "✉️",
}
"""Names of Slack alone, of those that people write most."""


def signs(text: str, known: Mapping[str, str] | None = None) -> str:
    """The text with its emoji codes as signs, `known` ones first; what has no sign is left as a word."""
    return _RUN.sub(lambda run: _NAME.sub(lambda found: _shown(found, known or {}), run[0]), text)


def of_code(unicode: str) -> str:
    """The sign of `1f44b-1f3fd`, as a message names it, without its skin tone; "" for what is no such code."""
    try:
        points = [int(each, 16) for each in unicode.split("-")]
        return "".join(chr(point) for point in points if not _LIGHTEST <= point < _LIGHTEST + 5)
    except (ValueError, OverflowError):
        return ""


def _shown(found: re.Match[str], known: Mapping[str, str]) -> str:
    name = found[1]
    sign = known.get(name) or _OF_SLACK.get(name) or _toned(name) or _of_library(name) or _of_unicode(name)
    if sign:
        return sign
    is_word = any(letter.isalpha() for letter in name)
    return re.sub(r"[_-]+", " ", name).strip() if is_word else found[0]


def _toned(name: str) -> str:
    if tone := _TONE.fullmatch(name):
        return chr(_LIGHTEST + int(tone[1]) - 2)
    if flag := _FLAG.fullmatch(name):
        return "".join(chr(_LETTER_A + ord(letter) - ord("a")) for letter in flag[1])
    return ""


def _of_library(name: str) -> str:
    code = f":{name}:"
    sign = emoji.emojize(code, language="alias")
    return "" if sign == code else sign


def _of_unicode(name: str) -> str:
    try:
        sign = unicodedata.lookup(re.sub("[_-]", " ", name))
    except KeyError:
        return ""
    return f"{sign}{_AS_EMOJI if sign < chr(0x1F000) else ''}" if unicodedata.category(sign) == "So" else ""

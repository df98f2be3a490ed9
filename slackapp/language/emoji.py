"""What Slack writes as `:tada:`, as the sign that people see.

Most of Slack's names are Unicode's own (`rocket`, `fire`, `chart_with_upwards_trend`); those that are not and that
people write most stand in a table here. A name that is neither is an organisation's own picture, or too rare for a
table of a thousand: it is left as a word. A message brings the signs of its emoji with it, and those come first.
"""

import re
import unicodedata
from collections.abc import Mapping

_RUN = re.compile(r"(?<![\w:])(?::[a-z0-9_+'-]+:)+(?![\w:])")
_NAME = re.compile(r":([a-z0-9_+'-]+):")
_TONE = re.compile(r"skin-tone-([2-6])")
_FLAG = re.compile(r"flag-([a-z]{2})")
_LIGHTEST, _LETTER_A = 0x1F3FB, 0x1F1E6
_AS_EMOJI = "\ufe0f"
"""Behind a sign that is also a letter or a symbol of text, so that it is shown as a picture."""

_OF_SLACK: Mapping[str, str] = {
    "+1": "👍",
    "thumbsup": "👍",
    "-1": "👎",
    "thumbsdown": "👎",
    "100": "💯",
    "clap": "👏",
    "raised_hands": "🙌",
    "wave": "👋",
    "pray": "🙏",
    "muscle": "💪",
    "ok_hand": "👌",
    "point_up": "☝️",
    "point_up_2": "👆",
    "point_down": "👇",
    "point_left": "👈",
    "point_right": "👉",
    "raised_hand": "✋",
    "hand": "✋",
    "v": "✌️",
    "crossed_fingers": "🤞",
    "facepunch": "👊",
    "punch": "👊",
    "fist": "✊",
    "writing_hand": "✍️",
    "man-shrugging": "🤷‍♂️",
    "woman-shrugging": "🤷‍♀️",
    "shrug": "🤷",
    "face_palm": "🤦",
    "man-facepalming": "🤦‍♂️",
    "woman-facepalming": "🤦‍♀️",
    "smile": "😄",
    "smiley": "😃",
    "grin": "😁",
    "grinning": "😀",
    "laughing": "😆",
    "satisfied": "😆",
    "joy": "😂",
    "rolling_on_the_floor_laughing": "🤣",
    "sweat_smile": "😅",
    "wink": "😉",
    "blush": "😊",
    "relaxed": "☺️",
    "innocent": "😇",
    "sunglasses": "😎",
    "heart_eyes": "😍",
    "kissing_heart": "😘",
    "stuck_out_tongue": "😛",
    "hugging_face": "🤗",
    "thinking_face": "🤔",
    "partying_face": "🥳",
    "star-struck": "🤩",
    "neutral_face": "😐",
    "expressionless": "😑",
    "no_mouth": "😶",
    "smirk": "😏",
    "unamused": "😒",
    "face_with_rolling_eyes": "🙄",
    "grimacing": "😬",
    "relieved": "😌",
    "pensive": "😔",
    "sleepy": "😪",
    "sleeping": "😴",
    "mask": "😷",
    "confused": "😕",
    "worried": "😟",
    "open_mouth": "😮",
    "hushed": "😯",
    "astonished": "😲",
    "flushed": "😳",
    "cry": "😢",
    "sob": "😭",
    "scream": "😱",
    "disappointed": "😞",
    "sweat": "😓",
    "tired_face": "😫",
    "triumph": "😤",
    "rage": "😡",
    "angry": "😠",
    "exploding_head": "🤯",
    "skull": "💀",
    "hankey": "💩",
    "poop": "💩",
    "heart": "❤️",
    "broken_heart": "💔",
    "boom": "💥",
    "zap": "⚡",
    "star": "⭐",
    "star2": "🌟",
    "tada": "🎉",
    "bulb": "💡",
    "dart": "🎯",
    "trophy": "🏆",
    "medal": "🏅",
    "gift": "🎁",
    "cake": "🍰",
    "birthday": "🎂",
    "beers": "🍻",
    "beer": "🍺",
    "coffee": "☕",
    "pizza": "🍕",
    "white_check_mark": "✅",
    "heavy_check_mark": "✔️",
    "ballot_box_with_check": "☑️",
    "x": "❌",
    "o": "⭕",
    "warning": "⚠️",
    "no_entry_sign": "🚫",
    "rotating_light": "🚨",
    "construction": "🚧",
    "construction_worker": "👷",
    "traffic_light": "🚥",
    "vertical_traffic_light": "🚦",
    "stop_sign": "🛑",
    "octagonal_sign": "🛑",
    "exclamation": "❗",
    "heavy_exclamation_mark": "❗",
    "bangbang": "‼️",
    "question": "❓",
    "grey_question": "❔",
    "information_source": "ℹ️",
    "new": "🆕",
    "ok": "🆗",
    "sos": "🆘",
    "arrow_up": "⬆️",
    "arrow_down": "⬇️",
    "arrow_right": "➡️",
    "arrow_left": "⬅️",
    "arrows_counterclockwise": "🔄",
    "repeat": "🔁",
    "recycle": "♻️",
    "red_circle": "🔴",
    "large_orange_circle": "🟠",
    "large_yellow_circle": "🟡",
    "large_green_circle": "🟢",
    "large_blue_circle": "🔵",
    "large_purple_circle": "🟣",
    "white_circle": "⚪",
    "black_circle": "⚫",
    "one": "1️⃣",
    "two": "2️⃣",
    "three": "3️⃣",
    "four": "4️⃣",
    "five": "5️⃣",
    "six": "6️⃣",
    "seven": "7️⃣",
    "eight": "8️⃣",
    "nine": "9️⃣",
    "zero": "0️⃣",
    "keycap_ten": "🔟",
    "hash": "#️⃣",
    "date": "📅",
    "calendar": "📆",
    "spiral_calendar_pad": "🗓️",
    "hourglass_flowing_sand": "⏳",
    "stopwatch": "⏱️",
    "watch": "⌚",
    "pencil": "📝",
    "pencil2": "✏️",
    "pushpin": "📌",
    "round_pushpin": "📍",
    "paperclip": "📎",
    "link": "🔗",
    "email": "✉️",
    "envelope": "✉️",
    "e-mail": "📧",
    "phone": "☎️",
    "telephone": "☎️",
    "iphone": "📱",
    "computer": "💻",
    "desktop_computer": "🖥️",
    "loudspeaker": "📢",
    "mega": "📣",
    "no_bell": "🔕",
    "speech_balloon": "💬",
    "mag": "🔍",
    "mag_right": "🔎",
    "gear": "⚙️",
    "hammer_and_wrench": "🛠️",
    "moneybag": "💰",
    "credit_card": "💳",
    "euro": "💶",
    "house": "🏠",
    "office": "🏢",
    "car": "🚗",
    "bike": "🚲",
    "airplane": "✈️",
    "ship": "🚢",
    "truck": "🚚",
    "sunny": "☀️",
    "cloud": "☁️",
    "snowflake": "❄️",
    "beach_with_umbrella": "🏖️",
    "desert_island": "🏝️",
    "leaves": "🍃",
    "bug": "🐛",
    "balance_scale": "⚖️",
    "scales": "⚖️",
    "shield": "🛡️",
    "us": "🇺🇸",
    "gb": "🇬🇧",
    "uk": "🇬🇧",
    "de": "🇩🇪",
    "fr": "🇫🇷",
    "es": "🇪🇸",
    "it": "🇮🇹",
    "pause_button": "⏸️",
    "double_vertical_bar": "⏸️",
}


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
    sign = known.get(name) or _OF_SLACK.get(name) or _toned(name) or _of_unicode(name)
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


def _of_unicode(name: str) -> str:
    try:
        sign = unicodedata.lookup(re.sub("[_-]", " ", name))
    except KeyError:
        return ""
    return f"{sign}{_AS_EMOJI if sign < chr(0x1F000) else ''}" if unicodedata.category(sign) == "So" else ""

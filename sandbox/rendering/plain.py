"""Messages and views as plain text, readable in a test and in a terminal."""

from collections.abc import Callable, Iterable, Mapping

from sandbox import values
from sandbox.messages import Message
from sandbox.open_views import View
from sandbox.payload import Payload
from sandbox.rendering import emoji, mrkdwn, rich
from sandbox.rendering.choices import chosen
from sandbox.rendering.reader import Reader
from sandbox.rendering.spans import as_text

Lines = Callable[[Reader, Payload, values.Values], str]


def message(reader: Reader, shown: Message) -> str:
    """A message with its buttons in brackets and its reactions."""
    state = shown.values.get(reader.person.id) or values.initial(shown.blocks)
    body = blocks(reader, shown.blocks, state) if shown.blocks else as_text(mrkdwn.paragraphs(reader, shown.text))
    files = [f"(file: {file.name})" for file in shown.files]
    reactions = "  ".join(f"{emoji.sign(r['name'])} {r['count']}" for r in shown.as_reactions())
    return "\n".join(part for part in (body, *files, reactions) if part)


def view(reader: Reader, shown: View) -> str:
    """A modal or a Home: title, blocks with what was typed and what is wrong, and the buttons at the end."""
    errors = [f"⚠ {text}" for text in (*shown.errors.values(), shown.trouble) if text]
    feet = [f"[{shown.body[key]['text']}]" for key in ("close", "submit") if shown.body.get(key)]
    title = (shown.body.get("title") or {}).get("text", "")
    body = blocks(reader, shown.blocks, shown.values)
    return "\n".join(part for part in (title, body, *errors, " ".join(feet)) if part)


def blocks(reader: Reader, shown: Iterable[Payload], state: values.Values) -> str:
    """Blocks, one below the other."""
    return "\n".join(block(reader, one, state) for one in shown)


def block(reader: Reader, one: Payload, state: values.Values) -> str:
    """One block."""
    read = KINDS.get(one["type"])
    return read(reader, one, state) if read else f"({one['type']})"


def text(reader: Reader, given: Payload | None) -> str:
    """A text object of either kind."""
    if not given:
        return ""
    if given["type"] == "mrkdwn":
        return as_text(mrkdwn.paragraphs(reader, given["text"]))
    return emoji.replaced(given["text"])


def element(reader: Reader, one: Payload, state: Payload | None) -> str:
    """An element: what stands on it, or what was chosen."""
    if one["type"] == "overflow":
        return f"[⋯ {' · '.join(option['text']['text'] for option in one['options'])}]"
    if one["type"] == "image":
        return f"(image: {one['alt_text']})"
    label = text(reader, one.get("text")) or chosen(reader, state) or text(reader, one.get("placeholder"))
    return f"[{label}]"


def _section(reader: Reader, one: Payload, state: values.Values) -> str:
    fields = [text(reader, field) for field in one.get("fields", [])]
    accessory = one.get("accessory")
    beside = element(reader, accessory, _state(one, accessory, state)) if accessory else ""
    return "\n".join(part for part in (text(reader, one.get("text")), *fields, beside) if part)


def _row(reader: Reader, one: Payload, state: values.Values) -> str:
    return " ".join(element(reader, e, _state(one, e, state)) for e in one["elements"])


def _context(reader: Reader, one: Payload, _state: values.Values) -> str:
    elements = one["elements"]
    return " ".join(element(reader, e, None) if e["type"] == "image" else text(reader, e) for e in elements)


def _input(reader: Reader, one: Payload, state: values.Values) -> str:
    held = chosen(reader, _state(one, one["element"], state))
    optional = " (optional)" if one.get("optional") else ""
    return f"{one['label']['text']}{optional}: {held}".rstrip()


def _table(reader: Reader, one: Payload, _state: values.Values) -> str:
    return "\n".join(" | ".join(_cell(reader, cell) for cell in row) for row in one["rows"])


def _cell(reader: Reader, cell: Payload) -> str:
    if cell["type"] == "rich_text":
        return as_text(rich.paragraphs(reader, cell))
    return str(cell.get("text", cell.get("value", "")))


def _state(one: Payload, inner: Payload, state: values.Values) -> Payload | None:
    return state.get(one.get("block_id", ""), {}).get(inner.get("action_id", ""))


KINDS: Mapping[str, Lines] = {
    "section": _section,
    "header": lambda reader, one, _state: text(reader, one["text"]),
    "context": _context,
    "actions": _row,
    "input": _input,
    "table": _table,
    "divider": lambda _reader, _one, _state: "───",
    "image": lambda _reader, one, _state: f"(image: {one['alt_text']})",
    "rich_text": lambda reader, one, _state: as_text(rich.paragraphs(reader, one)),
    "markdown": lambda _reader, one, _state: str(one["text"]),
    "alert": lambda reader, one, _state: text(reader, one["text"]),
}

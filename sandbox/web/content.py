"""What a message says: its text, blocks and metadata, as Slack takes or refuses them."""

from collections.abc import Iterator

from blockkit import Problem, problems_of_blocks
from blockkit.messages import MOST_CHARACTERS, characters_in
from sandbox.payload import Payload
from sandbox.refusal import Refused, refuse
from sandbox.web.call import Call
from sandbox.workspace import Workspace

MOST_TEXT = 40_000


def text_of(call: Call) -> str:
    """The text, cut where Slack cuts it; refused when there is nothing to show."""
    text = call.text("text")
    if not text.strip() and not call.json("blocks") and not call.json("attachments"):
        raise Refused("no_text")
    return text[:MOST_TEXT]


def blocks_of(call: Call) -> list[Payload] | None:
    """The blocks when Slack would take them; None when none were given."""
    blocks = call.json("blocks")
    if blocks is None:
        return None
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    if characters_in(blocks) > MOST_CHARACTERS:
        raise Refused("msg_blocks_too_long")
    refuse(problems_of_blocks(blocks) or missing_files(call.workspace, blocks), "invalid_blocks")
    return blocks


def missing_files(workspace: Workspace, blocks: list[Payload]) -> list[Problem]:
    """Each picture in a block that is no picture of this workspace, or that Slack has not looked at yet."""
    return [
        Problem(f"/blocks/{index}{where}/slack_file", "invalid slack file")
        for index, block in enumerate(blocks)
        for where, image in _images(block)
        if not _is_ready(workspace, image)
    ]


def _is_ready(workspace: Workspace, image: Payload) -> bool:
    named = image.get("slack_file")
    if not named:
        return True
    file = workspace.file(str(named.get("id") or named.get("url") or ""))
    return bool(file and file.picture_type and file.ready_at and file.ready_at <= workspace.clock.now())


def _images(block: Payload) -> Iterator[tuple[str, Payload]]:
    if block["type"] == "image":
        yield "", block
    if block.get("accessory"):
        yield "/accessory", block["accessory"]
    if block["type"] == "context":
        yield from ((f"/elements/{index}", each) for index, each in enumerate(block["elements"]))


def metadata_of(call: Call) -> Payload | None:
    """The metadata: a type and flat values."""
    metadata = call.json("metadata")
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise Refused("invalid_metadata_format")
    values = metadata.get("event_payload")
    if not isinstance(values, dict) or any(isinstance(v, list) for v in values.values()):
        raise Refused("invalid_metadata_schema")
    return metadata

"""The pictures in messages: drawn and handed in right before the first message that shows them, and then known.

A picture never costs a message: where it cannot be drawn or Slack does not take it, the message goes without it, and
says the same in words.
"""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from delivery.claim import Claim
from delivery.rendering import Kinds
from slackapp.clock import now
from slackapp.database import Database, insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.uploads import Upload
from slackapp.slack import uploading
from slackapp.slack.client import Client
from slackapp.slack.outcomes import NotPosted, PictureRefused, Poison
from slackapp.views.message import PLACE, Block, Content, Picture

TRIES_AGAIN = timedelta(hours=1)
"""After this a picture that Slack did not take is handed in once more, with the next message that has it."""
LOOKED_AT = timedelta(seconds=15)
"""So long may Slack look at a new file before messages can show it; after that it is refused, or gone."""

log = structlog.get_logger()


class Pictures:
    """Finds the file of a message's picture; makes it where there is none yet."""

    def __init__(self, database: Database, kinds: Kinds) -> None:
        """`kinds` draw them. One at a time: drawing takes a tenth of a second of a processor that answers people."""
        self._database = database
        self._kinds = kinds
        self._drawing = asyncio.Lock()

    async def placed(self, client: Client, claim: Claim) -> Content:
        """What a claim says, with its picture, or without it where it cannot be had."""
        picture = claim.content.picture
        if picture is None:
            return claim.content
        return _with(claim.content, await self._file(client, claim, picture))

    async def refused(self, claim: Claim, content: Content, refused: PictureRefused) -> NotPosted | Poison:
        """What it means that Slack refused the picture.

        It is tried again, with the picture while Slack may still be looking at it, without it from then on.
        """
        if content.picture is None:
            return Poison(refused.why)
        key = content.picture.key
        is_new = await self._database.run(_is_new, claim.workspace_id, key)
        if not is_new:
            await self._database.run(_note, claim.workspace_id, key, "")
        return NotPosted("the picture is still looked at" if is_new else "the picture was refused")

    async def _file(self, client: Client, claim: Claim, picture: Picture) -> str:
        known = await self._database.read(_known, claim.workspace_id, picture.key)
        if known is not None:
            return known
        file_id = await self._handed_in(client, claim.kind, picture)
        await self._database.run(_note, claim.workspace_id, picture.key, file_id)
        return file_id

    async def _handed_in(self, client: Client, kind: str, picture: Picture) -> str:
        draw = self._kinds[kind].draw if kind in self._kinds else None
        if draw is None:
            return ""
        try:
            async with self._drawing:
                file = await asyncio.to_thread(draw, picture.values)
            return await uploading.keep(client, file)
        except Exception as failure:  # noqa: BLE001 - whatever it was, the message goes without its picture
            log.warning("a picture could not be handed in", kind=kind, why=type(failure).__name__)
            return ""


def _with(content: Content, file_id: str) -> Content:
    blocks = [_placed(block, file_id) for block in content.blocks if file_id or not _is_place(block)]
    return replace(content, blocks=tuple(blocks), picture=content.picture if file_id else None)


def _placed(block: Block, file_id: str) -> Block:
    return block | {"slack_file": {"id": file_id}} if _is_place(block) else block


def _is_place(block: Block) -> bool:
    return bool((block.get("slack_file") or {}).get("id") == PLACE)


def _known(session: Session, workspace_id: WorkspaceId, key: str) -> str | None:
    """The id of its file, empty while it is not tried again; None where it must be handed in."""
    upload = session.get(Upload, (workspace_id, key))
    if upload is None or not (upload.file_id or upload.at > now(session) - TRIES_AGAIN):
        return None
    return upload.file_id


def _is_new(session: Session, workspace_id: WorkspaceId, key: str) -> bool:
    upload = session.get(Upload, (workspace_id, key))
    return upload is not None and bool(upload.file_id) and upload.at > now(session) - LOOKED_AT


def _note(session: Session, workspace_id: WorkspaceId, key: str, file_id: str) -> None:
    at: datetime = now(session)
    if not insert_new(session, Upload, workspace_id=workspace_id, key=key, file_id=file_id, at=at):
        upload = session.get_one(Upload, (workspace_id, key), with_for_update=True)
        upload.file_id, upload.at = file_id, at

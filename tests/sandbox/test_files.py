"""Files are handed in in three steps, and what is not done in that order is refused."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from tests.sandbox.conftest import Polder
from tests.sandbox.test_refusals import refusal

pytestmark = pytest.mark.anyio


async def hands_in(polder: Polder, content: bytes, *, announced: int | None = None) -> tuple[str, int]:
    """The file's id, and how the address answered to its bytes."""
    length = len(content) if announced is None else announced
    told = await polder.client.files_getUploadURLExternal(filename="list.csv", length=length)
    async with aiohttp.ClientSession() as session, session.post(told["upload_url"], data=content) as answer:
        return told["file_id"], answer.status


async def test_a_file_is_shared_with_a_few_words(polder: Polder) -> None:
    file, _ = await hands_in(polder, b"a,b")
    shared: list[dict[str, str | None]] = [{"id": file, "title": "The list"}]
    await polder.client.files_completeUploadExternal(
        files=shared, channel_id=polder.design.id, initial_comment="Here it is"
    )
    assert polder.jan.sees(polder.design) == ["Here it is\n(file: list.csv)"]
    assert polder.workspace.files[file].content == b"a,b"


async def test_what_was_not_handed_in_cannot_be_shared(polder: Polder) -> None:
    file, status = await hands_in(polder, b"a,b", announced=99)
    assert status == 400
    share = polder.client.files_completeUploadExternal(files=[{"id": file}], channel_id=polder.design.id)
    assert await refusal(share) == "file_not_found"


async def test_a_file_is_not_shared_where_the_app_is_not(polder: Polder) -> None:
    file, _ = await hands_in(polder, b"a,b")
    share = polder.client.files_completeUploadExternal(files=[{"id": file}], channel_id=polder.secret.id)
    assert await refusal(share) == "channel_not_found"


async def read(address: str, token: str = "") -> bytes:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        return await answer.read()


async def test_the_app_reads_a_file_with_its_token_and_others_are_to_sign_in(polder: Polder) -> None:
    address, installation = polder.jan.hands_in("list.csv", b"a,b").address, polder.workspace.installation
    assert await read(address, installation.token) == b"a,b"
    assert b"Sign in" in await read(address)
    installation.scopes = frozenset({"files:write"})
    assert b"Sign in" in await read(address, installation.token)


async def test_a_block_shows_only_a_picture_of_this_workspace(polder: Polder) -> None:
    text, _ = await hands_in(polder, b"a,b")
    await polder.client.files_completeUploadExternal(files=[{"id": text}])
    for named in ({"id": text}, {"id": "F0NOBODY"}, {"url": "https://example.com/a.png"}):
        block = {"type": "image", "slack_file": named, "alt_text": "x"}
        post = polder.client.chat_postMessage(channel=polder.design.id, text="x", blocks=[block])
        assert await refusal(post) == "invalid_blocks"


async def test_without_the_scope_nothing_is_handed_in(polder: Polder) -> None:
    polder.workspace.installation.scopes = frozenset({"chat:write"})
    assert await refusal(polder.client.files_getUploadURLExternal(filename="x", length=1)) == "missing_scope"


PICTURE = b"\x89PNG\r\n\x1a\n and so on"


def shows(polder: Polder, file: str) -> Awaitable[Any]:
    image = {"type": "image", "slack_file": {"id": file}, "alt_text": "a picture"}
    return polder.client.chat_postMessage(channel=polder.design.id, text="Look", blocks=[image])


async def kept(polder: Polder, content: bytes) -> str:
    file, _ = await hands_in(polder, content)
    await polder.client.files_completeUploadExternal(files=[{"id": file}])
    return file


async def test_a_picture_that_is_shared_nowhere_can_stand_in_a_message(polder: Polder) -> None:
    await shows(polder, await kept(polder, PICTURE))
    assert polder.jan.sees(polder.design) == ["(image: a picture)"]


async def test_a_block_shows_no_file_that_is_not_there_is_no_picture_or_was_not_completed(polder: Polder) -> None:
    unfinished, _ = await hands_in(polder, PICTURE)
    for file in ("F0NOTTHERE", unfinished, await kept(polder, b"a,b")):
        with pytest.raises(SlackApiError) as refused:
            await shows(polder, file)
        assert refused.value.response["error"] == "invalid_blocks"
        assert refused.value.response["errors"] == ["[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]"]


async def test_slack_looks_at_a_picture_before_a_block_can_show_it(polder: Polder) -> None:
    polder.workspace.files_lag = timedelta(seconds=2)
    file = await kept(polder, PICTURE)
    assert await refusal(shows(polder, file)) == "invalid_blocks"
    polder.clock.move(timedelta(seconds=2))
    await shows(polder, file)
    assert polder.jan.sees(polder.design) == ["(image: a picture)"]

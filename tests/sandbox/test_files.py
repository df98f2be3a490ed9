"""Files are handed in in three steps, and what is not done in that order is refused."""

import aiohttp
import pytest

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


async def test_without_the_scope_nothing_is_handed_in(polder: Polder) -> None:
    polder.workspace.installation.scopes = frozenset({"chat:write"})
    assert await refusal(polder.client.files_getUploadURLExternal(filename="x", length=1)) == "missing_scope"

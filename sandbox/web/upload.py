"""`/upload/<file>`: the bytes of a file, sent to the address that was given for it, and read again by the app."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from aiohttp import web

from sandbox.files import File
from sandbox.refusal import Refused
from sandbox.web import reading

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox


async def answer(sandbox: "Sandbox", request: web.Request) -> web.Response:
    """Take them once, and only as many as were announced."""
    file, content = _named(sandbox, request), await request.read()
    if file is None or file.content is not None or len(content) != file.length:
        return web.Response(status=400, text="this is not what was announced")
    file.content = content
    return web.Response(text=f"OK - {file.length}")


def give(sandbox: "Sandbox", request: web.Request) -> web.Response:
    """Give them to the app; who shows no token that may read files gets a page to sign in, as from Slack."""
    file = _named(sandbox, request)
    if not _may_read(sandbox, reading.token(request, {})):
        return web.Response(text="<title>Sign in</title>", content_type="text/html")
    return content_of(file)


def content_of(file: File | None) -> web.Response:
    """The bytes: of a picture as what it is, of all else as something to keep."""
    if file is None or file.content is None:
        return web.Response(status=404)
    if file.picture_type:
        return web.Response(body=file.content, content_type=file.picture_type)
    # Never shown in the page's own window: what is in it was typed by people.
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
    return web.Response(body=file.content, content_type="application/octet-stream", headers=headers)


def _may_read(sandbox: "Sandbox", token: str) -> bool:
    try:
        return reading.workspace(sandbox, token).installation.may("files:read")
    except Refused:
        return False


def _named(sandbox: "Sandbox", request: web.Request) -> File | None:
    key = request.match_info["file"]
    return next((w.files[key] for w in sandbox.workspaces if key in w.files), None)

"""`/upload/<file>`: the bytes of a file, sent to the address that was given for it, and read again by the page."""

from typing import TYPE_CHECKING

from aiohttp import web

from slackapp.sandbox.files import File

if TYPE_CHECKING:
    from slackapp.sandbox.sandbox import Sandbox


async def answer(sandbox: "Sandbox", request: web.Request) -> web.Response:
    """Take them once, and only as many as were announced."""
    file, content = _named(sandbox, request), await request.read()
    if file is None or file.content is not None or len(content) != file.length:
        return web.Response(status=400, text="this is not what was announced")
    file.content = content
    return web.Response(text=f"OK - {file.length}")


def give(sandbox: "Sandbox", request: web.Request) -> web.Response:
    """Give them to whoever opens the file on the page."""
    file = _named(sandbox, request)
    if file is None or file.content is None:
        return web.Response(status=404)
    # Never shown in the page's own window: what is in it was typed by people.
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return web.Response(body=file.content, content_type="application/octet-stream", headers=headers)


def _named(sandbox: "Sandbox", request: web.Request) -> File | None:
    key = request.match_info["file"]
    return next((w.files[key] for w in sandbox.workspaces if key in w.files), None)

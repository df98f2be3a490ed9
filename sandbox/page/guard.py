"""Who may use the page, and what its browser may load: this machine, and nothing from elsewhere."""

from aiohttp import web
from aiohttp.typedefs import Handler

LOCAL = {"127.0.0.1", "localhost"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    # The files change with the code: a browser that kept old ones would show half of each.
    "Cache-Control": "no-cache",
}


@web.middleware
async def only_local(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other sites that point a browser here: by their own name for this machine, or from their pages."""
    if not _is_page(request.path):
        return await handler(request)
    host = request.host.rpartition(":")[0] or request.host
    origin = request.headers.get("Origin", "")
    if host not in LOCAL or (origin and origin != f"http://{request.host}"):
        raise web.HTTPForbidden(text="this page is for this machine only")
    answer = await handler(request)
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer


def _is_page(path: str) -> bool:
    return path == "/" or path.startswith("/page")

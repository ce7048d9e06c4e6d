"""The app in a browser on this machine: textual-serve, closed to everybody else.

textual-serve's own page asks a font of a stranger, its socket talks to any page that asks, and
whoever shares the machine may connect. So the page is ours, its policy lets a browser ask nobody
but this server, hosts and origins are those of this machine alone, and all that leads to the
debate lies under a key that only the printed address knows.
"""

from __future__ import annotations

import asyncio
import hmac
import re
import secrets
import socket
from collections.abc import Awaitable, Callable, Sequence
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

_PAGE = Path(__file__).with_name("serving.html")

#: The names of this machine to itself.
LOOPBACK = ("127.0.0.1", "localhost", "::1")

#: Seconds that apps have to keep what they have to keep, when the server ends.
_PATIENCE = 3.0

#: Letters of the terminal in the page, in pixels.
_SIZES, _SIZE = range(8, 41), 16

_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self' ws://{host}; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on this machine alone; port 0 is any. Raises OSError where taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


class LocalServer(Server):
    """Runs ``command`` (the words of it) for each page that is opened, and shows it there."""

    def __init__(self, command: Sequence[str], title: str, listening: socket.socket) -> None:
        import shlex

        host, port = listening.getsockname()[:2]
        super().__init__(shlex.join(command), host=host, port=port, title=title)
        self._listening = listening
        self._key = secrets.token_urlsafe(16)
        self._services: set[AppService] = set()

    @property
    def url(self) -> str:
        """The address of the debate, for one person."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/{self._key}/"

    def run(self, started: Callable[[], object]) -> None:
        """Serve until Ctrl+C or SIGTERM; calls ``started`` once pages can be opened."""
        self._started = started
        web.run_app(
            self._make_app(),
            sock=self._listening,
            print=None,
            access_log=None,
            shutdown_timeout=_PATIENCE,
        )

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._for_this_machine])
        app.add_routes(
            [
                web.get("/{key}/", self.handle_index),
                web.get("/{key}/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_startup.append(self.on_startup)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Tell who waits for it."""
        self._started()

    async def on_shutdown(self, app: web.Application) -> None:
        """Let every app keep the place and the judgements before it ends."""
        await asyncio.gather(*(service.stop() for service in list(self._services)))

    # ------------------------------------------------------------------ who may ask

    @web.middleware
    async def _for_this_machine(
        self, request: web.Request, handler: _Handler
    ) -> web.StreamResponse:
        """Refuse what another machine, or a page from elsewhere, asks by way of the browser."""
        origin = request.headers.get("Origin")
        if _hostname(request.host) not in LOOPBACK:
            raise web.HTTPForbidden(text="This server answers its own machine only.\n")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="This server answers its own page only.\n")
        response = await handler(request)
        if not response.prepared:
            policy = _POLICY.format(host=request.host, nonce=request.get("nonce", "none"))
            response.headers["Content-Security-Policy"] = policy
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Cache-Control"] = "no-store"
        return response

    def _check_key(self, request: web.Request) -> None:
        given = request.match_info["key"].encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._key.encode()):
            raise web.HTTPNotFound(text="Open the address that `debate serve` printed.\n")

    # ------------------------------------------------------------------ what it answers

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page with the terminal."""
        self._check_key(request)
        given = request.query.get("fontsize", "")
        request["nonce"] = secrets.token_urlsafe(16)
        size = int(given) if re.fullmatch("[0-9]{1,3}", given) else _SIZE
        page = Template(_PAGE.read_text("utf-8")).substitute(
            title=escape(self.title),
            socket=escape(f"ws://{request.host}/{self._key}/ws"),
            nonce=request["nonce"],
            size=size if size in _SIZES else _SIZE,
        )
        return web.Response(text=page, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the app for one page, until either of them is closed."""
        self._check_key(request)
        page = web.WebSocketResponse(heartbeat=15)
        await page.prepare(request)

        async def close() -> None:
            await page.close()

        service = _Service(
            self.command,
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        self._services.add(service)
        try:
            await service.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(page, service)
        finally:
            self._services.discard(service)
            await service.stop()
        return page


class _Service(AppService):
    """One app for one page."""

    async def run(self) -> None:
        """Run the app; the page learns of its end, whatever ended it."""
        try:
            await super().run()
        except ConnectionError:
            return  # the page was closed before the app
        finally:
            if self._process is not None:
                await self._process.wait()
        await self.remote_close()


def _cells(request: web.Request, name: str, otherwise: int) -> int:
    given = request.query.get(name, "")
    return int(given) if re.fullmatch("[0-9]{1,4}", given) else otherwise


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""

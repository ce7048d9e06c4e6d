"""``debate serve``: in a real browser, and asked by those whom it must not answer."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyte
import pytest

from debate.cli import main
from debate.tui.serving import listen
from tests.support.command import run
from tests.support.many import write_many
from tests.support.terminal import debate, home

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

#: Chromium asks its makers for many things by itself; none of that is what is tested.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def serving(*words: str, folder: Path) -> Iterator[str]:
    """The address at which a server answers; it is ended by Ctrl+C, and cleanly."""
    process = subprocess.Popen(
        debate("serve", *words),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=home(folder),
        cwd=folder,
    )
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        if not address:
            raise AssertionError(process.communicate(timeout=10))
        yield address
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert process.returncode == 0, err
        assert (out, err.count("\n")) == ("", 1), (out, err)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


@pytest.fixture
def awkward(tmp_path: Path) -> Path:
    """A debate in a folder whose name a shell would take for all sorts of things."""
    folder = tmp_path / 'it\'s $HOME; "$(touch gone)" & co'
    folder.mkdir()
    claims = "claims: [We go., {claim: We stay., supports: [It is late.]}]"
    text = f"debate: 'Go [/b]?'\npositions: {{ann: {{speaker: Ann, {claims}}}}}\n"
    (folder / "debate.yaml").write_text(text)
    return folder


class Page:
    """The page in a browser: what it showed, what it asked for, and whom."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.asked: list[str] = []
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", self._listen)

    def _listen(self, socket: Any) -> None:
        self.asked.append(socket.url)
        size = parse_qs(urlsplit(socket.url).query)
        self.screen.reset()
        self.screen.resize(int(size["height"][0]), int(size["width"][0]))
        socket.on("framereceived", self._received)

    def _received(self, data: bytes | str) -> None:
        if isinstance(data, bytes):
            self.stream.feed(data)
        elif json.loads(data)[0] == "open_url":
            self.asked.append(f"opened {json.loads(data)[1]['url']}")

    def wait_for(self, what: str | Callable[[str], bool]) -> str:
        """Wait until the terminal in the page shows a text."""
        for _ in range(400):
            text = "\n".join(self.screen.display)
            if what in text if isinstance(what, str) else what(text):
                return text
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never saw {what!r} on:\n{text}")


@contextmanager
def browsing(folder: Path) -> Iterator[Page]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        context = browser.new_context(viewport={"width": 1000, "height": 640})
        page = Page(context.new_page())
        yield page
        browser.close()


@needs_chromium
def test_a_browser_shows_the_overview_and_obeys_keys(tmp_path: Path, awkward: Path) -> None:
    with serving(str(awkward), "--port", "0", folder=tmp_path) as address, browsing(tmp_path) as it:
        it.page.goto(address)
        it.wait_for("Who argues what")
        assert it.page.title() == "Go [/b]? – debate"
        it.page.keyboard.press("1")
        it.wait_for("1 We go.")
        it.page.keyboard.press("ArrowDown")
        it.page.keyboard.press("a")
        it.wait_for("accepted ✓ stands")
        it.page.keyboard.press("e")
        it.wait_for("In a browser no editor can be opened.")
        if folder := os.environ.get("DEBATE_PICTURES"):
            it.page.wait_for_timeout(500)
            it.page.screenshot(path=f"{folder}/serve.png")
        text = (awkward / "debate.yaml").read_text()
        (awkward / "debate.yaml").write_text(text.replace("We go.", "We run."))
        it.wait_for("1 We run.")
        it.page.keyboard.press("q")
        it.page.get_by_text("The debate is closed.").wait_for()
        it.page.get_by_text("Open it again").click()
        it.wait_for("accepted ✓ stands")  # the judgement was kept
        hosts = {urlsplit(url).hostname for url in it.asked if not url.startswith("data:")}
        assert hosts == {"127.0.0.1"}, it.asked
        assert any("/static/fonts/" in url for url in it.asked)
    assert not (awkward / "gone").exists()
    assert not (tmp_path / "gone").exists()


@needs_chromium
def test_a_browser_shows_a_library(tmp_path: Path) -> None:
    library = write_many(tmp_path / "it's [b] & $HOME", 3, claims=4)
    (library / "aa.yaml").write_text("debate: Aardvarks\npositions: {ann: {claims: [We go.]}}\n")
    with serving(str(library), "--port", "0", folder=tmp_path) as address, browsing(tmp_path) as it:
        it.page.goto(address)
        it.wait_for("4 debates")
        assert it.page.title() == "it's [b] & $HOME – debate"
        it.page.keyboard.press("Home")
        it.page.keyboard.press("Enter")
        it.wait_for("We go.")
        it.page.keyboard.press("L")
        it.wait_for("4 debates")
        it.page.keyboard.press("/")
        it.page.keyboard.type("we go")
        it.wait_for("We go.")
        it.page.keyboard.press("Escape")
        it.wait_for(lambda text: "We go." not in text)
        it.page.keyboard.press("q")
        it.page.get_by_text("The debate is closed.").wait_for()
        hosts = {urlsplit(url).hostname for url in it.asked if not url.startswith("data:")}
        assert hosts == {"127.0.0.1"}, it.asked


def ask(url: str, **headers: str) -> tuple[int, str, str]:
    """The status, the text and the policy that come back."""
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            policy = answer.headers.get("Content-Security-Policy", "")
            return answer.status, answer.read().decode(), policy
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(), ""


def test_it_answers_nobody_else(tmp_path: Path, awkward: Path) -> None:
    with serving(str(awkward), "--port", "0", folder=tmp_path) as address:
        where = urlsplit(address)
        server = f"http://{where.netloc}"
        status, text, policy = ask(address)
        assert status == 200
        assert not re.search(r"https?://", text)
        assert "default-src 'none'" in policy
        assert ask(server + "/")[0] == 404
        assert ask(f"{server}/guessed/")[0] == 404
        assert ask(f"{server}/guessed/ws")[0] == 404
        assert ask(address, Host="evil.example")[0] == 403
        for way in (address, f"{address}ws"):
            assert ask(way, Origin="http://evil.example")[0] == 403
        assert ask(f"{server}/static/js/textual.js")[0] == 200
        assert ask(f"{server}/static/../server.py")[0] == 404


def test_what_cannot_be_served_is_told_at_once(
    tmp_path: Path, awkward: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, good = tmp_path / "broken.yaml", str(awkward)
    broken.write_text("debate: [\n")
    with listen("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        for words, code, said in (
            ([str(broken)], 1, f"{broken}:2:1: "),
            (["-"], 2, "serve needs a file or a folder"),
            ([good, "--host", "0.0.0.0"], 2, "ssh -L"),
            ([good, "--port", "65536"], 2, "65536 is no port"),
            ([good, "--port", port], 1, f"debate: port {port}: "),
        ):
            assert main(["serve", *words]) == code
            out, err = capsys.readouterr()
            assert said in err
            assert out == ""


def test_without_the_extra_one_line_names_it(tmp_path: Path, awkward: Path) -> None:
    (tmp_path / "textual_serve.py").write_text(
        "raise ModuleNotFoundError('gone', name='textual_serve')"
    )
    found = run("serve", awkward, env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert found.returncode == 2
    assert found.stderr.strip().endswith("pip install 'debate[serve]'")

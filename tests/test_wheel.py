"""The wheel carries all that the program needs, and works far from the checkout."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

import debate
from tests.support.command import ROOT
from tests.support.wheel import build, install


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as an installer would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    with tarfile.open(build("sdist", folder)) as sdist:
        sdist.extractall(folder, filter="data")
    return build("wheel", folder, folder / f"debate-{debate.__version__}")


@pytest.fixture(scope="module")
def bin(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(wheel, tmp_path_factory.mktemp("installed") / "venv")


def test_sdist_and_checkout_make_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    ours = set(ZipFile(build("wheel", tmp_path)).namelist())
    assert set(ZipFile(wheel).namelist()) == ours
    bundled = {
        f"debate/_{path.relative_to(ROOT)}" for path in (ROOT / "arguments").glob("*/*.yaml")
    }
    assert bundled <= ours
    assert "debate/py.typed" in ours
    assert not {name for name in ours if name.startswith(("tests", "arguments"))}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "kerch-strait"], "no problems"),
        (["show", "kerch-strait"], "Daniel Fried"),
        (["export", "kerch-strait", "--to", "html"], "<!doctype html>"),
        (["schema"], "$schema"),
        (["new", "mine"], "made mine"),
        ([], "Should the president meet Putin"),
        (["--version"], f"debate {debate.__version__}"),
    ],
)
def test_it_works_far_away(bin: Path, words: list[str], said: str, tmp_path: Path) -> None:
    where = "import debate; print(debate.__file__)"
    found = subprocess.check_output([bin / "python", "-c", where], text=True, cwd=tmp_path)
    assert found.startswith(str(bin.parent))
    result = subprocess.run(
        [bin / "debate", *words], capture_output=True, text=True, cwd=tmp_path, timeout=60
    )
    assert result.returncode == 0, result.stderr
    assert said.casefold() in (result.stdout + result.stderr).casefold()

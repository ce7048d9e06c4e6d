"""``debate export``: to stdout or to a file, in a format that is named or that the name says."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from debate import writers
from debate.cli import main
from tests.support.command import KERCH, run

TEXTUAL = [name for name in writers.names() if not writers.get(name).binary]


@pytest.mark.parametrize("name", TEXTUAL)
def test_stdout_and_file_are_the_same(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"debate{writers.get(name).extension}"
    assert main(["export", str(KERCH), "--to", name]) == 0
    printed = capsys.readouterr().out
    assert main(["export", str(KERCH), "--to", name, "-o", str(target)]) == 0
    out, err = capsys.readouterr()
    assert (out, err.partition("\n")[0]) == ("", f"wrote {target}")
    assert target.read_bytes().decode("utf-8") == printed  # as it is: CSV ends its lines by CR LF
    assert printed.endswith("\n")


def test_to_wins_over_the_name(tmp_path: Path) -> None:
    target = tmp_path / "debate.txt"
    assert main(["export", str(KERCH), "--to", "json", "-o", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["debate"].startswith("Should the president")


def test_to_takes_an_extension_too(capsys: pytest.CaptureFixture[str]) -> None:
    made = {}
    for name in ("markdown", "md", ".md", "kialo", "kialo.txt"):
        assert main(["export", str(KERCH), "--to", name]) == 0
        made[name] = capsys.readouterr().out
    assert made["markdown"] == made["md"] == made[".md"]
    assert made["kialo"] == made["kialo.txt"] != made["md"]
    for name, meant in {
        "word": "did you mean docx?",
        "markdwn": "did you mean markdown?",
        "zzz": "debate export --formats lists them",
    }.items():
        assert main(["export", str(KERCH), "--to", name]) == 2
        assert capsys.readouterr().err == f"debate: unknown format {name}; {meant}\n"


def test_a_part_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", str(KERCH), "--to", "json", "--side", "fried", "--side", "Åslund"]
    assert main([*words, "--depth", "0"]) == 0
    claims = json.loads(capsys.readouterr().out)["claims"]
    assert {claim["position"] for claim in claims} == {"fried", "aslund"}
    assert {claim["depth"] for claim in claims} == {0}


def test_our_own_yaml_reads_back_the_same() -> None:
    written = run("export", KERCH, "--to", "yaml").stdout
    assert run("check", "-", stdin=written).stderr.endswith(" claims, no problems\n")
    again = json.loads(run("show", "-", "--json", stdin=written).stdout)
    assert again == json.loads(run("show", KERCH, "--json").stdout)


def test_a_file_is_replaced_whole_with_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "debate.md"
    target.write_text("what was there")
    target.chmod(0o640)
    assert main(["export", str(KERCH), "-o", str(target)]) == 0
    assert target.read_text("utf-8").startswith("# Should")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("what was there")
    (tmp_path / "link.md").symlink_to("real.md")
    assert main(["export", str(KERCH), "-o", str(tmp_path / "link.md")]) == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text("utf-8").startswith("# Should")


def test_no_folder_to_write_into(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "no" / "debate.md"
    assert main(["export", str(KERCH), "-o", str(target)]) == 1
    err = capsys.readouterr().err
    assert str(target.parent) in err
    assert err.count("\n") == 1


def test_a_device_is_written_to_as_it_is() -> None:
    assert run("export", KERCH, "--to", "text", "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_named() -> None:
    result = run("export", KERCH, "--to", "text", "-o", "/dev/full")
    assert (result.returncode, result.stderr) == (1, "debate: /dev/full: No space left on device\n")


def test_an_invalid_debate_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "debate.yaml").write_text("debate: [")
    target = tmp_path / "debate.md"
    target.write_text("what was there")
    assert main(["export", str(tmp_path), "-o", str(target)]) == 1
    assert target.read_text() == "what was there"


def test_with_notes_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.json"
    file.write_text('{"notes": [{"name": "fried.meet", "note": "I wonder.", "mark": true}]}')
    for words in (["export", "--to", "text"], ["show"], ["show", "--accessible"]):
        assert main([words[0], str(KERCH), *words[1:], "--notes", str(file)]) == 0
        assert "I wonder." in capsys.readouterr().out
    file.write_text("notes: [{name: fried.meet, note: x, colour: red}]")
    assert main(["export", str(KERCH), "--to", "text", "--notes", str(file)]) == 1
    assert f"{file}:1:37: there is no field colour" in capsys.readouterr().err
    assert main(["export", str(KERCH), "--to", "text", "--notes", "nowhere.json"]) == 1
    assert "nowhere.json: No such file" in capsys.readouterr().err
    assert main(["export", "-", "--to", "text", "--notes", "-"]) == 2


def test_with_the_notes_made_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from debate.tui import home

    monkeypatch.setenv("DEBATE_HOME", str(tmp_path))
    words = ["export", str(KERCH), "--to", "text", "--notes", "mine"]
    assert main(words) == 0
    assert "Reader's note" not in capsys.readouterr().out
    home.data().mkdir()
    home.notes(home.key(KERCH)).write_text("notes: [{name: fried.meet, note: I wonder.}]")
    assert main(words) == 0
    assert "Reader's note" in capsys.readouterr().out

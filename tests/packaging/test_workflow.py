"""Static checks of the workflow that tests, packages and releases."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import dev
import pytest
from places import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_there_is_one_release_workflow() -> None:
    assert [file.name for file in WORKFLOWS] == ["packages.yml"]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_zizmor_finds_nothing_in_the_workflow(file: Path) -> None:
    """Syntax, permissions, injection, persistent credentials, unpinned actions and images …"""
    judge = Path(sys.executable).with_name("zizmor.exe" if sys.platform == "win32" else "zizmor")
    done = subprocess.run([judge, "--offline", "--no-progress", file], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_pinned_to_a_commit_and_every_command_exists(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    actions = re.findall(r"uses: (.+)", text)
    assert actions
    for action in actions:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    assert len({action.split()[0] for action in actions}) == len({action.split("@")[0] for action in actions})
    commands = re.findall(r"build/dev\.py (\w+)", text)
    assert set(commands) <= dev.COMMANDS.keys()
    assert commands.count("test") == commands.count("package") == 3


def test_only_a_tag_makes_a_release_and_only_a_draft() -> None:
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    release = text[text.index("\n  release:") :]
    assert "if: startsWith(github.ref, 'refs/tags/v')" in release
    assert "needs: [linux, windows, macos]" in release
    assert "--draft" in release
    before = text[: text.index("\n  release:")]
    assert "write" not in re.findall(r"^ +(?:contents|id-token|attestations): (\w+)", before, re.MULTILINE)

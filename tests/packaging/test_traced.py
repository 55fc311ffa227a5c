"""The effects of a packaged program on the computer during a complete use, from a trace of its system calls."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bench import xwindow
from keyboard_input import KeyboardInput
from needs import needs, only_on_linux
from package import shiboken_support
from packaged_programs import EXAMPLE, PROGRAMS, SECRET

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.stores.opening import open_store

if TYPE_CHECKING:
    from keychain_lab import Keychain

pytestmark = [pytest.mark.packaged, only_on_linux("strace is a Linux program")]


CHANGES = (
    "creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,truncate,"
    "chmod,fchmod,fchmodat,chown,lchown,fchown,fchownat,mknod,mknodat,utime,utimes,utimensat,setxattr,mount"
)
CALL = re.compile(r"^\d+ +(\w+)\((.*)")
FOR_WRITING = re.compile(r"\bO_(WRONLY|RDWR|CREAT|TMPFILE|TRUNC)\b")
A_PLACE = re.compile(r'(?:\d+<(/[^>]*)>|AT_FDCWD<[^>]*>), "([^"]*)"|"([^"]*)"|\d+<(/[^>]*)>')
FAMILY = re.compile(r"\bAF_\w+")


class Trace:
    """The system calls of a program and of all its threads and children."""

    def __init__(self, text: str) -> None:
        self.calls = [(match[1], match[2]) for match in map(CALL.match, text.splitlines()) if match]

    def families(self) -> set[str]:
        """Return the address families of the sockets that were used."""
        names = ("socket", "socketpair", "connect", "bind", "sendto", "sendmsg")
        return {family for name, rest in self.calls if name in names for family in FAMILY.findall(rest)}

    def programs(self) -> set[str]:
        """Return the programs that were started."""
        return {rest.split('"')[1] for name, rest in self.calls if name in ("execve", "execveat")}

    def processes(self) -> int:
        """Return the number of processes that were created, without threads."""
        made = [rest for name, rest in self.calls if name in ("fork", "vfork", "clone", "clone3")]
        return len([rest for rest in made if "CLONE_THREAD" not in rest])

    def changed(self) -> set[Path]:
        """Return the files and folders that were opened for writing, created, renamed, removed …"""
        places = set()
        for name, rest in self.calls:
            if name in CHANGES.split(",") or (name in ("open", "openat", "openat2") and FOR_WRITING.search(rest)):
                named = A_PLACE.findall(rest.split(") = ")[0])
                for folder, beside, alone, opened in named[1:] if "link" in name and "un" not in name else named:
                    places.add(Path(folder or "/", beside or alone or opened))
        return places


@pytest.mark.parametrize("program", PROGRAMS, ids=["one-folder", "one-file"])
def test_a_whole_use_reaches_no_network_no_other_program_and_no_foreign_file(
    program: Path, keychain: Keychain, tmp_path: Path
) -> None:
    """From a paste to the copied answer by keyboard, with an app in a real keychain."""
    needs("strace", "xdotool", "xclip")
    Apps(open_store(), default_folder()).add("Demo shop", SECRET)
    record = tmp_path / "trace"
    watched = f"trace=network,process,open,openat,openat2,{CHANGES}"
    command = ["strace", "-f", "-y", "-qq", "-s", "4096", "-e", watched, "-o", str(record), str(program)]
    with xwindow.virtual_display() as display, closing(xwindow.Screen(display)) as screen:
        environment = {**keychain.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "TMPDIR": str(tmp_path)}
        with xwindow.started(command, environment) as process:
            window = screen.wait_for_window(process)
            keys = KeyboardInput(environment)
            keys.focus(window)
            answer = keys.answer_to(EXAMPLE)
            screen.ask_to_close(window)
            assert process.wait(30) == 0
    assert "Everything is right: the visitor and the shop are verified." in answer

    trace = Trace(record.read_text(encoding="utf-8"))
    assert trace.families() == {"AF_UNIX"}
    assert trace.programs() == {str(program)}  # PyInstaller's bootloader runs itself again, with its libraries
    one_file = program == PROGRAMS[1]
    assert trace.processes() == int(one_file)  # the process that unpacks waits for the other to remove what it unpacked
    own = [keychain.home / ".config", keychain.home / ".local/share/Convot Inspector"]
    if one_file:
        own += [folder for folder in trace.changed() if folder.parent == tmp_path and folder.name.startswith("_MEI")]
    assert {file for file in trace.changed() if not any(folder in (file, *file.parents) for folder in own)} == set()
    assert own[1] / "window.lock" in trace.changed()  # proves that writes are traced
    assert list(tmp_path.glob("_MEI*")) == []
    read = {rest.split('"')[1] for name, rest in trace.calls if name == "openat"}
    is_light = shiboken_support.misfit(shiboken_support.held_files()) is None
    assert any(name.endswith("shibokensupport/signature/loader.pyc") for name in read) is is_light  # our own loader


def test_a_trace_is_read_as_the_kernel_means_it() -> None:
    trace = Trace(
        '7 openat(AT_FDCWD</work>, "/etc/passwd", O_RDONLY) = 3</etc/passwd>\n'
        '7 openat(AT_FDCWD</work>, "/tmp/a", O_WRONLY|O_CREAT, 0600) = 3</tmp/a>\n'
        '7 unlinkat(5</var/x>, "b", 0) = 0\n'
        "7 fchmod(3</srv/c>, 0600) = 0\n"
        '7 symlink("/etc/shadow", "/home/e") = 0\n'
        '7 mkdir("/opt/d", 0777 <unfinished ...>\n'
        '8 execve("/bin/true", ["true"], 0x1 /* 2 vars */) = 0\n'
        "7 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD) = 8\n"
        "7 clone3({flags=CLONE_VM|CLONE_THREAD}, 88) = 9\n"
        "7 socket(AF_INET, SOCK_STREAM, 0) = 4\n"
    )
    assert trace.changed() == {Path("/tmp/a"), Path("/var/x/b"), Path("/srv/c"), Path("/opt/d"), Path("/home/e")}
    assert trace.programs() == {"/bin/true"}
    assert (trace.processes(), trace.families()) == (1, {"AF_INET"})

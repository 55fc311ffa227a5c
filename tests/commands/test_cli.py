"""The command line as a program without a display: its output and its exit status."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from places import COMMANDS

import convot_inspector
from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.reports.export import export

if TYPE_CHECKING:
    from keychain_lab import Keychain

SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"
OTHER = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
EMAIL = "john@example.com"
SHOP = "johns-store.myshopify.com"
ROOT = Path(convot_inspector.__file__).parent.parent
DROPPED = (
    "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CONVOT_IDENTITY_SECRET", "CONVOT_PREVIOUS_IDENTITY_SECRETS",
    "DBUS_SESSION_BUS_ADDRESS", "PYTHONIOENCODING",
)  # fmt: skip


def sign(value: str, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), value.encode(), hashlib.sha256).hexdigest()


def call(**fields: str) -> str:
    return f"Convot.identify({json.dumps(fields, ensure_ascii=False)});\n"


RIGHT = call(email=EMAIL, user_hash=sign(EMAIL))
WRONG = call(email=EMAIL, user_hash=sign(EMAIL).upper())
OF_OTHER = call(email=EMAIL, user_hash=sign(EMAIL, OTHER))  # unexplained without OTHER, so the search goes to its end
MISSING = call(email=EMAIL)


@dataclass(frozen=True)
class Answer:
    """The result of a run of the program."""

    status: int
    out: str
    err: str


def run(
    *arguments: str,
    given: bytes | str = b"",
    secret: str | None = SECRET,
    environment: dict[str, str] | None = None,
    **variables: str,
) -> Answer:
    """Run the program; ``secret`` is put into the environment."""
    base = {name: value for name, value in (environment or dict(os.environ)).items() if name not in DROPPED}
    if environment is not None and "DBUS_SESSION_BUS_ADDRESS" in environment:
        base["DBUS_SESSION_BUS_ADDRESS"] = environment["DBUS_SESSION_BUS_ADDRESS"]
    base |= {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"} | variables
    if secret is not None:
        base["CONVOT_IDENTITY_SECRET"] = secret
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [sys.executable, "-m", "convot_inspector", *arguments], input=data, capture_output=True, env=base
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in out + err
    assert SECRET not in (out + err).lower()
    return Answer(done.returncode, out, err)


def one_plain_line(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1 and "Error" not in text and "Qt" not in text


STATUSES = {
    "right": (RIGHT, 0),
    "right, with a shop": (call(external_id=SHOP, user_hash=sign(SHOP), shop=SHOP, shop_hash=sign(SHOP)), 0),
    "a shop alone": (call(shop=SHOP, shop_hash=sign(SHOP)), 0),
    "two right calls": (RIGHT * 2, 0),
    "JSON": (json.dumps({"email": EMAIL, "user_hash": sign(EMAIL)}), 0),
    "wrong": (WRONG, 1),
    "unexplained": (OF_OTHER, 1),
    "missing": (MISSING, 1),
    "wrong shop": (call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP, shop_hash=sign(EMAIL)), 1),
    "unsigned shop": (call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP), 1),
    "a hash of nothing": (call(user_hash=sign(EMAIL)), 1),
    "right and wrong": (RIGHT + WRONG, 1),
    "right and cut off": (RIGHT + "Convot.identify({email: 'a'", 1),
    "right and unknown": (RIGHT + "Convot.identify({email: user.email, user_hash: user.hash});", 1),
    "right and only mentioned": ("// Convot.identify sends it\n" + RIGHT, 0),
    "unknown": ("Convot.identify({email: user.email, user_hash: user.hash});", 2),
    "nobody": ("Convot.identify({name: 'John'});", 2),
    "prose": ("Hello,\nwhy is our visitor anonymous?\n", 2),
    "empty": ("", 2),
    "cut off": ("Convot.identify({email: 'a'", 2),
}


@pytest.mark.parametrize(("text", "status"), STATUSES.values(), ids=STATUSES.keys())
@pytest.mark.slow
def test_the_exit_status_says_whether_all_verifies(text: str, status: int) -> None:
    answer = run("check", "-", given=text)
    assert answer.status == status
    assert one_plain_line(answer.err) if status == 2 else answer.err == ""
    assert (answer.out == "") is (not inspect_text(text).calls)


@pytest.mark.parametrize(
    "text", [RIGHT, WRONG, MISSING, "Hello", ""], ids=["right", "wrong", "missing", "prose", "empty"]
)
@pytest.mark.slow
def test_a_file_and_standard_input_give_the_same(text: str, tmp_path: Path) -> None:
    file = tmp_path / "ein Aufruf ü.js"
    file.write_text(text, encoding="utf-8")
    assert run("check", str(file)) == run("check", "-", given=text)


@pytest.mark.parametrize(
    "text", [RIGHT, WRONG, RIGHT + WRONG, "Hello", ""], ids=["right", "wrong", "both", "prose", "empty"]
)
@pytest.mark.parametrize("redact", ["none", "mask", "remove"])
@pytest.mark.slow
def test_json_is_the_api_s_report(redact: Any, text: str) -> None:  # noqa: ANN401
    answer = run("check", "--json", "--redact", redact, "-", given=text)
    assert json.loads(answer.out) == inspect_text(text, AppSecrets(SECRET)).to_dict(redact)


@pytest.mark.slow
def test_json_is_the_api_s_report_where_nothing_is_found() -> None:
    answer = run("check", "--json", "-", given=OF_OTHER)
    assert json.loads(answer.out) == inspect_text(OF_OTHER, AppSecrets(SECRET)).to_dict()


HASHES = {
    "user_hash": call(email=EMAIL, name="Jürgen", user_hash=sign(EMAIL), shop=SHOP, shop_hash=sign(SHOP)),
    "another name": call(email=EMAIL, name="Jürgen", userHash=sign(EMAIL), shop=SHOP, shop_hash=sign(SHOP)),
}


def exported_and_printed(text: str, redact: Any) -> tuple[str, str]:  # noqa: ANN401
    """Return what the window writes into a file, and what the command line prints."""
    printed = run("check", "--json", "--redact", redact, "-", given=text).out
    return export(inspect_text(text, AppSecrets(SECRET)), "json", redact), printed.replace(os.linesep, "\n")


@pytest.mark.parametrize("text", HASHES.values(), ids=HASHES.keys())
@pytest.mark.parametrize("redact", ["mask", "remove"])
def test_the_window_exports_the_json_of_the_command_line(redact: str, text: str) -> None:
    exported, printed = exported_and_printed(text, redact)
    assert exported == printed


@pytest.mark.parametrize("text", HASHES.values(), ids=HASHES.keys())
def test_the_window_exports_the_json_of_the_command_line_with_short_hashes(text: str) -> None:
    exported, printed = exported_and_printed(text, "none")
    for whole in (sign(EMAIL), sign(SHOP)):
        assert printed.count(f'"{whole}"') == 1
        printed = printed.replace(f'"{whole}"', json.dumps(f"{whole[:4]}…{whole[-4:]}"))
    assert exported == printed


def test_masking_is_the_default() -> None:
    for options in ([], ["--json"]):
        shown = run("check", *options, "-", given=OF_OTHER, CONVOT_PREVIOUS_IDENTITY_SECRETS=OTHER).out
        assert EMAIL not in shown
        assert "j***@example.com" in shown
        assert sign(EMAIL, OTHER) not in shown


@pytest.mark.parametrize("json_", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize(("redact", "shown"), [("none", True), ("mask", False), ("remove", False)])
def test_redaction(redact: str, shown: bool, json_: list[str]) -> None:
    answer = run(
        "check", *json_, "--redact", redact, "-", given=call(external_id="4711-abc", user_hash=sign("4711-abc"))
    )
    assert answer.status == 0
    assert ("4711-abc" in answer.out) is shown


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_output_works_in_any_terminal_encoding(encoding: str) -> None:
    text = call(email="用户😀é@example.com", user_hash=sign("用户😀é@example.com"))
    answer = run("check", "--json", "--redact", "none", "-", given=text, PYTHONIOENCODING=encoding)
    assert json.loads(answer.out)["calls"][0]["fields"]["email"]["value"] == "用户😀é@example.com"
    base = {name: value for name, value in os.environ.items() if name not in DROPPED}
    base |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "CONVOT_IDENTITY_SECRET": SECRET}
    command = [sys.executable, "-m", "convot_inspector", "check", "--redact", "none", "-"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, env=base)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding)


@pytest.mark.slow
def test_without_a_secret_only_checks_that_need_one_are_left_out() -> None:
    assert run("check", "-", given=RIGHT, secret=None).status == 2
    assert "CONVOT_IDENTITY_SECRET" in run("check", "-", given=RIGHT, secret=None).err
    assert run("check", "-", given=MISSING, secret=None).status == 1
    assert run("check", "-", given=call(email=EMAIL, user_hash="abc"), secret=None).status == 1


@pytest.mark.parametrize(
    "malformed",
    ["", " ", SECRET[:-1], SECRET + "\n", f'"{SECRET}"', f"X={SECRET}", "app_1", "ck_a:b", "z" * 64],
    ids=ascii,
)
@pytest.mark.slow
def test_a_malformed_secret_is_refused_and_not_shown(malformed: str) -> None:
    answer = run("check", "-", given=RIGHT, secret=malformed)
    assert (answer.status, answer.out) == (2, "")
    assert one_plain_line(answer.err)
    assert not malformed.strip() or malformed.strip() not in answer.err


def test_a_secret_in_upper_case_is_another_key() -> None:
    assert (
        run("check", "-", given=call(email=EMAIL, user_hash=sign(EMAIL, OTHER.upper())), secret=OTHER.upper()).status
        == 0
    )
    assert run("check", "-", given=call(email=EMAIL, user_hash=sign(EMAIL, OTHER)), secret=OTHER.upper()).status == 1


@pytest.mark.parametrize("previous", ["", OTHER, f"{OTHER} {SECRET}", f" \n{OTHER}\t{OTHER}\n", "not a secret"])
@pytest.mark.slow
def test_previous_secrets_are_taken_and_verify_nothing(previous: str) -> None:
    assert run("check", "-", given=RIGHT, CONVOT_PREVIOUS_IDENTITY_SECRETS=previous).status == 0
    wrong = OF_OTHER if OTHER in previous else WRONG
    assert run("check", "-", given=wrong, CONVOT_PREVIOUS_IDENTITY_SECRETS=previous).status == 1


@pytest.mark.parametrize(
    ("redact", "json_"), [("none", []), ("none", ["--json"]), ("mask", [])], ids=["text", "json", "masked"]
)
@pytest.mark.slow
def test_no_secret_is_printed_wherever_it_was_pasted(redact: str, json_: list[str]) -> None:
    """Each run is a whole search, so all other places and redactions are in tests/core/reports/test_report.py."""
    text = call(email=EMAIL, user_hash=SECRET, name=OTHER, **{SECRET.upper(): SECRET.upper()}) + f"// {SECRET}"
    answer = run("check", *json_, "--redact", redact, "-", given=text, CONVOT_PREVIOUS_IDENTITY_SECRETS=OTHER)
    assert answer.status == 1
    assert OTHER not in answer.out + answer.err


ESCAPES = "\x1b[2J\x9b\u202e\u2028\r"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", SECRET],
        ["check", "--app", SECRET, "-"],
        ["check", "-", SECRET],
        [SECRET],
        [f"--{SECRET}"],
        ["check", f"--secret={SECRET}", "-"],
        ["check", f"--re={SECRET}", "-"],
        ["check", "--redact", SECRET, "-"],
        ["check", f"{ESCAPES}{SECRET[1:]}.js"],
        ["check", "--app", f"{ESCAPES}{SECRET}", "-"],
        ["check", "-", f"{ESCAPES}{SECRET}"],
        ["check", "--redact", f"{ESCAPES}{SECRET}", "-"],
        [f"{ESCAPES}=\n{SECRET}"],
    ],
)
def test_an_argument_is_repeated_neither_with_a_secret_nor_with_escape_sequences(
    arguments: list[str], tmp_path: Path
) -> None:
    answer = run(*arguments, given=RIGHT, secret=None, XDG_DATA_HOME=str(tmp_path))
    assert answer.status == 2
    assert one_plain_line(answer.err[answer.err.rfind("\n", 0, -1) + 1 :])
    assert "usage: " in answer.err or one_plain_line(answer.err)
    assert SECRET[1:] not in answer.err
    assert all(character.isprintable() for line in answer.err.split("\n") for character in line)


@pytest.mark.slow
def test_unreadable_file_gives_a_one_line_error(tmp_path: Path) -> None:
    latin, png, empty = tmp_path / "latin.js", tmp_path / "shot.png", tmp_path / "empty"
    latin.write_bytes(call(email="jörg@example.com").encode("latin-1"))
    png.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\xff")
    empty.write_bytes(b"")
    for file in (tmp_path / "no such file", tmp_path, latin, png, empty, Path("a\nb" * 200)):
        answer = run("check", str(file))
        assert (answer.status, answer.out) == (2, "")
        assert one_plain_line(answer.err)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_with_a_byte_order_mark_are_read(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "call.js"
    file.write_bytes(call(email="jörg@example.com", user_hash=sign("jörg@example.com")).encode(encoding))
    assert run("check", str(file)).status == 0


def test_closed_output_pipe_gives_no_traceback() -> None:
    base = {name: value for name, value in os.environ.items() if name not in DROPPED}
    base |= {"PYTHONPATH": str(ROOT), "CONVOT_IDENTITY_SECRET": SECRET}
    command = [sys.executable, "-m", "convot_inspector", "check", "--json", "-"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, input=RIGHT.encode() * 100, stdout=writing, stderr=subprocess.PIPE, env=base)
    os.close(writing)
    assert done.stderr == b""


@pytest.mark.parametrize("arguments", [["check"], ["check", "--redact", "some", "-"], ["nothing"], ["--nothing"]])
def test_wrong_arguments_exit_with_status_2(arguments: list[str]) -> None:
    answer = run(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert "usage:" in answer.err


@pytest.mark.slow
def test_version_and_help() -> None:
    assert run("--version") == Answer(0, f"Convot Inspector {convot_inspector.__version__}\n", "")
    for arguments in (["--help"], *([name, "--help"] for name in COMMANDS)):
        answer = run(*arguments)
        assert (answer.status, answer.err) == (0, "")
        assert "usage:" in answer.out


def test_without_a_display_the_example_is_checked_in_the_terminal() -> None:
    answer = run(secret=None)
    assert (answer.status, answer.err) == (0, "")
    assert re.match(r"[^\n]*display[^\n]*\.\n", answer.out)
    assert "Convot.identify({" in answer.out
    assert "user_hash      verifies" in answer.out
    assert "check FILE" in answer.out


def test_self_check_lists_each_part(tmp_path: Path) -> None:
    answer = run("self-check", DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path}/none")
    rows = [line.split(":")[0].split(maxsplit=1) for line in answer.out.splitlines()]
    assert rows == [["ok", "hashes"], ["ok", "resources"], ["ok", "JavaScript grammar"], ["none", "keychain"]]
    assert (answer.status, answer.err) == (0, "")


def test_self_check_as_json(tmp_path: Path) -> None:
    answer = run("self-check", "--json", DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path}/none")
    report = json.loads(answer.out)
    assert report["version"] == convot_inspector.__version__
    assert [(row["name"], row["ok"]) for row in report["checks"]] == [
        ("hashes", True), ("resources", True), ("JavaScript grammar", True), ("keychain", None),
    ]  # fmt: skip
    assert answer.status == 0


def test_self_check_tries_the_real_keychain_and_leaves_nothing(keychain: Keychain) -> None:
    answer = run("self-check", "--json", environment=keychain.env)
    (row,) = (row for row in json.loads(answer.out)["checks"] if row["name"] == "keychain")
    assert row["ok"] is True
    assert "SecretService" in row["detail"]
    assert keychain.items() == []


def add_app(keychain: Keychain, name: str, secret: str) -> None:
    """Add an app as the window does, in a separate process."""
    program = (
        "import sys\n"
        "from convot_inspector.keychain.apps import Apps\n"
        "from convot_inspector.keychain.data_folder import default_folder\n"
        "from convot_inspector.keychain.stores.opening import open_store\n"
        "assert Apps(open_store(), default_folder()).add(sys.argv[1], sys.stdin.read()).where == 'keychain'\n"
    )
    environment = keychain.env | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", program, name], input=secret.encode(), check=True, env=environment)


@pytest.mark.slow
def test_the_secret_of_an_app_comes_from_the_keychain(keychain: Keychain) -> None:
    add_app(keychain, "Acme, production", SECRET)
    add_app(keychain, "Staging ü", OTHER)
    for app, given, status in (
        ("Acme, production", RIGHT, 0),
        ("acme, PRODUCTION", RIGHT, 0),
        ("Acme, production", OF_OTHER, 1),
        ("Staging ü", OF_OTHER, 0),
        ("Staging ü", RIGHT, 1),
    ):
        # The environment's secret is not used if an app is named.
        answer = run("check", "--app", app, "-", given=given, secret="malformed", environment=keychain.env)
        assert (answer.status, answer.err) == (status, "")
        assert OTHER not in answer.out
    unknown = run("check", "--app", "Nobody", "-", given=RIGHT, environment=keychain.env)
    assert (unknown.status, unknown.out) == (2, "")
    assert one_plain_line(unknown.err)
    pasted = run(
        "check", "--app", "Acme, production", "-", given=call(email=EMAIL, name=OTHER), environment=keychain.env
    )
    assert OTHER not in pasted.out


@pytest.mark.slow
def test_locked_keychain_gives_a_one_line_error(keychain: Keychain) -> None:
    add_app(keychain, "Acme", SECRET)
    keychain.lock()
    answer = run("check", "--app", "Acme", "-", given=RIGHT, environment=keychain.env)
    assert (answer.status, answer.out) == (2, "")
    assert one_plain_line(answer.err)


def test_checking_with_an_app_changes_nothing(keychain: Keychain) -> None:
    add_app(keychain, "Acme", SECRET)

    def state() -> dict[str, bytes]:
        files = (file for file in (keychain.home / ".local/share/Convot Inspector").rglob("*") if file.is_file())
        return {file.name: file.read_bytes() for file in files}

    before, items = state(), keychain.items()
    assert run("check", "--app", "Acme", "-", given=RIGHT, environment=keychain.env).status == 0
    assert (state(), keychain.items()) == (before, items)
    assert before
    assert all(SECRET.encode() not in content for content in before.values())


def test_unknown_app_without_keychain_gives_a_one_line_error(tmp_path: Path) -> None:
    address = "unix:path=/none"
    folder = str(tmp_path)
    answer = run("check", "--app", "Acme", "-", given=RIGHT, XDG_DATA_HOME=folder, DBUS_SESSION_BUS_ADDRESS=address)
    assert (answer.status, answer.out) == (2, "")
    assert one_plain_line(answer.err)
    assert list(tmp_path.iterdir()) == []

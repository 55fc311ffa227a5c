"""Nothing of a paste is kept: ten checks take no more memory than three, and the text is not found in memory later."""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from needs import only_on_linux
from paste import sign
from places import HELPERS

import convot_inspector

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECK_TEXTS = HELPERS / "check_texts.py"
SECRET = "00112233445566778899aabbccddeeff" * 2  # check_texts.py has it too
MOST_GROWTH = 20_000  # bytes in seven checks: bounded caches, and noise


def bundle(size: int, name: str, email: str) -> str:
    """Return minified JavaScript whose call passes names, so that all of it has to be parsed."""
    functions = [
        f'function n{number}(t,e){{var r=t[{number}],o=e||{{a:"x{number}",b:[1,2,3]}};return r&&r.map(t)}}'
        for number in range(size // 80)
    ]
    fields = f'email:"{email}",user_hash:"{sign(email, SECRET)}"'
    call = f"!function(){{var {name}={{{fields}}};window.Convot?.identify({name})}}();"
    return "".join((*functions, call, *functions[:50]))


def har(size: int, email: str) -> str:
    body = json.dumps({"email": email, "user_hash": sign(email, SECRET)})
    page = {"request": {"url": "https://example.com/"}, "response": {"content": {"text": "<p>é</p>" * 1000}}}
    entry = {"request": {"url": "https://api.convot.io/v1/identify", "postData": {"text": body}}}
    return json.dumps({"log": {"entries": [entry, *[page] * (size // 9000), entry]}}, ensure_ascii=False)


def page(size: int, name: str, email: str) -> str:
    filler = '<p class="a">Lorem &quot;ipsum&quot;</p>\n<script>var a = [1, 2, "b"];</script>\n'
    code = f"const {name} = '{email}'; Convot.identify({{email: {name}, user_hash: '{sign(email, SECRET)}'}})"
    return f"<!doctype html><body>{filler * (size // len(filler))}<script>{code}</script></body>"


def log(size: int, email: str) -> str:
    line = (
        "2026-01-01T00:00:00Z INFO sent "
        + json.dumps({"event": "x", "email": email, "user_hash": sign(email, SECRET)})
        + "\n"
    )
    return "2026-01-01T00:00:00Z INFO started\n" * (size // 34) + line * 5


TEXTS = {
    "bundle": bundle(150_000, "person", "a@example.com"),
    "HAR": har(200_000, "a@example.com"),
    "page": page(20_000, "person", "a@example.com"),
    "log": log(20_000, "a@example.com"),
    "long call": "Convot.identify({email: 'a@example.com', custom_data: [" + "'é', " * 1_500 + "]})",
    "hostile": "Convot.identify({email: 'a@example.com'});\n" + "var a = ([{'x,:/*` \n" * 800,
    "unmatched": "Convot.identify({email: 'a@example.com'});\n" + "b=&" * 3_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.slow
def test_ten_checks_take_no_more_memory_than_three(text: str, tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, str(CHECK_TEXTS), "growth", str(file)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
    assert int(answer.stdout) < MOST_GROWTH


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, **more, "PYTHONPATH": str(Path(convot_inspector.__file__).parent.parent)}


def canary_texts(canary: str) -> Iterator[str]:
    """Return texts of many notations with the canary in names, values, comments and surrounding words."""
    name, email = f"n_{canary}", f"{canary}@example.com"
    hash_ = sign(email, SECRET)
    fields = {"email": email, "user_hash": hash_, "custom_data": {"plan": f"é😀 {canary}"}}
    json_ = json.dumps(fields)
    yield bundle(100_000, name, email)
    yield har(100_000, email)
    yield page(50_000, name, email)
    yield log(20_000, email)
    yield f"var {name} = {json_};\n/* {canary} */\nConvot.identify({name}); // {canary}"
    yield f"{name} = 1\nConvot.identify(payload_{canary});\n\n{json_}"
    yield f"var {name} = {{}};\n{name}.email = 'a';\nConvot.identify({name});\n\n{json_}"
    yield f"cat <<'{name}' | curl -d @- https://api.convot.io/\n{json_}\n{name}\n"
    yield f"curl https://api.convot.io/ -H 'X: {canary}' --data '{json_}'"
    yield f"$x = <<<{name}\n  t\n  {name};\n$fields = ['email' => '{email}', 'user_hash' => '{hash_}'];"
    yield f"['email' => <<<{name}\n  {email}\n  {name},\n 'user_hash' => '{hash_}']"
    yield f"email: {email}\nuser_hash: {hash_}\nplan: {canary}\n"
    yield f"- email: {email}\n  user_hash: {hash_}\n  {name}: >\n    {canary}\n"
    yield f"email,user_hash,{name}\n{email},{hash_},{canary}\n"
    yield f"{{'email': '{email}', 'user_hash': '{hash_}', '{name}': None}}"
    yield f'{{:email=>"{email}", :user_hash=>"{hash_}", :{name}=>nil}}'
    yield f"Hello {canary},\n\n> ```js\n> Convot.identify({{email: “{email}”, user_hash: '{hash_}'}})\n> ```\n"
    yield f"Convot.identify({{ email: '{email}', user_hash: '{{{{ {name} }}}}', shop_hash: '{hash_}' }})"
    yield f'<div data-email="{email}" data-user-hash="{hash_}" data-{name}="{canary}"></div>'


def memory_of(pid: int) -> Iterator[bytes]:
    """Yield every writable part of a process's memory."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps, re.MULTILINE):
            memory.seek(int(start, 16))
            try:
                yield memory.read(int(end, 16) - int(start, 16))
            except OSError:
                continue  # belongs to the kernel


def left_in_memory(what: str, files: list[Path], canary: str) -> list[bytes]:
    """Return the surroundings of the canary in the memory of a process that has checked the files."""
    needle = b"|".join(re.escape(canary.encode(encoding)) for encoding in ("utf-8", "utf-16-le", "utf-32-le"))
    command = [sys.executable, str(CHECK_TEXTS), what, *map(str, files)]
    # With PYTHONMALLOC=debug Python overwrites what it frees.
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(PYTHONMALLOC="debug")
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        found = [
            part[max(place.start() - 60, 0) : place.end() + 60]
            for part in memory_of(process.pid)
            for place in re.finditer(needle, part)
        ]
        process.stdin.close()
        process.wait(timeout=60)
    return found


@only_on_linux("reads /proc")
def test_nothing_of_a_text_is_in_memory_after_its_results_are_dropped(tmp_path: Path) -> None:
    """No object, cache or C library holds any of the text once its inspection is dropped.

    The process runs with Python's debug allocator, which overwrites freed memory: what is found is held. In the
    program itself freed memory is not overwritten, and Python offers no way to do so for its strings. So pieces of a
    text stand in unused memory there until something else is put in the same place. Memory cannot be read by other
    users' programs; that it is not written to disk in a crash is another test's subject (test_leaks.py).
    """
    canary = secrets.token_hex(12)
    files = []
    for number, text in enumerate(canary_texts(canary)):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    assert left_in_memory("keep", files, canary)  # proves that the scan finds what is kept
    assert left_in_memory("drop", files, canary) == []

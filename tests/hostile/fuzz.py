"""Looks for inputs that break a command, guided by what they make the program do.

`python -m tests.hostile.fuzz read|compare [--seconds N] [--runs N]`. It needs atheris, which is no part of the
development extra: it is built for few systems, and the tests do without it.
"""

from __future__ import annotations

import argparse
import os
import pkgutil
import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.hostile import texts
from tests.hostile.documents import FORMS, as_bytes, saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MISSING = "the fuzzer needs the library atheris; install it with: {} -m pip install atheris"
BETWEEN = b"\n=====\n"
"""Parts the two articles that are compared."""

SLOWEST = 10
"""Seconds after which an input counts as a hang; none is longer than `LONGEST`."""

LONGEST = 6000
"""Bytes of an input."""


def main() -> int:
    """Fuzz one command until something breaks or the time is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=["read", "compare"])
    parser.add_argument("--seconds", type=int, default=60, help="how long; 0 without an end")
    parser.add_argument("--runs", type=int, default=-1, help="how many inputs at most")
    parser.add_argument("--kept", type=Path, help="a folder of inputs to go on from and to add to")
    asked = parser.parse_args()
    if find_spec("atheris") is None:
        print(MISSING.format(sys.executable), file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        _fuzz(asked, Path(folder))
    return 0


def _fuzz(asked: argparse.Namespace, folder: Path) -> None:
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

    os.environ.update({name: str(folder / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")})
    seeds = folder / "seeds"
    seeds.mkdir()
    # Written before the program is instrumented: the libraries that write documents are not what is looked at.
    for number, seed in enumerate(_seeds(asked.target)):
        (seeds / str(number)).write_bytes(seed)
    (folder / "words").write_text("\n".join(map(_quoted, _words())) + "\n", "ascii")
    for name in [name for name in sys.modules if name == "tui" or name.startswith("tui.")]:
        del sys.modules[name]
    with atheris.instrument_imports(include=["tui"]):
        _import_all()
        target = _target(asked.target, folder)
    kept = [str(asked.kept)] if asked.kept else []
    options = [
        f"-max_total_time={asked.seconds}", f"-runs={asked.runs}", f"-timeout={SLOWEST}", f"-max_len={LONGEST}",
        f"-dict={folder / 'words'}", f"-artifact_prefix={Path.cwd()}/", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, *kept, str(seeds)], target)
    atheris.Fuzz()


def _import_all() -> None:
    """Import every module but the screen's: what is imported later, when it is first needed, is not instrumented."""
    import tui

    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.startswith(("tui.app", "tui.__main__")):
            import_module(module.name)


def _target(command: str, folder: Path) -> Callable[[bytes], None]:
    for name in ("tests.cli.shapes", "tests.hostile.checks"):
        sys.modules.pop(name, None)
    from tests.hostile import checks

    return _reading(checks, folder) if command == "read" else _comparing(checks, folder)


def _reading(checks: Any, folder: Path) -> Callable[[bytes], None]:
    """The first byte names the kind of document, the others are the document."""
    endings = list(FORMS)

    def read(data: bytes) -> None:
        path = folder / f"article.{endings[data[0] % len(endings)] if data else endings[0]}"
        path.write_bytes(data[1:])
        if checks.is_held_well(path):
            checks.check_command("read", "json", [path])
            checks.check_command("read", "text", [path])

    return read


def _comparing(checks: Any, folder: Path) -> Callable[[bytes], None]:
    """The first byte names the command and its form, the others are two articles in plain text."""
    ways = [(command, form) for command in ("compare", "check", "quotes") for form in checks.FORMATS[command]]
    ways = [way for way in ways if way[1] != "docx"] + [("compare", "json")] * 3

    def compare(data: bytes) -> None:
        left, _, right = data[1:].partition(BETWEEN)
        paths = [folder / "left.txt", folder / "right.txt"]
        for path, text in zip(paths, (left, right), strict=True):
            path.write_bytes(text)
        checks.check_command(*ways[data[0] % len(ways) if data else 0], paths)

    return compare


def _seeds(target: str) -> Iterator[bytes]:
    if target == "read":
        for number, form in enumerate(FORMS):
            yield bytes([number]) + saved(form)
    articles = [*map(as_bytes, texts.TEXTS.values()), *texts.BYTES.values()]
    articles += [as_bytes(grown(600)) for grown in texts.GROWING.values()]
    for number, article in enumerate(articles):
        other = as_bytes(texts.story("very"))
        yield bytes([number]) + (article if target == "read" else article + BETWEEN + other)


def _words() -> Iterator[bytes]:
    for scrap in (*texts.SCRAPS.values(), "“", "”", "said Ann Doe", "not", "12,000", "\n\n", "according to"):
        yield scrap.encode("utf-8", "surrogatepass")[:60]
    yield BETWEEN


def _quoted(word: bytes) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"'


if __name__ == "__main__":
    sys.exit(main())

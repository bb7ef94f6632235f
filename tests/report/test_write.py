from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tui.report.write import write_file

if TYPE_CHECKING:
    from pathlib import Path


def test_writes_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    write_file(target, "one “word”\n")
    write_file(target, "two\n")
    assert target.read_bytes() == b"two\n"
    assert list(tmp_path.iterdir()) == [target]


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")
    write_file(target, b"PK\x00\r\n\xff")
    assert target.read_bytes() == b"PK\x00\r\n\xff"
    assert list(tmp_path.iterdir()) == [target]


def test_text_that_is_no_text_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_file(target, "\ud800")
    assert target.read_text() == "old"


@pytest.mark.parametrize("fault", [OSError(28, "full"), KeyboardInterrupt()])
def test_a_fault_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")

    def fail(_: int) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(type(fault)):
        write_file(target, "new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_rights_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "new", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "kept"
    target.write_text("old")
    target.chmod(0o604)
    write_file(target, "new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_file(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_very_long_name(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 250)
    write_file(target, "x")
    assert target.read_text() == "x"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_file(tmp_path, "x")


def test_a_device_is_written_to() -> None:
    write_file("/dev/null", "x")
    assert not stat.S_ISREG(os.stat("/dev/null").st_mode)  # noqa: PTH116

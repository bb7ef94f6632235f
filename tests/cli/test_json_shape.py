from __future__ import annotations

import hashlib
import json
from itertools import combinations
from typing import TYPE_CHECKING

from .shapes import check_article_file, check_comparison_file

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command


def test_every_seed_reads_as_promised(copyholder: Command, seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        found = json.loads(copyholder("read", path, "--format", "json").out)
        check_article_file(found)
        assert found["source"] == str(path)
        assert found["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert len(found["paragraphs"]) > 5


def test_every_pair_of_seeds_compares_as_promised(copyholder: Command, seeds: Path) -> None:
    pairs = list(combinations(sorted(seeds.glob("*.txt")), 2))
    assert len(pairs) == 10
    for left, right in pairs:
        ended = copyholder("compare", left, right, "--format", "json")
        assert ended.status == 1
        found = json.loads(ended.out)
        check_comparison_file(found)
        assert found["links"]


def test_hostile_text_compares_as_promised(copyholder: Command, tmp_path: Path) -> None:
    left, right = tmp_path / "left", tmp_path / "right"
    left.write_bytes("A\x1b[31mred\u202e word\r\nand “日本語 ไทย” 😀 e\u0301\r\n\r\n***\r\n\r\nZ".encode())
    right.write_bytes("\ufeffA word and “日本語” [red]\n\n\u2028***\n\n{}<b>&amp;".encode())
    ended = copyholder("compare", left, right, "--format", "json")
    found = json.loads(ended.out)
    check_comparison_file(found)
    assert "\x1b" not in found["left"]["text"]
    assert "\u202e" not in found["left"]["text"]
    for width in ("0", "60", "100"):
        assert "\x1b" not in copyholder("compare", left, right, "--width", width).out


def test_empty_links_keep_their_shape(copyholder: Command, tmp_path: Path) -> None:
    left, right = tmp_path / "left", tmp_path / "right"
    left.write_text("Rain fell on the harbour.")
    right.write_text("Parliament voted late.")
    found = json.loads(copyholder("compare", left, right, "--format=json").out)
    check_comparison_file(found)
    assert found["links"] == []
    assert found["summary"]["paragraphs"] == {"linked": 0, "left_only": 1, "right_only": 1, "moved": 0}

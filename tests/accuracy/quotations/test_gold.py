"""The gold of quotations holds together: its offsets hold its words, its names and edits are printed there."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from tests.accuracy.quoting import GROUPS, ROOT, plain, stories
from tui.article import read_article
from tui.quotation.model import Critical, EditKind, Finding, QuotationKind, SpeakerKind, Verdict

Gold = dict[str, Any]

STORIES = pytest.mark.parametrize("story", stories(), ids=lambda story: story["story"])
GRAVEST = {
    Finding.CRITICAL: Verdict.CRITICAL,
    Finding.SUBSTITUTED: Verdict.ALTERED,
    Finding.INSERTED_OR_DROPPED: Verdict.ALTERED,
    Finding.SPLICED: Verdict.SPLICED,
    Finding.REORDERED: Verdict.REORDERED,
    Finding.TRUNCATED: Verdict.TRUNCATED,
    Finding.BRACKETED: Verdict.MARKED,
    Finding.ELLIPSIS: Verdict.MARKED,
}


@STORIES
def test_offsets_hold_the_words_and_stay_inside_a_paragraph(story: Gold) -> None:
    assert story["group"] in GROUPS
    for path, quotations in story["articles"].items():
        article = read_article(str(ROOT / path))
        for quotation in quotations:
            parts = [article.text[start:end] for start, end in quotation["segments"]]
            assert " ".join(parts) == quotation["text"]
            for start, end in quotation["segments"]:
                assert any(p.start <= start < end <= p.end for p in article.paragraphs), quotation["id"]


@STORIES
def test_names_cues_and_outlets_are_printed_in_the_article(story: Gold) -> None:
    for path, quotations in story["articles"].items():
        text = read_article(str(ROOT / path)).text
        for quotation in quotations:
            assert QuotationKind(quotation["kind"])
            assert SpeakerKind(quotation["speaker_kind"])
            namings = [quotation["speaker"], *quotation["speaker_also"], quotation["cue"], quotation["outlet"]]
            assert [naming for naming in namings if naming and naming not in text] == [], quotation["id"]


@STORIES
def test_every_quotation_has_one_fate_in_each_article_it_is_compared_with(story: Gold) -> None:
    sides = {(p["left_article"], p["right_article"]) for p in story["pairs"]}
    for left, right in sides:
        pairs = [p for p in story["pairs"] if (p["left_article"], p["right_article"]) == (left, right)]
        for here, there, side in ((left, right, "left"), (right, left, "right")):
            rows = [u for u in story["unpaired"] if (u["article"], u["other_article"]) == (here, there)]
            paired = {key for p in pairs if p["sure"] for key in p[side]}
            alone = {u["id"] for u in rows if u.get("sure", True)}
            open_fate = {key for p in pairs if not p["sure"] for key in p[side]} | {u["id"] for u in rows} - alone
            judged = {q["id"] for q in story["articles"][here] if "duplicate_of" not in q and q.get("sure", True)}
            assert len(rows) == len({u["id"] for u in rows})
            assert not paired & alone
            assert judged <= paired | alone | open_fate


@STORIES
def test_the_verdict_is_the_gravest_finding_and_edits_are_printed(story: Gold) -> None:
    texts = {path: read_article(str(ROOT / path)).text for path in story["articles"]}
    for pair in story["pairs"]:
        gravest = max(
            (GRAVEST.get(Finding(finding), Verdict.VERBATIM) for finding in pair["findings"]),
            key=list(Verdict).index,
            default=Verdict.VERBATIM,
        )
        assert gravest in {pair["verdict"], *pair["verdict_also"]}, pair
        for edit in pair["edits"]:
            assert EditKind(edit["kind"])
            assert edit["critical"] is None or Critical(edit["critical"])
            assert edit["left"] in texts[pair["left_article"]]
            assert edit["right"] in texts[pair["right_article"]]
            assert edit["left"] or edit["right"]
        for unpaired in story["unpaired"]:
            assert not unpaired["words"] or unpaired["words"] in texts[unpaired["other_article"]]


@STORIES
def test_the_edits_turn_the_left_words_into_the_right_ones(story: Gold) -> None:
    texts = {quotation["id"]: quotation["text"] for rows in story["articles"].values() for quotation in rows}
    for pair in story["pairs"]:
        spelling_only = pair["verdict"] == Verdict.VERBATIM and Verdict.ALTERED in pair["verdict_also"]
        if not pair["sure"] or spelling_only:
            continue
        left, right = (words(" ".join(texts[key] for key in pair[side])) for side in ("left", "right"))
        for edit in pair["edits"]:
            assert not words(edit["left"]) - left, edit
            left = left - words(edit["left"]) + words(edit["right"])
        assert left == right, pair


def words(text: str) -> Counter[str]:
    """The words of a text, how often each; in Japanese its characters."""
    found: Counter[str] = Counter()
    for word in plain(re.sub("[’'-]", "", text)).split():
        found.update(list(word) if re.search("[\u3040-\u9fff]", word) else [word])
    return found

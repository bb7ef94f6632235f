"""What the formats promise of JSON, checked field by field; written by hand from the promise."""

from __future__ import annotations

from typing import Any

ROLES = {"headline", "byline", "dateline", "summary", "body", "caption", "boilerplate", "correction"}
RELATIONS = {"same", "edited", "partial", "similar"}
STATUSES = {"same", "changed", "moved", "unique"}


def check_article_file(found: Any) -> None:
    assert found["format"] == "copyholder-article"
    assert found["version"] == 1
    check_article(found)


def check_article(found: Any) -> None:
    for field in ("source", "media_type", "encoding", "sha256", "text"):
        assert type(found[field]) is str, field
    for field in ("title", "byline", "published", "site"):
        assert found[field] is None or type(found[field]) is str, field
    text = found["text"]
    assert "\r" not in text
    assert len(found["sha256"]) == 64
    assert set(found["sha256"]) <= set("0123456789abcdef")
    before = 0
    for index, paragraph in enumerate(found["paragraphs"]):
        assert {"start", "end", "role", "duplicate_of"} <= paragraph.keys()
        assert before <= paragraph["start"] < paragraph["end"] <= len(text)
        words = text[paragraph["start"] : paragraph["end"]]
        assert words == words.strip()
        assert paragraph["role"] in ROLES
        earlier = paragraph["duplicate_of"]
        assert earlier is None or (type(earlier) is int and 0 <= earlier < index)
        before = paragraph["end"]
    for start, end in found["noise"]:
        assert any(p["start"] <= start < end <= p["end"] for p in found["paragraphs"])
    assert type(found["quotations"]) is list


def check_comparison_file(found: Any) -> None:
    assert found["format"] == "copyholder-comparison"
    assert found["version"] == 1
    check_article(found["left"])
    check_article(found["right"])
    for link in found["links"]:
        check_link(link, found)
    pairs = [(link["left"], link["right"]) for link in found["links"]]
    assert len(pairs) == len(set(pairs))
    check_spans(found["spans"]["left"], found["left"], found["right"])
    check_spans(found["spans"]["right"], found["right"], found["left"])
    assert type(found["quote_pairs"]) is list
    assert type(found["edits"]) is list
    assert found["unpaired"].keys() >= {"left", "right"}
    assert all(type(found["unpaired"][side]) is list for side in ("left", "right"))
    check_summary(found)


def check_link(link: Any, found: Any) -> None:
    for side in ("left", "right"):
        assert type(link[side]) is int
        assert 0 <= link[side] < len(found[side]["paragraphs"])
    assert link["relation"] in RELATIONS
    assert type(link["moved"]) is bool
    assert type(link["score"]) in {int, float}
    assert 0 <= link["score"] <= 1


def check_spans(spans: Any, here: Any, there: Any) -> None:
    """In order, covering every word of every paragraph once; none crosses a paragraph, nor does its other."""
    before = 0
    covered = [False] * len(here["text"])
    for span in spans:
        assert {"start", "end", "status", "other"} <= span.keys()
        assert before <= span["start"] < span["end"]
        assert within_one_paragraph(span["start"], span["end"], here)
        assert span["status"] in STATUSES
        if span["other"] is not None:
            start, end = span["other"]
            assert within_one_paragraph(start, end, there)
        covered[span["start"] : span["end"]] = [True] * (span["end"] - span["start"])
        before = span["end"]
    for paragraph in here["paragraphs"]:
        for at in range(paragraph["start"], paragraph["end"]):
            assert covered[at] or not here["text"][at].isalnum(), here["text"][at - 20 : at + 20]


def within_one_paragraph(start: int, end: int, article: Any) -> bool:
    return any(p["start"] <= start < end <= p["end"] for p in article["paragraphs"])


def check_summary(found: Any) -> None:
    summary = found["summary"]
    for side in ("left", "right"):
        words, shared = summary["words"][side], summary["shared_words"][side]
        assert type(words) is int
        assert type(shared) is int
        assert 0 <= shared <= words
        linked = {link[side] for link in found["links"]}
        assert 0 <= summary["paragraphs"][f"{side}_only"] <= len(found[side]["paragraphs"]) - len(linked)
    assert summary["paragraphs"]["linked"] == len(found["links"])
    assert summary["paragraphs"]["moved"] == sum(link["moved"] for link in found["links"])
    assert type(summary["verdicts"]) is dict

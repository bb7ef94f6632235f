"""What the formats promise of JSON, checked field by field; written by hand from the promise."""

from __future__ import annotations

from typing import Any

from tui.text import tokenize

ROLES = {"headline", "byline", "dateline", "summary", "body", "caption", "boilerplate", "correction"}
KINDS = {"full", "partial", "headline", "scare", "title"}
SPEAKERS = {"person", "group", "document", "unknown"}
VERDICTS = {"verbatim", "marked", "truncated", "reordered", "spliced", "altered", "critical"}
FINDINGS = {
    "typographic", "resegmented", "bracketed", "ellipsis", "truncated", "reordered", "spliced", "substituted",
    "inserted_or_dropped", "critical", "attribution", "provenance",
}  # fmt: skip
EDITS = {"substituted", "inserted", "dropped", "bracketed", "ellipsis", "truncated"}
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
    check_quotations(found)


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
    check_quote_pairs(found)
    assert type(found["edits"]) is list
    check_summary(found)


def check_quotations(article: Any) -> None:
    """Segments in order, none crossing a paragraph; text is the words between the marks."""
    ids = [quotation["id"] for quotation in article["quotations"]]
    assert len(ids) == len(set(ids))
    for quotation in article["quotations"]:
        assert quotation["kind"] in KINDS
        assert quotation["speaker_kind"] in SPEAKERS
        for field in ("speaker", "cue", "outlet"):
            assert quotation[field] is None or (type(quotation[field]) is str and quotation[field])
        assert type(quotation["repaired"]) is bool
        assert quotation["duplicate_of"] is None or quotation["duplicate_of"] in ids
        before = 0
        for start, end in quotation["segments"]:
            assert before <= start < end
            assert within_one_paragraph(start, end, article)
            before = end
        for part in quotation["text"].split():
            assert part in article["text"]
        inside = {
            index
            for index, paragraph in enumerate(article["paragraphs"])
            for start, _ in quotation["segments"]
            if paragraph["start"] <= start < paragraph["end"]
        }
        assert quotation["paragraphs"] == sorted(inside)


def check_quote_pairs(found: Any) -> None:
    paired: dict[str, set[str]] = {"left": set(), "right": set()}
    ids = {side: {one["id"] for one in found[side]["quotations"]} for side in ("left", "right")}
    for pair in found["quote_pairs"]:
        assert pair["verdict"] in VERDICTS
        assert set(pair["findings"]) <= FINDINGS
        assert pair["severity"] in range(5)
        assert pair["why"].endswith(".")
        assert type(pair["primary"]) is bool
        for side in ("left", "right"):
            assert pair[side]
            assert set(pair[side]) <= ids[side]
            paired[side] |= set(pair[side])
            for start, end in pair[f"{side}_spans"]:
                assert within_one_paragraph(start, end, found[side])
        for edit in pair["edits"]:
            check_edit(edit, found)
    for side in ("left", "right"):
        alone = [one["id"] for one in found["unpaired"][side]]
        assert len(alone) == len(set(alone))
        assert set(alone) == ids[side] - paired[side]
        for one in found["unpaired"][side]:
            assert one["verdict"] in {"unquoted", "paraphrased", "missing"}
            assert (one["other"] is None) == (one["verdict"] == "missing")


def check_edit(edit: Any, found: Any) -> None:
    assert edit["kind"] in EDITS
    assert edit["critical"] in {None, "negation", "number", "name", "hedge"}
    for side in ("left", "right"):
        span = edit[f"{side}_span"]
        assert (span is None) == (edit[side] == "")
        if span is not None:
            words = found[side]["text"][slice(*span)]
            # Of words in several segments the span holds what stands between these, too.
            assert words == edit[side] or _stand_in(edit[side], words)
    if edit["kind"] == "inserted":
        assert edit["left"] == ""
    if edit["kind"] == "dropped":
        assert edit["right"] == ""


def _stand_in(part: str, whole: str) -> bool:
    """Whether the words of the one stand in the other, in order."""
    rest = iter(tokenize(whole).keys)
    return all(key in rest for key in tokenize(part).keys)


def check_check_file(found: Any) -> None:
    """One result for each of the article's quotations; left is the article, right the source."""
    assert found["format"] == "copyholder-check"
    assert found["version"] == 1
    check_article(found["article"])
    assert found["sources"]
    for source in found["sources"]:
        check_article(source)
    assert [one["id"] for one in found["quotes"]] == [one["id"] for one in found["article"]["quotations"]]
    for one in found["quotes"]:
        assert one["verdict"] in VERDICTS | {"paraphrased", "missing"}
        assert set(one["findings"]) <= FINDINGS
        assert one["severity"] in range(5)
        assert one["speaker_in_source"] is None or type(one["speaker_in_source"]) is str
        assert (one["source"] is None) == (one["verdict"] == "missing")
        if one["source"] is None:
            assert one["source_spans"] == []
            assert one["edits"] == []
            assert one["severity"] == 4
            continue
        source = found["sources"][one["source"]]
        assert one["source_spans"]
        for start, end in one["source_spans"]:
            assert 0 <= start < end <= len(source["text"])
        for edit in one["edits"]:
            check_edit(edit, {"left": found["article"], "right": source})


def check_quotes_file(found: Any) -> None:
    """Every article has one cell in every matrix; variants name its quotations."""
    assert found["format"] == "copyholder-quotes"
    assert found["version"] == 1
    for article in found["articles"]:
        check_article(article)
    ids = [{one["id"] for one in article["quotations"]} for article in found["articles"]]
    for cluster in found["clusters"]:
        assert type(cluster["label"]) is str
        assert cluster["label"]
        assert cluster["variants"]
        quoting = set()
        for variant in cluster["variants"]:
            assert variant["id"] in ids[variant["article"]]
            quoting.add(variant["article"])
        assert [cell["article"] for cell in cluster["matrix"]] == list(range(len(found["articles"])))
        for cell in cluster["matrix"]:
            assert cell["presence"] in {"full", "partial", "unquoted", "paraphrased", "missing"}
            assert cell["verdict"] in VERDICTS | {"unquoted", "paraphrased", "missing"}
            assert (cell["article"] in quoting) == (cell["presence"] in {"full", "partial"})
            assert (cell["spans"] == []) == (cell["presence"] == "missing")
            for start, end in cell["spans"]:
                assert 0 <= start < end <= len(found["articles"][cell["article"]]["text"])


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

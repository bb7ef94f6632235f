from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.report.desk import BOAT, HOSTILE, NOT_PAY, PAY, QUIET, TIDE, hostile_desk, hostile_words, make_desk
from tests.samples import make_article
from tui.article import Article, Paragraph, Role
from tui.collation import Collation, Counts, Link, Relation, Span, Status, collate
from tui.quotation import check_quotations, compare_quotations
from tui.report.json import article_json, check_json, comparison_json
from tui.review import Decision, Found, MarkKind, Subject

if TYPE_CHECKING:
    from typing import Any


def loaded(text: str) -> dict[str, Any]:
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


def test_article_says_every_field() -> None:
    article = Article(
        source="x.txt",
        text="Titel\n\nCafé (ja) 日本",
        paragraphs=(Paragraph(0, 5, Role.HEADLINE), Paragraph(7, 19, Role.CAPTION, duplicate_of=0)),
        noise=((7, 11),),
        media_type="text/plain",
        encoding="cp1252",
        sha256="00ff",
        title="Titel",
        byline="A. Writer",
        published="2019-01-02",
        site="Example",
    )
    assert loaded(article_json(article)) == {
        "format": "copyholder-article",
        "version": 1,
        "source": "x.txt",
        "media_type": "text/plain",
        "encoding": "cp1252",
        "sha256": "00ff",
        "title": "Titel",
        "byline": "A. Writer",
        "published": "2019-01-02",
        "site": "Example",
        "guessed": [],
        "text": "Titel\n\nCafé (ja) 日本",
        "paragraphs": [
            {"start": 0, "end": 5, "role": "headline", "duplicate_of": None},
            {"start": 7, "end": 19, "role": "caption", "duplicate_of": 0},
        ],
        "noise": [[7, 11]],
        "quotations": [],
    }


def test_article_is_utf8_not_escapes(article: Article) -> None:
    assert "“It is only a start,”" in article_json(article)


def test_a_file_name_that_is_no_utf8_can_still_be_written(article: Article) -> None:
    text = article_json(replace(article, source="caf\udce9.txt"))
    text.encode("utf-8")
    assert loaded(text)["source"] == "caf\ufffd.txt"


def test_comparison_says_links_spans_and_summary(collation: Collation) -> None:
    found = loaded(comparison_json(collation, compare_quotations(collation)))
    assert list(found)[:2] == ["format", "version"]
    assert found["format"] == "copyholder-comparison"
    assert found["version"] == 1
    assert found["left"]["title"] == "Mayor opens bridge"
    assert found["right"]["source"] == "desk/right.txt"
    assert found["links"] == [
        {"left": 1, "right": 1, "relation": "edited", "moved": False, "score": 0.8},
        {"left": 2, "right": 0, "relation": "edited", "moved": True, "score": 1.0},
        {"left": 3, "right": 3, "relation": "same", "moved": False, "score": 0.1235},
    ]
    told = found["spans"]["left"][2]
    assert found["left"]["text"][told["start"] : told["end"]] == "told Reuters"
    assert told["status"] == "changed"
    assert found["right"]["text"][slice(*told["other"])] == "said on Monday"
    assert found["spans"]["left"][0]["other"] is None
    assert [span["status"] for span in found["spans"]["right"]] == [
        "same",
        "unique",
        "same",
        "changed",
        "unique",
        "same",
    ]
    assert found["summary"] == {
        "words": {"left": 22, "right": 29},
        "shared_words": {"left": 17, "right": 16},
        "paragraphs": {"linked": 3, "left_only": 1, "right_only": 1, "moved": 1},
        "verdicts": {"verbatim": 1},
    }
    assert found["quote_pairs"] == [
        {
            "left": ["L1"],
            "right": ["R1"],
            "left_spans": [[21, 40]],
            "right_spans": [[73, 92]],
            "primary": True,
            "verdict": "verbatim",
            "findings": [],
            "severity": 0,
            "why": "The same words on both sides.",
            "edits": [],
        }
    ]
    assert found["edits"] == []
    assert found["unpaired"] == {"left": [], "right": []}


def test_a_quotation_says_every_field(collation: Collation) -> None:
    found = loaded(comparison_json(collation, compare_quotations(collation)))
    assert found["left"]["quotations"] == [
        {
            "id": "L1",
            "segments": [[20, 41]],
            "text": "It is only a start,",
            "kind": "full",
            "speaker": "the mayor",
            "speaker_kind": "person",
            "cue": "told",
            "outlet": "Reuters",
            "repaired": False,
            "duplicate_of": None,
            "paragraphs": [1],
        }
    ]
    assert found["right"]["quotations"][0]["cue"] == "said"
    assert found["right"]["quotations"][0]["outlet"] is None


def test_an_edit_says_every_field() -> None:
    left = make_article(["“We will not pay 10 dollars,” Ann Doe said."])
    right = make_article(["“We will pay ten dollars,” said Ann Doe."])
    found = loaded(comparison_json(collation := collate(left, right), compare_quotations(collation)))
    edit = {
        "kind": "dropped",
        "left": "not",
        "right": "",
        "left_span": [9, 12],
        "right_span": None,
        "critical": "negation",
    }
    assert found["quote_pairs"][0]["edits"] == [edit]
    assert found["quote_pairs"][0]["severity"] == 4
    assert found["edits"] == [edit]
    assert found["summary"]["verdicts"] == {"critical": 1}


def test_a_quotation_without_a_partner_is_told() -> None:
    left = make_article(["“The ferry will never sail again,” Ann Doe said."])
    right = make_article(["The harbour was quiet on Monday."])
    found = loaded(comparison_json(collation := collate(left, right), compare_quotations(collation)))
    assert found["unpaired"] == {
        "left": [{"id": "L1", "verdict": "missing", "other": None, "severity": 0, "findings": [], "edits": []}],
        "right": [],
    }


def test_words_that_stand_unquoted_tell_how_they_differ() -> None:
    left = make_article(["The harbour was quiet. The ferry will sail to 12 islands again in June, she said."])
    right = make_article(["“The ferry will sail to 20 islands again in June,” Ann Doe said."])
    found = loaded(comparison_json(collation := collate(left, right), compare_quotations(collation)))
    assert found["unpaired"]["left"] == []
    (fate,) = found["unpaired"]["right"]
    assert fate["verdict"] == "unquoted"
    assert fate["severity"] == 2
    assert fate["findings"] == ["substituted", "critical"]
    assert [(edit["left"], edit["right"], edit["critical"]) for edit in fate["edits"]] == [("12", "20", "number")]


def test_without_marks_the_list_is_empty(collation: Collation) -> None:
    assert loaded(comparison_json(collation, compare_quotations(collation)))["marks"] == []
    article = make_article(["“It is only a start,” Ann Doe said."])
    assert loaded(check_json(article, [article], check_quotations(article, [article])))["marks"] == []


def test_a_mark_says_every_field() -> None:
    desk = make_desk()
    desk.mark(NOT_PAY, PAY, Decision.FLAGGED, 'Ask "her".\nToday: é\u2028')
    (found,) = loaded(comparison_json(desk.collation, desk.quotes, marks=desk.marks))["marks"]
    assert found == {
        "id": "m1",
        "kind": "review",
        "subject": "quotation",
        "left_spans": [[24, 51]],
        "right_spans": [[52, 76]],
        "left_words": [NOT_PAY],
        "right_words": [PAY],
        "decision": "flagged",
        "note": 'Ask "her".\nToday: é\u2028',
        "value": "",
        "found": "exactly",
        "made": "2026-11-20T09:00:00.000000Z",
        "changed": "2026-11-21T10:15:30.000000Z",
        "quote_pair": 0,
        "unpaired": None,
    }
    assert desk.left.text[24:51] == NOT_PAY
    assert desk.right.text[52:76] == PAY


def test_marks_name_the_pair_or_the_quotation_they_are_on() -> None:
    desk = make_desk()
    desk.mark(QUIET, QUIET, Decision.ACCEPTED)
    desk.mark("", TIDE, Decision.QUERIED)
    desk.mark(BOAT, "", kind=MarkKind.SPEAKER, value="Eve")
    desk.mark("March", "May", None, "which?", subject=Subject.DIFFERENCE)
    desk.mark(NOT_PAY, PAY, Decision.ACCEPTED, found=Found.ORPHANED)
    found = loaded(comparison_json(desk.collation, desk.quotes, marks=desk.marks))
    assert [(mark["quote_pair"], mark["unpaired"]) for mark in found["marks"]] == [
        (1, None),
        (None, "R3"),
        (None, "L3"),
        (None, None),
        (None, None),
    ]
    assert found["quote_pairs"][1]["left"] == ["L2"]
    assert [one["id"] for one in found["unpaired"]["right"]] == ["R3"]
    assert (found["marks"][2]["value"], found["marks"][2]["decision"]) == ("Eve", None)
    orphan = found["marks"][4]
    assert (orphan["found"], orphan["left_spans"], orphan["left_words"]) == ("orphaned", [], [NOT_PAY])


def test_marks_of_a_check_name_the_source_and_the_quotation() -> None:
    desk = make_desk()
    empty = make_article(["Nothing was said here."])
    desk.mark(QUIET, QUIET, Decision.ACCEPTED)
    desk.mark(BOAT, "", Decision.FLAGGED)
    checked = check_quotations(desk.left, [empty, desk.right])
    found = loaded(check_json(desk.left, [empty, desk.right], checked, marks=[(), desk.marks]))
    assert [(mark["source"], mark["quote"]) for mark in found["marks"]] == [(1, "q2"), (1, "q3")]
    assert [quote["id"] for quote in found["quotes"]][1] == "q2"


@given(hostile_words, st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_any_words_and_notes_come_back(words: str, note: str) -> None:
    desk = hostile_desk(words, note)
    text = comparison_json(desk.collation, desk.quotes, marks=desk.marks)
    found = loaded(text.encode("utf-8").decode("utf-8"))
    assert [mark["note"] for mark in found["marks"]] == [without_surrogates(note)] * len(desk.marks)
    assert found["left"]["text"] == without_surrogates(desk.left.text)
    assert not orders_in(text)


def test_what_a_terminal_would_obey_is_spelled_out_and_comes_back() -> None:
    source = "a\x9b31m\u202egnp\u2066\u200e\ufeff\x1b]0;x\x07.txt"
    told = article_json(make_article(["Nothing was said here."], source=source))
    assert not orders_in(told)
    assert "\\u009b31m\\u202egnp" in told
    assert loaded(told)["source"] == source


def orders_in(text: str) -> list[str]:
    """Controls that a terminal obeys, and what turns words round."""
    return re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", text)


def without_surrogates(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def test_one_field_a_line(collation: Collation) -> None:
    lines = comparison_json(collation, compare_quotations(collation)).splitlines()
    assert lines[0] == '{"format":"copyholder-comparison",'
    assert any(line.startswith('"summary":') for line in lines)
    assert comparison_json(collation, compare_quotations(collation)).endswith("}\n")


def test_190_000_words_take_no_time() -> None:
    text = "word " * 190_000
    paragraphs = tuple(Paragraph(at, at + 249) for at in range(0, len(text) - 250, 250))
    statuses = list(Status)
    spans = tuple(Span(5 * n, 5 * n + 4, statuses[n % 4], (n, n + 4)) for n in range(30_000))
    article = Article("x", text, paragraphs)
    links = tuple(Link(n, n, Relation.EDITED, moved=False, score=0.5) for n in range(len(paragraphs)))
    counts = Counts(190_000, 1, 1)
    collation = Collation(article, article, links, spans, spans, counts, counts, differs=True)
    best = 9.0
    for _ in range(3):
        begin = time.process_time()
        comparison_json(collation, compare_quotations(collation))
        best = min(best, time.process_time() - begin)
    assert best < 1.0  # some 0.1 s on a desk; generous for a busy machine

from __future__ import annotations

from dataclasses import replace

from tests.samples import make_article
from tui.collation import collate
from tui.quotation import compare_quotations
from tui.report.marked import tell_marks
from tui.report.othermarks import mark_lines, other_marks
from tui.report.text import comparison_text
from tui.review import Decision, Found, Located, Mark, MarkKind, Subject
from tui.review.anchors import anchor_of

LEFT = make_article(["Mayor says no", "“We have had enough of this,” the mayor said.", "The bridge is closed."])
RIGHT = make_article(["“We have had enough of that,” the mayor said.", "The old bridge is closed."])
QUOTED_LEFT, QUOTED_RIGHT = "We have had enough of this", "We have had enough of that"


def located(
    left: str = "",
    right: str = "",
    *,
    kind: MarkKind = MarkKind.REVIEW,
    subject: Subject = Subject.QUOTATION,
    decision: Decision | None = None,
    note: str = "",
    value: str = "",
    found: Found = Found.EXACTLY,
) -> Located:
    sides = []
    for words, text in ((left, LEFT.text), (right, RIGHT.text)):
        start = text.index(words) if words else 0
        sides.append(((start, start + len(words)),) if words else ())
    mark = Mark(
        "m",
        kind,
        subject,
        tuple(anchor_of(LEFT.text, *span) for span in sides[0]),
        tuple(anchor_of(RIGHT.text, *span) for span in sides[1]),
        decision,
        note,
        value,
    )
    orphan = found is Found.ORPHANED
    return Located(mark, () if orphan else sides[0], () if orphan else sides[1], found)


FLAGGED = located(QUOTED_LEFT, QUOTED_RIGHT, decision=Decision.FLAGGED, note="Ask her.\nCheck the tape.")
BRIDGE = located("The bridge is closed.", subject=Subject.PARAGRAPH, decision=Decision.ACCEPTED)


def test_a_mark_says_what_was_decided_on_which_words() -> None:
    (told,) = tell_marks(LEFT, RIGHT, [FLAGGED])
    assert (told.status, told.subject, told.where) == ("flagged", "quotation", "A ¶2, B ¶1")
    assert told.words == "“We have had enough of this”"


def test_marks_stand_in_the_order_of_the_articles_those_in_doubt_after_them() -> None:
    lost = located("Mayor says no", decision=Decision.QUERIED, found=Found.ORPHANED)
    unsure = located("Mayor says no", decision=Decision.QUERIED, found=Found.CHANGED)
    told = tell_marks(LEFT, RIGHT, [lost, unsure, BRIDGE, FLAGGED])
    assert [one.status for one in told] == [
        "flagged",
        "accepted",
        "to verify (moved, please confirm)",
        "to verify (no longer found)",
    ]
    assert told[3].where == ""
    assert told[3].words == "“Mayor says no”"


def lines_of(*marks: Located) -> list[str]:
    return list(mark_lines(other_marks((), [(LEFT, RIGHT, marks, ("A", "B"))]), 100))


def test_every_line_of_a_note_stands_in_the_report() -> None:
    assert lines_of(FLAGGED) == [
        "",
        "Other marks (1)",
        "    Flagged, quotation. A ¶2, B ¶1: “We have had enough of this” – “We have had enough of that”",
        "        Note: Ask her.",
        "        Check the tape.",
    ]


def test_what_the_words_were_is_told_where_they_are_others_now() -> None:
    mark = replace(BRIDGE.mark, left=(replace(BRIDGE.mark.left[0], exact="The bridge is open."),))
    assert lines_of(Located(mark, BRIDGE.left, (), Found.CHANGED)) == [
        "",
        "Other marks, moved: please confirm (1)",
        "    Accepted (moved, please confirm), paragraph. A ¶3: “The bridge is closed.”",
        "        When it was marked, A had “The bridge is open.”",
    ]


def test_without_other_marks_there_is_no_section() -> None:
    assert lines_of() == []
    collation = collate(LEFT, RIGHT)
    quotes = compare_quotations(collation)
    for width in (0, 100):
        assert "Other marks" not in comparison_text(collation, quotes, marks=[FLAGGED], width=width)
        assert "\nOther marks (1)\n" in comparison_text(collation, quotes, marks=[BRIDGE], width=width)
        assert "\nOther marks (1)\n" in comparison_text(collation, None, marks=[BRIDGE], width=width)


def test_what_corrects_an_article_is_told_once_beside_several_sources() -> None:
    role = located("Mayor says no", kind=MarkKind.ROLE, subject=Subject.PARAGRAPH, value="caption")
    pairs = [(LEFT, RIGHT, [role], ("article", f"source {number}")) for number in (1, 2)]
    assert [(one.status, number) for one, number in other_marks((), pairs)] == [("read as caption", 0)]


def test_corrections_are_told_in_words() -> None:
    told = [
        tell_marks(LEFT, RIGHT, [located(QUOTED_LEFT, kind=kind, value=value)])[0].status
        for kind, value in (
            (MarkKind.SPEAKER, "Ann Doe"),
            (MarkKind.SPEAKER, ""),
            (MarkKind.ROLE, "caption"),
            (MarkKind.ROLE, "\x1b[31m"),
            (MarkKind.PLAIN, ""),
            (MarkKind.QUOTED, ""),
            (MarkKind.TOGETHER, ""),
            (MarkKind.APART, ""),
        )
    ]
    assert told == [
        "speaker corrected to Ann Doe",
        "speaker corrected: nobody is named",
        "read as caption",
        "read as something else",
        "no quotation",
        "quotation corrected",
        "linked by hand",
        "parted by hand",
    ]

"""What a reader takes for one difference is one stop."""

from __future__ import annotations

from tui.article import article_from_text
from tui.collation import collate
from tui.layout import StopKind, set_rows

SAME = "The council meets again on Tuesday at the old town hall, and the public may speak for an hour."


def told(left: str, right: str) -> list[tuple[str | None, str | None]]:
    """The stops of two paragraphs, each beside one that stays."""
    one, other = (article_from_text(f"{SAME}\n\n{words}\n") for words in (left, right))
    pair = collate(one, other)
    table = set_rows(pair, left_width=40, right_width=40, cell_width=len)
    turned = set_rows(pair.swapped(), left_width=40, right_width=40, cell_width=len)
    assert {(stop.kind, stop.left, stop.right) for stop in turned.stops} == {
        (stop.kind, stop.right, stop.left) for stop in table.stops
    }
    for stop in table.stops:
        assert (stop.kind is StopKind.UNIQUE) is (stop.left is None or stop.right is None)
    return [
        (
            pair.left.text[slice(*stop.left)] if stop.left else None,
            pair.right.text[slice(*stop.right)] if stop.right else None,
        )
        for stop in table.stops
    ]


def test_a_phrase_parted_by_one_equal_word_is_one_change() -> None:
    rest = "to decide whether the former director can be charged over the ferry contract."
    assert told(f"She would ask the district attorney {rest}", f"She would ask the state attorney general {rest}") == [
        ("district attorney", "state attorney general")
    ]


def test_two_changes_far_apart_stay_two() -> None:
    left = "The train left the rails at dawn near the bridge over the river, and 61 people were hurt in the cars."
    right = "The train left the rails at noon near the bridge over the river, and 46 people were hurt in the cars."
    assert told(left, right) == [("dawn", "noon"), ("61", "46")]


def test_no_change_runs_over_a_stop_or_a_quotation_mark() -> None:
    left = "The board has asked for a second report on the loss. Auditors agree, and the vote is on Friday at nine."
    right = "The board has asked for a second report on the fire. Auditors doubt, and the vote is on Friday at nine."
    assert told(left, right) == [("loss", "fire"), ("agree", "doubt")]


def test_fragments_of_a_rewritten_sentence_are_one_change() -> None:
    kept = "The bridge was closed for eleven days while the engineers looked at every bolt of the northern arch."
    left = f"{kept} Jane Roe, who led the inquiry since March, told the paper that she was not surprised by it."
    right = f"{kept} Nobody at the ministry, which paid for most of it, told the paper that there had been a letter."
    stops = told(left, right)
    assert len(stops) == 1
    ((one, other),) = stops
    assert one is not None
    assert other is not None
    assert one.startswith("Jane Roe")
    assert one.endswith("surprised by it")
    assert other.startswith("Nobody at the ministry")
    assert other.endswith("a letter")

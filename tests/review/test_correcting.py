"""Marks become corrections: roles, quotations and ties, the latest mark last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import make_article
from tui.article import Article, CorrectionKind, Range, Role, article_from_text
from tui.collation import collate
from tui.quotation import compare_quotations, find_quotations
from tui.review.anchors import anchor_of
from tui.review.correcting import corrected, ties_of
from tui.review.model import Found, Located, Mark, MarkKind, Subject

TITLE = "Council votes to close the Ludbrook ferry"
SAID = "“We never wanted this,” Mayor Ada Quill told reporters."
AD = "Sign up for our morning letter and never miss a sailing again."
DATED = "Published: 2 January 2018 The council of Ludbrook voted on Tuesday to close the ferry terminal for good."


def news() -> Article:
    return make_article([TITLE, SAID, AD], [Role.HEADLINE], title=TITLE)


def on(
    article: Article,
    kind: MarkKind,
    words: str,
    *,
    value: str = "",
    changed: str = "1",
    found: Found = Found.EXACTLY,
    subject: Subject = Subject.QUOTATION,
) -> Located:
    """A mark on words of the left article."""
    start = article.text.index(words)
    place = (start, start + len(words))
    mark = Mark(f"id{changed}", kind, subject, (anchor_of(article.text, *place),), (), value=value, changed=changed)
    return Located(mark, (place,), (), found)


def role(article: Article, words: str, value: str, changed: str = "1") -> Located:
    return on(article, MarkKind.ROLE, words, value=value, changed=changed, subject=Subject.PARAGRAPH)


def test_without_marks_an_article_is_as_read() -> None:
    article = news()
    assert corrected(article, [], left=True) is article
    review = on(article, MarkKind.REVIEW, SAID)
    assert corrected(article, [review], left=True) is article


def test_a_role_is_put_right_and_the_latest_holds() -> None:
    article = news()
    once = corrected(article, [role(article, AD, "boilerplate")], left=True)
    assert [one.role for one in once.paragraphs] == [Role.HEADLINE, Role.BODY, Role.BOILERPLATE]
    assert not once.paragraphs[2].counts
    assert once.title == TITLE
    twice = [role(article, AD, "caption", changed="3"), role(article, AD, "boilerplate", changed="2")]
    assert corrected(article, twice, left=True).paragraphs[2].role is Role.CAPTION
    assert corrected(article, [role(article, AD, "advertisement")], left=True) is article


def test_a_paragraph_told_to_be_boilerplate_is_compared_as_if_read_so() -> None:
    """Read as boilerplate it shows no difference and holds no quotation."""
    article, other = news(), make_article([TITLE, SAID], [Role.HEADLINE])
    assert collate(article, other).differs
    once = corrected(article, [role(article, AD, "boilerplate")], left=True)
    assert not collate(once, other).differs
    assert collate(once, other).left_counts.words == collate(article, other).left_counts.words - 12
    assert not find_quotations(corrected(article, [role(article, SAID, "boilerplate")], left=True))


def test_a_duplicate_stays_one_and_a_title_stays() -> None:
    article = news()
    copied = replace(article, paragraphs=(*article.paragraphs[:2], replace(article.paragraphs[2], duplicate_of=1)))
    found = corrected(copied, [role(copied, AD, "body"), role(copied, TITLE, "summary")], left=True)
    assert found.paragraphs[2].duplicate_of == 1
    assert found.paragraphs[0].role is Role.SUMMARY
    assert found.title == TITLE


def test_noise_is_that_of_the_role() -> None:
    read = article_from_text(f"{TITLE}\n\n{DATED}\n\n{SAID}")
    assert [read.text[slice(*one)] for one in read.noise] == ["Published: 2 January 2018"]
    aside = corrected(read, [role(read, DATED, "boilerplate")], left=True)
    assert aside.noise == ()
    assert corrected(aside, [role(read, DATED, "body")], left=True).noise == read.noise


@pytest.mark.parametrize("found", [Found.EXACTLY, Found.CHANGED])
def test_a_speaker_and_plain_words_are_followed_where_the_words_have_changed(found: Found) -> None:
    article = news()
    named = on(article, MarkKind.SPEAKER, "We never wanted this", value=" Ben \x1b[31mOkoro\n", found=found)
    (told,) = find_quotations(corrected(article, [named], left=True))
    assert told.attribution.speaker == "Ben Okoro"
    plain = on(article, MarkKind.PLAIN, "We never wanted this", found=found)
    assert not find_quotations(corrected(article, [plain], left=True))


def test_the_bounds_of_a_quotation_are_followed_where_the_very_words_stand() -> None:
    article = news()
    bounds = on(article, MarkKind.QUOTED, "We never wanted", found=Found.CHANGED)
    assert [one.text for one in find_quotations(corrected(article, [bounds], left=True))] == ["We never wanted"]
    start, _ = bounds.left[0]
    other = replace(bounds, left=((start, start + 8),))
    assert corrected(article, [other], left=True) is article
    part = replace(bounds, mark=replace(bounds.mark, left=(*bounds.mark.left, anchor_of("gone", 0, 4))))
    assert corrected(article, [part], left=True) is article


def test_what_is_taken_back_or_not_found_is_not_followed() -> None:
    article = news()
    named = on(article, MarkKind.SPEAKER, "We never wanted this", value="Ben Okoro")
    assert corrected(article, [replace(named, mark=replace(named.mark, cleared=True))], left=True) is article
    assert corrected(article, [replace(named, found=Found.ORPHANED)], left=True) is article
    assert corrected(article, [named], left=False) is article
    assert corrected(article, [named.mirrored()], left=False).corrections[0].value == "Ben Okoro"


def test_corrections_come_in_the_order_of_their_last_change_and_replace_older_ones() -> None:
    article = news()
    late = on(article, MarkKind.PLAIN, "We never wanted this", changed="2026-02-02")
    early = on(article, MarkKind.QUOTED, "We never wanted this", changed="2026-01-01")
    told = corrected(article, [late, early], left=True)
    assert [one.kind for one in told.corrections] == [CorrectionKind.QUOTED, CorrectionKind.PLAIN]
    assert corrected(told, [early], left=True).corrections == told.corrections[:1]
    assert corrected(told, [], left=True) == article


def test_ties_are_those_of_paragraphs_and_quotations_found_on_both_sides() -> None:
    anchors = (anchor_of(SAID, 0, 9),)
    places: tuple[Range, ...] = ((0, 9),)

    def tied(kind: MarkKind, subject: Subject, changed: str, *, right: bool = True) -> Located:
        mark = Mark("x", kind, subject, anchors, anchors, changed=changed)
        return Located(mark, places, places if right else (), Found.CHANGED)

    ties = ties_of(
        [
            tied(MarkKind.APART, Subject.QUOTATION, "3"),
            tied(MarkKind.TOGETHER, Subject.PARAGRAPH, "2"),
            tied(MarkKind.TOGETHER, Subject.DIFFERENCE, "4"),
            tied(MarkKind.REVIEW, Subject.PARAGRAPH, "5"),
            tied(MarkKind.APART, Subject.PARAGRAPH, "6", right=False),
            replace(tied(MarkKind.APART, Subject.PARAGRAPH, "7"), found=Found.ORPHANED),
        ]
    )
    assert [(one.together, one.of_quotations) for one in ties] == [(True, False), (False, True)]
    assert (ties[0].left, ties[0].right) == (places, places)


RANGES = st.lists(st.tuples(st.integers(-5, 200), st.integers(-5, 200)), max_size=3).map(tuple)
MARKS = st.builds(
    Mark,
    st.text(max_size=2),
    st.sampled_from(MarkKind),
    st.sampled_from(Subject),
    st.just((anchor_of(SAID, 1, 9),)),
    st.just(()),
    value=st.sampled_from(["", "Ben Okoro", "caption", "boilerplate", "headline", "\x1b]0;x", "\ud800"]),
    cleared=st.booleans(),
    changed=st.text(max_size=2),
)
LOCATED = st.lists(st.builds(Located, MARKS, RANGES, RANGES, st.sampled_from(Found)), max_size=6)


@settings(deadline=None)
@given(LOCATED)
def test_any_marks_make_articles_that_can_be_compared(located: list[Located]) -> None:
    left, right = corrected(news(), located, left=True), corrected(news(), located, left=False)
    assert [(one.start, one.end) for one in left.paragraphs] == [(one.start, one.end) for one in news().paragraphs]
    assert all("\x1b" not in one.value and "\ud800" not in one.value for one in left.corrections)
    assert left.noise == tuple(sorted(left.noise))
    ties = ties_of(located)
    comparison = compare_quotations(collate(left, right, ties))
    assert len(comparison.left) == len(find_quotations(left))

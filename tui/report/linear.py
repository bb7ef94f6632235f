"""A comparison in sentences, one pair of paragraphs after the other: for ears and for narrow screens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.collation import Relation, Status
from tui.report.lines import wrap
from tui.report.standing import SideView, Standing, view_sides
from tui.report.summary import RELATION_WORDS, side_facts, summary_sentence
from tui.report.units import Unit, in_reading_order
from tui.report.wording import closed, flat, listed, name_of, notes_on, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.collation import Collation, Span

_LONGEST = 24  # words of a difference that are said in full; the paragraph itself has been read by then


def linear_lines(collation: Collation, width: int) -> Iterator[str]:
    """The comparison as lines.

    Args:
        collation: The comparison.
        width: Columns to wrap at; 0 for one line a sentence, however long.
    """
    for sentence in _sentences(collation):
        yield from wrap(sentence, width)


def _sentences(collation: Collation) -> Iterator[str]:
    sides = ((collation.left, collation.left_counts), (collation.right, collation.right_counts))
    for name, other, (article, counts) in zip(("Left", "Right"), ("right", "left"), sides, strict=True):
        facts = side_facts(article, counts, f"of them in the {other} article", separator=", ")
        yield f"{name} article: {closed(name_of(article))} {'. '.join(facts)}."
    yield ""
    yield summary_sentence(collation, "the left article", "the right article")
    left, right = view_sides(collation)
    for unit in in_reading_order(left, right):
        yield ""
        if unit.left and unit.right:
            yield from _pair(unit, left, right)
        else:
            yield from _alone(unit, left if unit.left else right)


def _pair(unit: Unit, left: SideView, right: SideView) -> Iterator[str]:
    agreement = _agreement(unit.relation, moved=unit.moved) if unit.relation else ""
    yield f"{_naming(unit.left, 'Left')} and {_naming(unit.right, 'right')}, {agreement}."
    if unit.relation is Relation.SAME and len(unit.left) == len(unit.right) == 1:
        both = [_words(numbers[0], view) for view, numbers in ((left, unit.left), (right, unit.right))]
        # Said, not read twice: it sounds the same.
        how = "" if both[0] == both[1] else ", here as typed on the left; marks, dashes or case differ on the right"
        yield f"Both{how}: {both[0]}"
        yield from _stray(unit, left, right)
    else:
        for side, numbers, view in (("Left", unit.left, left), ("Right", unit.right, right)):
            for number in numbers:
                yield _paragraph(side, number, view, numbered=len(numbers) > 1)
        yield from _stray(unit, left, right)
    yield from _elsewhere(unit, left, right)
    differences = _differences(unit, left, right)
    if differences:
        yield f"Differs: {'; '.join(differences)}."


def _alone(unit: Unit, view: SideView) -> Iterator[str]:
    side = "Left" if view.is_left else "Right"
    for number in unit.left or unit.right:
        notes = notes_on(view.article.paragraphs[number], spoken=True)
        standing = view.standing(number)
        if standing is Standing.UNLINKED:
            notes.append("no matching wording")
        elif standing is not Standing.ASIDE:
            notes.append(f"goes with {_partners(number, view, ())}")
        head = ", ".join([f"{side} paragraph {number + 1}", *notes])
        yield f"{head}: {_words(number, view)}"
    yield from _stray(unit, view, view)


def _agreement(relation: Relation, *, moved: bool) -> str:
    return RELATION_WORDS[relation] + (", in another order" if moved else "")


def _naming(numbers: tuple[int, ...], side: str) -> str:
    shown = [str(number + 1) for number in numbers]
    return f"{side} paragraph{'s' if len(shown) > 1 else ''} {listed(shown)}"


def _paragraph(side: str, number: int, view: SideView, *, numbered: bool) -> str:
    notes = [str(number + 1)] if numbered else []
    notes += notes_on(view.article.paragraphs[number], spoken=True)
    head = f"{side} ({', '.join(notes)})" if notes else side
    return f"{head}: {_words(number, view)}"


def _words(number: int, view: SideView) -> str:
    """A paragraph on one line, its stray matter left out: an ear can't tell where it ends."""
    paragraph = view.article.paragraphs[number]
    return flat(view.words(paragraph.start, paragraph.end))


def _stray(unit: Unit, left: SideView, right: SideView) -> Iterator[str]:
    """What was left out of the paragraphs."""
    for side, view, numbers in (("left", left, unit.left), ("right", right, unit.right)):
        for number in numbers:
            words = [quoted(view.article.text[start:end]) for start, end in view.noise_of(number)]
            if words:
                yield f"Stray matter in {side} paragraph {number + 1}, not compared: {'; '.join(words)}."


def _elsewhere(unit: Unit, left: SideView, right: SideView) -> Iterator[str]:
    """Partners outside the unit: a paragraph may match several, and is read with its closest."""
    for side, view, here, there in (("Left", left, unit.left, unit.right), ("Right", right, unit.right, unit.left)):
        for number in here:
            further = _partners(number, view, there)
            if further:
                yield f"{side} paragraph {number + 1} also matches {further}."


def _partners(number: int, view: SideView, but: tuple[int, ...]) -> str:
    """The paragraphs that a paragraph is linked with, the closest first."""
    other = "right" if view.is_left else "left"
    return listed(
        [
            f"{other} paragraph {partner + 1} ({_agreement(link.relation, moved=link.moved)})"
            for link, partner in view.links[number]
            if partner not in but
        ]
    )


def _differences(unit: Unit, left: SideView, right: SideView) -> list[str]:
    """What differs between the paragraphs of a unit, in the order of the left side as far as that goes."""
    told: list[tuple[int, str]] = []
    answered: set[int] = set()
    if unit.relation is Relation.SIMILAR:
        return []
    for number in unit.left:
        for span in _joined(left.marked(number), left):
            told.append((span.start, _said(span, left, right)))
            if span.status is Status.CHANGED and span.other is not None:
                answered.update(range(*span.other))
    for number in unit.right:
        place = left.article.paragraphs[unit.left[0]].start
        marked = {span.start: span for span in _joined(right.marked(number), right)}
        for span in right.spans_of(number):
            if span.other is not None and span.status in {Status.SAME, Status.CHANGED}:
                place = span.other[1]
            if span.start in marked and not (span.status is Status.CHANGED and span.start in answered):
                told.append((place, _said(marked[span.start], right, left)))
    return [words for _, words in sorted(told, key=lambda item: item[0])]


def _joined(spans: list[Span], view: SideView) -> list[Span]:
    """The spans, what stands on one side only said as one where but punctuation or stray matter parts it."""
    joined: list[Span] = []
    for span in spans:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.status is span.status is Status.UNIQUE
            and not any(map(str.isalnum, view.words(before.end, span.start)))
        ):
            joined[-1] = replace(before, end=span.end)
        else:
            joined.append(span)
    return joined


def _said(span: Span, here: SideView, there: SideView) -> str:
    side, other = ("left", "right") if here.is_left else ("right", "left")
    words = quoted(here.words(span.start, span.end), longest=_LONGEST)
    if span.status is Status.CHANGED and span.other is not None:
        opposite = quoted(there.words(*span.other), longest=_LONGEST)
        return f"{side} {words}, {other} {opposite}" if here.is_left else f"{other} {opposite}, {side} {words}"
    if span.status is Status.MOVED and span.other is not None:
        return f"{side} {words} stands in {other} paragraph {there.paragraph_at(span.other[0]) + 1}"
    return f"only {side} {words}"

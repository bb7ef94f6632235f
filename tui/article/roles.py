"""Which part each paragraph plays, from its form, its place and its words.

Precision counts for more than recall: a paragraph of reporting that is dimmed is worse than a sign-up
notice that is not. What no rule names is body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.bylines import byline_names, is_name, names_in_byline_block
from tui.article.dates import PLACE_LEAD, is_dateline
from tui.article.model import Role
from tui.article.notices import (
    is_boilerplate,
    is_caption,
    is_correction,
    is_correction_label,
    is_section,
)
from tui.article.paragraphs import ends_sentence
from tui.text import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_HEADLINE = 40  # words, as the other limits
_LONGEST_SUMMARY = 60
_LONGEST_CAPTION = 100
_LONGEST_CORRECTION = 150
_SAMPLE = 4000  # characters that are enough to know a paragraph's form by
_UNSPACED = lazily(r"[\u0e00-\u0eff\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9d]")
_WORD = re.compile(r"\w[\w'’.-]*")
_BULLET = re.compile(r"[•‣▪●◦■∙·*–-]\s")
_RUNS_ON = (":", "：", ",", ";", "，", "、")
_OPENING_MARKS = '"“„«「‘'


def _may_be_unspaced(sample: str) -> bool:
    """Whether it has any letter past the scripts that part their words; quicker to see than by the pattern."""
    return not sample.isascii() and any(char >= "\u0e00" and not "\u2000" <= char < "\u2c00" for char in set(sample))


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the rules ask of a paragraph, found once."""

    text: str
    words: int
    finished: bool

    @classmethod
    def of(cls, text: str) -> _Shape:
        sample = text[:_SAMPLE]
        unspaced = len(_UNSPACED().findall(sample)) if _may_be_unspaced(sample) else 0
        spaced = _UNSPACED().sub(" ", sample) if unspaced else sample
        return cls(text, len(_WORD.findall(spaced)) + (unspaced + 1) // 2, ends_sentence(text))

    @property
    def runs_on(self) -> bool:
        """Whether it ends as something that goes on below."""
        return self.text.endswith(_RUNS_ON)


def assign_roles(
    paragraphs: Sequence[str], duplicate_of: Sequence[int | None], given: Sequence[Role | None] = ()
) -> list[Role]:
    """The role of each paragraph.

    Args:
        paragraphs: Their words, in order.
        duplicate_of: Which of them repeat earlier ones.
        given: The roles that the document says itself; None where it says nothing. All are to be found where empty.
    """
    shapes = [_Shape.of(text) for text in paragraphs]
    told = given or [None] * len(shapes)
    roles = [role or _role_by_words(shape) for role, shape in zip(told, shapes, strict=True)]
    _mark_correction_below_label(shapes, roles)
    headline = told.index(Role.HEADLINE) if Role.HEADLINE in told else _find_headline(shapes, roles)
    if headline is not None:
        for index in range(headline):
            if roles[index] is None:
                roles[index] = Role.BYLINE if _is_byline(shapes[index]) else Role.BOILERPLATE
        roles[headline] = Role.HEADLINE
    body = _mark_preamble(shapes, roles, headline)
    _mark_captions(roles, duplicate_of, body)
    return [role or Role.BODY for role in roles]


def _role_by_words(shape: _Shape) -> Role | None:
    """The role that the words alone decide, wherever the paragraph stands."""
    if shape.words <= _LONGEST_CORRECTION and is_correction(shape.text):
        return Role.CORRECTION
    if is_boilerplate(shape.text):
        return Role.BOILERPLATE
    if is_dateline(shape.text):
        return Role.DATELINE
    if shape.words <= _LONGEST_CAPTION and is_caption(shape.text):
        return Role.CAPTION
    return None


def _mark_correction_below_label(shapes: list[_Shape], roles: list[Role | None]) -> None:
    for index, shape in enumerate(shapes[:-1]):
        label = roles[index] is Role.CORRECTION and is_correction_label(shape.text)
        if label and roles[index + 1] is None and shapes[index + 1].words <= _LONGEST_CORRECTION:
            roles[index + 1] = Role.CORRECTION


def _find_headline(shapes: list[_Shape], roles: list[Role | None]) -> int | None:
    """The first paragraph that is not furniture, if it reads like a headline.

    Section names and a byline may stand over it.
    """
    first = [index for index in range(min(len(shapes), 30)) if roles[index] is None]
    while len(first) >= 2 and _stands_over(shapes, roles, first[0], first[1]):
        first.pop(0)
    return first[0] if first and _reads_like_headline(shapes, roles, first[0], 1) else None


def _stands_over(shapes: list[_Shape], roles: list[Role | None], index: int, below: int) -> bool:
    shape = shapes[index]
    section = not shape.finished and shape.words <= 4 and is_section(shape.text)
    return (section or _is_byline(shape)) and _reads_like_headline(shapes, roles, below, 3)


def _reads_like_headline(shapes: list[_Shape], roles: list[Role | None], index: int, fewest_words: int) -> bool:
    shape = shapes[index]
    if not fewest_words <= shape.words <= _LONGEST_HEADLINE or shape.text.count("\n") > 2 or shape.runs_on:
        return False
    if PLACE_LEAD.match(shape.text) or _BULLET.match(shape.text):
        return False
    if shape.finished:
        asks = shape.text.rstrip("\"'’”»)]」』")[-1:] in "?!？！"
        if not asks or shape.text[0] in _OPENING_MARKS:
            return False
    rest = zip(shapes[index + 1 : index + 60], roles[index + 1 : index + 60], strict=True)
    prose = [other for other, role in rest if role is None and other.words >= 8]
    return any(other.words > shape.words or (other.finished and other.words >= 12) for other in prose)


def _mark_preamble(shapes: list[_Shape], roles: list[Role | None], headline: int | None) -> int:
    """Mark what stands between the headline and the body; returns where the body begins.

    Without a headline only bylines are looked for.
    """
    start = 0 if headline is None else headline + 1
    last_mark = start if headline is None else _last_mark_of_preamble(shapes, roles, start)
    stops_tell = _stops_tell(shapes)
    for index in range(start, len(shapes)):
        shape = shapes[index]
        if roles[index] is not None:
            continue
        if _is_byline(shape) or _is_bare_name(shapes, roles, index):
            roles[index] = Role.BYLINE
        elif headline is None or index + 1 == len(shapes):
            return index
        elif _is_bulleted(shape) or (
            shape.words <= _LONGEST_SUMMARY and (index < last_mark or (stops_tell and _reads_like_summary(shape)))
        ):
            roles[index] = Role.SUMMARY
        else:
            return index
    return len(shapes)


def _stops_tell(shapes: list[_Shape]) -> bool:
    """Whether most paragraphs of the article end with a stop, so that one without is something else."""
    prose = [shape.finished for shape in shapes if shape.words >= 12]
    return sum(prose) * 2 >= len(prose)


def _last_mark_of_preamble(shapes: list[_Shape], roles: list[Role | None], start: int) -> int:
    """Where the last byline or dateline among the first paragraphs under the headline stands."""
    marks = (
        index
        for index in range(start, min(start + 3, len(shapes)))
        if roles[index] is Role.DATELINE or _is_byline(shapes[index])
    )
    return max(marks, default=start)


def _is_byline(shape: _Shape) -> bool:
    return byline_names(shape.text) is not None or names_in_byline_block(shape.text) is not None


def _is_bare_name(shapes: list[_Shape], roles: list[Role | None], index: int) -> bool:
    """Whether a line is a name without "By", which only a dateline right under it makes certain."""
    shape = shapes[index]
    below = roles[index + 1] if index + 1 < len(roles) else None
    one_line = "\n" not in shape.text and not shape.finished
    return below is Role.DATELINE and 2 <= shape.words <= 4 and one_line and is_name(shape.text)


def _is_bulleted(shape: _Shape) -> bool:
    lines = [line.strip() for line in shape.text.split("\n") if line.strip()]
    return all(_BULLET.match(line) for line in lines)


def _reads_like_summary(shape: _Shape) -> bool:
    return not shape.finished and not shape.runs_on and not PLACE_LEAD.match(shape.text)


def _mark_captions(roles: list[Role | None], duplicate_of: Sequence[int | None], body: int) -> None:
    """Mark repeats amid the body as captions, but not where a whole stretch was pasted twice."""
    for index in range(body, len(roles)):
        original = duplicate_of[index]
        if original is not None and roles[index] is None:
            twice = _in_stretch_pasted_twice(duplicate_of, index, original)
            roles[index] = roles[original] if twice else Role.CAPTION


def _in_stretch_pasted_twice(duplicate_of: Sequence[int | None], index: int, original: int) -> bool:
    neighbours = (
        duplicate_of[index + step] == original + step
        for step in (-2, -1, 1, 2)
        if 0 <= index + step < len(duplicate_of)
    )
    return sum(neighbours) >= 2

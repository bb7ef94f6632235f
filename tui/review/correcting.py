"""What a reporter corrected, handed to those who read and compare articles: roles, quotations, ties."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.article import Correction, CorrectionKind, Role
from tui.article.clean import clean
from tui.article.noise import find_noise
from tui.collation import Tie
from tui.collation.ties import paragraphs_at
from tui.review.model import Found, MarkKind, Subject
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Article, Paragraph, Range
    from tui.review.model import Anchor, Located

_OF_QUOTATIONS = {
    MarkKind.SPEAKER: CorrectionKind.SPEAKER,
    MarkKind.QUOTED: CorrectionKind.QUOTED,
    MarkKind.PLAIN: CorrectionKind.PLAIN,
}
_ROLES = {role.value: role for role in Role}
_TIES = frozenset({MarkKind.TOGETHER, MarkKind.APART})
_TIED = frozenset({Subject.PARAGRAPH, Subject.QUOTATION})
_WITH_NOISE = frozenset({Role.BODY, Role.SUMMARY, Role.CAPTION})


def corrected(article: Article, located: Iterable[Located], *, left: bool) -> Article:
    """An article as its reporter corrected it: the roles of its paragraphs, and corrections of its quotations.

    The latest mark holds. Marks that were taken back or not found again are passed over, and so is a role that there
    is none. Where the words of a mark have changed it is followed all the same, but for the bounds of a quotation:
    those must be the very words that the reporter chose.

    Args:
        article: The article as it was read; corrections that it has already are replaced.
        located: The marks of the article, or of a pair of which it is one.
        left: Whether it is the left article of the pair.
    """
    roles: dict[int, Role] = {}
    corrections: list[Correction] = []
    for one in _in_force(located):
        ranges, anchors = (one.left, one.mark.left) if left else (one.right, one.mark.right)
        if not ranges:
            continue
        if one.mark.kind is MarkKind.ROLE and one.mark.value in _ROLES:
            roles |= dict.fromkeys(paragraphs_at(article, ranges), _ROLES[one.mark.value])
        kind = _OF_QUOTATIONS.get(one.mark.kind)
        uncertain = kind is CorrectionKind.QUOTED and one.found is not Found.EXACTLY
        if kind is not None and not (uncertain and not _are_the_words(article.text, ranges, anchors)):
            corrections.append(Correction(kind, ranges, _name(one.mark.value)))
    if not roles and not corrections and not article.corrections:
        return article
    return replace(_with_roles(article, roles), corrections=tuple(corrections))


def ties_of(located: Iterable[Located]) -> tuple[Tie, ...]:
    """What a reporter said belongs together, or doesn't, the latest last."""
    return tuple(
        Tie(one.left, one.right, one.mark.kind is MarkKind.TOGETHER, one.mark.subject is Subject.QUOTATION)
        for one in _in_force(located)
        if one.mark.kind in _TIES and one.mark.subject in _TIED and one.left and one.right
    )


def _in_force(located: Iterable[Located]) -> list[Located]:
    """The marks that hold and were found again, the latest last."""
    found = [one for one in located if one.found is not Found.ORPHANED and not one.mark.cleared]
    return sorted(found, key=lambda one: (one.mark.changed, one.mark.id))


def _are_the_words(text: str, ranges: Sequence[Range], anchors: Sequence[Anchor]) -> bool:
    """Whether all parts of a mark were found word for word, wherever they stand now."""
    return len(ranges) == len(anchors) and all(
        tokenize(text[start:end]).keys == tokenize(anchor.exact).keys
        for (start, end), anchor in zip(ranges, anchors, strict=True)
    )


def _name(value: str) -> str:
    """A speaker's name as harmless as an article's text, on one line."""
    return " ".join(clean(value).split())


def _with_roles(article: Article, roles: dict[int, Role]) -> Article:
    """The article with other roles, and with the noise that paragraphs of such roles have."""
    changed = {index: role for index, role in roles.items() if article.paragraphs[index].role is not role}
    if not changed:
        return article
    paragraphs = tuple(
        replace(paragraph, role=changed[index]) if index in changed else paragraph
        for index, paragraph in enumerate(article.paragraphs)
    )
    noise = set(article.noise)
    for index in changed:
        noise = {one for one in noise if not _lies_in(one, paragraphs[index])}
        noise |= set(_noise_of(article.text, paragraphs[index]))
    return replace(article, paragraphs=paragraphs, noise=tuple(sorted(noise)))


def _lies_in(part: Range, paragraph: Paragraph) -> bool:
    return paragraph.start <= part[0] and part[1] <= paragraph.end


def _noise_of(text: str, paragraph: Paragraph) -> tuple[Range, ...]:
    return find_noise(text, paragraph.start, paragraph.end).ranges if paragraph.role in _WITH_NOISE else ()

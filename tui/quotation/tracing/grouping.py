"""Quotations of many articles gathered into statements."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui.quotation.matching import match_quotations
from tui.quotation.tracing.likeness import Likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.quotation.sharing import Quoted

Variant = tuple[int, int]
"""An article's index and a quotation's index among those of the article that are traced."""


def group_variants(quoted: Sequence[Sequence[Quoted]], step: Callable[[], None]) -> list[list[Variant]]:
    """Quotations joined by the primary matches of every two articles; each list in order, and the lists too.

    Two articles are matched only where that may join quotations that are not in one statement yet: the order in which
    articles are matched, and what is matched twice, change no statement.

    Args:
        quoted: For every article its quotations.
        step: Called before each article is matched with those after it.
    """
    joining = _Joining(quoted)
    for article in range(len(quoted)):
        step()
        joining.join_with_later(article)
    return joining.groups()


class _Joining:
    """Statements while they are joined."""

    def __init__(self, quoted: Sequence[Sequence[Quoted]]) -> None:
        self._quoted = quoted
        self._variants: list[Variant] = [
            (article, at) for article, some in enumerate(quoted) for at in range(len(some))
        ]
        self._numbers = {variant: number for number, variant in enumerate(self._variants)}
        self._likeness = Likeness([quoted[article][at] for article, at in self._variants])
        self._leader = list(range(len(self._variants)))
        self._holders: dict[int, list[int]] = defaultdict(list)
        for number, wording in enumerate(self._likeness.wording_of):
            self._holders[wording].append(number)

    def join_with_later(self, article: int) -> None:
        """Match an article with every later one that may join something."""
        matched: set[int] = set()
        for at in range(len(self._quoted[article])):
            for number in self._likely(self._numbers[article, at]):
                other = self._variants[number][0]
                if other not in matched and self._may_join(self._numbers[article, at], number):
                    matched.add(other)
                    self._match(article, other)

    def groups(self) -> list[list[Variant]]:
        """The statements so far."""
        groups: dict[int, list[Variant]] = defaultdict(list)
        for number, variant in enumerate(self._variants):
            groups[self._lead(number)].append(variant)
        return sorted(groups.values())

    def _likely(self, number: int) -> Iterator[int]:
        """Quotations of later articles that may have the same words as this one."""
        article = self._variants[number][0]
        for wording in self._likeness.near[self._likeness.wording_of[number]]:
            for other in self._holders[wording]:
                if self._variants[other][0] > article:
                    yield other

    def _may_join(self, one: int, other: int) -> bool:
        if self._lead(one) == self._lead(other):
            return False
        wordings = self._likeness.wording_of
        return self._likeness.share_enough(wordings[one], wordings[other])

    def _match(self, one: int, other: int) -> None:
        for match in match_quotations(self._quoted[one], self._quoted[other]):
            if match.primary:
                first, *others = (
                    *(self._numbers[one, at] for at in match.left),
                    *(self._numbers[other, at] for at in match.right),
                )
                for number in others:
                    self._leader[self._lead(number)] = self._lead(first)

    def _lead(self, number: int) -> int:
        leader = self._leader
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

"""Quotations of many articles gathered into statements."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui.quotation.judging.content import has_content
from tui.quotation.judging.credit import same_speaker
from tui.quotation.matching import match_quotations
from tui.quotation.model import QuotationKind, SpeakerKind
from tui.quotation.tracing.likeness import Likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tui.quotation.model import Attribution
    from tui.quotation.sharing import Quoted

Variant = tuple[int, int]
"""An article's index and a quotation's index among those of the article that are traced."""


FORMULA = 3
"""So few words can be said by anybody."""


def group_variants(quoted: Sequence[Sequence[Quoted]], step: Callable[[], None]) -> list[list[Variant]]:
    """Quotations joined by the primary matches of every two articles; each list in order, and the lists too.

    So are those that one article prints twice, pulled out of its text or said again.

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


def is_formula(said: Sequence[Quoted]) -> bool:
    """Whether different people say the same few words ("No comment"), which are a statement of each."""
    told = [one.quotation.attribution for one in said]
    return (
        all(len(one.words) <= FORMULA and one.quotation.kind is QuotationKind.FULL for one in said)
        and all(one.kind is SpeakerKind.PERSON for one in told)
        and not all(same_speaker(told[0], one, ()) for one in told)
    )


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
        self._members = [[number] for number in self._leader]
        self._apart: set[frozenset[int]] = set()
        self._holders: dict[int, list[int]] = defaultdict(list)
        for number, wording in enumerate(self._likeness.wording_of):
            self._holders[wording].append(number)
        self._join_said_again()

    def _join_said_again(self) -> None:
        """What an article quotes twice in the same words of the same speaker is one statement."""
        first: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, (article, at) in enumerate(self._variants):
            one = self._quoted[article][at]
            if not any(map(has_content, one.words.keys)):
                continue
            said = first[article, self._likeness.wording_of[number]]
            told = one.quotation.attribution
            for other in said:
                there, place = self._variants[other]
                if same_speaker(told, self._quoted[there][place].quotation.attribution, ()):
                    self._join([number, other])
                    break
            else:
                said.append(number)

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
        leads = frozenset({self._lead(one), self._lead(other)})
        if len(leads) == 1 or (leads in self._apart and (self._is_fragment(one) or self._is_fragment(other))):
            return False
        wordings = self._likeness.wording_of
        return self._likeness.share_enough(wordings[one], wordings[other])

    def _match(self, one: int, other: int) -> None:
        for match in match_quotations(self._quoted[one], self._quoted[other]):
            said = *(self._quoted[one][at] for at in match.left), *(self._quoted[other][at] for at in match.right)
            if match.primary and not is_formula(said):
                self._join(
                    [
                        *(self._numbers[one, at] for at in match.left),
                        *(self._numbers[other, at] for at in match.right),
                    ]
                )

    def _join(self, numbers: Sequence[int]) -> None:
        """Make these one statement, but for a fragment that would join what two people say in one article."""
        leads = frozenset(map(self._lead, numbers))
        if len(leads) > 1 and any(map(self._is_fragment, numbers)) and self._have_other_speakers(leads):
            self._apart.add(leads)
            return
        first, *others = sorted(leads, key=lambda lead: -len(self._members[lead]))
        for lead in others:
            self._leader[lead] = first
            self._members[first] += self._members[lead]
            self._members[lead] = []

    def _is_fragment(self, number: int) -> bool:
        article, at = self._variants[number]
        return len(self._quoted[article][at].words) <= FORMULA

    def _have_other_speakers(self, leads: Iterable[int]) -> bool:
        """Whether in one article whole statements of two of these are given to different speakers."""
        voices: dict[int, list[tuple[int, Attribution]]] = defaultdict(list)
        for lead in leads:
            for number in self._members[lead]:
                article, at = self._variants[number]
                told = self._quoted[article][at].quotation.attribution
                if not self._is_fragment(number):
                    if any(own != lead and not same_speaker(told, other, ()) for own, other in voices[article]):
                        return True
                    voices[article].append((lead, told))
        return False

    def _lead(self, number: int) -> int:
        leader = self._leader
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

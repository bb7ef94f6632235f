"""In which of many articles statements may stand without marks, or be told in other words: one look at each article."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING, NamedTuple

from tui.quotation.elsewhere import LEAST, SAME_MATTER, SAME_SPEAKER, WHOLE, sentences_of, stem_of
from tui.quotation.judging.content import has_content
from tui.quotation.judging.gravity import TITLES
from tui.quotation.passages import haystack, least_run
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.article import Article
    from tui.quotation.elsewhere import Sentences
    from tui.quotation.sharing import Quoted

CROWDED = 50
"""So many times a statement's stem stands in an article's sentences, on average, where it has little of its own."""

_ROUNDING = 1e-9
_MOST_WEIGHT = 1 / (1 + log(2))


class _Wanted(NamedTuple):
    """What of a statement is looked for: how many words, stems of words that say something, stems of its speaker."""

    words: int
    run: int
    stems: frozenset[str]
    names: frozenset[str]


class StatementIndex:
    """Statements, ready to be looked for in one article after the other."""

    def __init__(self, statements: Sequence[Quoted]) -> None:
        self._wanted: list[_Wanted] = []
        self._runs: dict[int, dict[tuple[str, ...], list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        self._stems: dict[str, list[int]] = defaultdict(list)
        for number, quoted in enumerate(statements):
            keys = quoted.words.keys
            wanted = _Wanted(len(keys), least_run(keys), _telling(keys), _names(quoted))
            self._wanted.append(wanted)
            for at in range(len(keys) - wanted.run + 1) if wanted.run else ():
                self._runs[wanted.run][keys[at : at + wanted.run]].append((number, at))
            for stem in wanted.stems:
                self._stems[stem].append(number)

    def likely_in(self, article: Article) -> set[int]:
        """The statements, by their numbers, that an article may have unquoted or in other words.

        None is left out that `find_elsewhere` would find there; of those named it finds most.
        """
        return {*self._as_printed(haystack(article).keys), *self._in_other_words(article)}

    def _as_printed(self, keys: Sequence[str]) -> Iterator[int]:
        """Statements of which enough words stand in an article in runs as long as a passage needs."""
        held: dict[int, set[int]] = defaultdict(set)
        for size, runs in self._runs.items():
            printed = {tuple(keys[at : at + size]) for at in range(len(keys) - size + 1)}
            for run in printed if len(printed) < len(runs) else runs:
                if run in printed:
                    for number, place in runs.get(run, ()):
                        held[number].update(range(place, place + size))
        return (number for number, words in held.items() if len(words) >= WHOLE * self._wanted[number].words)

    def _in_other_words(self, article: Article) -> Iterator[int]:
        """Statements of whose matter one sentence has enough."""
        sentences = sentences_of(article)
        if self._is_crowded(sentences):
            yield from self._with_enough_stems(sentences)
            return
        weights = {stem: 1 / (1 + log(1 + len(held))) for stem, held in sentences.places.items() if stem in self._stems}
        by_sentence: dict[int, list[str]] = defaultdict(list)
        for stem in weights:
            for sentence in sentences.places[stem]:
                by_sentence[sentence].append(stem)
        totals: dict[int, float] = {}
        for sentence, stems in by_sentence.items():
            counts: Counter[int] = Counter()
            for stem in stems:
                counts.update(self._stems[stem])
            for number, count in counts.items():
                if count >= LEAST - 1 and self._is_told(number, count, stems, weights, totals):
                    wanted = self._wanted[number]
                    named = any(sentence in sentences.places.get(name, ()) for name in wanted.names)
                    share = sum(weights[stem] for stem in stems if stem in wanted.stems) / totals[number]
                    if named or (count >= LEAST and share >= SAME_MATTER - _ROUNDING):
                        yield number

    def _is_crowded(self, sentences: Sentences) -> bool:
        """Whether sentences have so many statements' stems that each statement is better looked up by itself."""
        hits = sum(len(held) * len(self._stems.get(stem, ())) for stem, held in sentences.places.items())
        return hits > CROWDED * sum(map(len, self._stems.values()))

    def _with_enough_stems(self, sentences: Sentences) -> Iterator[int]:
        counts: Counter[int] = Counter()
        for stem in sentences.places:
            counts.update(self._stems.get(stem, ()))
        return (number for number, count in counts.items() if count >= LEAST - 1)

    def _is_told(
        self, number: int, count: int, stems: Sequence[str], weights: Mapping[str, float], totals: dict[int, float]
    ) -> bool:
        """Whether a sentence with so many of a statement's stems has the least share that can be enough."""
        wanted = self._wanted[number].stems
        if number not in totals:
            totals[number] = sum(weights.get(stem, 1.0) for stem in wanted)
        most = count * _MOST_WEIGHT  # no stem that stands in the article weighs more
        if most < (SAME_SPEAKER - _ROUNDING) * totals[number]:
            return False
        share = sum(weights[stem] for stem in stems if stem in wanted)
        return share >= (SAME_SPEAKER - _ROUNDING) * totals[number]


def _telling(keys: Sequence[str]) -> frozenset[str]:
    return frozenset(stem_of(key) for key in keys if has_content(key))


def _names(quoted: Quoted) -> frozenset[str]:
    keys = tokenize(quoted.quotation.attribution.speaker or "").keys
    return frozenset(stem_of(key) for key in keys if has_content(key) and key not in TITLES)

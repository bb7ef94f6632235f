"""What became of each statement in each article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.quotation.elsewhere import find_elsewhere, find_paraphrase
from tui.quotation.judging.credit import credit_findings, same_speaker
from tui.quotation.judging.critical import names_in
from tui.quotation.judging.judge import in_order, judge
from tui.quotation.judging.words import QuotedWords, quoted_words
from tui.quotation.model import Cell, Cluster, EditKind, Finding, Presence, Quotation, QuotationKind, Verdict
from tui.quotation.sharing import Quoted, words_of
from tui.quotation.statements import are_apart
from tui.quotation.tracing.places import StatementIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tui.article import Article, Range
    from tui.quotation.model import Edit
    from tui.quotation.tracing.grouping import Variant

REPEATED = 0.8
"""The share of a quotation's neighbouring words that a longer one has where it repeats a part of that."""

PHRASE = 3
"""So many words gone at either end cut a statement; fewer are a word left out."""

_PRESENCES = {
    Verdict.UNQUOTED: Presence.UNQUOTED,
    Verdict.PARAPHRASED: Presence.PARAPHRASED,
    Verdict.MISSING: Presence.MISSING,
}


@dataclass(frozen=True, slots=True)
class Traced:
    """An article and what is looked up in it for every statement.

    Attributes:
        article: The article.
        every: All its quotations.
        quoted: Those that are statements.
        names: Keys of the words that it uses as names.
    """

    article: Article
    every: Sequence[Quotation]
    quoted: Sequence[Quoted]
    names: frozenset[str]

    @classmethod
    def of(cls, article: Article, every: Sequence[Quotation], kinds: frozenset[QuotationKind]) -> Traced:
        """The article with the quotations of these kinds, copies in captions left out."""
        quoted = [
            Quoted(one, quoted_words(article.text, one.words))
            for one in every
            if one.kind in kinds and one.duplicate_of is None
        ]
        return cls(article, every, quoted, names_in(article))


def clusters_of(
    groups: Sequence[Sequence[Variant]], traced: Sequence[Traced], step: Callable[[], None]
) -> tuple[Cluster, ...]:
    """The statements with a cell for every article.

    Articles are taken one after the other, as much of what is worked out of one is kept while it is asked about.

    Args:
        groups: The statements' variants.
        traced: The articles.
        step: Called before each article.
    """
    statements = [_Statement.of(group, traced) for group in groups]
    looked_up = [(number, one) for number, statement in enumerate(statements) for one in statement.looked_up]
    index = StatementIndex([one for _, one in looked_up])
    rows: list[list[Cell]] = [[] for _ in statements]
    for at, one in enumerate(traced):
        step()
        likely = {looked_up[at][0] for at in index.likely_in(one.article)}
        missing = Cell(at, Presence.MISSING, Verdict.MISSING, ())
        for number, statement in enumerate(statements):
            if at in statement.kept:
                rows[number].append(_cell_with(at, statement, traced))
            elif number in likely:
                rows[number].append(_cell_without(at, statement, one))
            else:
                rows[number].append(missing)
    return tuple(
        Cluster(statement.label, statement.variants, tuple(row), statement.fullest)
        for statement, row in zip(statements, rows, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement, and who quotes it.

    Attributes:
        variants: Articles and numbers of their quotations.
        found: By article all quotations that have its words.
        kept: The same without fragments of it that are quoted again.
        fullest: The article with the fullest variant: most words, ties to the first one. No majority decides, though
            one article alone may have put a word in: whoever reads the row sees that the others agree.
        words: That variant's words.
        apart: Whether that article has them as separate statements.
    """

    variants: tuple[tuple[int, int], ...]
    found: Mapping[int, list[Quoted]]
    kept: Mapping[int, list[Quoted]]
    fullest: int
    words: QuotedWords = field(repr=False)
    apart: bool

    @classmethod
    def of(cls, group: Sequence[Variant], traced: Sequence[Traced]) -> _Statement:
        found: dict[int, list[Quoted]] = defaultdict(list)
        for index, at in group:
            found[index].append(traced[index].quoted[at])
        kept = {index: _without_repeats(parts) for index, parts in found.items()}
        fullest = max(kept, key=lambda index: (sum(len(one.words) for one in kept[index]), -index))
        return cls(
            variants=tuple((index, traced[index].quoted[at].quotation.number) for index, at in group),
            found=found,
            kept=kept,
            fullest=fullest,
            words=words_of(kept[fullest], traced[fullest].article.text),
            apart=_are_apart(kept[fullest], traced[fullest]),
        )

    @property
    def longest(self) -> Quoted:
        """The longest part of the fullest variant."""
        return max(self.kept[self.fullest], key=lambda one: len(one.words))

    @property
    def looked_up(self) -> Iterator[Quoted]:
        """What is looked for in articles that don't quote it: the longest part, and the whole of several."""
        yield self.longest
        if len(self.kept[self.fullest]) > 1:
            yield Quoted(self.longest.quotation, self.words)

    @property
    def label(self) -> str:
        """The words of the fullest variant, as it prints them."""
        return " ".join(one.quotation.text for one in self.kept[self.fullest])


def _cell_with(index: int, statement: _Statement, traced: Sequence[Traced]) -> Cell:
    """An article's words against those of the fullest variant."""
    full, here = traced[statement.fullest], traced[index]
    parts = statement.kept[index]
    spans = _ranges(parts)
    judgement = judge(
        statement.words,
        words_of(parts, here.article.text),
        names=full.names | here.names,
        fragment=any(one.quotation.kind is not QuotationKind.FULL for one in parts),
        spliced=statement.apart is not _are_apart(parts, here),
    )
    ours, theirs = _quotations(statement.found[statement.fullest]), _quotations(statement.found[index])
    credit = credit_findings(ours, theirs, full.article, here.article)
    findings = in_order({*judgement.findings, *credit})
    is_cut = Finding.TRUNCATED in findings or _lacks_an_end(judgement.edits, statement.words)
    presence = Presence.PARTIAL if is_cut else Presence.FULL
    return Cell(index, presence, judgement.verdict, spans, findings, judgement.edits, _speakers(theirs))


def _lacks_an_end(edits: Sequence[Edit], words: QuotedWords) -> bool:
    """Whether a phrase is gone at the beginning or the end, be it marked, or too weighty for a mere cut."""
    if not len(words):
        return False
    first, last = words.words[0].start, words.words[-1].end
    return any(
        edit.kind in {EditKind.DROPPED, EditKind.ELLIPSIS}
        and edit.left_span is not None
        and len(edit.left.split()) >= PHRASE
        and (edit.left_span[0] <= first or edit.left_span[1] >= last)
        for edit in edits
    )


def _cell_without(index: int, statement: _Statement, traced: Traced) -> Cell:
    """What became of the statement in an article that doesn't quote it: the fate of its longest part, or of all."""
    article = traced.article
    fate = find_elsewhere(statement.longest, article)
    if fate.other is not None and fate.verdict is Verdict.UNQUOTED and _is_anothers(fate.other, statement, traced):
        return Cell(index, Presence.MISSING, Verdict.MISSING, ())
    if fate.verdict is Verdict.MISSING and len(statement.kept[statement.fullest]) > 1:
        speaker = statement.longest.quotation.attribution.speaker
        sentence = find_paraphrase(article, statement.words.keys, speaker)
        if sentence is not None:
            return Cell(index, Presence.PARAPHRASED, Verdict.PARAPHRASED, (sentence,))
    return Cell(index, _PRESENCES[fate.verdict], fate.verdict, () if fate.other is None else (fate.other,))


def _is_anothers(place: Range, statement: _Statement, traced: Traced) -> bool:
    """Whether words stand between the marks of somebody else, who says something of his own."""
    told = statement.longest.quotation.attribution
    return any(
        start <= place[0] and place[1] <= end and not same_speaker(told, one.quotation.attribution, ())
        for one in traced.quoted
        for start, end in one.quotation.words
    )


def _without_repeats(parts: Sequence[Quoted]) -> list[Quoted]:
    """The quotations of one article that make up the statement: no fragment of it that is quoted again."""
    kept: list[Quoted] = []
    held: set[tuple[str, ...]] = set()
    for one in sorted(parts, key=lambda one: -len(one.words)):
        keys = one.words.keys
        singles: set[tuple[str, ...]] = {(key,) for key in keys}
        grams: set[tuple[str, ...]] = {*pairwise(keys)} or singles
        if not grams or len(grams & held) < REPEATED * len(grams):
            kept.append(one)
        held |= grams | singles
    return sorted(kept, key=lambda one: one.quotation.number)


def _are_apart(parts: Sequence[Quoted], traced: Traced) -> bool:
    return len(parts) > 1 and are_apart(_quotations(parts), traced.article, traced.every)


def _ranges(parts: Sequence[Quoted]) -> tuple[Range, ...]:
    return tuple(words for one in parts for words in one.quotation.words)


def _quotations(parts: Sequence[Quoted]) -> list[Quotation]:
    return [one.quotation for one in parts]


def _speakers(quotations: Sequence[Quotation]) -> str | None:
    named = dict.fromkeys(one.attribution.speaker for one in quotations if one.attribution.speaker)
    return "; ".join(speaker for speaker in named if speaker) or None

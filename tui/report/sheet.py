"""The fact-check sheet: a row for each quotation, with what stands over there and what a reporter said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.quotation import (
    EditKind,
    Finding,
    HouseRules,
    Verdict,
    find_quotations,
    severity,
    severity_without_partner,
)
from tui.quotation.corrections import numbers_corrected
from tui.report.attention import Attention, attention_to, drops_a_turn, is_counted, is_faithful, weight_of
from tui.report.differing import (
    SEVERITY_WORDS,
    VERDICT_WORDS,
    differences,
    is_bare_ellipsis,
    sentence,
    with_credit,
)
from tui.report.marked import note_told, status_told, was_told
from tui.report.passages import overlap, places_told, plain, words_told
from tui.report.quoterow import HOW_SAID, MAY_MISLEAD, NOT_COMPARED, PARTED, Group, QuoteRow
from tui.report.wording import listed
from tui.review import Decision, Found, MarkKind, Subject
from tui.review.finding import mark_on

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from tui.article import Article, Range
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, Edit, Quotation, QuoteComparison, QuotePair, Unpaired
    from tui.review import Located

NAMES = "A", "B"
"""What the two articles of a comparison are called in its reports."""

CHECK_NAMES = "the article", "the source"
"""What the two sides of a check are called in a sentence."""

_WORTH_A_LOOK = 2
_ALONE_WORDS = {**HOW_SAID, Verdict.MISSING: VERDICT_WORDS[Verdict.MISSING]}
_WITHOUT_SPEAKER = frozenset({Verdict.UNQUOTED, Verdict.PARAPHRASED, Verdict.MISSING})


def comparison_rows(
    collation: Collation,
    quotes: QuoteComparison,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
    names: tuple[str, str] = NAMES,
) -> tuple[QuoteRow, ...]:
    """The sheet of two articles: pairs, and what only one of them puts between marks, in reading order.

    Further places of words that have their row already, terms, titles, headlines' words and copies have none.

    Args:
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for severity.
        marks: What the reporter marked.
        names: What the two articles are called.
    """
    sheet = _Comparison(collation, quotes, rules, names)
    rows = [sheet.pair(pair) for pair in quotes.pairs if pair.primary and sheet.counts(pair)]
    rows += [sheet.alone(one, on_left=True) for one in quotes.left_unpaired if is_counted(quotes.left[one.number])]
    rows += [sheet.alone(one, on_left=False) for one in quotes.right_unpaired if is_counted(quotes.right[one.number])]
    articles = collation.left, collation.right
    return tuple(
        _marked(_parted(replace(row, number=number), marks, articles, names), marks, articles, names)
        for number, row in enumerate(_in_reading_order(rows), start=1)
    )


def check_rows(
    article: Article,
    sources: Sequence[Article],
    checked: Sequence[CheckedQuote],
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Sequence[Located]] = (),
) -> tuple[QuoteRow, ...]:
    """The sheet of an article and its sources: every quotation, in order, those that don't count too.

    Args:
        article: The article.
        sources: Its sources.
        checked: One result for each of its quotations.
        rules: The house's rules for severity.
        marks: For every source the marks of the article beside it, the article on the left.
    """
    quotations = find_quotations(article)
    found = []
    for one in checked:
        row = _checked(article, sources, quotations[one.number], one, rules)
        concerned = marks if one.source is None else marks[one.source : one.source + 1]
        for number, (source, some) in enumerate(zip(sources, marks, strict=False), start=1):
            names = CHECK_NAMES if len(sources) == 1 else (CHECK_NAMES[0], f"source {number}")
            row = _parted(row, some, (article, source), names)
        pair = article, None if one.source is None else sources[one.source]
        found.append(_marked(row, [located for some in concerned for located in some], pair, CHECK_NAMES))
    return tuple(found)


def gravest_first(rows: Iterable[QuoteRow]) -> list[QuoteRow]:
    """Rows as a memo has them: what a reporter flagged, then the gravest; else in reading order."""
    return sorted(rows, key=lambda row: (not row.is_flagged, -row.severity, row.number))


class _Comparison:
    """The rows of two articles while they are made."""

    def __init__(
        self, collation: Collation, quotes: QuoteComparison, rules: HouseRules, names: tuple[str, str]
    ) -> None:
        self._left, self._right = collation.left, collation.right
        self._quotes = quotes
        self._rules = rules
        self._names = names
        self._corrected = (
            numbers_corrected(collation.left, quotes.left),
            numbers_corrected(collation.right, quotes.right),
        )

    def counts(self, pair: QuotePair) -> bool:
        """Whether it has somebody's statement on one side at least, and no side is but a copy."""
        sides = self._of(pair.left, pair.right)
        if any(all(one.duplicate_of is not None for one in side) for side in sides):
            return False
        return any(is_counted(one) for side in sides for one in side)

    def pair(self, pair: QuotePair) -> QuoteRow:
        grave = severity(pair.findings, pair.edits, self._rules)
        if grave >= _WORTH_A_LOOK:
            group = Group.OPEN
        else:
            group = Group.AGREED if pair.verdict is Verdict.VERBATIM else Group.TO_READ
        return self._row(
            (pair.left_spans, pair.right_spans),
            (pair.left, pair.right),
            pair.verdict,
            pair.findings,
            pair.edits,
            grave,
            sentence(plain(pair.why)),
            group,
        )

    def alone(self, one: Unpaired, *, on_left: bool) -> QuoteRow:
        known = self._quotes.left if on_left else self._quotes.right
        ours = known[one.number].words
        theirs = () if one.other is None else (one.other,)
        # Words that differ are as grave without marks as with them: the reader's screen has it so, too.
        grave = max(severity(one.findings, one.edits, self._rules), severity_without_partner(one.verdict))
        return self._row(
            (ours, theirs) if on_left else (theirs, ours),
            ((one.number,), ()) if on_left else ((), (one.number,)),
            one.verdict,
            one.findings,
            one.edits,
            grave,
            self._fate(one, on_left=on_left),
            Group.OPEN if grave >= _WORTH_A_LOOK else Group.ALONE,
        )

    def _fate(self, one: Unpaired, *, on_left: bool) -> str:
        """Why a quotation without a partner has its verdict."""
        name = sentence(self._names[1 if on_left else 0])
        if one.verdict is Verdict.UNQUOTED:
            exact = ", though not quite the same" if one.edits else ""
            return f"{name} has the words without quotation marks{exact}."
        if one.verdict is Verdict.PARAPHRASED:
            return f"{name} says it in other words."
        return f"No matching words in {self._names[1 if on_left else 0]}."

    def _row(
        self,
        spans: tuple[tuple[Range, ...], tuple[Range, ...]],
        numbers: tuple[tuple[int, ...], tuple[int, ...]],
        verdict: Verdict,
        findings: tuple[Finding, ...],
        edits: tuple[Edit, ...],
        grave: int,
        why: str,
        group: Group,
    ) -> QuoteRow:
        sides = self._of(*numbers)
        outlets = Finding.PROVENANCE in findings
        kinds = [one.kind for side in sides for one in side if is_counted(one)]
        return QuoteRow(
            number=0,
            left=spans[0],
            right=spans[1],
            left_numbers=numbers[0],
            right_numbers=numbers[1],
            source=None,
            quotation=words_told(self._left, spans[0]),
            speaker=_speakers(sides[0], self._corrected[0], outlets=outlets),
            where=_named(self._names[0], places_told(self._left, spans[0])),
            other_wording=words_told(self._right, spans[1]),
            other_speaker=_speakers(sides[1], self._corrected[1], outlets=outlets),
            other_where=_named(self._names[1], places_told(self._right, spans[1])),
            verdict=verdict,
            verdict_told=with_credit(_verdict_of(verdict, self._names[bool(numbers[0])]), findings),
            findings=findings,
            severity=grave,
            severity_told=NOT_COMPARED if verdict is Verdict.MISSING else SEVERITY_WORDS[grave],
            why=why,
            changed=_changed(edits, self._names),
            edits=edits,
            kind=kinds[0],
            copy=False,
            group=group,
        )

    def _of(self, left: Sequence[int], right: Sequence[int]) -> tuple[list[Quotation], list[Quotation]]:
        return [self._quotes.left[number] for number in left], [self._quotes.right[number] for number in right]


def _checked(
    article: Article, sources: Sequence[Article], quotation: Quotation, one: CheckedQuote, rules: HouseRules
) -> QuoteRow:
    source = None if one.source is None else sources[one.source]
    there = places_told(source, one.source_spans) if source is not None else ""
    which = f"source {one.source + 1} " if one.source is not None and len(sources) > 1 and there else ""
    grave = weight_of(one, rules)
    told = VERDICT_WORDS[one.verdict]
    if one.verdict is Verdict.MARKED and one.edits and all(is_bare_ellipsis(edit) for edit in one.edits):
        told = "an ellipsis differs"
    why = sentence(plain(one.why))
    if is_faithful(one) and any(map(drops_a_turn, one.edits)):
        why = f"{why} {MAY_MISLEAD}"
    return QuoteRow(
        number=one.number + 1,
        left=quotation.words,
        right=one.source_spans,
        left_numbers=(one.number,),
        right_numbers=(),
        source=one.source,
        quotation=words_told(article, quotation.words),
        speaker=_speakers([quotation], numbers_corrected(article, find_quotations(article))),
        where=places_told(article, quotation.words),
        other_wording="" if source is None else words_told(source, one.source_spans),
        other_speaker=_speaker_in_source(source, one),
        other_where=f"{which}{there}",
        verdict=one.verdict,
        verdict_told=with_credit(told, one.findings),
        findings=one.findings,
        severity=grave,
        severity_told=SEVERITY_WORDS[grave],
        why=why,
        changed=_changed(one.edits, CHECK_NAMES),
        edits=one.edits,
        kind=quotation.kind,
        copy=quotation.duplicate_of is not None,
        group=_group_of(quotation, one, rules),
    )


def _group_of(quotation: Quotation, one: CheckedQuote, rules: HouseRules) -> Group:
    if not is_counted(quotation):
        return Group.ASIDE
    return {Attention.NEEDED: Group.OPEN, Attention.TO_READ: Group.TO_READ, Attention.NONE: Group.AGREED}[
        attention_to(one, rules)
    ]


def _speaker_in_source(source: Article | None, one: CheckedQuote) -> str:
    if source is None or one.verdict in _WITHOUT_SPEAKER:
        return ""
    quotations = find_quotations(source)
    known = numbers_corrected(source, quotations)
    corrected = any(quoted.number in known and overlap(quoted.words, one.source_spans) for quoted in quotations)
    return _as_corrected(plain(one.speaker_in_source or ""), corrected=corrected)


def _marked(
    row: QuoteRow, marks: Sequence[Located], articles: tuple[Article, Article | None], names: tuple[str, str]
) -> QuoteRow:
    """The row with what the reporter said of it."""
    located = mark_on(marks, Subject.QUOTATION, row.left, row.right)
    if located is None:
        return row
    group = row.group
    decided = located.mark.decision
    if decided in {Decision.FLAGGED, Decision.QUERIED} or located.found is Found.CHANGED:
        group = Group.OPEN
    elif decided is Decision.ACCEPTED and group is Group.OPEN:
        group = Group.SETTLED
    return replace(
        row,
        mark=located,
        status=status_told(located),
        note=note_told(located.mark),
        was=was_told(located, articles, names),
        group=group,
    )


def _parted(
    row: QuoteRow, marks: Sequence[Located], articles: tuple[Article, Article], names: tuple[str, str]
) -> QuoteRow:
    """The row; where a reporter told its words apart from others, it isn't said that there are no such words."""
    if row.verdict is not Verdict.MISSING:
        return row
    for located in marks:
        if located.mark.kind is not MarkKind.APART or located.mark.subject is not Subject.QUOTATION:
            continue
        for ours, here, there, other in (
            (row.left, located.left, located.right, 1),
            (row.right, located.right, located.left, 0),
        ):
            if there and overlap(here, ours):
                where = f"{names[other]} {places_told(articles[other], there)}"
                why = f"Not compared with the words in {where}: {PARTED}."
                return replace(row, verdict_told=PARTED, why=why, parted=True)
    return row


def _in_reading_order(rows: Sequence[QuoteRow]) -> list[QuoteRow]:
    """By the left article; what stands only on the right after what stands before it there."""
    ordered = sorted((row for row in rows if row.left), key=lambda row: (row.left[0], row.right))
    for row in sorted((row for row in rows if not row.left), key=lambda row: row.right):
        before = [at for at, one in enumerate(ordered) if one.right and one.right[0] < row.right[0]]
        nearest = max(before, key=lambda at: (ordered[at].right[0], at), default=-1)
        ordered.insert(nearest + 1, row)
    return ordered


def _speakers(quotations: Sequence[Quotation], corrected: Container[int], *, outlets: bool = False) -> str:
    """Who said it; where that matters, with who was told, or is credited with the words.

    Args:
        quotations: The quotations.
        corrected: Numbers of those whose speaker a reporter named.
        outlets: Whether it matters who was told.
    """
    said = [one.attribution for one in quotations]
    told = _as_corrected(
        listed(_names(one.speaker for one in said)), corrected=any(one.number in corrected for one in quotations)
    )
    if not outlets or not said:
        return told
    credited = listed(_names(one.outlet for one in said))
    credit = f"credited to {credited}" if credited else "no outlet credited"
    return f"{told} ({credit})" if told else credit


def _as_corrected(speaker: str, *, corrected: bool) -> str:
    """A speaker; where a reporter named him, nobody shall take the name for the article's."""
    return f"{speaker or 'nobody named'} (corrected by hand)" if corrected else speaker


def _names(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(plain(name) for name in names if name))


def _named(name: str, places: str) -> str:
    return f"{name} {places}" if places else ""


def _verdict_of(verdict: Verdict, other: str) -> str:
    """A verdict of a comparison in words; of a quotation without a partner it is said where there is none."""
    words = _ALONE_WORDS.get(verdict)
    return f"{words} in {other}" if words else VERDICT_WORDS[verdict]


def _changed(edits: Sequence[Edit], names: tuple[str, str]) -> str:
    """What differs, what changes the meaning first; a cut at an end last."""
    first = sorted(edits, key=lambda edit: (edit.critical is None, edit.kind is EditKind.TRUNCATED))
    return f"{sentence(plain(differences(first, *names)))}." if first else ""

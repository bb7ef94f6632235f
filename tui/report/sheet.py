"""The fact-check sheet: a row for each quotation, with what stands over there and what a reporter said of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.article.clean import clean
from tui.quotation import (
    EditKind,
    Finding,
    HouseRules,
    QuotationKind,
    Verdict,
    find_quotations,
    severity,
    severity_without_partner,
)
from tui.report.attention import Attention, attention_to, drops_a_turn, is_counted, is_faithful, weight_of
from tui.report.checking import paragraph_numbers
from tui.report.differing import COUNTED_WORDS, SEVERITY_WORDS, VERDICT_WORDS, differences, is_bare_ellipsis, sentence
from tui.report.marked import STATUS_WORDS, status_told
from tui.report.wording import counted, flat, listed
from tui.review import Decision, Found, Subject
from tui.review.finding import mark_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Article, Range
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, Edit, Quotation, QuoteComparison, QuotePair, Unpaired
    from tui.review import Located, Mark

LEFT_NAME, RIGHT_NAME = "A", "B"
"""What the two articles of a comparison are called in its reports."""

PART = " / "
"""Stands between the parts of a wording that don't stand together in the article."""

_WORTH_A_LOOK = 2
_NOT_COMPARED = "nothing to compare"
_MAY_MISLEAD = "What the article leaves out may change what was meant."
_OF_ORDER = frozenset({Verdict.REORDERED, Verdict.SPLICED})
_WITHOUT_SPEAKER = frozenset({Verdict.UNQUOTED, Verdict.PARAPHRASED, Verdict.MISSING})


class Group(StrEnum):
    """Where a row stands in a report; the order is that of reading.

    OPEN: somebody has to look, or a reporter said so. SETTLED: it would be open, but a reporter accepted it. TO_READ:
    cut, marked or slightly changed. AGREED: the same words from the same speaker. ALONE: only one article quotes it.
    ASIDE: a term, a title, words of a headline or a repeat, which don't count.
    """

    OPEN = "open"
    SETTLED = "settled"
    TO_READ = "to read"
    AGREED = "agreed"
    ALONE = "alone"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One line of the sheet: a quotation, what stands over there, what a reporter said of it.

    In a comparison the first wording is always the left article's and the other the right one's; either may be empty
    where only one of them has such words. In a check they are those of the article and of the source.

    Attributes:
        number: From 1, in reading order.
        left: The left words compared.
        right: The right words compared.
        left_numbers: The left quotations; none where only the right article puts the words between marks.
        right_numbers: The right quotations; none in a check.
        source: Index of the source, in a check where one has the words; else None.
        quotation: The left words on one line, without marks around them.
        speaker: Who is said to have said them, where another outlet is credited with the outlet; empty where nobody
            is named.
        where: Their paragraphs, as "A ¶5", in a check as "¶5"; empty where there are no words.
        other_wording: The right words on one line.
        other_speaker: Who is said there to have said them.
        other_where: Their paragraphs, as "B ¶7", in a check as "¶7" or "source 2 ¶7".
        verdict: The gravest finding about the words.
        verdict_told: The verdict in words, another speaker or outlet said too.
        findings: All that holds.
        severity: How grave it is under the house's rules, 0 to 4.
        severity_told: The same in words.
        why: One sentence for the verdict.
        changed: What differs, in words; empty where no word does.
        edits: The differences in words.
        kind: What the words are.
        copy: They repeat an earlier quotation, in a caption.
        group: Where the row stands in a report.
        mark: The reporter's decision or note on it, or None.
        status: What was decided, in words, and whether the mark is to be confirmed; empty without a mark.
        note: The reporter's note, lines kept.
    """

    number: int
    left: tuple[Range, ...]
    right: tuple[Range, ...]
    left_numbers: tuple[int, ...]
    right_numbers: tuple[int, ...]
    source: int | None
    quotation: str
    speaker: str
    where: str
    other_wording: str
    other_speaker: str
    other_where: str
    verdict: Verdict
    verdict_told: str
    findings: tuple[Finding, ...]
    severity: int
    severity_told: str
    why: str
    changed: str
    edits: tuple[Edit, ...]
    kind: QuotationKind
    copy: bool
    group: Group
    mark: Located | None = None
    status: str = ""
    note: str = ""

    @property
    def judged(self) -> str:
        """The verdict and how grave it is, as a heading says it: "Other words (serious)"."""
        told = sentence(self.verdict_told)
        return told if self.severity_told == _NOT_COMPARED else f"{told} ({self.severity_told})"

    @property
    def reasons(self) -> tuple[str, ...]:
        """What there is to say for the verdict, a sentence each: why, and what differs where words do."""
        if not self.changed:
            return (self.why,)
        told = f"What differs: {self.changed}"
        if self.why.endswith(_MAY_MISLEAD):
            return told, _MAY_MISLEAD
        return (self.why, told) if self.verdict in _OF_ORDER else (told,)


def comparison_rows(
    collation: Collation,
    quotes: QuoteComparison,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
) -> tuple[QuoteRow, ...]:
    """The sheet of two articles: pairs, and what only one of them puts between marks, in reading order.

    Further places of words that have their row already, terms, titles, headlines' words and copies have none.

    Args:
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for severity.
        marks: What the reporter marked.
    """
    sheet = _Comparison(collation, quotes, rules)
    rows = [sheet.pair(pair) for pair in quotes.pairs if pair.primary and sheet.counts(pair)]
    rows += [sheet.alone(one, on_left=True) for one in quotes.left_unpaired if is_counted(quotes.left[one.number])]
    rows += [sheet.alone(one, on_left=False) for one in quotes.right_unpaired if is_counted(quotes.right[one.number])]
    return tuple(
        _marked(replace(row, number=number), marks) for number, row in enumerate(_in_reading_order(rows), start=1)
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
        found.append(_marked(row, [located for some in concerned for located in some]))
    return tuple(found)


def other_marks(rows: Iterable[QuoteRow], marks: Iterable[Located]) -> tuple[Located, ...]:
    """What the reporter marked but on no row: differences, paragraphs, corrections, and what is no longer found."""
    told = {row.mark for row in rows}
    return tuple(located for located in marks if located not in told and not located.mark.cleared)


def counts_told(rows: Iterable[QuoteRow]) -> str:
    """How many quotations there are, of which verdicts, and how many need attention."""
    counts = [row for row in rows if row.group is not Group.ASIDE]
    if not counts:
        return "No quotation that counts."
    numbers = Counter(row.verdict for row in counts)
    told = [f"{numbers[verdict]} {COUNTED_WORDS[verdict]}" for verdict in Verdict if numbers[verdict]]
    speakers = sum(Finding.ATTRIBUTION in row.findings for row in counts)
    credit = f"; {speakers} given to another speaker" if speakers else ""
    waiting = sum(row.group is Group.OPEN for row in counts)
    last = f"{waiting} {'needs' if waiting == 1 else 'need'} attention" if waiting else "None needs attention"
    return f"{counted(len(counts), 'quotation')}: {', '.join(told)}{credit}. {last}."


def review_told(rows: Iterable[QuoteRow]) -> str:
    """How many quotations a reporter decided about, and how; empty where about none."""
    counts = [row for row in rows if row.group is not Group.ASIDE]
    decided = [row.mark.mark.decision for row in counts if row.mark is not None]
    numbers = Counter(decision for decision in decided if decision is not None)
    if not numbers:
        return ""
    told = [f"{numbers[decision]} {STATUS_WORDS[decision]}" for decision in Decision if numbers[decision]]
    return f"{numbers.total()} of {counted(len(counts), 'quotation')} reviewed: {', '.join(told)}."


def gravest_first(rows: Iterable[QuoteRow]) -> list[QuoteRow]:
    """Rows as a memo has them: what a reporter flagged, then the gravest; else in reading order."""
    return sorted(rows, key=lambda row: (not _is_flagged(row), -row.severity, row.number))


def note_told(mark: Mark) -> str:
    """A reporter's note as harmless lines."""
    lines = [plain(line) for line in mark.note.splitlines()]
    return "\n".join(lines).strip("\n")


def plain(text: str) -> str:
    """Words from outside on one line, without controls; joiners, by which some languages are spelled, stay."""
    return flat(clean(text))


def words_told(article: Article, spans: Sequence[Range]) -> str:
    """Words of an article on one line; a stroke stands between parts that stand apart."""
    return PART.join(filter(None, (plain(article.text[start:end]) for start, end in spans)))


def places_told(article: Article, spans: Sequence[Range]) -> str:
    """The paragraphs of words: "¶3", "¶3–5", or "¶3, 5" where ¶4 has none of them; empty without words."""
    numbers = paragraph_numbers(article, spans)
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    if last - first >= len(numbers):
        return f"¶{', '.join(map(str, numbers))}"
    return f"¶{first}" if first == last else f"¶{first}–{last}"


class _Comparison:
    """The rows of two articles while they are made."""

    def __init__(self, collation: Collation, quotes: QuoteComparison, rules: HouseRules) -> None:
        self._left, self._right = collation.left, collation.right
        self._quotes = quotes
        self._rules = rules

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
        name, other = (RIGHT_NAME, self._right) if on_left else (LEFT_NAME, self._left)
        where = "" if one.other is None else f" in {places_told(other, (one.other,))}"
        if one.verdict is Verdict.UNQUOTED:
            exact = ", though not quite the same" if one.edits else ""
            return f"{name} has the words without quotation marks{where}{exact}."
        if one.verdict is Verdict.PARAPHRASED:
            return f"{name} says it in other words{where}."
        return f"No matching words in {name}."

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
            speaker=_speakers(sides[0], outlets=outlets),
            where=_named(LEFT_NAME, places_told(self._left, spans[0])),
            other_wording=words_told(self._right, spans[1]),
            other_speaker=_speakers(sides[1], outlets=outlets),
            other_where=_named(RIGHT_NAME, places_told(self._right, spans[1])),
            verdict=verdict,
            verdict_told=_told(_verdict_of(verdict, on_left=bool(numbers[0])), findings),
            findings=findings,
            severity=grave,
            severity_told=_NOT_COMPARED if verdict is Verdict.MISSING else SEVERITY_WORDS[grave],
            why=why,
            changed=_changed(edits, LEFT_NAME, RIGHT_NAME),
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
        why = f"{why} {_MAY_MISLEAD}"
    return QuoteRow(
        number=one.number + 1,
        left=quotation.words,
        right=one.source_spans,
        left_numbers=(one.number,),
        right_numbers=(),
        source=one.source,
        quotation=words_told(article, quotation.words),
        speaker=_speakers([quotation]),
        where=places_told(article, quotation.words),
        other_wording="" if source is None else words_told(source, one.source_spans),
        other_speaker="" if one.verdict in _WITHOUT_SPEAKER else plain(one.speaker_in_source or ""),
        other_where=f"{which}{there}",
        verdict=one.verdict,
        verdict_told=_told(told, one.findings),
        findings=one.findings,
        severity=grave,
        severity_told=SEVERITY_WORDS[grave],
        why=why,
        changed=_changed(one.edits, "the article", "the source"),
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


def _is_flagged(row: QuoteRow) -> bool:
    return row.mark is not None and row.mark.mark.decision is Decision.FLAGGED


def _marked(row: QuoteRow, marks: Sequence[Located]) -> QuoteRow:
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
    return replace(row, mark=located, status=status_told(located), note=note_told(located.mark), group=group)


def _in_reading_order(rows: Sequence[QuoteRow]) -> list[QuoteRow]:
    """By the left article; what stands only on the right after what stands before it there."""
    ordered = sorted((row for row in rows if row.left), key=lambda row: (row.left[0], row.right))
    for row in sorted((row for row in rows if not row.left), key=lambda row: row.right):
        before = [at for at, one in enumerate(ordered) if one.right and one.right[0] < row.right[0]]
        nearest = max(before, key=lambda at: (ordered[at].right[0], at), default=-1)
        ordered.insert(nearest + 1, row)
    return ordered


def _speakers(quotations: Iterable[Quotation], *, outlets: bool = False) -> str:
    """Who said it; where that matters, with who was told, or is credited with the words."""
    said = [one.attribution for one in quotations]
    told = listed(_names(one.speaker for one in said))
    if not outlets or not said:
        return told
    credited = listed(_names(one.outlet for one in said))
    credit = f"credited to {credited}" if credited else "no outlet credited"
    return f"{told} ({credit})" if told else credit


def _names(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(plain(name) for name in names if name))


def _named(name: str, places: str) -> str:
    return f"{name} {places}" if places else ""


def _verdict_of(verdict: Verdict, *, on_left: bool) -> str:
    """A verdict of a comparison in words; of a quotation without a partner it is said where there is none."""
    words = VERDICT_WORDS[verdict]
    return f"{words} in {RIGHT_NAME if on_left else LEFT_NAME}" if verdict is Verdict.MISSING else words


def _told(words: str, findings: Sequence[Finding]) -> str:
    credit = {Finding.ATTRIBUTION: ", another speaker", Finding.PROVENANCE: ", another outlet"}
    return words + "".join(told for finding, told in credit.items() if finding in findings)


def _changed(edits: Sequence[Edit], left: str, right: str) -> str:
    """What differs, what changes the meaning first; a cut at an end last."""
    first = sorted(edits, key=lambda edit: (edit.critical is None, edit.kind is EditKind.TRUNCATED))
    return f"{sentence(plain(differences(first, left, right)))}." if first else ""

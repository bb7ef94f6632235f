"""What a quotation is, and what comparing two of them says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.article import Range


class QuotationKind(StrEnum):
    """What words between marks are.

    FULL: a statement that stands by itself. PARTIAL: a fragment inside the reporter's own sentence. HEADLINE: words
    between marks in a headline. SCARE: a term held at arm's length, nobody's statement. TITLE: the name of a work.
    """

    FULL = "full"
    PARTIAL = "partial"
    HEADLINE = "headline"
    SCARE = "scare"
    TITLE = "title"


class SpeakerKind(StrEnum):
    """Whose words they are: one person's, several people's or an office's, a document's, or not known."""

    PERSON = "person"
    GROUP = "group"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attribution:
    """To whom an article gives quoted words.

    Attributes:
        speaker: The fullest name the article gives ("Sen. Ann Doe", "the letter"), or None where it names nobody.
        kind: What the speaker is; UNKNOWN where there is none.
        cue: The reporting word as the article has it ("said", "wrote", "according to"), or None.
        outlet: Who was told, or is credited with the words ("Politico"), or None.
    """

    speaker: str | None = None
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    cue: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article puts between marks.

    Attributes:
        number: Its place among the article's quotations, by their first mark, from 0.
        segments: Its parts in order, marks included; none crosses a paragraph. Only the first is never empty of words.
        words: For every segment the characters between its marks; where a mark is missing, up to where the quoted
            words end.
        text: The words between the marks, segments joined by a space.
        kind: What the words are.
        attribution: Whose words the article says they are.
        repaired: A mark was missing or of another style than its partner.
        duplicate_of: Number of the earlier quotation that this one repeats in a duplicate paragraph, or None.
        paragraphs: Indices of the paragraphs in which its segments stand, ascending.
    """

    number: int
    segments: tuple[Range, ...]
    words: tuple[Range, ...]
    text: str
    kind: QuotationKind
    attribution: Attribution = Attribution()
    repaired: bool = False
    duplicate_of: int | None = None
    paragraphs: tuple[int, ...] = ()


class Finding(StrEnum):
    """What can be said of a pair of quotations; several can hold."""

    TYPOGRAPHIC = "typographic"
    RESEGMENTED = "resegmented"
    BRACKETED = "bracketed"
    ELLIPSIS = "ellipsis"
    TRUNCATED = "truncated"
    REORDERED = "reordered"
    SPLICED = "spliced"
    SUBSTITUTED = "substituted"
    INSERTED_OR_DROPPED = "inserted_or_dropped"
    CRITICAL = "critical"
    ATTRIBUTION = "attribution"
    PROVENANCE = "provenance"


class Verdict(StrEnum):
    """The gravest finding about the words, mildest first; after CRITICAL those of a quotation without a partner."""

    VERBATIM = "verbatim"
    MARKED = "marked"
    TRUNCATED = "truncated"
    REORDERED = "reordered"
    SPLICED = "spliced"
    ALTERED = "altered"
    CRITICAL = "critical"
    UNQUOTED = "unquoted"
    PARAPHRASED = "paraphrased"
    MISSING = "missing"


class EditKind(StrEnum):
    """How words of the left quotation became those of the right one."""

    SUBSTITUTED = "substituted"
    INSERTED = "inserted"
    DROPPED = "dropped"
    BRACKETED = "bracketed"
    ELLIPSIS = "ellipsis"
    TRUNCATED = "truncated"


class Critical(StrEnum):
    """Why a changed word changes what was said."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference in words between two quotations; exact, never cleaned up for reading.

    Attributes:
        kind: What was done. INSERTED words stand only on the right, DROPPED ones only on the left.
        left: The left words as printed; empty where there are none.
        right: The right words as printed; empty where there are none.
        left_span: Where the left words stand in the left article, or None for an empty side.
        right_span: Where the right words stand in the right article, or None for an empty side.
        critical: Why the difference changes what was said, or None.
        repeated: The words of one side only repeat those beside them, as speech does.
    """

    kind: EditKind
    left: str
    right: str
    left_span: Range | None
    right_span: Range | None
    critical: Critical | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class QuotePair:
    """Quotations of both articles that print the same words, and how these differ.

    Attributes:
        left: Numbers of the left quotations, several where they are compared as one.
        right: Numbers of the right quotations.
        left_spans: The left words compared, in order; none crosses a segment.
        right_spans: The right words compared.
        primary: The best partner of each of these quotations; else a further place where the words stand.
        verdict: The gravest finding about the words.
        findings: All that holds, in the order of `Finding`.
        edits: The differences in words, by left place, then right.
        why: One plain sentence for the verdict.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    left_spans: tuple[Range, ...]
    right_spans: tuple[Range, ...]
    primary: bool
    verdict: Verdict
    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A quotation whose words the other article puts between no marks.

    Attributes:
        number: The quotation.
        verdict: UNQUOTED, PARAPHRASED or MISSING.
        other: Where the other article has the words or says the same, or None.
        findings: What holds of the quotation beside the same words unquoted, in the order of `Finding`.
        edits: How it differs from them; left and right are those of the comparison.
    """

    number: int
    verdict: Verdict
    other: Range | None = None
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteComparison:
    """All quotations of two articles, compared.

    Attributes:
        left: The left article's quotations, in order.
        right: The right article's quotations, in order.
        pairs: By first left, then first right quotation.
        left_unpaired: Every left quotation that is in no pair.
        right_unpaired: Every right quotation that is in no pair.
    """

    left: tuple[Quotation, ...]
    right: tuple[Quotation, ...]
    pairs: tuple[QuotePair, ...]
    left_unpaired: tuple[Unpaired, ...]
    right_unpaired: tuple[Unpaired, ...]


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """A quotation of an article looked up in its sources.

    Attributes:
        number: The quotation.
        verdict: The gravest finding about the words; PARAPHRASED or MISSING where no source has them.
        findings: All that holds, in the order of `Finding`.
        edits: The differences in words; left is the article, right the source.
        source: Index of the source compared with, or None.
        source_spans: The words compared with, in the order of the quotation.
        speaker_in_source: Who says them there, or None where the source doesn't tell.
        why: One plain sentence for the verdict.
    """

    number: int
    verdict: Verdict
    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    source: int | None
    source_spans: tuple[Range, ...]
    speaker_in_source: str | None
    why: str


class Presence(StrEnum):
    """What became of a statement in one of several articles."""

    FULL = "full"
    PARTIAL = "partial"
    UNQUOTED = "unquoted"
    PARAPHRASED = "paraphrased"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Cell:
    """A statement in one article.

    Attributes:
        article: Index of the article.
        presence: How much of the statement it has.
        verdict: Against the statement's fullest variant.
        spans: The words concerned.
        findings: What holds of it beside the fullest variant, in the order of `Finding`.
        edits: How its words differ; left is the fullest variant.
        speaker: Who says the words there, several parted by "; "; None where nobody is named or nothing is quoted.
    """

    article: int
    presence: Presence
    verdict: Verdict
    spans: tuple[Range, ...]
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A statement as several articles quote it.

    Attributes:
        label: The words of its fullest variant.
        variants: An article's index and a quotation's number, in order.
        cells: One for each article, in order.
        fullest: Index of the article that has the fullest variant: most words, ties to the first article.
    """

    label: str
    variants: tuple[tuple[int, int], ...]
    cells: tuple[Cell, ...]
    fullest: int = 0

"""A row of the fact-check sheet: a quotation, what stands over there, what a reporter said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.quotation import Verdict
from tui.report.differing import sentence
from tui.review import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Range
    from tui.quotation import Edit, Finding, QuotationKind
    from tui.review import Located

MAY_MISLEAD = "What the article leaves out may change what was meant."
"""What is said of a cut that takes away a negation, a hedge or a contrast."""

NOT_COMPARED = "nothing to compare"
"""How grave it is that another article doesn't quote these words."""

HOW_SAID = {Verdict.UNQUOTED: "without quotation marks", Verdict.PARAPHRASED: "in other words"}
"""How one article has words that only the other one puts between marks."""

PARTED = "parted by hand"
"""What became of words that a reporter told apart from those that they would be compared with."""

_OF_ORDER = frozenset({Verdict.REORDERED, Verdict.SPLICED})


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
        was: What the words were when they were marked, where they are others now; else empty.
        parted: A reporter told these words apart from ones that they would be compared with.
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
    was: str = ""
    parted: bool = False

    @property
    def judged(self) -> str:
        """The verdict and, where there is something to weigh, how grave it is: "Other words (serious)"."""
        told = sentence(self.verdict_told)
        return f"{told} ({self.severity_told})" if self.severity else told

    @property
    def quoted(self) -> str:
        """The words that an article puts between marks: the first wording unless only the other article does."""
        return self.other_wording if self.right_numbers and not self.left_numbers else self.quotation

    def how(self, side: int) -> str:
        """How a side has the words where it doesn't put them between marks: "without quotation marks"; else empty.

        Args:
            side: 0 for the first wording, 1 for the other one.
        """
        return "" if (self.left_numbers, self.right_numbers)[side] else HOW_SAID.get(self.verdict, "")

    @property
    def is_flagged(self) -> bool:
        """Whether a reporter said that something is wrong with it."""
        return self.mark is not None and self.mark.mark.decision is Decision.FLAGGED

    @property
    def heading(self) -> str:
        """What was decided and what was found, as a heading says it: "Flagged: other words (serious)"."""
        return f"{sentence(self.status)}: {self.judged[:1].lower()}{self.judged[1:]}" if self.status else self.judged

    def place(self, side: int, names: tuple[str, str]) -> str:
        """Where the words of a side stand: "A ¶5", "source 2 ¶7"; the name alone where they stand nowhere.

        Args:
            side: 0 for the first wording, 1 for the other one.
            names: What to call the two sides where the place doesn't say it.
        """
        where = (self.where, self.other_where)[side]
        return where if where and where[0] != "¶" else f"{names[side]} {where}".strip()

    def places(self, names: tuple[str, str]) -> str:
        """Both places and who speaks there, once where it is the same: "A ¶5, B ¶7, Ann Doe"."""
        sides = [
            (self.place(side, names), speaker)
            for side, (speaker, where) in enumerate(
                ((self.speaker, self.where), (self.other_speaker, self.other_where))
            )
            if where
        ]
        return both_said(sides)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What there is to say for the verdict, a sentence each: why, and what differs where words do."""
        if not self.changed:
            return (self.why,)
        told = f"What differs: {self.changed}"
        if self.why.endswith(MAY_MISLEAD):
            return told, MAY_MISLEAD
        return (self.why, told) if self.verdict in _OF_ORDER else (told,)


def both_said(sides: Sequence[tuple[str, str]]) -> str:
    """Places with their speakers, a speaker once where it is the same in all: "A ¶5, B ¶7, Ann Doe".

    Args:
        sides: For each side the place and who speaks there; empty where nobody is named.
    """
    named = list(dict.fromkeys(speaker for _, speaker in sides if speaker))
    if len(named) < 2:
        return ", ".join([*(place for place, _ in sides), *named])
    return "; ".join(", ".join(filter(None, side)) for side in sides)

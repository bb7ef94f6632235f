"""What there is to say of a quotation: its verdict, both wordings with what differs, who said it and what holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.app.excerpt import Bit, paragraph_of
from tui.app.quoting import VERDICT_MARKS
from tui.app.wording import LETTERS, one_line, plural
from tui.layout import Side
from tui.quotation import Finding, HouseRules, Verdict
from tui.report.differing import SEVERITY_WORDS, differences, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.app.quoting import QuoteStop, Quoting
    from tui.app.wording import Piece
    from tui.article import Article
    from tui.collation import Collation

OPEN, CLOSE = "“", "”"

_LISTED = 200
"""Characters of a quotation that a line of a list can hold at most."""

MEANINGS = {
    Verdict.VERBATIM: "the same words on both sides",
    Verdict.MARKED: "the same but for what brackets or an ellipsis mark as changed",
    Verdict.TRUNCATED: "the same, but one side has only a part",
    Verdict.REORDERED: "the same words in another order",
    Verdict.SPLICED: "one side prints as one what the other has as separate statements",
    Verdict.ALTERED: "other words, or words only one side has",
    Verdict.CRITICAL: "a negation, number, date, name or degree of certainty differs",
    Verdict.UNQUOTED: "the other article has the words, but between no marks",
    Verdict.PARAPHRASED: "the other article says it in other words",
    Verdict.MISSING: "no matching words in the other article",
}
"""What each verdict says, for the help."""


class Wording(NamedTuple):
    """One side's words of a quotation.

    Attributes:
        side: The article.
        name: Where they stand and who is said to have said them.
        bits: The words in order, in marks; those told are the ones that the other side doesn't have.
    """

    side: Side
    name: str
    bits: tuple[Bit, ...]


def verdict_told(stop: QuoteStop) -> str:
    """The sign and the word of a verdict, with what else is grave."""
    told = f"{VERDICT_MARKS[stop.verdict]} {stop.verdict.value}"
    if Finding.ATTRIBUTION in stop.findings:
        told += ", another speaker"
    if Finding.PROVENANCE in stop.findings:
        told += ", another outlet"
    return told


def lead_told(collation: Collation, stop: QuoteStop) -> tuple[Piece, ...]:
    """The verdict, where the words stand, and why."""
    pieces: list[Piece] = [(f"{verdict_told(stop)} · ", None)]
    sides = [side for side in (stop.lead, stop.lead.other) if stop.numbers(side)]
    for at, side in enumerate(sorted(sides)):
        pieces += [(" and ", None)] * bool(at) + [
            (f"{LETTERS[side]} {places(_article(collation, side), stop, side)}", side)
        ]
    return (*pieces, (f": {reason(collation, stop)}", None))


def reason(collation: Collation, stop: QuoteStop) -> str:
    """Why the verdict is what it is, as a clause without its point."""
    if stop.why:
        return stop.why.rstrip(".")
    there = stop.lead.other
    name = LETTERS[there]
    where = f" in {places(_article(collation, there), stop, there)}" if stop.words(there) else ""
    if stop.verdict is Verdict.UNQUOTED:
        exact = ", not quite the same" if stop.edits else ""
        return f"{name} has the words between no marks{where}{exact}"
    if stop.verdict is Verdict.PARAPHRASED:
        return f"{name} says it in other words{where}"
    return f"no matching words in {name}"


def places(article: Article, stop: QuoteStop, side: Side) -> str:
    """The paragraphs of one side's words: "¶3" or "¶3–5"."""
    numbers = sorted({paragraph_of(article, start) for start, _ in stop.words(side)})
    if not numbers:
        return ""
    first, last = numbers[0] + 1, numbers[-1] + 1
    return f"¶{first}" if first == last else f"¶{first}–{last}"


def speakers(quoting: Quoting, stop: QuoteStop, side: Side) -> str:
    """Who is said to have said them, on one line; empty where nobody is named."""
    return ", ".join(dict.fromkeys(one_line(one.speaker) for one in quoting.credits(stop, side) if one.speaker))


def outlets(quoting: Quoting, stop: QuoteStop, side: Side) -> str:
    """Who was told, or is credited with the words."""
    return ", ".join(dict.fromkeys(one_line(one.outlet) for one in quoting.credits(stop, side) if one.outlet))


def wordings(collation: Collation, quoting: Quoting, stop: QuoteStop) -> tuple[Wording, ...]:
    """Both wordings, or the one there is, the left one first."""
    found = []
    for side in Side:
        if not stop.words(side):
            continue
        article = _article(collation, side)
        name = f"{LETTERS[side]} {places(article, stop, side)}"
        if stop.numbers(side):
            said = speakers(quoting, stop, side)
            bits = wording_bits(article, stop, side)
            found.append(Wording(side, f"{name}, {said}" if said else name, bits))
        else:
            plain = wording_bits(article, stop, side, marks=False)
            found.append(Wording(side, f"{name}, in no marks" if stop.verdict is Verdict.UNQUOTED else name, plain))
    return tuple(found)


def wording_bits(article: Article, stop: QuoteStop, side: Side, *, marks: bool = True) -> tuple[Bit, ...]:
    """One side's words on one line, in pieces that the other has, has otherwise, or leaves out at an end."""
    bits: list[Bit] = []
    cut = stop.cut(side)
    differing = sorted([*((*span, False) for span in stop.differing(side)), *((*span, True) for span in cut)])
    for number, (start, end) in enumerate(stop.words(side)):
        lead = (" " if number else "") + (OPEN if marks else "")
        pieces = [Bit(lead, told=False), *_cut(article.text, start, end, differing)]
        bits += [*pieces, Bit(CLOSE if marks else "", told=False)]
    return _joined(bits)


def _cut(text: str, start: int, end: int, differing: Sequence[tuple[int, int, bool]]) -> list[Bit]:
    bits: list[Bit] = []
    at = start
    for low, high, cut in differing:
        first, last = max(low, at), min(high, end)
        if first < last:
            bits += [Bit(text[at:first], told=False), Bit(text[first:last], told=not cut, cut=cut)]
            at = last
    return [*bits, Bit(text[at:end], told=False)]


def _joined(bits: Iterable[Bit]) -> tuple[Bit, ...]:
    """Neighbours alike as one, white space as single blanks, none empty."""
    joined: list[Bit] = []
    for text, told, cut in bits:
        words = " ".join(text.split())
        flat = f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}" if words else " " * bool(text)
        if joined and joined[-1].text.endswith(" "):
            flat = flat.lstrip(" ")
        if flat and joined and joined[-1][1:] == (told, cut):
            joined[-1] = Bit(joined[-1].text + flat, told, cut)
        elif flat:
            joined.append(Bit(flat, told, cut))
    return tuple(joined)


def findings_told(quoting: Quoting, stop: QuoteStop) -> list[str]:
    """All that holds, each as a sentence: the differences in words, the form, who said it, who was told."""
    here, there = (LETTERS[side] for side in Side)
    told = [f"{sentence(differences([edit], here, there))}." for edit in stop.edits]
    findings = set(stop.findings)
    if Finding.RESEGMENTED in findings:
        parts = [plural(len(stop.words(side)), "part") for side in Side]
        told.append(f"{here} prints it in {parts[0]}, {there} in {parts[1]}.")
    if Finding.REORDERED in findings:
        told.append("Words stand in another order.")
    if Finding.SPLICED in findings:
        told.append("One article prints as one what are separate statements in the other.")
    if Finding.ATTRIBUTION in findings:
        named = {side: speakers(quoting, stop, side) or "nobody" for side in Side}
        told.append(f"Another speaker: {here} names {named[Side.LEFT]}, {there} names {named[Side.RIGHT]}.")
    if Finding.PROVENANCE in findings:
        named = {side: outlets(quoting, stop, side) or "none" for side in Side}
        told.append(f"Another outlet: {here} names {named[Side.LEFT]}, {there} names {named[Side.RIGHT]}.")
    if Finding.TYPOGRAPHIC in findings:
        told.append("Marks, dashes or capitals are typed differently.")
    if any(quotation.repaired for side in Side for quotation in quoting.quotations(stop, side)):
        told.append("A quotation mark is missing or doesn't match its partner: its place is a guess.")
    return told


def rules_told(stop: QuoteStop) -> list[str]:
    """How grave it is under either kind of house rules."""
    strict, lenient = (SEVERITY_WORDS[stop.severity(rules)] for rules in (HouseRules.STRICT, HouseRules.LENIENT))
    return [
        f"Under strict rules (AP, Reuters, NYT): {strict}.",
        f"Under lenient rules (Guardian, CP): {lenient}.",
    ]


def counts_told(stops: Sequence[QuoteStop]) -> str:
    """How many quotations there are and how many of them are grave, for the masthead."""
    if not stops:
        return "no quotations"
    grave = [stop for stop in stops if stop.is_grave]
    counts = {
        verdict: sum(stop.verdict is verdict for stop in grave)
        for verdict in (Verdict.CRITICAL, Verdict.ALTERED, Verdict.SPLICED)
    }
    parts = [f"{count} {verdict.value}" for verdict, count in counts.items() if count]
    speaker = sum(Finding.ATTRIBUTION in stop.findings for stop in stops)
    if speaker:
        parts.append(f"{speaker} with another speaker")
    return f"{plural(len(stops), 'quotation')}{': ' if parts else ''}{', '.join(parts)}"


def first_words(collation: Collation, stop: QuoteStop) -> str:
    """A quotation's words on one line, for a list that shows the first of them."""
    text = _article(collation, stop.lead).text
    return f"{OPEN}{' '.join(one_line(text[slice(*words)][:_LISTED]) for words in stop.words(stop.lead)[:2])}{CLOSE}"


def _article(collation: Collation, side: Side) -> Article:
    return collation.left if side is Side.LEFT else collation.right

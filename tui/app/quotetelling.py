"""What there is to say of a quotation: its verdict, both wordings with what differs, who said it and what holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui.app.excerpt import GAP, Bit, beginning, paragraph_of
from tui.app.quoting import OUTLET_MARK, SPEAKER_MARK, VERDICT_MARKS
from tui.app.wording import LETTERS, article_name, one_line, plural
from tui.layout import Side
from tui.quotation import EditKind, Finding, HouseRules, Verdict
from tui.report.differing import COUNTED_WORDS, SEVERITY_WORDS, VERDICT_WORDS, differences, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.app.quoting import QuoteStop, Quoting
    from tui.app.wording import Piece
    from tui.article import Article
    from tui.collation import Collation
    from tui.quotation import Edit

OPEN, CLOSE = "“", "”"

CREDIT_WORDS = {Finding.ATTRIBUTION: "other speaker", Finding.PROVENANCE: "other outlet"}
"""What is said where the words are given to somebody else, or to another outlet."""

_LISTED = 200
"""Characters of a quotation that a line of a list can hold at most."""

_WORDS_DIFFER = (EditKind.SUBSTITUTED, EditKind.INSERTED, EditKind.DROPPED)

MEANINGS = {
    Verdict.VERBATIM: "the same words on both sides",
    Verdict.MARKED: "brackets or an ellipsis mark what was changed; the rest is the same",
    Verdict.TRUNCATED: "the same words, but one article has only a part of them",
    Verdict.REORDERED: "no word differs, but not all stand in the same order",
    Verdict.SPLICED: "one article prints as one what the other has apart",
    Verdict.ALTERED: "some words differ, or only one article has them",
    Verdict.CRITICAL: "a negation, number, date, name or degree of certainty differs",
    Verdict.UNQUOTED: "the other article has the words as its own",
    Verdict.PARAPHRASED: "the other article says it, but not in these words",
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
    """The sign and the words of a verdict, with what else is grave."""
    return f"{stop.mark} {verdict_words(stop)}"


def verdict_words(stop: QuoteStop) -> str:
    """The verdict in words; another speaker comes first where the words are no graver matter."""
    credits_told = [words for finding, words in CREDIT_WORDS.items() if finding in stop.findings]
    words = VERDICT_WORDS[stop.verdict]
    if stop.has_other_speaker and not stop.has_other_words:
        return ", ".join([credits_told[0], words, *credits_told[1:]])
    return ", ".join([words, *credits_told])


def verdict_lines(stop: QuoteStop, room: int) -> list[str]:
    """The same in lines of so many cells: another speaker has one of its own; of another outlet the sign stays."""
    words = f"{VERDICT_MARKS[stop.verdict]} {VERDICT_WORDS[stop.verdict]}"
    if Finding.PROVENANCE in stop.findings:
        told = f"{words}, {CREDIT_WORDS[Finding.PROVENANCE]}"
        words = told if cell_len(told) <= room else f"{beginning(words, room - 2)} {OUTLET_MARK}"
    speaker = [f"{SPEAKER_MARK} {CREDIT_WORDS[Finding.ATTRIBUTION]}"] if stop.has_other_speaker else []
    lines = [words, *speaker] if stop.has_other_words else [*speaker, words]
    return [beginning(line, room) for line in lines]


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
    here, there = (LETTERS[side] for side in Side)
    deciding = _deciding(stop)
    if deciding is not None:
        return differences([deciding], here, there)
    if stop.why:
        return stop.why.rstrip(".")
    other = stop.lead.other
    name = LETTERS[other]
    where = f" in {places(_article(collation, other), stop, other)}" if stop.words(other) else ""
    if stop.verdict is Verdict.UNQUOTED:
        exact = ", though not quite the same" if stop.edits else ""
        return f"{name} has the words without quotation marks{where}{exact}"
    if stop.verdict is Verdict.PARAPHRASED:
        return f"{name} says it in other words{where}"
    return f"no matching words in {name}"


def _deciding(stop: QuoteStop) -> Edit | None:
    """The first difference for which a pair has its verdict, where it is one of words."""
    edits = stop.edits if stop.is_pair else ()
    return next((edit for edit in edits if _decides(stop.verdict, edit)), None)


def _decides(verdict: Verdict, edit: Edit) -> bool:
    if verdict is Verdict.CRITICAL:
        return edit.critical is not None
    if verdict is Verdict.ALTERED:
        return edit.kind in _WORDS_DIFFER
    return verdict is Verdict.TRUNCATED and edit.kind is EditKind.TRUNCATED


def places(article: Article, stop: QuoteStop, side: Side) -> str:
    """The paragraphs of one side's words: "¶3", "¶3–5", or "¶3, 5" where ¶4 has none of them."""
    numbers = sorted({paragraph_of(article, start) + 1 for start, _ in stop.words(side)})
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    if last - first >= len(numbers):
        return f"¶{', '.join(map(str, numbers))}"
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
            found.append(
                Wording(side, f"{name}, without quotation marks" if stop.verdict is Verdict.UNQUOTED else name, plain)
            )
    return tuple(found)


def wording_bits(article: Article, stop: QuoteStop, side: Side, *, marks: bool = True) -> tuple[Bit, ...]:
    """One side's words on one line, in pieces that the other has, has otherwise, or leaves out before or after."""
    bits: list[Bit] = []
    cut = stop.cut(side)
    differing = sorted([*((*span, False) for span in stop.differing(side)), *((*span, True) for span in cut)])
    spans = stop.words(side)
    opened, closed = _marks_around("".join(article.text[slice(*span)] for span in spans)) if marks else ("", "")
    for number, (start, end) in enumerate(spans):
        lead = (" " if number else "") + opened
        pieces = [Bit(lead, told=False), *_cut(article.text, start, end, differing)]
        bits += [*pieces, Bit(closed, told=False)]
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
    for text, told, cut, _ in bits:
        words = " ".join(text.split())
        flat = f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}" if words else " " * bool(text)
        if joined and joined[-1].text.endswith(" "):
            flat = flat.lstrip(" ")
        if flat and joined and joined[-1][1:3] == (told, cut):
            joined[-1] = Bit(joined[-1].text + flat, told, cut)
        elif flat:
            joined.append(Bit(flat, told, cut))
    return tuple(joined)


def findings_told(quoting: Quoting, stop: QuoteStop) -> list[str]:
    """What holds beside the reason, each as a sentence: other differences, the form, who said it, who was told."""
    here, there = (LETTERS[side] for side in Side)
    deciding = _deciding(stop)
    told = [f"{sentence(differences([edit], here, there))}." for edit in stop.edits if edit is not deciding]
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
    parts = [f"{count} {COUNTED_WORDS[verdict]}" for verdict, count in counts.items() if count]
    speaker = sum(stop.has_other_speaker for stop in stops)
    if speaker:
        parts.append(f"{speaker} with another speaker")
    return f"{plural(len(stops), 'quotation')}{': ' if parts else ''}{', '.join(parts)}"


def named(quoting: Quoting, stop: QuoteStop, side: Side) -> str:
    """Whom one side names, as a list says it: "A Ann Doe"."""
    return f"{LETTERS[side]} {speakers(quoting, stop, side) or 'nobody'}"


def first_words(collation: Collation, stop: QuoteStop, room: int) -> tuple[str, str]:
    """A quotation's first words in so many cells, and the sign that others follow, where some do."""
    text = _article(collation, stop.lead).text
    parts = [one_line(text[slice(*words)][:_LISTED]) for words in stop.words(stop.lead)[:2]]
    opened, closed = _marks_around("".join(parts))
    whole = " ".join(f"{opened}{part}{closed}" for part in parts)
    if cell_len(whole) <= room:
        return whole, ""
    kept = beginning(" ".join(parts), room - cell_len(f"{opened}{closed} {GAP}") + 1)
    return f"{opened}{kept.removesuffix('…').rstrip()}{closed}", f" {GAP}"


def _marks_around(words: str) -> tuple[str, str]:
    """Marks that the words don't hold themselves."""
    return ("‘", "’") if OPEN in words or CLOSE in words else (OPEN, CLOSE)


def quotation_copied(collation: Collation, quoting: Quoting, stop: QuoteStop) -> str:
    """A quotation as plain text to paste: the verdict, both wordings with their speakers, and what holds."""
    lines = [f"{sentence(verdict_words(stop))}: {reason(collation, stop)}."]
    for wording in wordings(collation, quoting, stop):
        name = one_line(article_name(_article(collation, wording.side)))
        lines.append(f"{wording.name} ({name}): {''.join(bit.text for bit in wording.bits)}")
    told = findings_told(quoting, stop)
    return "\n\n".join([*lines, " ".join(told)] if told else lines)


def _article(collation: Collation, side: Side) -> Article:
    return collation.left if side is Side.LEFT else collation.right

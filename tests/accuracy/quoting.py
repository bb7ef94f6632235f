"""How well quotations are found, named, paired and judged, against gold made by reading.

`python -m tests.accuracy.quoting` prints the figures of every group; with `--wrong` each fault with its place.
Group "aside" was written without a look at what the program says and measured before anybody could mend by it.
Gold that is not sure (`"sure": false`) counts neither way, nor does a caption's copy of a quotation in pairs.
"""

from __future__ import annotations

import argparse
import functools
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui import quotation
from tui.article import Article, read_article
from tui.collation import collate
from tui.quotation.model import Finding, Quotation, QuoteComparison, QuotePair, Unpaired, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).parent.parent.parent
GOLD = Path(__file__).parent / "quotations"
GROUPS = ("seeds", "en", "other", "invented", "aside")
FIGURES = (
    *("segments", "kind", "speaker"),
    *("precision", "recall", "every"),
    *("verdict", "findings", "edits", "labels", "attribution"),
    *("unpaired", "place"),
)

AFTER_HEAD = frozenset(
    {"of", "from", "who", "whom", "that", "which", "to", "at", "by", "in", "for"}
    | {"de", "del", "des", "du", "en", "der", "von"}
)

Gold = dict[str, Any]
Numbers = frozenset[int]


@dataclass(slots=True)
class Share:
    """How many of how many were right."""

    right: int = 0
    of: int = 0

    def add(self, right: int, of: int = 1) -> None:
        """Count `right` of `of` more."""
        self.right += right
        self.of += of

    @property
    def value(self) -> float:
        """The share from 0 to 1; 1 where there was nothing to get right."""
        return self.right / self.of if self.of else 1.0


@dataclass(slots=True)
class Figures:
    """The figures of one group.

    Attributes:
        shares: By name, see FIGURES. segments and edits are F1; precision is of the program's primary pairs, recall of
            the gold's primary pairs and every of all its pairs; attribution is the share of the changes of speaker
            that were flagged; place is whether an unquoted or paraphrased quotation points at the right words.
        false_attributions: Pairs flagged with another speaker although the gold sees none.
        faults: One line a fault, with its place.
    """

    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in FIGURES})
    false_attributions: int = 0
    faults: list[str] = field(default_factory=list)

    def judge(self, name: str, right: bool, fault: str) -> None:
        """Count one yes-or-no judgement and keep the fault's line if it was wrong."""
        self.shares[name].add(right)
        if not right:
            self.faults.append(f"{name}: {fault}")


@dataclass(frozen=True, slots=True)
class Found:
    """One article, its gold, and what the program found in it.

    Attributes:
        path: The file, relative to the checkout.
        article: The article as read.
        gold: The gold's quotations by id.
        quotations: The program's.
        numbers: For every gold id the numbers of the program's quotations that cover it.
    """

    path: str
    article: Article
    gold: dict[str, Gold]
    quotations: tuple[Quotation, ...]
    numbers: dict[str, Numbers]

    def set_aside(self) -> Numbers:
        """Numbers of the quotations that are a caption's copy or that the gold isn't sure of."""
        return frozenset(
            number
            for key, gold in self.gold.items()
            if "duplicate_of" in gold or not gold.get("sure", True)
            for number in self.numbers[key]
        )


@functools.cache
def stories() -> tuple[Gold, ...]:
    """The gold of every story, by file name."""
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json")))


def score_all() -> dict[str, Figures]:
    """The figures of every group that has gold, in the order of GROUPS."""
    figures = {group: Figures() for group in GROUPS}
    for story in stories():
        score_story(story, figures[story["group"]])
    return {group: figures[group] for group in GROUPS if figures[group].shares["segments"].of}


def score_story(story: Gold, figures: Figures) -> None:
    """Add the figures of one story."""
    found = {path: find(path, gold) for path, gold in story["articles"].items()}
    for each in found.values():
        score_segments(each, figures)
        score_naming(each, figures)
    compare: Callable[..., QuoteComparison] | None = getattr(quotation, "compare_quotations", None)
    if compare is None:
        return
    order = list(found)
    sides = {(row["left_article"], row["right_article"]) for row in story["pairs"]}
    for row in story["unpaired"]:
        first, second = sorted((row["article"], row["other_article"]), key=order.index)
        sides.add((first, second))
    for left_path, right_path in sorted(sides):
        left, right = found[left_path], found[right_path]
        comparison = compare(collate(left.article, right.article))
        gold_pairs = [p for p in story["pairs"] if (p["left_article"], p["right_article"]) == (left_path, right_path)]
        score_pairs(comparison, left, right, gold_pairs, figures)
        for here, there, unpaired in (
            (left, right, comparison.left_unpaired),
            (right, left, comparison.right_unpaired),
        ):
            rows = [u for u in story["unpaired"] if (u["article"], u["other_article"]) == (here.path, there.path)]
            score_unpaired(unpaired, here, there, rows, figures)


def find(path: str, gold: list[Gold]) -> Found:
    """Read an article, find its quotations and tell which of them are the gold's."""
    article = read_article(str(ROOT / path))
    find_quotations: Callable[[Article], tuple[Quotation, ...]] | None = getattr(quotation, "find_quotations", None)
    quotations = find_quotations(article) if find_quotations else ()
    numbers = {row["id"]: covering(row, quotations) for row in gold}
    return Found(path, article, {row["id"]: row for row in gold}, quotations, numbers)


def covering(gold: Gold, quotations: tuple[Quotation, ...]) -> Numbers:
    """The quotations that share a segment with the gold's; failing that, the one that overlaps it most."""
    wanted = {tuple(segment) for segment in gold["segments"]}
    equal = frozenset(q.number for q in quotations if wanted & set(q.segments))
    if equal:
        return equal
    shared = {q.number: sum(overlap(a, b) for a in wanted for b in q.segments) for q in quotations}
    best = max(shared, key=lambda number: shared[number], default=None)
    return frozenset({best}) if best is not None and shared[best] else frozenset()


def overlap(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    """How many characters two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def score_segments(found: Found, figures: Figures) -> None:
    """Segments are compared one by one, so that an utterance in two parts counts alike however it is grouped."""
    gold = {tuple(s): row.get("sure", True) for row in found.gold.values() for s in row["segments"]}
    sure = {segment for segment, certain in gold.items() if certain}
    have = {segment for q in found.quotations for segment in q.segments}
    hits = len(sure & have)
    figures.shares["segments"].add(2 * hits, len(sure) + hits + len(have - set(gold)))
    for segment in sorted(sure - have):
        figures.faults.append(f"segment missed: {place(found, segment)}")
    for segment in sorted(have - set(gold)):
        figures.faults.append(f"segment wrong: {place(found, segment)}")


def score_naming(found: Found, figures: Figures) -> None:
    """Kind and speaker of every quotation whose segments are right; speakers of full and partial ones only."""
    for row in found.gold.values():
        wanted = {tuple(segment) for segment in row["segments"]}
        each = next((q for q in found.quotations if wanted & set(q.segments)), None)
        if each is None or not row.get("sure", True):
            continue
        kinds = {row["kind"], *row.get("kind_also", ())}
        where = place(found, each.segments[0])
        figures.judge("kind", each.kind in kinds, f"{where}: {each.kind}, gold {row['kind']}")
        if row["kind"] in ("full", "partial"):
            speaker = each.attribution.speaker
            person = row["speaker_kind"] == "person"
            right = same_speaker(speaker, [row["speaker"], *row["speaker_also"]], person=person)
            figures.judge("speaker", right, f"{where}: {speaker!r}, gold {row['speaker']!r}")


def same_speaker(speaker: str | None, namings: Iterable[str | None], *, person: bool) -> bool:
    """Whether a speaker is one of those that the gold allows.

    A person is right with the same words, or if one naming holds the other's last name; a group or a document if the
    head words agree: "Friends of Bernie Sanders" is not "Bernie Sanders".
    """
    for naming in namings:
        if speaker is None or naming is None:
            if speaker is naming:
                return True
            continue
        ours, theirs = name_words(speaker), name_words(naming)
        if ours and theirs and same_words(ours, theirs, person=person):
            return True
        spaceless = any("\u3040" <= c <= "\u9fff" for c in naming)
        if spaceless and (speaker in naming or naming in speaker):
            return True
    return False


def same_words(ours: list[str], theirs: list[str], *, person: bool) -> bool:
    """Whether two namings without case and marks name the same speaker, see `same_speaker`."""
    if person:
        return ours[-1] in theirs or theirs[-1] in ours
    return head(ours) in theirs and head(theirs) in ours


def head(words: list[str]) -> str:
    """The word of a group's or a document's naming that says what it is: the last one before "of" and its like."""
    cut = next((i for i, word in enumerate(words) if i and word in AFTER_HEAD), len(words))
    return words[cut - 1]


def name_words(name: str) -> list[str]:
    """The words of a name, without case, marks and the possessive s."""
    plain = re.sub(r"['’]s\b", "", unicodedata.normalize("NFKC", name).casefold())
    return re.findall(r"\w+", plain)


def score_pairs(
    comparison: QuoteComparison, left: Found, right: Found, gold_pairs: list[Gold], figures: Figures
) -> None:
    """Pairs found, and what was said of them.

    A pair of the program is right if it is a pair of the gold, or several of them compared as one.
    """
    wanted = [(row, numbers_of(row["left"], left), numbers_of(row["right"], right)) for row in gold_pairs]
    aside_left, aside_right = left.set_aside(), right.set_aside()
    found: dict[int, QuotePair] = {}
    for pair in sorted(comparison.pairs, key=lambda p: not p.primary):
        ours = frozenset(pair.left), frozenset(pair.right)
        held = [(i, w) for i, w in enumerate(wanted) if w[1] and w[2] and w[1] <= ours[0] and w[2] <= ours[1]]
        union = (frozenset().union(*(w[1] for _, w in held)), frozenset().union(*(w[2] for _, w in held)))
        if held and union == ours:
            for i, _ in held:
                found.setdefault(i, pair)
            if any(w[0].get("sure", True) for _, w in held) and pair.primary:
                figures.shares["precision"].add(1)
            rows = [w[0] for _, w in held if w[0].get("sure", True)]
            score_judgement(pair, rows, where_of(left, right, pair), figures)
        elif pair.primary and not (ours[0] <= aside_left or ours[1] <= aside_right):
            figures.judge("precision", False, where_of(left, right, pair))
    for i, (row, _, _) in enumerate(wanted):
        if not row.get("sure", True):
            continue
        figures.shares["every"].add(i in found)
        if row["primary"]:
            figures.judge("recall", i in found, f"{'+'.join(row['left'])} ⇄ {'+'.join(row['right'])}")
        if "attribution" in row["findings"]:
            flagged = i in found and Finding.ATTRIBUTION in found[i].findings
            figures.judge("attribution", flagged, f"not flagged, {row['left']} ⇄ {row['right']}")


def numbers_of(ids: list[str], found: Found) -> Numbers:
    """The program's numbers for gold ids; empty if one of them was not found."""
    numbers = [found.numbers[key] for key in ids]
    return frozenset().union(*numbers) if all(numbers) else frozenset()


def score_judgement(pair: QuotePair, rows: list[Gold], where: str, figures: Figures) -> None:
    """Verdict, findings and edits of a pair that is one or several of the gold's."""
    if not rows:
        return
    order = list(Verdict)
    gravest = max(rows, key=lambda row: order.index(Verdict(row["verdict"])))
    verdicts = {gravest["verdict"], *gravest.get("verdict_also", ())}
    figures.judge("verdict", pair.verdict in verdicts, f"{where}: {pair.verdict}, gold {gravest['verdict']}")
    said = {finding for row in rows for finding in row["findings"]}
    second_reading = pair.verdict in gravest.get("verdict_also", ())
    required = set() if second_reading else said
    allowed = said | {finding for row in rows for finding in row.get("findings_also", ())} | {Finding.TYPOGRAPHIC}
    if len(rows) > 1:
        allowed.add(Finding.RESEGMENTED)
    have = set(pair.findings)
    figures.judge(
        "findings",
        required <= have <= allowed,
        f"{where}: {listed(have)}, gold {listed(required)} (may be: {listed(allowed - required)})",
    )
    figures.false_attributions += Finding.ATTRIBUTION in have - allowed
    if len(rows) == 1 and not (second_reading and gravest["verdict"] == Verdict.VERBATIM):
        score_edits(pair, rows[0]["edits"], where, figures, labels=not second_reading)


def score_edits(pair: QuotePair, gold: list[Gold], where: str, figures: Figures, *, labels: bool) -> None:
    """Edits are right if the words on both sides are; their labels are kind and why they are critical."""
    have = {(plain(edit.left), plain(edit.right)): edit for edit in pair.edits}
    wanted: dict[tuple[str, str], Gold] = {}
    for edit in gold:
        ways = [(plain(left), plain(right)) for left, right in ((edit["left"], edit["right"]), *edit.get("also", ()))]
        wanted[next((way for way in ways if way in have), ways[0])] = edit
    both = wanted.keys() & have.keys()
    figures.shares["edits"].add(2 * len(both), len(wanted) + len(have))
    for words in sorted(both) if labels else ():
        ours, theirs = have[words], wanted[words]
        right = ours.kind == theirs["kind"] and ours.critical in (theirs["critical"], *theirs.get("critical_also", ()))
        fault = f"{ours.kind} {ours.critical}, gold {theirs['kind']} {theirs['critical']}"
        figures.judge("labels", right, f"{where}: {words}: {fault}")
    figures.faults += [f"edit missed: {where}: {words}" for words in sorted(wanted.keys() - both)]
    figures.faults += [f"edit wrong: {where}: {words}" for words in sorted(have.keys() - both)]


def listed(findings: Iterable[str]) -> str:
    """Findings for people, in one order."""
    return " ".join(sorted(findings)) or "none"


def plain(words: str) -> str:
    """Words without case, marks and white space; an ellipsis stays one."""
    text = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(re.findall(r"\w+|…", re.sub(r"\.( ?\.)+", "…", text)))


def score_unpaired(
    unpaired: tuple[Unpaired, ...], here: Found, there: Found, rows: list[Gold], figures: Figures
) -> None:
    """What became of the quotations that have no partner."""
    have = {each.number: each for each in unpaired}
    for row in rows:
        gold = here.gold[row["id"]]
        numbers = here.numbers[row["id"]]
        each = next((have[number] for number in numbers if number in have), None)
        if not numbers or not row.get("sure", True):
            continue
        verdict = each.verdict if each else "in a pair"
        where = f"{row['id']} in {Path(there.path).name}"
        right = verdict in {row["verdict"], *row["verdict_also"]}
        figures.judge("unpaired", right, f"{where} {gold['text'][:40]!r}: {verdict}, gold {row['verdict']}")
        if row["words"] and each and each.verdict == row["verdict"]:
            other = each.other or (0, 0)
            words = there.article.text[slice(*other)]
            spans = [match.span() for match in re.finditer(re.escape(row["words"]), there.article.text)]
            near = any(overlap(other, span) for span in spans)
            figures.judge("place", near, f"{where}: {words!r}, gold {row['words']!r}")


def place(found: Found, segment: tuple[int, ...]) -> str:
    """Where a segment stands, for people: file, paragraph from 1, first and last words."""
    start, end = segment
    paragraph = next((n for n, p in enumerate(found.article.paragraphs, 1) if p.start <= start < p.end), 0)
    words = found.article.text[start:end].replace("\n", " ")
    short = words if len(words) <= 60 else f"{words[:36]} … {words[-20:]}"
    return f"{Path(found.path).parent.name}/{Path(found.path).name} ¶{paragraph} [{start}:{end}] {short}"


def where_of(left: Found, right: Found, pair: QuotePair) -> str:
    """Where the two sides of a pair stand, for people."""
    sides = [
        " + ".join(place(found, found.quotations[number].segments[0]) for number in numbers)
        for found, numbers in ((left, pair.left), (right, pair.right))
    ]
    return " ⇄ ".join(sides)


def table(scores: dict[str, Figures]) -> str:
    """The figures as a table for people; how many judgements each rests on stands under it."""
    lines = ["group     " + "".join(f"{name[:9]:>10}" for name in FIGURES) + "  false attr."]
    for group, figures in scores.items():
        cells = "".join(
            f"{figures.shares[name].value:10.3f}" if figures.shares[name].of else f"{'–':>10}" for name in FIGURES
        )
        lines.append(f"{group:<10}{cells}{figures.false_attributions:13d}")
        lines.append(f"{'  of':<10}" + "".join(f"{figures.shares[name].of:10d}" for name in FIGURES))
    return "\n".join(lines)


def main() -> None:
    """Print the table, and with `--wrong` the faults."""
    parser = argparse.ArgumentParser(description="Figures of quotations, against gold made by reading.")
    parser.add_argument("--wrong", action="store_true", help="list each fault with its place")
    parser.add_argument("--group", choices=GROUPS, help="faults of this group only")
    options = parser.parse_args()
    scores = score_all()
    print(table(scores))
    if options.wrong:
        for group, figures in scores.items():
            if options.group in (None, group):
                kinds = Counter(fault.split(":")[0] for fault in figures.faults)
                print(f"\n{group}: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()))
                print("\n".join(figures.faults))


if __name__ == "__main__":
    main()

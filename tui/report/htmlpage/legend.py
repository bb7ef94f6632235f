"""What the signs of a page mean, as far as they are used."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from tui.report.htmlpage.inline import Ref
from tui.report.htmlpage.panes import RELATION_SIGNS, UNMATCHED
from tui.report.htmlpage.reviewed import DECISION_SIGNS, NOTE_SIGN
from tui.report.marked import STATUS_WORDS
from tui.report.summary import RELATION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.report.htmlpage.panes import Row, Shown

_WORDS = {
    "changed": "other words in the other article",
    "unique": "only here",
    "moved": "elsewhere in the other article",
    "shared": "shared, where the rest is in other words",
    "stray": "stray matter, not compared",
}
_REFS = {
    "quote": ("Q1", "a quotation that differs; leads to the table"),
    "quiet": ("Q1", "a quotation with nothing to look at"),
    "mark": ("Q1", "the reporter’s mark; leads to what was decided"),
}


_MARKS = {
    **{sign: STATUS_WORDS[decision] for decision, sign in DECISION_SIGNS.items()},
    NOTE_SIGN: "noted or corrected",
}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign or a look, and what it means."""

    sample: str
    words: str
    css: str = ""


def comparison_legend(rows: Iterable[Row]) -> tuple[LegendEntry, ...]:
    """The signs and looks of two articles side by side."""
    rows = tuple(rows)
    used = {row.told for row in rows}
    entries = [
        LegendEntry(RELATION_SIGNS[relation], words) for relation, words in RELATION_WORDS.items() if words in used
    ]
    shown = list(chain.from_iterable((*row.left, *row.right) for row in rows))
    if any(one.unmatched for one in shown):
        entries.append(LegendEntry("◂ ▸", f"{UNMATCHED}: what stands opposite doesn’t belong to it"))
    if any("⇢" in pointer.said or "⇠" in pointer.said for one in shown for pointer in one.pointers):
        entries.append(LegendEntry("⇢ ⇠", "stands elsewhere in the other article"))
    return (*entries, *_looks(shown))


def check_legend(shown: Iterable[Shown]) -> tuple[LegendEntry, ...]:
    """The looks of an article by itself."""
    return tuple(
        LegendEntry(one.sample, "differs from the source", one.css) if "changed" in one.css else one
        for one in _looks(list(shown))
    )


def _looks(shown: Iterable[Shown]) -> Iterator[LegendEntry]:
    runs = list(chain.from_iterable(one.runs for one in shown))
    tones = {run.tone for run in runs}
    shown_refs = [part for run in runs for part in run.parts if isinstance(part, Ref)]
    refs = {ref.tone for ref in shown_refs}
    signs = {ref.shown[-1:] for ref in shown_refs if ref.tone == "mark"}
    for tone, words in _WORDS.items():
        if tone in tones:
            yield LegendEntry("words", words, f"look {tone}")
    for tone, (sample, words) in _REFS.items():
        if tone in refs:
            yield LegendEntry(sample, words, f"ref {tone}")
    for sign, words in _MARKS.items():
        if sign in signs:
            yield LegendEntry(sign, words, "ref mark")

"""Marks, words and places as plain values, as the store and an export write them, and back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from tui.review.model import Anchor, Decision, Mark, MarkKind, Place, Subject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Plain = dict[str, object]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")

_LATEST = "9000"
"""No mark is from that year or a later one; a version after the last moment of all times could have no name."""


def anchors_plain(anchors: Sequence[Anchor]) -> list[Plain]:
    """Words as plain values."""
    return [
        {"exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix, "start": anchor.start}
        for anchor in anchors
    ]


def anchors_of(value: object) -> tuple[Anchor, ...]:
    """The words in plain values.

    Raises:
        ValueError: They are no words.
    """
    return tuple(_anchor_of(found) for found in list_of(value))


def mark_plain(mark: Mark) -> Plain:
    """A mark as plain values, but for its words."""
    return {
        "id": mark.id,
        "kind": mark.kind.value,
        "subject": mark.subject.value,
        "decision": None if mark.decision is None else mark.decision.value,
        "note": mark.note,
        "value": mark.value,
        "cleared": mark.cleared,
        "made": mark.made,
        "changed": mark.changed,
        "past": list(mark.past),
    }


def mark_of(plain: Mapping[str, object], left: tuple[Anchor, ...], right: tuple[Anchor, ...]) -> Mark:
    """The mark in plain values, on these words.

    Raises:
        ValueError: They are no mark.
    """
    decision = plain.get("decision")
    if not left and not right:
        raise ValueError("a mark on no words")
    return Mark(
        id=text_of(plain, "id", least=1),
        kind=MarkKind(text_of(plain, "kind")),
        subject=Subject(text_of(plain, "subject")),
        left=left,
        right=right,
        decision=None if decision is None else Decision(str(decision)),
        note=text_of(plain, "note"),
        value=text_of(plain, "value"),
        cleared=plain.get("cleared") is True,
        made=_moment_of(plain.get("made")),
        changed=_moment_of(plain.get("changed")),
        past=tuple(map(_version_of, list_of(plain.get("past")))),
    )


def place_plain(place: Place) -> Plain:
    """A place as plain values."""
    return {
        "words": None if place.words is None else anchors_plain([place.words])[0],
        "on_left": place.on_left,
        "layout": place.layout,
        "choice": place.choice,
        "at_quotation": None if place.at_quotation is None else anchors_plain([place.at_quotation])[0],
    }


def place_of(written: str) -> Place | None:
    """The place in what was written of it; None where that is nothing a place can be read from."""
    try:
        plain = json.loads(written)
        return Place(
            words=None if plain["words"] is None else _anchor_of(plain["words"]),
            on_left=plain["on_left"] is True,
            layout=text_of(plain, "layout"),
            choice=text_of(plain, "choice"),
            at_quotation=None if plain["at_quotation"] is None else _anchor_of(plain["at_quotation"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def turned_place(place: Place) -> Place:
    """A place with the sides exchanged."""
    layout = {"follow-left": "follow-right", "follow-right": "follow-left"}.get(place.layout, place.layout)
    return replace(place, on_left=not place.on_left, layout=layout)


def text_of(plain: Mapping[str, object], name: str, least: int = 0) -> str:
    """The text under a name.

    Raises:
        ValueError: There is none, or it is shorter than `least`.
    """
    value = plain.get(name)
    if not isinstance(value, str) or len(value) < least:
        raise ValueError(name)
    return value


def list_of(value: object) -> list[object]:
    """The list that a value is.

    Raises:
        ValueError: It is none.
    """
    if not isinstance(value, list):
        raise ValueError("list")  # noqa: TRY004 - a fault of what was read, not of the program
    return value


def _anchor_of(value: object) -> Anchor:
    if not isinstance(value, dict):
        raise ValueError("words")  # noqa: TRY004 - a fault of what was read, not of the program
    exact, prefix, suffix, start = map(value.get, ("exact", "prefix", "suffix", "start"))
    # By type, not by instance: quicker, as there may be thousands, and True is no number.
    if not (type(exact) is str and type(prefix) is str and type(suffix) is str and type(start) is int):
        raise ValueError("words")
    if not exact or start < 0:
        raise ValueError("words")
    return Anchor(exact, prefix, suffix, start)


def _version_of(value: object) -> str:
    if not isinstance(value, str) or " " in value:  # the store parts them by blanks
        raise ValueError("version")
    return value


def _moment_of(value: object) -> str:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value) or value >= _LATEST:
        raise ValueError("time")
    datetime.fromisoformat(value)
    return value

"""The last line: the keys that matter here. A click on one does what the key does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.app.keymap import KEPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import ActiveBinding
    from textual.screen import Screen


GAP = 2
"""Blank columns between two keys: without colour nothing else keeps them apart."""


class Label(NamedTuple):
    """One key on the line: how it is written and what it does."""

    key: str
    written: str
    label: str
    tooltip: str

    @property
    def cells(self) -> int:
        """The columns it takes."""
        return cell_len(f"{self.written} {self.label}")


class KeyLine(Widget):
    """Drawn as one line: a widget for every key, as Textual's footer has, takes a fifth of the start."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keyline--key", "keyline--label"}
    DEFAULT_CSS = """
    KeyLine {
        height: 1;
        background: $footer-background;
        color: $footer-foreground;
        & .keyline--key { color: $footer-key-foreground; background: $footer-key-background; text-style: bold; }
        & .keyline--label { color: $footer-description-foreground; background: $footer-description-background; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[Label] | None = None
        self._kept: Sequence[str] = KEPT

    def on_mount(self) -> None:
        """Follow what the keys do."""
        self.screen.bindings_updated_signal.subscribe(self, self._forget)

    def _forget(self, _screen: Screen[object]) -> None:
        self._labels = None
        self.refresh()

    def prefer(self, kept: Sequence[str]) -> None:
        """Say which keys matter most now, by their ids."""
        if kept is not self._kept:
            self._kept, self._labels = kept, None
            self.refresh()

    @property
    def labels(self) -> list[Label]:
        """The keys from the left, each whole; those that matter least are left out where there is no room."""
        if self._labels is None:
            self._labels = self._find_labels()
        return self._labels

    def _find_labels(self) -> list[Label]:
        shown: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                shown.setdefault(active.binding.action, active)
        ranks = {name: rank for rank, name in enumerate(self._kept)}
        labels = {action: self._label(active) for action, active in shown.items()}
        room = self.size.width - 1
        fitting: set[str] = set()
        for action in sorted(shown, key=lambda action: ranks.get(shown[action].binding.id or "", len(ranks))):
            cells = labels[action].cells + (GAP if fitting else 0)
            if cells <= room:
                room -= cells
                fitting.add(action)
        return [label for action, label in labels.items() if action in fitting]

    def _label(self, active: ActiveBinding) -> Label:
        binding = active.binding
        return Label(binding.key, self.app.get_key_display(binding), binding.description, active.tooltip)

    def on_resize(self) -> None:
        """There is room for more or fewer."""
        self._labels = None

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, base = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, base)
        key, label = (
            base + self.get_component_rich_style(f"keyline--{part}", partial=True) for part in ("key", "label")
        )
        segments = [Segment(" ", base)]
        for one in self.labels:
            segments += [Segment(one.written, key), Segment(f" {one.label}", label), Segment(" " * GAP, base)]
        return Strip(segments).adjust_cell_length(width, base)

    def label_at(self, x: int) -> Label | None:
        """The key in this column."""
        start = 1
        for one in self.labels:
            if start <= x < start + one.cells:
                return one
            start += one.cells + GAP
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say more of the key under the pointer."""
        found = self.label_at(event.x)
        tooltip = found.tooltip if found is not None else None
        if self.tooltip != tooltip:
            self.tooltip = tooltip

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Do what the key does."""
        found = self.label_at(event.x)
        if found is not None:
            self.app.simulate_key(found.key)

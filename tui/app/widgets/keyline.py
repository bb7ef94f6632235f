"""The last line: the keys that matter here. A click on one does what the key does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen


class Label(NamedTuple):
    """One key on the line: how it is written, what it does, and the columns it takes."""

    key: str
    written: str
    label: str
    tooltip: str
    start: int
    end: int


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

    def on_mount(self) -> None:
        """Follow what the keys do."""
        self.screen.bindings_updated_signal.subscribe(self, self._forget)

    def _forget(self, _screen: Screen[object]) -> None:
        self._labels = None
        self.refresh()

    @property
    def labels(self) -> list[Label]:
        """The keys from the left; those without room are left out."""
        if self._labels is None:
            self._labels = self._find_labels()
        return self._labels

    def _find_labels(self) -> list[Label]:
        found: list[Label] = []
        actions: set[str] = set()
        start = 0
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or binding.action in actions:
                continue
            written = self.app.get_key_display(binding)
            end = start + cell_len(f"{written} {binding.description}")
            if end > self.size.width:
                break
            actions.add(binding.action)
            found.append(Label(binding.key, written, binding.description, active.tooltip, start, end))
            start = end + 1
        return found

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
        segments: list[Segment] = []
        for one in self.labels:
            segments += [Segment(one.written, key), Segment(f" {one.label}", label), Segment(" ", base)]
        return Strip(segments).adjust_cell_length(width, base)

    def label_at(self, x: int) -> Label | None:
        """The key in this column."""
        return next((one for one in self.labels if one.start <= x < one.end), None)

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

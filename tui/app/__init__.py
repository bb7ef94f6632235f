"""The reading screen. The only room that knows textual and rich; importing it loads neither."""

from tui.app.run import run_reader

__all__ = ["run_reader"]

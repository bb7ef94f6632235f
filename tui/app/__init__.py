"""The screens. The only room that knows textual and rich; importing it loads neither."""

from tui.app.run import run_library, run_reader

__all__ = ["run_library", "run_reader"]

"""Copyholder reads two articles side by side. `tui/README.md` is the map of this package."""

__version__ = "0.1.0"

"""What a reporter's settings file says of the reader: the theme, and other keys for what keys do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from textual.keys import Keys, _normalize_key_list

from tui.app.keymap import HELP_KEYS, INDEX_KEYS, PALETTE_KEY, READER_KEYS, SEARCH_KEYS, Key
from tui.app.theme import CHOICES

_SCREENS = ((*READER_KEYS, PALETTE_KEY), HELP_KEYS, SEARCH_KEYS, INDEX_KEYS)
_FIXED = {PALETTE_KEY.id}
_NAMES = {key.value for key in Keys}


class SettingsError(Exception):
    """The settings can't be followed; the message is one clause that says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The reader's settings.

    Attributes:
        theme: One of the themes' names, or None for what suits the terminal.
        keys: For some of what keys do, by id, the keys to use instead, separated by commas.
    """

    theme: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)


def check_settings(table: Mapping[str, object]) -> Settings:
    """Understand a settings file.

    Args:
        table: The file's contents; what isn't about the reader is left alone.

    Raises:
        SettingsError: A theme or an id that doesn't exist, or a key that is used twice.
    """
    theme = table.get("theme")
    if theme is not None and theme not in CHOICES:
        raise SettingsError(f"there is no theme {theme!s}; choose {', '.join(CHOICES[:-1])} or {CHOICES[-1]}")
    given = table.get("keys", {})
    if not isinstance(given, Mapping):
        raise SettingsError('[keys] must be a table with lines such as next-difference = "d"')
    screens = _screens() if given else _SCREENS
    keys = {str(name): _checked(str(name), told, screens) for name, told in given.items()}
    for screen in screens:
        _check_clashes(screen, keys)
    return Settings(theme=None if theme is None else str(theme), keys=keys)


def _screens() -> tuple[tuple[Key, ...], ...]:
    """The keys of every screen and dialog."""
    # Only here: who gives no other keys needn't wait for the dialogs.
    from tui.app.library.keys import LIBRARY_KEYS, PASTE_KEYS
    from tui.app.screens.asking.keys import ASKING_KEYS
    from tui.app.tracing.keys import STATEMENTS_KEYS

    return *_SCREENS, *ASKING_KEYS, LIBRARY_KEYS, PASTE_KEYS, STATEMENTS_KEYS


def _checked(name: str, told: object, screens: tuple[tuple[Key, ...], ...]) -> str:
    known = {key.id for screen in screens for key in screen} - _FIXED
    if name not in known:
        raise SettingsError(f"[keys] names {name}, which no key does; the names are {', '.join(sorted(known))}")
    if not isinstance(told, str) or not told.strip():
        raise SettingsError(f'[keys] gives {name} no key; write one between marks, such as "d" or "ctrl+d"')
    keys = _normalize_key_list(told)
    for key, written in zip(keys.split(","), told.split(","), strict=True):
        last = key.rpartition("+")[2]
        if key not in _NAMES and last not in _NAMES and len(last) != 1 and len(written.strip()) != 1:
            raise SettingsError(f"[keys] gives {name} the key {written.strip() or 'nothing'}, and there is no such key")
    return keys


def _check_clashes(screen: tuple[Key, ...], keys: Mapping[str, str]) -> None:
    used: dict[str, str] = {}
    for entry in screen:
        for key in _normalize_key_list(keys.get(entry.id, entry.keys)).split(","):
            other = used.setdefault(key, entry.id)
            if other != entry.id:
                raise SettingsError(
                    f"[keys] has the key {key} for both {other} and {entry.id}; give one of them another"
                )

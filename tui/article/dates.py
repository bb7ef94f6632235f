"""Dates as newsrooms write them, and lines that hold nothing but a date, a time or a place."""

from __future__ import annotations

import re
from datetime import date

from tui.text import lazily

_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene",
    "february feb februar février fevrier févr febrero",
    "march mar märz maerz mrz mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet juil julio",
    "august aug août aout agosto ago",
    "september sept sep septembre septiembre setiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre decembre déc diciembre dic",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}

_DATE = lazily(
    rf"""
      (?<!\d) (?P<iso_y>{_YEAR})[-/.](?P<iso_m>\d\d?)[-/.](?P<iso_d>\d\d?) (?!\d)
    | (?P<cjk_y>{_YEAR}|(?:令和|平成|昭和)\s?(?:\d\d?|元))\s?[年년]
        \s?(?P<cjk_m>\d\d?)\s?[月월]\s?(?P<cjk_d>\d\d?)\s?[日일]
    | \b(?P<us_m>{_MONTH})\s(?P<us_d>\d\d?)(?:st|nd|rd|th)?,?\s(?P<us_y>{_YEAR})\b
    | (?<!\d)(?P<eu_d>\d\d?)(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s)?(?P<eu_m>{_MONTH}),?
        \s(?:de\s|del\s)?(?P<eu_y>{_YEAR})\b
    | (?<![\d.])(?P<de_d>\d\d?)\.\s?(?P<de_m>\d\d?)\.\s?(?P<de_y>{_YEAR})\b
    | (?<![\d/])(?P<sl_a>\d\d?)/(?P<sl_b>\d\d?)/(?P<sl_y>{_YEAR})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)

_PARTIAL_DATE = (
    rf"\b{_MONTH}\s\d\d?(?:st|nd|rd|th)?\b|\b{_MONTH}\s{_YEAR}\b"
    rf"|\b\d\d?(?:st|nd|rd|th|er|\.)?\s(?:de\s)?{_MONTH}"
)
_CLOCK = (
    r"(?:\b|(?<=\dT)|(?<=\sT))\d\d?(?::|\.|h\s?|時)\d\d(?:分|:\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\b\.?|\s?uhr\b|z\b|h\b)?"
    r"|\b\d\d?\s?(?:[ap]\.?m\b\.?|uhr\b|h\b)|(?:午前|午後)?\d\d?時(?:\d\d?分)?"
)
_AGO = (
    r"\b(?:\d+|an?|one)\s(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\sago\b"
    r"|\bvor\s(?:\d+|einer|einem)\s(?:minuten?|stunden?|tag(?:en)?|wochen?)\b"
    r"|\bil\sy\sa\s\d+\s(?:minutes?|heures?|jours?)\b|\bhace\s\d+\s(?:minutos?|horas?|días?)\b"
    r"|\d+\s?(?:分|時間|日)前"
)
_WHEN = lazily(f"{_PARTIAL_DATE}|{_CLOCK}|{_AGO}", re.IGNORECASE)
_RELATIVE_DAY = lazily(r"\b(?:today|yesterday|heute|gestern|aujourd'hui|hier|hoy|ayer)\b", re.IGNORECASE)
_BESIDE = lazily(
    r"""
      \b(?:(?:first|last|date|originally)\s)?(?:published|updated?|posted|created|modified|issued|filed)\b
        (?:\s(?:on|at))?
    | \b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?
    | \b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag
        |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
        |lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b
    | [月火水木金土日]曜日? | \([月火水木金土日]\) | （[月火水木金土日]）
    | \b(?:e[sd]?t|p[sd]?t|c[sd]t|m[sd]t|gmt|utc|bst|ist|cest|cet|mez|mesz|jst|a\.?m|p\.?m|uhr)\b\.?
    | \b(?:date|dated|on|at|the|am|um|den|der|vom|stand|veröffentlicht|aktualisiert|erstellt|publié|mise?
        |jour|à|a|le|et|modifié|el|de|del
        |las|los|publicado|actualizado|actualizada|actualización|noon|midnight|eastern|pacific|time|local)\b
    | 公開|更新|配信|掲載|最終|投稿日?|午前|午後 | \bt\b | [+-]\d\d:?\d\d\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_LATER = lazily(r"updat|modif|aktualis|mis\w* à jour|actualiz|更新|最終", re.IGNORECASE)

_PLACE = r"[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,2}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
_AGENCY = r"\((?:AP|Reuters|REUTERS|AFP|dpa|DPA|UPI|CNN|EFE|ANSA|Kyodo|TASS|Xinhua|Bloomberg|[A-Z]{2,6})\)"
_PLACE_BEFORE_DATE = re.compile(r"[^\W\d_][\w.'’-]+(?:\s[^\W\d_][\w.'’-]+){0,2}\s?[,|–—-]")
_PLACE_LINE = re.compile(rf"{_PLACE}(?:,?\s{_AGENCY}\s?[-–—]*|\s?[—–]+|\s-+)")
PLACE_LEAD = re.compile(rf"{_PLACE}[^.!?—–]{{0,60}}?(?:{_AGENCY}\s?[-–—]+|\s?[—–]|\s-+)\s?\S")
"""A lead paragraph that opens with its place: "WASHINGTON (AP) — Officials said"."""


def find_date(text: str) -> str | None:
    """The first full date in a short text as ISO 8601; None without one, or where it can be read two ways."""
    for found in _DATE().finditer(text):
        return _iso(found)
    return None


def match_date(text: str, position: int) -> tuple[int, str | None] | None:
    """Where the full date that begins exactly here ends, and the date; None where none begins here."""
    found = _DATE().match(text, position)
    return None if found is None else (found.end(), _iso(found))


def is_dateline(line: str) -> bool:
    """Whether a line holds a date, a time or a place and nothing else."""
    if len(line) > 120:
        return False
    may_tell_when = _may_tell_when(line)
    place = None if "\n" in line or not may_tell_when else _PLACE_BEFORE_DATE.match(line)
    if place and line[0].isupper() and _DATE().match(line, place.end() + 1):
        line = line[place.end() :]
    line = " ".join(line.split())
    if _PLACE_LINE.fullmatch(line):
        return True
    if not may_tell_when:
        return False
    rest, dates = _DATE().subn(" ", line)
    rest, times = _WHEN().subn(" ", rest)
    if not dates + times:
        return False
    rest = _BESIDE().sub(" ", _RELATIVE_DAY().sub(" ", rest))
    return _WORD.search(rest) is None or re.fullmatch(rf"\W*{_PLACE}\W*(?:{_AGENCY}\W*)?", rest) is not None


def _may_tell_when(line: str) -> bool:
    """Whether it has a figure, or words for a time past ("an hour ago", "vor einer Stunde"); quick to see."""
    return any(map(str.isdigit, line)) or any(sign in line.casefold() for sign in ("ago", "vor"))


def says_when_updated(line: str) -> bool:
    """Whether a date line speaks of a later change rather than of the first publication."""
    return _LATER().search(line) is not None


def _iso(found: re.Match[str]) -> str | None:
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    kind = next(iter(parts)).partition("_")[0]
    if kind == "sl":
        order = _slash_order(int(parts["sl_a"]), int(parts["sl_b"]))
        if order is None:
            return None
        month, day = order
    else:
        month, day = _month_number(parts[f"{kind}_m"]), int(parts[f"{kind}_d"])
    try:
        return date(_year_number(parts[f"{kind}_y"]), month, day).isoformat()
    except ValueError:
        return None


def _slash_order(first: int, second: int) -> tuple[int, int] | None:
    """Month and day of "1/2": Americans begin with the month, others with the day; None if unsure."""
    if first == second or second > 12:
        return first, second
    return (second, first) if first > 12 else None


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS[month.rstrip(".").casefold()]


def _year_number(year: str) -> int:
    era = _ERAS.get(year[:2])
    if era is None:
        return int(year)
    count = year[2:].strip()
    return era + (1 if count == "元" else int(count))

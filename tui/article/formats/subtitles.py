"""Subtitles and captions (SubRip, WebVTT) as a transcript: cues become sentences, speakers paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.article.decode import decode
from tui.article.errors import ArticleError
from tui.article.formats.joining import join_lines
from tui.article.formats.limits import time_limit
from tui.article.formats.model import Extracted, Part
from tui.article.missing import missing_library
from tui.article.model import Role
from tui.article.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PAUSE = 1.5  # seconds of silence after a sentence that begin a paragraph
_LONGEST_PARAGRAPH = 150  # words; a speech without a pause is broken at the next sentence
_LARGEST = 20_000_000  # characters; ten hours of talk have fewer than one million
_SECONDS = 20.0

_TAG = re.compile(
    r"</?(?:v|c|i|b|u|s|ruby|lang|font)(?:[.\s][^<>]{0,200})?>|<[\d:.]{4,16}>|\{\\[^{}]{0,200}\}", re.IGNORECASE
)
_READING_AID = re.compile(r"<rt>[^<]{0,200}(?:</rt>|(?=</ruby>))", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,100})?[ \t]+([^<>]{1,100})>")
_TURN = re.compile(r"(?:>>+|&gt;&gt;(?:&gt;)*)\s*")
_DASH = re.compile(r"[-‐–—]\s*(?=\S)")
_CAPITALS = re.compile(r"([^\W\d_a-z][^a-z:\n]{1,40}?)\s?:\s+(?=\S)")
_NAME = re.compile(r"([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3})\s?:\s+(?=\S)")
_FIRST_CUE = re.compile(r"^[ \t]*\d+[ \t]*\n[ \t]*\d+:\d+:\d+[,.]\d+[ \t]*-->", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cue.

    Attributes:
        text: Its words, as in the file.
        start: When its cue begins, in seconds.
        end: When its cue ends.
        turn: Whether a sign says that somebody else speaks.
    """

    text: str
    start: float
    end: float
    turn: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of one speaker, without tags.

    Attributes:
        words: What is shown.
        speaker: Who is named as saying it, or None.
        turn: Whether somebody begins to speak with it.
        start: When its cue begins, in seconds.
        end: When its cue ends.
    """

    words: str
    speaker: str | None
    turn: bool
    start: float
    end: float


def extract(data: bytes, what: str) -> Extracted:
    """The transcript in a file of subtitles.

    Args:
        data: The bytes of a SubRip or WebVTT file.
        what: The source, for the message of an error.

    Raises:
        ArticleError: It holds no cues that can be read, or webvtt-py isn't installed.
    """
    text, decoded_with = decode(data, what)
    text = text.lstrip("\ufeff \t\r\n").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _LARGEST:
        raise ArticleError(what, "it is too large for subtitles; save the part you need on its own")
    kind = "vtt" if text.startswith("WEBVTT") else "srt"
    try:
        with time_limit(_SECONDS):
            paragraphs = tuple(Part(words, Role.BODY) for words in _paragraphs(_lines(text, kind, what)))
    except TimeoutError:
        raise ArticleError(what, "reading these subtitles takes too long; save them as a text file") from None
    if not paragraphs:
        raise ArticleError(what, "no captions were found in it; check that the subtitles were saved")
    media_type = "text/vtt" if kind == "vtt" else "application/x-subrip"
    return Extracted(paragraphs, media_type=media_type, encoding=decoded_with)


def _lines(text: str, kind: str, what: str) -> list[_Line]:
    try:
        import webvtt
        from webvtt.errors import MalformedCaptionError, MalformedFileError
    except ImportError:
        raise missing_library(what, "subtitles", "webvtt-py", "webvtt-py>=0.6,<1") from None
    if kind == "srt":
        found = _FIRST_CUE.search(text)
        text = text[found.start() :].lstrip() if found else text
    try:
        cues = webvtt.WebVTT.from_buffer(text.split("\n"), format=kind)
    except (MalformedFileError, MalformedCaptionError):
        raise ArticleError(what, "its captions can't be made out; save the transcript as a text file") from None
    shown = [
        (
            [line for line in cue.lines if line.strip()],
            cue.start_time.in_milliseconds() / 1000,
            cue.end_time.in_milliseconds() / 1000,
        )
        for cue in cues.captions
    ]
    return list(_rolled_out(shown))


def _rolled_out(cues: list[tuple[list[str], float, float]]) -> Iterator[_Line]:
    """Every line once: captions that roll up show a line again above the next one."""
    cues = [cue for cue in cues if cue[0]]
    again = sum(_plain(later[0][0]) == _plain(earlier[0][-1]) for earlier, later in pairwise(cues))
    rolls = len(cues) >= 4 and again * 3 >= len(cues)
    before: list[str] = []
    for lines, start, end in cues:
        plain = [_plain(line) for line in lines]
        shown_before = _overlap(before, plain) if rolls else 0
        before = plain
        dashes = sum(_DASH.match(words) is not None for words in plain) >= 2
        for line, words in zip(lines[shown_before:], plain[shown_before:], strict=True):
            yield _Line(line, start, end, turn=dashes and _DASH.match(words) is not None)


def _overlap(before: list[str], lines: list[str]) -> int:
    """How many of the first lines are the last ones shown before."""
    return next((size for size in range(min(len(before), len(lines)), 0, -1) if before[-size:] == lines[:size]), 0)


def _plain(line: str) -> str:
    return " ".join(unescape(_TAG.sub("", _READING_AID.sub("", line))).split())


def _said(lines: list[_Line]) -> Iterator[_Said]:
    names = _names_by_colon(lines)
    for line in lines:
        voice = _VOICE.search(line.text)
        words = _plain(line.text)
        turn = line.turn or _TURN.match(words) is not None
        if turn:
            words = _DASH.sub("", words, count=1) if line.turn else words
            words = _TURN.sub("", words, count=1)
        speaker = " ".join(unescape(voice[1]).split()) if voice else None
        named = _CAPITALS.match(words) or _NAME.match(words)
        if named and speaker is None and (turn or named[1] in names):
            speaker, turn = named[1], True
            words = words[named.end() :]
        if words:
            yield _Said(words, speaker, turn, line.start, line.end)


def _names_by_colon(lines: list[_Line]) -> set[str]:
    """What stands before a colon and is a speaker: all in capitals, or more than once."""
    found: Counter[str] = Counter()
    for line in lines:
        words = _TURN.sub("", _plain(line.text), count=1)
        named = _CAPITALS.match(words) or _NAME.match(words)
        if named:
            found[named[1]] += 2 if named[1].isupper() else 1
    return {name for name, times in found.items() if times >= 2}


def _paragraphs(lines: list[_Line]) -> Iterable[str]:
    held: list[_Said] = []
    speaker: str | None = None
    for said in _said(lines):
        if held and _begins_paragraph(held, said, speaker):
            yield _paragraph(held)
            held = []
        held.append(said)
        speaker = said.speaker or (None if said.turn else speaker)
    if held:
        yield _paragraph(held)


def _begins_paragraph(held: list[_Said], said: _Said, speaker: str | None) -> bool:
    if said.turn or (said.speaker is not None and said.speaker != speaker):
        return True
    if not ends_sentence(held[-1].words):
        return False
    return said.start - held[-1].end >= _PAUSE or sum(len(part.words.split()) for part in held) >= _LONGEST_PARAGRAPH


def _paragraph(held: list[_Said]) -> str:
    words = join_lines(part.words for part in held)
    return f"{held[0].speaker}: {words}" if held[0].speaker else words

"""Subtitles become a transcript: sentences whole, a paragraph for every speaker."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import ArticleError, Role
from tui.article.formats.subtitles import extract

VTT = """WEBVTT - An interview
Kind: captions

STYLE
::cue { color: red }

NOTE nobody says this

1
00:00:01.000 --> 00:00:03.000 position:10% line:0
<v Roger Bingham>We are in <i>New York</i> City
for the

00:00:03.000 --> 00:00:04.000
<v Roger Bingham>first time &amp; glad.

00:00:10.000 --> 00:00:14.000
<v Roger Bingham>It rains<00:00:12.000> a lot.

00:00:14.000 --> 00:00:15.000
<v.loud Neil>No, 5 < 6.
"""

SRT = """1
00:00:01,000 --> 00:00:03,000
MODERATOR: Good evening,
and welcome.

2
00:00:03,100 --> 00:00:04,000
{\\an8}SEN. SMITH: Thank
you. I am

3
00:00:04,100 --> 00:00:05,000
<font color="red">glad</font>. At 10:30 it is late.

4
00:00:08,100 --> 00:00:09,000
- Is it?
- No!
"""


def words(text: str) -> list[str]:
    return [part.text for part in extract(text.encode(), "made.srt").paragraphs]


def srt(*cues: tuple[float, float, str]) -> str:
    """A file of cues, each with its beginning and end in seconds."""
    return "\n".join(
        f"{number}\n{clock(start)} --> {clock(end)}\n{text}\n" for number, (start, end, text) in enumerate(cues, 1)
    )


def clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{round(seconds % 1 * 1000):03}"


def test_webvtt() -> None:
    found = extract(VTT.encode(), "made.vtt")
    assert [part.text for part in found.paragraphs] == [
        "Roger Bingham: We are in New York City for the first time & glad.",
        "Roger Bingham: It rains a lot.",
        "Neil: No, 5 < 6.",
    ]
    assert {part.role for part in found.paragraphs} == {Role.BODY}
    assert found.media_type == "text/vtt"


def test_subrip() -> None:
    assert words(SRT) == [
        "MODERATOR: Good evening, and welcome.",
        "SEN. SMITH: Thank you. I am glad. At 10:30 it is late.",
        "Is it?",
        "No!",
    ]


def test_a_byte_order_mark_other_line_ends_and_code_pages() -> None:
    assert extract(b"\xef\xbb\xbf" + SRT.replace("\n", "\r\n").encode(), "made.srt").paragraphs[2].text == "Is it?"
    assert extract(srt((1, 2, "Ça déjà vu.")).encode("cp1252"), "made.srt").paragraphs[0].text == "Ça déjà vu."


def test_a_pause_after_a_sentence_begins_a_paragraph() -> None:
    assert words(srt((1, 2, "It ended."), (2.2, 3, "It began"), (9, 10, "again."), (14, 15, "Later."))) == [
        "It ended. It began again.",
        "Later.",
    ]


def test_a_long_speech_is_broken_at_a_sentence() -> None:
    cues = [(second, second + 1, f"Sentence number {second} has seven words in it.") for second in range(60)]
    found = words(srt(*cues))
    assert len(found) > 1
    assert all(paragraph.endswith("in it.") for paragraph in found)
    assert " ".join(found) == " ".join(text for _, _, text in cues)


def test_captions_that_roll_up_are_told_once() -> None:
    rolled = srt(
        (0, 2, "the vote"), (2, 4, "the vote\nwas held"), (4, 6, "was held\non Monday"), (6, 8, "on Monday\nnight.")
    )
    assert words(rolled) == ["the vote was held on Monday night."]


def test_words_said_twice_are_told_twice() -> None:
    assert words(srt((0, 1, "No."), (1, 2, "No."), (2, 3, "We won't"), (3, 4, "go there"), (4, 5, "now."))) == [
        "No. No. We won't go there now."
    ]


def test_what_ends_in_a_colon_once_is_nobody() -> None:
    assert words(srt((0, 1, "The rule: never lie."), (1, 2, "Note this."))) == ["The rule: never lie. Note this."]


def test_names_in_small_letters_speak_where_they_come_again_or_after_a_sign() -> None:
    found = words(srt((0, 1, "Jane Doe: Who won?"), (1, 2, ">> John Roe: We did."), (2, 3, "Jane Doe: Really?")))
    assert found == ["Jane Doe: Who won?", "John Roe: We did.", "Jane Doe: Really?"]


def test_japanese_lines_are_joined_without_a_space() -> None:
    assert words(srt((0, 1, "地震が\nあった。"), (1, 2, "津波は"), (2, 3, "ない。"))) == ["地震があった。津波はない。"]


@pytest.mark.parametrize("text", ["WEBVTT\n\nNOTE nothing\n", "1\n00:00:01,000 --> 00:00:02,000\n\n", "no cues at all"])
def test_files_without_captions_are_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="caption"):
        extract(text.encode(), "made.vtt")


@settings(max_examples=80)
@given(
    st.lists(
        st.sampled_from(
            [*VTT.split("\n"), *SRT.split("\n"), "-->", "<v", "<" * 50, "9999999999999999999999", "{\\", "&#x;"]
        )
    )
)
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    for head in ("WEBVTT\n", "1\n00:00:01,000 --> 00:00:02,000\nx\n"):
        with suppress(ArticleError):
            found = extract((head + "\n".join(lines)).encode(), "made.vtt")
            assert all(part.text.strip() for part in found.paragraphs)

from __future__ import annotations

from dataclasses import replace

from tui.article import Article, Paragraph, Role
from tui.report.reading import reading_text, word_count

TEXT = "Storm hits\n\nRain fell date 2020 all day.\n\nRain fell all day.\n\nSign up"
ARTICLE = Article(
    source="desk/storm.txt",
    text=TEXT,
    paragraphs=(
        Paragraph(0, 10, Role.HEADLINE),
        Paragraph(12, 40),
        Paragraph(42, 60, Role.CAPTION, duplicate_of=1),
        Paragraph(62, 69, Role.BOILERPLATE),
    ),
    noise=((22, 31),),
    title="Storm hits",
    published="2020-02-01",
    byline="A. Writer",
)


def test_offsets_of_the_example_are_as_meant() -> None:
    assert [ARTICLE.words_of(number) for number in range(4)] == TEXT.split("\n\n")
    assert TEXT[22:31] == "date 2020"


def test_words_leave_out_boilerplate_repeats_and_noise() -> None:
    assert word_count(ARTICLE) == 6  # Storm hits Rain fell all day


def test_report() -> None:
    assert reading_text(ARTICLE, width=80) == (
        "Storm hits\n"
        "Byline  A. Writer\n"
        "Date    2020-02-01\n"
        "Source  desk/storm.txt\n"
        "Read as plain text, utf-8\n"
        "Length  6 words in 4 paragraphs\n"
        "Stray   1 passage of stray matter, not compared\n"
        "\n"
        " 1  [headline]\n"
        "    Storm hits\n"
        "\n"
        " 2  Rain fell date 2020 all day.\n"
        "    [stray matter: “date 2020”]\n"
        "\n"
        " 3  [caption, repeats ¶2]\n"
        "    Rain fell all day.\n"
        "\n"
        " 4  [boilerplate]\n"
        "    Sign up\n"
    )


def test_linear_report_speaks() -> None:
    lines = reading_text(ARTICLE, width=0, color=True).splitlines()
    assert "Paragraph 3, caption, repeats paragraph 2: Rain fell all day." in lines
    assert "Stray matter in it: “date 2020”" in lines
    assert "Source: desk/storm.txt" in lines


def test_colour_sets_off_the_title_and_the_notes() -> None:
    report = reading_text(ARTICLE, width=80, color=True)
    assert report.startswith("\x1b[1mStorm hits\x1b[0m\n")
    assert "\x1b[2m[boilerplate]\x1b[0m" in report


def test_a_source_is_never_an_escape_sequence() -> None:
    report = reading_text(replace(ARTICLE, source="x\x1b]0;evil\x07.txt", title=None))
    assert "\x1b" not in report
    assert "\x07" not in report


def test_what_was_detected_says_so() -> None:
    told = replace(
        ARTICLE,
        published="2020-01-02",
        site="Example Post",
        media_type="application/pdf",
        guessed=frozenset({"published"}),
    )
    report = reading_text(told, width=80)
    assert "Date    2020-01-02 (detected)\n" in report
    assert "Site    Example Post\n" in report
    assert "Read as PDF\n" in report

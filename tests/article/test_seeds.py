"""The demonstration articles, read as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.article import Role, read_article

SEEDS = Path(__file__).parents[2] / "seeds"

ROLES = {
    "000_a1df5388812c0477.txt": (11, {0: "headline"}),
    "001_1df8ae38260215af.txt": (
        28,
        {
            0: "headline",
            1: "summary",
            2: "summary",
            10: "caption",
            11: "caption",
            12: "caption",
            27: "boilerplate",
        },
    ),
    "002_06b2687f3465ffdf.txt": (12, {}),
    "003_dd09dbc2faccaa28.txt": (
        19,
        {0: "boilerplate", 1: "headline", **dict.fromkeys(range(15, 19), "boilerplate")},
    ),
    "004_291a756bbccefec7.txt": (
        14,
        {0: "headline", 1: "dateline", **dict.fromkeys(range(11, 14), "boilerplate")},
    ),
}


@pytest.mark.parametrize("name", ROLES)
def test_roles(name: str) -> None:
    count, roles = ROLES[name]
    article = read_article(SEEDS / name)
    assert len(article.paragraphs) == count
    found = {index: paragraph.role for index, paragraph in enumerate(article.paragraphs)}
    assert {index: role for index, role in found.items() if role is not Role.BODY} == roles


@pytest.mark.parametrize("name", ROLES)
def test_duplicates(name: str) -> None:
    article = read_article(SEEDS / name)
    found = {
        index: paragraph.duplicate_of
        for index, paragraph in enumerate(article.paragraphs)
        if paragraph.duplicate_of is not None
    }
    assert found == ({10: 3, 11: 4, 12: 4} if name.startswith("001") else {})


@pytest.mark.parametrize("name", ROLES)
def test_clean_files_are_held_as_they_are(name: str) -> None:
    assert read_article(SEEDS / name).text == (SEEDS / name).read_text(encoding="utf-8")


def test_stray_matter_in_the_third_article() -> None:
    article = read_article(SEEDS / "002_06b2687f3465ffdf.txt")
    date, headlines = (article.text[start:end] for start, end in article.noise)
    assert date == "date 2018-12-30"
    assert headlines.startswith("Bernard (Bernie) SandersO'Rourke's chances")
    assert headlines.endswith("runs for White House in 2020 MORE")
    lead = article.words_of(0).replace(date, "").replace(headlines, "")
    assert lead.startswith(" Alumni of Sen. Bernie Sanders 's (I-Vt.) 2016 presidential campaign are requesting")


def test_no_stray_matter_elsewhere() -> None:
    assert not any(read_article(SEEDS / name).noise for name in ROLES if not name.startswith("002"))


def test_what_the_articles_say_about_themselves() -> None:
    first, second, third, _, fifth = (read_article(SEEDS / name) for name in ROLES)
    assert first.title is not None
    assert first.title.endswith("Toxic Culture On 2016 Campaign Trail")
    assert second.site == "DailyMail.co.uk"
    assert (third.title, third.published) == (None, "2018-12-30")
    assert (fifth.title, fifth.published) == ("Former Bernie Sanders campaigners say #MeToo", "2018-01-02")
    assert {article.byline for article in (first, second, third, fifth)} == {None}

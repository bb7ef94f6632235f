"""Stray matter inside paragraphs, and dates."""

from __future__ import annotations

import pytest

from tui.article import article_from_text
from tui.article.dates import find_date, is_dateline
from tui.article.noise import find_noise


def noise(text: str) -> list[str]:
    return [text[start:end] for start, end in find_noise(text, 0, len(text)).ranges]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2020-03-03 The council voted.", ["date 2020-03-03"]),
        ("2020-03-03 The council voted.", ["2020-03-03"]),
        ("Posted: Mar 3, 2020 / 10:15 AM EST The council voted.", ["Posted: Mar 3, 2020 / 10:15 AM EST"]),
        ("Published 3 March 2020, the report names four people.", []),
        ("2020-03-03 was a Tuesday.", []),
        ("March 3, 2020 The council voted.", []),
        ("He said so. ADVERTISEMENT Then he left.", ["ADVERTISEMENT"]),
        ("He said so. (Advertisement) Then he left.", ["(Advertisement)"]),
        ("He left. Story continues below advertisement She stayed.", ["Story continues below advertisement"]),
        ("He left. [RELATED: Ferries return to the river] She stayed.", ["[RELATED: Ferries return to the river]"]),
        ("The advertisement ran for a week [in March].", []),
        ("NO ADVERTISEMENT ON THIS BRIDGE", []),
        (
            "Sen. Jo Roe (D-Ohio) Josephine (Jo) Ann RoeFive takeaways from the vote Roe teases a bid MORE said so.",
            ["Josephine (Jo) Ann RoeFive takeaways from the vote Roe teases a bid MORE"],
        ),
        (
            "Sen. Al McCoy Alan McCoySenate passes the bill MORE's aide and Rep. Li WuLi Mei WuWho won MORE agreed.",
            ["Alan McCoySenate passes the bill MORE", "Li Mei WuWho won MORE"],
        ),
        ("Published March 11, 2024, at 6:42 a.m. Corrected March 13.", []),
        ("She wants MORE of BuzzFeed and McCoy wants MORE too.", []),
    ],
)
def test_noise(text: str, expected: list[str]) -> None:
    assert noise(text) == expected


def test_scraped_date_is_the_date_of_publication() -> None:
    article = article_from_text("date 2020-03-03 The council voted on Monday to close the bridge.\n\nIt did so.")
    assert article.published == "2020-03-03"
    assert article.noise == ((0, 15),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2020-03-04", "2020-03-04"),
        ("2020-03-04T12:30:00Z", "2020-03-04"),
        ("March 4, 2020", "2020-03-04"),
        ("Wed., Mar. 4, 2020 | Updated 3 hours ago", "2020-03-04"),
        ("4th March 2020", "2020-03-04"),
        ("PARIS, March 4, 2020", "2020-03-04"),
        ("4. März 2020, 12:30 Uhr", "2020-03-04"),
        ("Stand: 04.03.2020", "2020-03-04"),
        ("Publié le 1er août 2020 à 12h30", "2020-08-01"),
        ("4 de marzo de 2020", "2020-03-04"),
        ("2020年3月4日 12時30分", "2020-03-04"),
        ("令和2年3月4日", "2020-03-04"),
        ("Published: 30/12/2018 at 10:15 am ET", "2018-12-30"),
        ("12/30/2018", "2018-12-30"),
        ("3/4/2020", None),
        ("4/4/2020", "2020-04-04"),
        ("February 30, 2020", None),
        ("Updated 3:05 p.m.", None),
        ("March 4", None),
    ],
)
def test_dates_in_datelines(line: str, expected: str | None) -> None:
    assert is_dateline(line)
    assert find_date(line) == expected


@pytest.mark.parametrize(
    "line",
    ["The March 4, 2020 meeting", "May we?", "On time", "WASHINGTON (AP) — Officials said", "", "Today", "3 people"],
)
def test_no_datelines(line: str) -> None:
    assert not is_dateline(line)


def test_the_first_publication_counts_rather_than_the_update() -> None:
    body = "The council voted on Monday to close the bridge until engineers have inspected its northern piers."
    head = "Council closes bridge"
    article = article_from_text(f"{head}\n\nUpdated March 5, 2020\n\nPublished March 4, 2020\n\n{body}\n\n{body[:60]}.")
    assert article.published == "2020-03-04"
    assert article_from_text(f"{head}\n\n3/4/2020\n\n{body}").published is None

"""The part each paragraph plays."""

from __future__ import annotations

import pytest

from tui.article import Role, article_from_text
from tui.article.bylines import byline_names

LEAD = "The city council voted on Monday to close the bridge until engineers have inspected its northern piers."
MORE = "The mayor said the closure could last three weeks, and that ferries would run every ten minutes."
LAST = "Shopkeepers near the bridge said they had not been told, and asked for a meeting with the council."
BODY = f"{LEAD}\n\n{MORE}\n\n{LAST}"


def roles(text: str) -> list[str]:
    return [paragraph.role.value for paragraph in article_from_text(text).paragraphs]


def only(paragraph: str) -> str:
    """The role of a paragraph at the end of an article."""
    return roles(f"{BODY}\n\n{paragraph}")[-1]


def test_headline_byline_dateline_body() -> None:
    article = article_from_text(f"Council closes bridge\n\nBy Jane Doe and John Roe\n\nMarch 3, 2020\n\n{BODY}")
    assert [paragraph.role for paragraph in article.paragraphs] == [
        Role.HEADLINE,
        Role.BYLINE,
        Role.DATELINE,
        Role.BODY,
        Role.BODY,
        Role.BODY,
    ]
    assert (article.title, article.byline) == ("Council closes bridge", "Jane Doe and John Roe")
    assert article.published == "2020-03-03"


def test_standfirst_before_the_byline_is_summary() -> None:
    standfirst = "Ferries are to run while engineers look at the piers."
    assert roles(f"Council closes bridge\n\n{standfirst}\n\nBy Jane Doe\n\n{BODY}")[:4] == [
        "headline",
        "summary",
        "byline",
        "body",
    ]


def test_subhead_and_bullets_are_summary() -> None:
    bullets = "• Ferries run every ten minutes\n• Closure may last three weeks"
    found = roles(f"Council closes bridge\n\nEngineers to inspect the northern piers\n\n{bullets}\n\n{BODY}")
    assert found[:4] == ["headline", "summary", "summary", "body"]


@pytest.mark.parametrize(
    "opening",
    [
        LEAD,
        "LONDON (Reuters) - The council will close the bridge, it said on Monday",
        "“We will close it,” the mayor said. “It’s over.”",
        "The mayor said:",
    ],
)
def test_an_article_that_opens_with_body_has_no_headline(opening: str) -> None:
    article = article_from_text(f"{opening}\n\n{BODY}")
    assert article.paragraphs[0].role is Role.BODY
    assert article.title is None


def test_headline_may_ask() -> None:
    assert roles(f"Will the bridge ever open again?\n\n{BODY}") == ["headline", "body", "body", "body"]


def test_section_over_the_headline_is_boilerplate() -> None:
    assert roles(f"Politics\n\nCouncil votes to close bridge\n\n{BODY}")[:3] == ["boilerplate", "headline", "body"]


def test_japanese_article() -> None:
    text = (
        "市議会、橋の閉鎖を決定\n\n2020年3月3日\n\n市議会は月曜日、橋を閉鎖することを賛成多数で決めた。技術者が橋脚を調べる。\n\n"
        "市長は記者団に「三週間かかる可能性がある」と述べ、渡し船を十分おきに運航すると説明した。\n\n関連記事"
    )
    article = article_from_text(text)
    assert [paragraph.role.value for paragraph in article.paragraphs] == [
        "headline",
        "dateline",
        "body",
        "body",
        "boilerplate",
    ]
    assert article.published == "2020-03-03"


@pytest.mark.parametrize(
    "line",
    [
        "Connect with us",
        "Leave a Reply",
        "1 Comment",
        "Continue Reading\n1 Comment",
        "Your email address will not be published. Required fields are marked *",
        "Read more at Example.co.uk",
        "Research contact: @SomeOne",
        "Related: Council may sell the old ferry",
        "CLICK HERE TO GET THE EXAMPLE NEWS APP",
        "Share this:",
        "Advertisement",
        "Sign up for our weekly newsletter and never miss a story.",
        "Follow Jane Doe on Twitter: @jdoe",
        "Copyright 2020 The Example Press. All rights reserved. This material may not be republished.",
        "© 2020 Example Media",
        "Lesen Sie auch: Brücke bleibt zu",
        "Alle Rechte vorbehalten.",
        "Kommentar schreiben",
        "À lire aussi : Le pont reste fermé",
        "Laisser un commentaire",
        "Suscríbete a nuestro boletín",
        "Todos los derechos reservados",
        "関連記事：橋の閉鎖続く",
        "無断転載を禁じます。",
        "https://example.com/story",
    ],
)
def test_notices_are_boilerplate(line: str) -> None:
    assert only(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "The Post story about the bridge first appeared on Monday, and the council denied it.",
        "Comments by the mayor angered shopkeepers, who said they had been ignored for years.",
        "Like many others on Twitter, she said the closure was a mistake and should be undone.",
        "Copyright law does not protect the letter, two lawyers said.",
        "An earlier version of the report, obtained by the newspaper, named four councillors.",
        "By Monday the council had changed its mind and the bridge was open again.",
        "Read the letter again, the judge told the lawyers.",
        "More from the council is expected on Tuesday, said a spokesman, who gave no details.",
        "Related documents were handed to the court by lawyers for the council on Friday.",
        "Register early, the council told voters, because the rolls close on 3 March.",
        "Sharing the letter was a mistake, he said.",
        "A photo: that was all she kept of the house by the bridge, she said through tears.",
        "On March 3, 2020, the bridge was closed.",
        "He took the case to court against Getty Images.",
        "***",
        "The next step",
    ],
)
def test_reporting_is_never_dimmed(line: str) -> None:
    assert only(line) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: The northern pier of the bridge",
        "FILE - The bridge in March, before it was closed to traffic.",
        "The mayor at the bridge on Monday. (Jane Doe/Getty Images)",
        "The bridge on Monday (AP Photo/John Roe)",
        "The bridge at night. Photograph: Jane Doe/Example",
        "Foto: Jane Doe / dpa",
        "写真：閉鎖された橋",
    ],
)
def test_captions(line: str) -> None:
    assert only(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Correction: The bridge has four piers, not three.",
        "CORRECTION (March 4): The bridge has four piers, not three.",
        "An earlier version of this article misstated the number of piers.",
        "This story has been updated to include a comment from the mayor.",
        "Editor’s note: This article has been amended to give the right name.",
        "Clarification: The mayor spoke on Monday.",
        "Berichtigung: Die Brücke hat vier Pfeiler.",
        "In einer früheren Version dieses Artikels hieß es, die Brücke habe drei Pfeiler.",
        "Une version précédente de cet article donnait un autre chiffre.",
        "【訂正】橋脚の数は四本でした。",
    ],
)
def test_corrections(line: str) -> None:
    assert only(line) == "correction"


def test_correction_under_its_label() -> None:
    assert roles(f"{BODY}\n\nCorrection\n\nThe bridge has four piers, not three.")[-2:] == ["correction"] * 2


@pytest.mark.parametrize(
    "line", ["Updated 3:05 p.m.", "LONDON (Reuters) -", "3 hours ago", "Mardi 3 mars 2020 à 12h30"]
)
def test_datelines(line: str) -> None:
    assert roles(f"Council closes bridge\n\n{line}\n\n{BODY}")[1] == "dateline"


def test_repeats_amid_the_body_are_captions() -> None:
    assert roles(f"Council closes bridge\n\n{LEAD}\n\n{MORE}\n\n{LEAD}\n\n{LAST}")[3] == "caption"


def test_an_article_pasted_twice_is_not_all_captions() -> None:
    article = article_from_text(f"{BODY}\n\n{BODY}")
    assert {paragraph.role for paragraph in article.paragraphs} == {Role.BODY}
    assert [paragraph.duplicate_of for paragraph in article.paragraphs] == [None, None, None, 0, 1, 2]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE, STAFF WRITER", "JANE DOE, STAFF WRITER"),
        ("By Jane Doe | March 3, 2020", "Jane Doe"),
        ("By Jane Doe March 3, 2020", "Jane Doe"),
        ("Von Jana Müller und Jan von Berg", "Jana Müller und Jan von Berg"),
        ("Par Jeanne Dupont", "Jeanne Dupont"),
        ("Por Juana de la Cruz", "Juana de la Cruz"),
        ("Jane Doe, Staff Writer", "Jane Doe"),
        ("文＝山田花子", "山田花子"),
        ("By the end of the week", None),
        ("By Monday he had left the city", None),
        ("Von der Leyen wins vote", None),
        ("Jane Doe, who left", None),
    ],
)
def test_byline_names(line: str, names: str | None) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("Jane Doe\nDeputy political editor", "Jane Doe"),
        ("MARÍA PÉREZ\nMadrid - 12 ENE 2019 - 10:21 CET", "MARÍA PÉREZ"),
        ("By Jane Doe\nMarch 3, 2020", "Jane Doe"),
        ("The Bridge\nThe Council", None),
    ],
)
def test_byline_over_several_lines(block: str, names: str | None) -> None:
    article = article_from_text(f"Council closes bridge\n\n{block}\n\n{BODY}")
    assert article.byline == names
    assert (article.paragraphs[1].role is Role.BYLINE) == (names is not None)

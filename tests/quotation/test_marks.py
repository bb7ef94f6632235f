"""Marks of every style, told from apostrophes and signs of measure."""

from __future__ import annotations

import pytest

from tests.quotation.made import article_of, quoted
from tui.quotation import find_quotations

NBSP, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We won,” she said. “They lost.”", ["“We won,”", "“They lost.”"]),
        ('"We won," she said. "They lost."', ['"We won,"', '"They lost."']),
        ("‘We won,’ she said. ‘They lost.’", ["‘We won,’", "‘They lost.’"]),
        ("‘We won’, she said. ‘They lost’.", ["‘We won’", "‘They lost’"]),
        ("'We won,' she said. 'They lost.'", ["'We won,'", "'They lost.'"]),
        ("''We won,'' she said. ''They lost.''", ["''We won,''", "''They lost.''"]),
        ("``We won,'' she said. ``They lost.''", ["``We won,''", "``They lost.''"]),
        ("‘‘We won,’’ she said. ‘‘They lost.’’", ["‘‘We won,’’", "‘‘They lost.’’"]),
        ("„Wir haben gewonnen“, sagte sie. „Sie nicht.“", ["„Wir haben gewonnen“", "„Sie nicht.“"]),
        ("»Wir haben gewonnen«, sagte sie. »Sie nicht.«", ["»Wir haben gewonnen«", "»Sie nicht.«"]),
        ("›Gewonnen‹, sagte sie.", ["›Gewonnen‹"]),
        ("‚Gewonnen‘, sagte sie.", ["‚Gewonnen‘"]),
        ("„Wygraliśmy”, powiedziała. „Oni nie”.", ["„Wygraliśmy”", "„Oni nie”"]),
        ("”Vi vann”, sade hon. ”De förlorade.”", ["”Vi vann”", "”De förlorade.”"]),
        ("»Me voitimme», hän sanoi. »He eivät.»", ["»Me voitimme»", "»He eivät.»"]),
        ("»Vi vandt,« sagde hun.", ["»Vi vandt,«"]),
        ("«Noi abbiamo vinto», ha detto.", ["«Noi abbiamo vinto»"]),
        (f"«{NBSP}On a gagné{NBSP}», a-t-elle dit.", [f"«{NBSP}On a gagné{NBSP}»"]),
        (f"«{THIN}On a gagné{THIN}», a-t-elle dit.", [f"«{THIN}On a gagné{THIN}»"]),
        ("« On a gagné », a-t-elle dit.", ["« On a gagné »"]),
        ("知事は「勝った」と述べた。", ["「勝った」"]),
        ("著書『雪国の春』を出した。", ["『雪国の春』"]),
        ("她说：“我们赢了。”他说：‘没有’。", ["“我们赢了。”", "‘没有’"]),
        ("She said, ＂We won.＂", ["＂We won.＂"]),
    ],
)
def test_every_style(text: str, found: list[str]) -> None:
    assert quoted(text) == found
    assert not any(quotation.repaired for quotation in find_quotations(article_of(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“He called it ‘a sham’ and left,” she said.", ["“He called it ‘a sham’ and left,”"]),
        ("\"He called it 'a sham' and left,\" she said.", ["\"He called it 'a sham' and left,\""]),
        ("‘He called it “a sham” and left,’ she said.", ["‘He called it “a sham” and left,’"]),
        ("'He called it \"a sham\" and left,' she said.", ["'He called it \"a sham\" and left,'"]),
        ("“She said, ‘He told me, “Go.”’”", ["“She said, ‘He told me, “Go.”’”"]),
        ("“‘No’ was the word,” she said.", ["“‘No’ was the word,”"]),
        ("\"He said 'no,'\" she said.", ["\"He said 'no,'\""]),
        ("„Er nannte es ‚Farce‘ und ging“, sagte sie.", ["„Er nannte es ‚Farce‘ und ging“"]),
        ("»Er nannte es ›Farce‹ und ging«, sagte sie.", ["»Er nannte es ›Farce‹ und ging«"]),
        ("«Lo llamó “farsa” y se fue», dijo.", ["«Lo llamó “farsa” y se fue»"]),
        ("« Il a parlé de “farce” et il est parti », dit-elle.", ["« Il a parlé de “farce” et il est parti »"]),
        ("« Il a parlé de « farce » hier », dit-elle.", ["« Il a parlé de « farce » hier »"]),
        ("知事は「『勝った』と言われた」と述べた。", ["「『勝った』と言われた」"]),
        ("''He said 'no''' she said.", ["''He said 'no'''"]),
    ],
)
def test_nested_marks_stay_inside(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The players' lounge isn't open, O'Rourke's staffers' claim says.",
        "The players’ lounge isn’t open, O’Rourke’s staffers’ claim says.",
        "It was the sound of the '90s, of rock 'n' roll and of the summer of '69.",
        "It was the sound of the ’90s, of rock ’n’ roll and of the summer of ’69.",
        "’Tis the season, ’twas said, to round ’em up.",
        "He stood 6'2\" in his socks and threw 12\" records off a 3' wall.",
        "He was 6' 2\" and weighed 200 pounds.",
        "Sanders’ campaign and the Joneses’ house.",
        "L'eau de l'école n'est pas potable, aujourd'hui.",
        "He was goin' to the dance with ol' Bill o' the hill.",
        'The “” is empty, and so is "".',
        "Ms. d’Arc’s 5′ 6″ sister.",
    ],
)
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘The staffers’ claim that we lied is false,’ he said.", ["‘The staffers’ claim that we lied is false,’"]),
        ("'The staffers' claim that we lied is false,' he said.", ["'The staffers' claim that we lied is false,'"]),
        ("‘We didn’t see the players’ lounge’, he said.", ["‘We didn’t see the players’ lounge’"]),
        ("Their ‘hidden costs’ hit the players’ wallets.", ["‘hidden costs’"]),
        ("He spoke of 'hidden costs' and 'lost fees' in June.", ["'hidden costs'", "'lost fees'"]),
        ("'I grew up in the '90s and it's gone,' he said.", ["'I grew up in the '90s and it's gone,'"]),
        ("‘I grew up in the ’90s and it’s gone,’ he said.", ["‘I grew up in the ’90s and it’s gone,’"]),
        ("‘It’s only rock ’n’ roll,’ he said.", ["‘It’s only rock ’n’ roll,’"]),
        ("‘I’m goin’ home,’ he said.", ["‘I’m goin’ home,’"]),
        ('"I stood 6\'2" then," he said.', ['"I stood 6\'2" then,"']),
        ('"It was a 12" record," he said.', ['"It was a 12" record,"']),
        ('It made the "Top 10" and a "Best 20" list.', ['"Top 10"', '"Best 20"']),
        ('The 12" record "Blue" sold.', ['"Blue"']),
        ("‘Twas the night before. ‘Tis the season,’ he said.", ["‘Tis the season,’"]),
        ("‘’Tis a pity,’ she said.", ["‘’Tis a pity,’"]),
        ("The players' union called it 'a disgrace'.", ["'a disgrace'"]),
        ("The '90s band played 'Blue Moon' twice.", ["'Blue Moon'"]),
        ("(“No,” she said.)", ["“No,”"]),
        ("He said—“no”—and left.", ["“no”"]),
        ('He said--"no"--and left.', ['"no"']),
        ('He said:"No," and left.', ['"No,"']),
        ('"No,"he said.', ['"No,"']),
        ('" No , " he said. Then came the train.', ['" No , "']),
    ],
)
def test_marks_beside_apostrophes(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_words_leave_out_marks_and_the_spaces_beside_them() -> None:
    text = f"Elle a dit : «{THIN}On a gagné !{NBSP}»"
    (quotation,) = find_quotations(article_of(text))
    assert quotation.text == "On a gagné !"
    assert [text[start:end] for start, end in quotation.words] == ["On a gagné !"]
    assert [text[start:end] for start, end in quotation.segments] == [f"«{THIN}On a gagné !{NBSP}»"]


def test_a_closing_mark_without_a_space_after_it_closes() -> None:
    assert quoted("Sie meldet „Offener Brand“gegeben. Dann: „Die Wolke war weit zu sehen.“") == [
        "„Offener Brand“",
        "„Die Wolke war weit zu sehen.“",
    ]

"""Hostile articles made by hand: whatever a text may hold to harm whoever reads, compares or draws it.

`SCRAPS` are short and can stand anywhere: in a headline, a name, a quotation. `TEXTS` are whole articles, `BYTES`
are files that no encoder writes, and `GROWING` makes an article as long as it is asked to, for measuring time.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SEQUENCES = {
    "colours": "\x1b[1;31mred\x1b[0m",
    "cleared screen": "\x1b[2J\x1b[Hgone\x1bc",
    "window title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://example.com/\x1b\\link\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "clipboard asked for": "\x1b]52;c;?\x1b\\",
    "device string": "\x1bPq#0\x1b\\\x1bP+q544e\x1b\\",
    "no end": "\x1b]52;c;b3duZWQ=",
    "report asked for": "\x1b[6n\x1b[c\x1b[>q",
    "mouse and paste": "\x1b[?1003h\x1b[?2004l\x1b[200~",
    "eight bits": "\x9b31m\x9d0;owned\x9c\x90q\x9c\x84\x8d\x8e\x8f",
    "one in another": "\x1b\x1b[[31mm\x1b]\x1b]0;a\x07",
    "shift out": "\x0e\x0f\x05\x07\x08\x08\x08\x7f",
}
"""What a terminal obeys."""

DIRECTIONS = {
    "override": "\u202eevil\u202c",
    "embedding": "\u202babc\u202a\u202d\u202e",
    "isolates": "\u2066\u2067\u2068 abc \u2069",
    "never closed": "\u2067\u202e\u2066",
    "marks": "\u200f\u200e\u061c",
}
"""What turns the direction of reading."""

MARKUP = {
    "closing tag": "[/who]",
    "only a bracket": "people [who] work [",
    "action": "[@click=app.quit]quit[/]",
    "action in quotes": '[@click="app.bell()"]ring[/]',
    "style": "[bold red on white]loud[/bold red on white]",
    "link tag": "[link=file:///etc/passwd]here[/link]",
    "backslash": "\\[not] \\\\[/]\\",
    "colour": "$primary [$error]x[/] [#ff0000]",
    "script": "</p></td></table></style><script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'\' y="',
    "entities": "&lt;b&gt; &amp;amp; &#27; &#x202e; &nbsp <![CDATA[ ]]> <!-- -- > -->",
    "template": "{{ 7 * 7 }} {% raw %} ${x} {0} %s %(x)s #{x}",
    "markdown": "| a | b |\n|---|---|\n``` ![x](javascript:alert(1)) [x]: <y> ~~~ # > * _",
    "formula": '=HYPERLINK("https://example.com/?"&A1,"x")',
    "other formulas": "+1+1 -2+3 @SUM(1) \t=1+1 \uff1d1+1",
    "fields": "\\input{x} {\\rtf1 \\field} <w:t>x</w:t>",
    "path": "../../../etc/passwd C:\\CON file:///dev/tty",
}
"""What something further on might take for its own language."""

LETTERS = {
    "NULs": "a\x00b\x00\x00",
    "lone surrogates": "\ud800 \udfff x\udc80y \ude00\ud83d",
    "not characters": "\uffff\ufffe\U0010ffff\ufdd0\ue000",
    "mark in the middle": "be\ufefftween \ufffe",
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\u00adf\u180eg\u034fh",
    "only joiners": "\u200d\u200d\u200c\u2060\u00ad\ufe0f",
    "tower": "Z" + "\u0351\u036b\u0343\u036a\u0302" * 40 + " e" + "\u0301" * 300,
    "tower on nothing": "\u0301\u0301\u20dd\u20e3",
    "family": "👨\u200d👩\u200d👧\u200d👦 👩🏽\u200d🚀 👍🏿 🏴\u200d☠\ufe0f",
    "flags": "🇩🇪🇫🇷🇬 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f 🇦🇦🇦",
    "unfinished emoji": "👨\u200d \u200d👩 🏽 1\ufe0f\u20e3 #\u20e3 ☺\ufe0e☺\ufe0f",
    "tags": "\U000e0041\U000e0042\U000e0001 x\ufe00\U000e0100",
    "Arabic": "قال الوزير “لن نذهب” في 2024، ثم said Reuters وعاد",
    "Hebrew": "השרה אמרה „לא נלך” ל-AP ב-12 במאי \u05d0\u05b8\u05bc",
    "Thai": "รัฐมนตรีกล่าวว่า“เราจะไม่ไปที่นั่นเด็ดขาด”ในวันจันทร์ กำ้น้ำ",
    "kinsoku": "大臣は「行きません。」と述べた（一部）。、，）」』」ーっゃ々〱ｶﾞﾊﾟ、。。。",
    "Korean": "장관은 “가지 않겠다”고 말했다 \u1112\u1161\u11ab\u1100\u1161",
    "Devanagari": "मंत्री ने कहा, “हम नहीं जाएँगे” क्\u200dष क्\u200cष",
    "ligatures": "ﬁve oﬃces ǅ ß ẞ İı ŉ ﷺ ㎏ ½ ²⁵ Ⅷ ①",
    "mathematical": "𝒯𝒽𝑒 𝟏𝟐𝟑 Ｆｕｌｌ ｗｉｄｔｈ １２，３４５",
    "other figures": "١٢٣ १२३ ๑๒๓ 1\u00a0000\u202f000 1\u2009000 1\u066c000",
    "wide spaces": "a\u3000b\u2003c\u1680d\u00a0e\u205ff",
    "long letters": "﷽ ꧅ 𒐫 ⸻ \U0001242b",
}
"""What is hard to hold, to draw or to count."""

LINES = {
    "line ends": "one\rtwo\r\nthree\x85four\u2028five\u2029six\x0bseven\x0ceight\n\rnine\x1c\x1d\x1e\x1ften",
    "blank lines": "one\n \n\t\n\u00a0\n\u3000\ntwo",
}
"""What ends a line, or might."""

MARKS = {
    "unpaired": "“ „ « ‹ 「 『 ‘ ‚ \" ' `` '' ” » › 」",
    "crossed": '“a «b” c» ‘d "e’ f"',
    "nested": "“‘“‘“‘a’”’”’”",
    "empty": "“” \"\" ‘’ « » 「」 '' ````",
    "only brackets": "“[…]” “...” “[ ]” “(…)”",
    "ellipses": "“a … … […] [...] b … [c] …”",
}
"""Quotation marks as no newspaper prints them."""

SCRAPS = {
    f"{kind}: {name}": scrap
    for kind, scraps in {
        "sequences": SEQUENCES, "directions": DIRECTIONS, "markup": MARKUP,
        "letters": LETTERS, "lines": LINES, "marks": MARKS,
    }.items()
    for name, scrap in scraps.items()
}  # fmt: skip
"""Short pieces, each of which may stand wherever an article has words."""


def story(scrap: str) -> str:
    """An article with the piece in every place a program speaks of: headline, byline, quotation, speaker, text."""
    flat = " ".join(scrap.split())
    return "\n\n".join(
        (
            f"Council {flat} votes to close the old bridge",
            f"By Ann {flat} Doe",
            f"The council {scrap} voted on Monday to close the old bridge over the river after a storm.",
            f"“We will {flat} never close the bridge for good,” said Bo {flat} Lund, who chairs the council.",
            f'"It is {flat} a start," Ms. Doe told Reuters. {scrap}',
            scrap,
            "The bridge was built in 1903 and carries about 12,000 cars a day, according to the city.",
        )
    )


TEXTS: dict[str, str] = {
    **{name: story(scrap) for name, scrap in SCRAPS.items()},
    "everything": story(" ".join(SCRAPS.values())),
    "only white space": " \t\n\u00a0\u3000\n\n\u2028 ",
    "only punctuation": "… — !? “ ” * • …\n\n---\n\n***\n\n«»",
    "only marks that join": "\u0301\u0301\n\n\u200d\ufe0f",
    "only emoji": "👨\u200d👩\u200d👧\n\n👍🏿🇩🇪\n\n🙂🙂🙂",
    "one letter": "a",
    "one mark": "“",
    "empty": "",
}
"""Whole articles; the last ones hold no words, or nothing at all."""

BYTES: dict[str, bytes] = {
    "surrogates in UTF-8": story("x \ud800 \udfff y").encode("utf-8", "surrogatepass"),
    "pairs of surrogates in UTF-8": "A \ud83d\ude00 smile\n\nand more words".encode("utf-16", "surrogatepass")
    .decode("utf-16")
    .encode()
    + b" \xed\xa0\xbd\xed\xb8\x80",
    "broken UTF-8": story("caf\u00e9").encode().replace(b"\xc3\xa9", b"\xc3") + b"\xf5\xff\xc0\x80",
    "overlong": b"A \xc0\xaf \xe0\x80\xaf \xf0\x80\x80\xaf slash\n\n" + story("x").encode(),
    "a mark and a mark": b"\xef\xbb\xbf\xef\xbb\xbf" + story("x").encode(),
    "mark of UTF-16 alone": b"\xff\xfe",
    "half a character of UTF-16": b"\xff\xfeA\x00B",
    "surrogates in UTF-16": b"\xff\xfe" + story("x").encode("utf-16-le") + b"\x00\xd8\x00\xd8",
    "mark of UTF-32": b"\xff\xfe\x00\x00" + story("x").encode("utf-32-le") + b"\xff\xff\xff\x7f",
    "every byte": bytes(range(256)) * 4,
    "every byte but NUL": bytes(range(1, 256)) * 4,
    "high bytes": bytes(range(128, 256)) * 20,
    "escapes of ISO 2022": b"\x1b$B\x1b(B \x1b$@!!\x1b(J\x1b$(D\xff" + story("x").encode(),
    "NULs": story("x").encode() + b"\x00" * 8,
    "UTF-7": b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
}
"""Files that no encoder writes."""

_PLAIN = "The council voted on Monday to close the old bridge over the river after a storm damaged it. "


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece) + 1)


def _numbered(piece: str) -> Callable[[int], str]:
    return lambda size: "".join(piece.replace("{}", str(number)) for number in range(size // len(piece) + 1))


def _by_chance(words: int, separators: str = " ") -> Callable[[int], str]:
    """Words of a small vocabulary in no order: nearly every few of them in a row stand somewhere else, too."""

    def grown(size: int) -> str:
        chance = random.Random(size)
        return "".join(f"w{chance.randrange(words)}{chance.choice(separators)}" for _ in range(size // 4))

    return grown


def _in_story(grown: Callable[[int], str]) -> Callable[[int], str]:
    return lambda size: f"The bridge\n\n{_PLAIN}\n\n“{_PLAIN}” said Ann Doe.\n\n{grown(size)}\n\n{_PLAIN * 3}"


GROWING: dict[str, Callable[[int], str]] = {
    name: _in_story(grown)
    for name, grown in {
        "one word": _repeated("abcdefghij"),
        "one figure": _repeated("1234567890"),
        "one line of words": _numbered("word{} "),
        "one line of one word": _repeated("word "),
        "one line without letters": _repeated("-"),
        "one line of brackets": _repeated("["),
        "one sentence quoted": lambda size: "“" + _numbered("word{} ")(size) + "”",
        "one tower": lambda size: "e" + "\u0301" * size,
        "towers": _repeated("e" + "\u0301" * 20 + " "),
        "points": _repeated("a."),
        "commas of figures": _repeated("1,"),
        "figures with spaces": _repeated("123 "),
        "figures with no-break spaces": _repeated("123\u00a0"),
        "apostrophes": _repeated("a'"),
        "joiners": _repeated("a\u200d"),
        "emoji joined": _repeated("👩\u200d"),
        "flags": _repeated("🇩🇪"),
        "Thai": _repeated("รัฐมนตรีกล่าวว่าเราจะไม่ไป"),
        "Chinese": _repeated("大臣は行きませんと述べた。"),
        "Chinese quoted": _repeated("「行きません」と大臣は述べた。"),
        "Arabic": _repeated("قال الوزير لن نذهب "),
        "opening marks": _repeated("“"),
        "opening marks and words": _numbered("“word{} "),
        "closing marks": _repeated("”"),
        "straight marks": _repeated('"'),
        "straight marks and words": _numbered('"word{} '),
        "single marks": _repeated("'"),
        "single marks and words": _numbered(" 'word{}"),
        "alternating marks": _repeated("“a «b \" 'c 「"),
        "crossed marks in lines": _repeated("“a «b” c»\n\n"),
        "nested marks": lambda size: "“‘" * (size // 4) + "a" + "’”" * (size // 4),
        "open marks in paragraphs": _numbered("“The word {} goes on here\n\n"),
        "one quotation often": _repeated("“We will never close the bridge for good,” said Ann Doe.\n\n"),
        "quotations numbered": _numbered("“We will never close {} of the bridges,” said Ann Doe.\n\n"),
        "quoted words": _numbered("the “word {}” and "),
        "dashes and stops": _repeated(". – "),
        "stops": _repeated("."),
        "sentences of one word": _repeated("A. "),
        "ellipses": _repeated("… "),
        "paragraphs of one word": _numbered("w{}\n\n"),
        "lines of one word": _numbered("w{}\n"),
        "the same paragraph": _repeated(f"{_PLAIN}\n\n"),
        "nearly the same paragraph": _numbered(_PLAIN[:-2] + " by {} per cent.\n\n"),
        "the same short paragraph": _repeated("Yes.\n\n"),
        "the same sentence": _repeated(_PLAIN),
        "nearly the same sentence": _numbered(_PLAIN[:-2] + " by {} per cent. "),
        "white space": _repeated(" "),
        "no-break spaces": _repeated("\u00a0"),
        "blank lines": _repeated(" \n\t\n"),
        "two words by chance": _by_chance(2),
        "ten words by chance": _by_chance(10),
        "thirty words by chance": _by_chance(30),
        "thirty words by chance in sentences": _by_chance(30, "    ."),
        "ten words by chance in short paragraphs": lambda size: _by_chance(10, "   \n")(size).replace("\n", "\n\n"),
        "ten words by chance in quotations": lambda size: _by_chance(10, "   \n")(size).replace("\n", "” said Doe. “"),
        "names": _numbered("Ann Doe{} said Bo Lund{} told Reuters. "),
        "capitals": _repeated("ANN DOE "),
        "markup": _repeated("[/who][@click=app.quit]"),
        "angle brackets": _repeated("<p><b>&amp;"),
        "colons": _repeated("DOE: yes "),
        "interviews": _repeated("DOE: Will you go?\n\nLUND: We will not go there.\n\n"),
        "dates": _repeated("2 January 2018 "),
        "notices": _repeated("read more: "),
        "MORE": _repeated("RoeRoe MORE "),
        "escapes": _repeated("\x1b]0;"),
        "bidi": _repeated("\u202ea\u202c "),
    }.items()
}
"""Articles that grow: about so many characters of one thing, among a few plain paragraphs."""

"""Letters as they are written, not as a font's shapes are numbered."""

from __future__ import annotations

import re
import unicodedata

# A font draws a radical and the ideograph that looks like it by one shape, and a page may name either.
_RADICALS = {
    chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*range(0x2E9F, 0x2EA0), *range(0x2F00, 0x2FD6))
}
_RADICALS |= dict(
    zip(
        "⼾⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻫⻬⻭⻮⻯⻰⻲⻳",
        "戸母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟麦黄斉齐歯齿竜龙亀龟",
        strict=True,
    )
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_WRITTEN = str.maketrans(_RADICALS | _LIGATURES | {"\n": " "})
_MIDDLE_DOT = re.compile("(?<=[\u3040-\u9fff\uff00-\uffef])\u2027(?=[\u3040-\u9fff\uff00-\uffef])")


def as_written(text: str) -> str:
    """The text with ligatures taken apart and ideographs for the radicals they look like."""
    return text if text.isascii() else _MIDDLE_DOT.sub("・", text.translate(_WRITTEN))

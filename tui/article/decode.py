"""Bytes become text: which encoding, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata

from tui.article.errors import ArticleError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
)
_TEXT_LIKE_MAGIC = (b"BZh", b"ID3", b"OggS")  # an article may begin with these letters

_SAMPLE = 1 << 16

# Tried where neither a BOM nor UTF-8 nor cp1252 explains the bytes. The guesser may pick among these only:
# left alone it answers with the code pages of old Macs and mainframes.
_GUESSED = [
    "cp932", "euc_jp", "gb18030", "big5", "cp949", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254",
    "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_7",
    "iso8859_9", "tis_620",
]  # fmt: skip

_THREE_HIGH_LETTERS = re.compile("[À-ÖØ-öø-ÿŒœŠšŽžŸ]{3,}")
_MARK_IN_WORD = re.compile("(?<=[^\\W\\d_])[¡-¦¨-¬¯±-³µ-¶¹º¼-¿×÷ˆ˜†‡ƒ‰‚„‹€](?=[^\\W\\d_])")
_CAPITAL_IN_WORD = re.compile("(?<=[a-zß-öø-ÿ])[À-ÖØ-Þ](?=[a-zß-öø-ÿ])")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
_CAPITAL_AFTER_CYRILLIC = re.compile("(?<=[А-Яа-яЁё])[А-ЯЁ]")
_HIGH = re.compile("[^\x00-\x7f]")
_HIGH_LETTER = re.compile("[À-ÖØ-öø-ÿŒœŠšŽžŸƒªº]")


def decode(data: bytes, what: str, encoding: str | None = None) -> tuple[str, str]:
    """The text in these bytes, and the name of the encoding it was decoded with.

    Args:
        data: The bytes read; not empty.
        what: The source, for the message of an error.
        encoding: The encoding to use whatever the bytes look like, or None to find it out.

    Raises:
        ArticleError: The bytes are no text, or not in the encoding asked for, or no encoding has that name.
    """
    _refuse_known_binary(data, what)
    if encoding is not None:
        return _decode_as_asked(data, what, encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name
    if b"\x00" in data:
        return _decode_wide(data, what)
    if b"\x1b$B" in data or b"\x1b$@" in data:
        decoded = _strictly(data, "iso2022_jp_ext")
        if decoded is not None:
            return decoded, "iso2022_jp"
    decoded = _utf8(data)
    if decoded is not None:
        return decoded, "utf-8"
    return _decode_legacy(data, what)


def _refuse_known_binary(data: bytes, what: str) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic) and not (magic in _TEXT_LIKE_MAGIC and b"\x00" not in data[:_SAMPLE]):
            raise ArticleError(
                what, f"this seems to be {name}, not plain text; save the article as text and open that file"
            )


def _decode_as_asked(data: bytes, what: str, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        return data.decode(encoding), name
    except UnicodeError:
        why = f"the text is not in the encoding {encoding}; try another, or none, to let it be found out"
        raise ArticleError(what, why) from None
    except (LookupError, ValueError):
        shown = "".join(char for char in encoding if char.isprintable())
        raise ArticleError(what, f"no encoding is called “{shown}”; utf-8 and cp1252 are usual") from None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _utf8(data: bytes) -> str | None:
    """The text if this is UTF-8, also with a few bytes broken or surrogates in it; else None."""
    decoded = _strictly(data, "utf-8")
    if decoded is not None:
        return decoded
    try:
        # Pairs of surrogates, each written as three bytes, become the one character they stand for.
        paired = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
        return paired.decode("utf-16-le", "replace")
    except UnicodeError:
        pass
    decoded = data.decode("utf-8", "replace")
    broken = decoded.count("\N{REPLACEMENT CHARACTER}")
    sound = len(_HIGH.findall(decoded)) - broken
    return decoded if sound >= 8 * broken else None


def _decode_wide(data: bytes, what: str) -> tuple[str, str]:
    """UTF-16 or UTF-32 without a BOM, known by where the NULs stand; or UTF-8 with a few gone astray.

    Anything else with NULs is binary.
    """
    nuls = data.count(0)
    narrow = _utf8(data) if nuls * 100 <= len(data) else None
    if narrow is not None:
        return narrow, "utf-8"
    names = ("utf-32-le", "utf-32-be") if nuls * 5 >= len(data) * 2 and len(data) % 4 == 0 else ()
    if len(data) % 2 == 0:
        at_even = data[::2].count(0)
        if at_even * 10 <= nuls:
            names = (*names, "utf-16-le")
        elif (nuls - at_even) * 10 <= nuls:
            names = (*names, "utf-16-be")
    for name in names:
        decoded = _strictly(data, name)
        if decoded is not None and _reads_as_text(decoded[:_SAMPLE]):
            return decoded, name
    raise ArticleError(
        what, "this is not text but some other kind of file; save the article as text and open that file"
    )


def _reads_as_text(sample: str) -> bool:
    odd = sum(unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"} for char in sample if char not in "\t\n\r\f")
    return odd * 100 <= len(sample)


def _decode_legacy(data: bytes, what: str) -> tuple[str, str]:
    western = _strictly(data, "cp1252")
    if western is not None and _plausibly_western(western[:_SAMPLE]):
        return western, "cp1252"
    guessed = _guess(data)
    if guessed is not None:
        return guessed
    if western is not None and _reads_as_text(western[:_SAMPLE]):
        return western, "cp1252"
    raise ArticleError(what, "its encoding can't be made out; give its name with --encoding, or save it as UTF-8")


def _plausibly_western(text: str) -> bool:
    """Whether the characters above ASCII stand where Western languages have them.

    Every byte is something in cp1252, so what counts is the company: no rows of accented letters, no signs or
    capitals inside words, and not too many of them.
    """
    letters = sum(map(str.isalpha, text))
    high_letters = len(_HIGH_LETTER.findall(text))
    if high_letters > 0.25 * letters and high_letters > 3:
        return False
    unlikely = sum(len(run) for run in _THREE_HIGH_LETTERS.findall(text))
    unlikely += len(_MARK_IN_WORD.findall(text)) + len(_CAPITAL_IN_WORD.findall(text))
    controls = sum(unicodedata.category(char) == "Cc" for char in text if char not in "\t\n\r\f")
    return unlikely * 12 <= len(_HIGH.findall(text)) and controls * 100 <= len(text)


def _guess(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    for name in ("cp932", "euc_jp"):
        decoded = _strictly(data, name)
        if decoded is not None and _mostly_kana_and_kanji(decoded[:_SAMPLE]):
            return decoded, name
    best = from_bytes(data[:_SAMPLE], cp_isolation=_GUESSED).best()
    if best is None:
        return None
    decoded = data.decode(best.encoding, "replace")
    if len(_HALF_WIDTH_KANA.findall(decoded)) * 2 > len(_HIGH.findall(decoded)):
        return _cyrillic(data)
    return (decoded, best.encoding) if _reads_as_text(decoded[:_SAMPLE]) else None


def _cyrillic(data: bytes) -> tuple[str, str]:
    """Short Russian texts look like half-width kana; of the two encodings one turns the case around."""
    decoded = {name: data.decode(name, "replace") for name in ("cp1251", "koi8_r")}
    name = min(decoded, key=lambda name: len(_CAPITAL_AFTER_CYRILLIC.findall(decoded[name])))
    return decoded[name], name


def _mostly_kana_and_kanji(text: str) -> bool:
    high = _HIGH.findall(text)
    kana = sum("\u3041" <= char <= "\u30ff" for char in high)
    rare = sum(
        not ("\u3000" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" or "\uff01" <= char <= "\uff5e")
        for char in high
    )
    return kana * 5 >= len(high) and rare * 20 <= len(high)

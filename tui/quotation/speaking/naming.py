"""What a speaker is whom a reporter named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation.model import SpeakerKind
from tui.quotation.speaking.cast import Cast
from tui.quotation.speaking.phrases import kind_of_description
from tui.quotation.speaking.prose import read_prose, words_of
from tui.quotation.speaking.vocabulary import DETERMINERS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.article import Article
    from tui.quotation.model import Quotation
    from tui.quotation.speaking.prose import Prose
    from tui.quotation.speaking.words import Word


def kinds_of_speakers(
    article: Article, quotations: Sequence[Quotation], names: Collection[str]
) -> dict[str, SpeakerKind]:
    """What each of these speakers is, as far as the article tells; a person where it doesn't.

    Args:
        article: The article.
        quotations: Its quotations with the speakers that were found.
        names: As a reporter gave them.
    """
    known: dict[str, SpeakerKind] = {
        (one.attribution.speaker or "").casefold(): one.attribution.kind
        for one in quotations
        if one.attribution.kind is not SpeakerKind.UNKNOWN
    }
    kinds = {name: known[name.casefold()] for name in names if name.casefold() in known}
    unknown = sorted(set(names) - kinds.keys())
    if unknown:
        prose = read_prose(article, quotations)
        cast = Cast(prose)
        kinds |= {name: _kind_of(name, prose, cast) for name in unknown}
    return kinds


def _kind_of(name: str, prose: Prose, cast: Cast) -> SpeakerKind:
    words = [word for word in words_of(name, 0, len(name), prose.language) if word.kind == "w"]
    if not words:
        return SpeakerKind.PERSON
    if _is_described(words):
        described = kind_of_description(words)
        return described if described is not SpeakerKind.UNKNOWN else SpeakerKind.PERSON
    return cast.figure_of(words).kind


def _is_described(words: Sequence[Word]) -> bool:
    """Whether a speaker is described ("the letter", "a spokeswoman for the port"), not named."""
    return not words[0].capital or (words[0].key in DETERMINERS and not any(word.capital for word in words[1:]))

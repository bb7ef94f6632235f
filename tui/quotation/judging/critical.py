"""Whether words that differ change what was said: a negation, a number or date, a name, a hedge."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.article import Role
from tui.quotation.judging.gravity import (
    DATES,
    FIRST_OF_TWO,
    HEDGES,
    NEGATING_ENDINGS,
    NEGATING_PREFIXES,
    NEGATIONS,
    NEVER_NAMES,
    NUMBERS,
    RELATIVE_TIMES,
    SPANISH,
    TIME_UNITS,
    TITLES,
    UNSPACED_HEDGES,
    UNSPACED_HEDGES_WITH_NEGATION,
    UNSPACED_NEGATIONS,
    UNSPACED_NUMBERS,
    VERB_NEGATIONS,
)
from tui.quotation.model import Critical, EditKind
from tui.text import is_unspaced, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.article import Article
    from tui.collation.align import Block
    from tui.quotation.judging.opposed import Opposed
    from tui.quotation.judging.words import QuotedWords

GERMAN_SHARE = 0.04
"""Where so many of the words are German articles, a capital letter makes a noun, not a name."""

FOLLOWING = 5
"""Words after which the second half of a French negation is no longer looked for."""

BEFORE_A_CUT = 2
"""A negation so few words before the place where a quotation begins belongs to what it leaves standing."""

_MARKED = frozenset({EditKind.BRACKETED, EditKind.ELLIPSIS})
_CURRENCIES = {
    "$": "dollar", "dollar": "dollar", "dollars": "dollar", "€": "euro", "euro": "euro", "euros": "euro",
    "£": "pound", "pound": "pound", "pounds": "pound", "¥": "yen", "yen": "yen",
}  # fmt: skip
_SIGNS = "".join(sign for sign in _CURRENCIES if len(sign) == 1)
_COUNTS = NUMBERS | DATES | UNSPACED_NUMBERS
_UNITS = frozenset((unit,) for unit in TIME_UNITS)


def critical_judge(opposed: Opposed, names: frozenset[str]) -> Callable[[Block, EditKind], Critical | None]:
    """A function that says of a block of differing words why it changes what was said.

    Args:
        opposed: Two statements set word against word.
        names: Keys of the words that either article uses as names.
    """

    def judge(block: Block, kind: EditKind) -> Critical | None:
        if kind in _MARKED:
            return None
        if kind is EditKind.TRUNCATED:
            return Critical.NEGATION if _cuts_off_negation(opposed, block) else None
        return judge_block(opposed, block, names)

    return judge


def judge_block(opposed: Opposed, block: Block, names: frozenset[str]) -> Critical | None:
    """Why the words of a block change what was said, or None; how they are marked and where they stand aside."""
    places = (opposed.left, block.left, block.left_end), (opposed.right, block.right, block.right_end)
    unspaced = any(is_unspaced(word.key) for words, start, end in places for word in words.words[start:end])
    left, right = (_Side(*place, names, unspaced=unspaced) for place in places)
    if left.negations != right.negations or _negates(left.keys, right.keys):
        return Critical.NEGATION
    if left.numbers != right.numbers or (left.currencies and right.currencies and left.currencies != right.currencies):
        return Critical.NUMBER
    if left.names != right.names:
        return Critical.NAME
    if left.hedges != right.hedges:
        return Critical.HEDGE
    return None


class _Side:
    """What stands on one side of a block."""

    def __init__(self, words: QuotedWords, start: int, end: int, names: frozenset[str], *, unspaced: bool) -> None:
        keys = tuple(part for at in range(start, end) for part in _expanded(words.words[at].key))
        self.keys = keys
        around = words.printed(max(0, start - 2), min(len(words), end + 2)).replace(" ", "") if unspaced else ""
        denied = around
        for hedge in UNSPACED_HEDGES_WITH_NEGATION:
            denied = denied.replace(hedge, "")
        following = {word.key for word in words.words[end : end + FOLLOWING]}.union(keys)
        negated = {key for key in keys if _is_negation(key)}
        if not negated.isdisjoint(FIRST_OF_TWO) and not following.isdisjoint(NEGATIONS - FIRST_OF_TWO):
            keys = tuple(key for key in keys if key not in FIRST_OF_TWO)
        self.negations = sum(_is_negation(key) for key in keys) + _occurrences(denied, UNSPACED_NEGATIONS)
        self.hedges = Counter(key for key in keys if key in HEDGES)
        self.hedges.update({one: around.count(one) for one in UNSPACED_HEDGES if one in around})
        self.numbers = Counter(figures_among(keys))
        self.currencies = {
            name for key in keys for sign, name in _CURRENCIES.items() if sign in (key, key[:1], key[-1:])
        }
        self.names = Counter(
            word.key
            for word in words.words[start:end]
            if word.key in names and word.key not in DATES and words.text[word.start].isupper()
        )


def _expanded(key: str) -> tuple[str, ...]:
    """Contractions taken apart, so that "don't" against "do not" is no change of meaning."""
    if key in {"can't", "cannot"}:
        return "can", "not"
    if key == "won't":
        return "will", "not"
    if key.endswith("n't") and len(key) > len("n't"):
        return key[:-3], "not"
    for ending, whole in (("'ll", "will"), ("'d", "would")):
        if key.endswith(ending):
            return key[: -len(ending)], whole
    if key[1:2] == "'" or key[:3] == "qu'":  # French n'a, qu'il
        head, tail = key.split("'", 1)
        return (f"{head}'", tail) if head == "n" else (head, tail)
    return (key,)


def _is_negation(key: str) -> bool:
    return key in NEGATIONS


def _negates(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether a word stands opposite its own contrary: like and unlike, harm and harmless."""
    if len(left) != len(right):
        return False
    return any(_contrary(one, other) or _contrary(other, one) for one, other in zip(left, right, strict=True))


def _contrary(plain: str, negated: str) -> bool:
    if len(plain) < 3 or len(negated) <= len(plain):
        return False
    return any(negated == prefix + plain for prefix in NEGATING_PREFIXES) or any(
        negated == plain + ending for ending in NEGATING_ENDINGS
    )


def figures_among(keys: tuple[str, ...]) -> Iterable[str]:
    """The numbers, dates and relative times among the keys of words, without the signs of currencies."""
    for at, key in enumerate(keys):
        if any(char.isdigit() for char in key):
            key = key.strip(_SIGNS)
            # "1" is also how "one" is compared, and "one" is a pronoun more often than a number.
            if key != "1" or len(keys) == 1:
                yield key
        elif key in _COUNTS or (key in RELATIVE_TIMES and (len(keys) == 1 or keys[at + 1 : at + 2] in _UNITS)):
            yield key


def _occurrences(text: str, words: Iterable[str]) -> int:
    return sum(text.count(word) for word in words) if text else 0


def _cuts_off_negation(opposed: Opposed, block: Block) -> bool:
    """Whether a quotation begins right after the word that negates it ("guilty" out of "not guilty")."""
    longer, start, end = (
        (opposed.left, block.left, block.left_end)
        if block.left < block.left_end
        else (opposed.right, block.right, block.right_end)
    )
    if start or end >= len(longer) or not longer.gap(end).isspace():
        return False
    last = longer.keys[max(0, end - BEFORE_A_CUT) : end]
    parts = {part for key in last for part in _expanded(key)[-1:]}
    return bool(parts & VERB_NEGATIONS) or ("no" in parts and not SPANISH.isdisjoint(longer.keys))


@lru_cache(maxsize=16)
def names_in(article: Article) -> frozenset[str]:
    """Keys of the words that an article uses as names: capitalised inside sentences, and hardly ever not.

    German capitalises every noun; there a name is a capitalised word beside another one.
    """
    text, tokens = article.text, tokenize(article.text)
    headlines = [(one.start, one.end) for one in article.paragraphs if one.role is Role.HEADLINE]
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    before_is_name = False
    for start, end, key in zip(tokens.starts, tokens.ends, tokens.keys, strict=True):
        if any(first <= start < last for first, last in headlines):
            continue
        if text[start].isupper() and not _begins_sentence(text, start):
            upper[key] += 1
            if before_is_name and text[start - 1].isspace():
                beside[key] += 1
            before_is_name = True
        else:
            lower[key] += text[start].islower()
            before_is_name = text[start].isupper() and end - start > 2
    german = sum(lower[key] for key in ("der", "die", "das", "und")) > GERMAN_SHARE * max(1, len(tokens))
    chosen = beside if german else upper
    return frozenset(
        key
        for key, count in chosen.items()
        if count > lower[key] and key not in TITLES and key not in NEVER_NAMES and not key[0].isdigit()
    )


def _begins_sentence(text: str, start: int) -> bool:
    """Whether a capital letter here may be that of a sentence or of a quotation."""
    at = start - 1
    while at >= 0 and text[at] in _BEFORE_A_SENTENCE:
        if text[at] in _OPENING or text[at] == "\n":
            return True
        at -= 1
    if at < 0:
        return True
    if text[at] != ".":
        return text[at] in "!?…:"
    word_start = at
    while word_start > 0 and text[word_start - 1].isalpha() and at - word_start < 12:
        word_start -= 1
    word = text[word_start:at].casefold()
    return len(word) != 1 and word not in TITLES


_OPENING = frozenset("'\"“‘«„‚‹「『")
_BEFORE_A_SENTENCE = _OPENING | frozenset(" \t\n\u00a0\u202f([—–-•”’»)]")

"""A comparison or a check as one HTML page, without script and without anything from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.layout import Side
from tui.quotation import HouseRules
from tui.report.counting import RULES_WORDS, counts_told, review_told
from tui.report.htmlpage.inline import Ref
from tui.report.htmlpage.legend import check_legend, comparison_legend
from tui.report.htmlpage.page import render
from tui.report.htmlpage.panes import Pane, Shown, show_alone, show_rows
from tui.report.htmlpage.quotations import quote_groups, quote_signs
from tui.report.htmlpage.reviewed import list_marks
from tui.report.sheet import check_rows, comparison_rows
from tui.report.summary import side_facts, summary_sentence
from tui.report.wording import file_of, flat, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.article import Article
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, QuoteComparison
    from tui.report.htmlpage.inline import Placed
    from tui.report.quoterow import QuoteRow
    from tui.review import Located

_REVIEWED = "Decision and note"


@dataclass(frozen=True, slots=True)
class _Source:
    """A source as the page shows it."""

    id: str
    pane: Pane
    title: str
    facts: tuple[str, ...]
    shown: tuple[Shown, ...]


def comparison_html(
    collation: Collation,
    quotes: QuoteComparison,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
) -> str:
    """Two articles side by side, their quotations and what a reporter said of them.

    Args:
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for severity.
        marks: What the reporter marked.

    Returns:
        The document; the same arguments always give the same one.
    """
    left, right = Pane(collation.left, "A", "A", "a"), Pane(collation.right, "B", "B", "b")
    quoted = comparison_rows(collation, quotes, rules, marks)
    reviewed = list_marks([(left, right, marks)], quoted)
    signs = _together(quote_signs(quoted, left, [right]), reviewed.signs)
    rows = show_rows(collation, left, right, {Side.LEFT: signs.get("A", ()), Side.RIGHT: signs.get("B", ())})
    left_title, right_title = name_of(left.article), name_of(right.article)
    return render(
        "comparison.html.j2",
        {
            "title": f"{left_title} – {right_title}: two articles compared",
            "skip": Ref("articles", "Skip to the articles", "", ""),
            "left": left,
            "right": right,
            "left_title": left_title,
            "right_title": right_title,
            "left_facts": side_facts(left.article, collation.left_counts, "in B"),
            "right_facts": side_facts(right.article, collation.right_counts, "in A"),
            "summary": summary_sentence(collation, "A", "B"),
            "legend": comparison_legend(rows),
            "rows": rows,
            "reviewed": reviewed,
            "rules_told": RULES_WORDS[rules],
            **_table(quoted, left, [right], ["Quotation", "A", "B", "What differs"]),
        },
    )


def check_html(
    article: Article,
    sources: Sequence[Article],
    checked: Sequence[CheckedQuote],
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Sequence[Located]] = (),
) -> str:
    """An article's quotations beside its sources, what a reporter said of them, and all of these texts.

    Args:
        article: The article.
        sources: Its sources.
        checked: One result for each of its quotations.
        rules: The house's rules for severity.
        marks: For every source what the reporter marked in the article beside it.

    Returns:
        The document; the same arguments always give the same one.
    """
    pane = Pane(article, "Article", "P", "a")
    names = [f"Source {number}" if len(sources) > 1 else "Source" for number in range(1, len(sources) + 1)]
    others = [Pane(one, name, f"S{at}-", "b") for at, (one, name) in enumerate(zip(sources, names, strict=True), 1)]
    quoted = check_rows(article, sources, checked, rules, marks)
    reviewed = list_marks([(pane, other, some) for other, some in zip(others, marks, strict=False)], quoted)
    signs = _together(quote_signs(quoted, pane, others), reviewed.signs)
    differing = [edit.left_span for row in quoted for edit in row.edits if edit.left_span is not None]
    shown_sources = []
    for index, other in enumerate(others):
        theirs = [
            edit.right_span
            for row in quoted
            if row.source == index
            for edit in row.edits
            if edit.right_span is not None
        ]
        shown = show_alone(other, signs.get(other.prefix, ()), theirs, "differs from the article")
        shown_sources.append(
            _Source(f"source{index + 1}", other, name_of(other.article), _origin(other.article), shown)
        )
    shown_article = show_alone(pane, signs.get(pane.prefix, ()), differing, "differs from the source")
    title = name_of(article)
    return render(
        "check.html.j2",
        {
            "title": f"{title}: quotations checked",
            "skip": Ref("quotations" if quoted else "article", "Skip to the quotations", "", ""),
            "article": pane,
            "article_title": title,
            "article_facts": _origin(article),
            "article_shown": shown_article,
            "sources": shown_sources,
            "legend": check_legend(shown_article),
            "reviewed": reviewed,
            "rules_told": RULES_WORDS[rules],
            **_table(quoted, pane, others, ["Quotation", "Article", "Source", "What differs"]),
        },
    )


def _table(quoted: Sequence[QuoteRow], left: Pane, others: Sequence[Pane], heads: list[str]) -> dict[str, object]:
    """What the template needs for the table of quotations; the reporter's column only where it holds something."""
    with_review = any(row.mark is not None for row in quoted)
    return {
        "groups": quote_groups(quoted, left, others),
        "quotations_told": counts_told(quoted),
        "review_told": review_told(quoted),
        "heads": [*heads, _REVIEWED] if with_review else heads,
        "with_review": with_review,
    }


def _together(*signs: Mapping[str, Sequence[Placed]]) -> dict[str, tuple[Placed, ...]]:
    """All signs of each article, in order."""
    prefixes = dict.fromkeys(chain.from_iterable(signs))
    return {
        prefix: tuple(sorted(chain.from_iterable(some.get(prefix, ()) for some in signs), key=itemgetter(0)))
        for prefix in prefixes
    }


def _origin(article: Article) -> tuple[str, ...]:
    """Where an article is from and when."""
    told = " · ".join(filter(None, (article.site and flat(article.site), file_of(article), article.published)))
    return (told,)

"""A comparison, a check or a trace in the form that is asked for, imported only when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import HouseRules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, Cluster, QuoteComparison
    from tui.review import Located


def render_comparison(
    form: str,
    collation: Collation,
    quotes: QuoteComparison,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
    *,
    annotate_right: bool = False,
) -> str | bytes:
    """A comparison as a file to hand on.

    Args:
        form: "html", "docx", "csv", "markdown" or "json".
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for severity.
        marks: What the reporter marked.
        annotate_right: For "docx", whether the copy is of the right article; else it is of the left.

    Returns:
        The text, or for "docx" the bytes.

    Raises:
        MissingLibrary: The form needs a library that isn't installed.
    """
    if form == "html":
        from tui.report.html import comparison_html

        return comparison_html(collation, quotes, rules, marks)
    if form == "docx":
        from tui.report.docx import comparison_docx

        return comparison_docx(collation, quotes, rules, marks, annotate_right=annotate_right)
    if form == "csv":
        from tui.report.csv import comparison_csv

        return comparison_csv(collation, quotes, rules, marks)
    if form == "markdown":
        from tui.report.markdown import comparison_markdown

        return comparison_markdown(collation, quotes, rules, marks)
    from tui.report.json import comparison_json

    return comparison_json(collation, quotes, rules, marks)


def render_check(
    form: str,
    article: Article,
    sources: Sequence[Article],
    checked: Sequence[CheckedQuote],
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Sequence[Located]] = (),
) -> str | bytes:
    """A check as a file to hand on; see `render_comparison`.

    Args:
        form: "html", "docx", "csv", "markdown" or "json".
        article: The article.
        sources: Its sources.
        checked: One result for each of its quotations.
        rules: The house's rules for severity.
        marks: What the reporter marked, for every source the marks of the article beside it.

    Raises:
        MissingLibrary: The form needs a library that isn't installed.
    """
    if form == "html":
        from tui.report.html import check_html

        return check_html(article, sources, checked, rules, marks)
    if form == "docx":
        from tui.report.docx import check_docx

        return check_docx(article, sources, checked, rules, marks)
    if form == "csv":
        from tui.report.csv import check_csv

        return check_csv(article, sources, checked, rules, marks)
    if form == "markdown":
        from tui.report.markdown import check_markdown

        return check_markdown(article, sources, checked, rules, marks)
    from tui.report.json import check_json

    return check_json(article, sources, checked, rules, marks)


def render_statements(
    form: str, articles: Sequence[Article], clusters: Sequence[Cluster], *, width: int = 100, color: bool = False
) -> str:
    """What became of statements in many articles, as a file to hand on or as text.

    Args:
        form: "html", "csv", "json" or "text".
        articles: The articles.
        clusters: Their statements.
        width: For "text", columns to fill; see `quotes_text`.
        color: For "text", whether headings are set off by colour.
    """
    if form == "html":
        from tui.report.tracing_html import quotes_html

        return quotes_html(articles, clusters)
    if form == "csv":
        from tui.report.tracing_csv import quotes_csv

        return quotes_csv(articles, clusters)
    if form == "json":
        from tui.report.json import quotes_json

        return quotes_json(articles, clusters)
    from tui.report.tracing import quotes_text

    return quotes_text(articles, clusters, width=width, color=color)

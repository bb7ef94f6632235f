"""A comparison as text: side by side where there is room, else one pair of paragraphs after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import HouseRules
from tui.report.linear import linear_lines
from tui.report.lines import cell_width, harmless, wrap
from tui.report.paint import Painter
from tui.report.quoting import quotation_lines
from tui.report.summary import side_facts, summary_sentence
from tui.report.table import NARROWEST, Table
from tui.report.wording import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.collation import Collation
    from tui.quotation import QuoteComparison
    from tui.review import Located


def comparison_text(
    collation: Collation,
    quotes: QuoteComparison | None = None,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
    *,
    width: int = 100,
    color: bool = False,
) -> str:
    """A report on one comparison.

    Args:
        collation: The comparison.
        quotes: Its quotations compared, or None to leave them out.
        rules: The house's rules for how grave a difference between quotations is.
        marks: What the reporter marked.
        width: Columns to fill; 0, or too few for two columns, for the linear form.
        color: Whether differing words are set off by colour; never in the linear form.

    Returns:
        The report, closed by a newline.
    """
    if width < NARROWEST:
        lines = [*linear_lines(collation, width)]
        lines += quotation_lines(collation, quotes, rules, marks, width=width, columns=False)
        return "\n".join(lines) + "\n"
    painter = Painter(color=color)
    table = Table(collation, width, painter)
    left, right = collation.left, collation.right
    lines = table.heading(
        [harmless(name_of(left)), *side_facts(left, collation.left_counts, "in B")],
        [harmless(name_of(right)), *side_facts(right, collation.right_counts, "in A")],
    )
    lines += ["", *wrap(summary_sentence(collation, "A", "B"), table.width)]
    lines += [*_flow(table.key(), table.width), "", table.rule(), *table.lines()]
    while not lines[-1].strip(" │┃"):
        lines.pop()
    lines += quotation_lines(collation, quotes, rules, marks, width=table.width, columns=True)
    return "\n".join(lines) + "\n"


def _flow(entries: list[tuple[str, str]], width: int) -> list[str]:
    """Entries, each plain and painted, with wide gaps between them and none broken over two lines."""
    lines: list[str] = []
    taken = 0
    for plain, painted in entries:
        cells = cell_width(plain)
        if lines and taken + 3 + cells <= width:
            lines[-1] += f"   {painted}"
            taken += 3 + cells
        else:
            lines.append(painted)
            taken = cells
    return lines

"""The HTML report in a real browser: nothing to complain of, nothing beside the window, everything readable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.report.browser import CHROMIUM, Page, browse
from tui.article import Article, read_article
from tui.collation import collate
from tui.quotation import check_quotations, compare_quotations
from tui.report.html import check_html, comparison_html
from tui.review import Anchor, Decision, Found, Located, Mark, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")

ROOT = Path(__file__).parents[2]
WIDTHS = (360, 800, 1400)
LONG = "https://example.org/" + "a-very-long-address/" * 20

BESIDE = """
[...document.querySelectorAll('body *:not(.vh, .vh *, .skip)')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length
"""

# For each text the worst contrast of its colour with the nearest ground that is painted behind it.
CONTRAST = """
(() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor, [, , , alpha = 1] = parts(colour);
      if (alpha > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest(".vh, .skip")) continue;
    seen += 1;
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push([ratio, walker.currentNode.data.slice(0, 40)]);
  }
  return [seen, poor];
})()
"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browse() as opened:
        yield opened


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    left, right = (read_article(str(path)) for path in sorted((ROOT / "seeds").glob("*.txt"))[2:4])
    collation = collate(left, right)
    quotes = compare_quotations(collation)
    first, *_ = quotes.pairs
    marks = [
        make_mark(left, right, Subject.QUOTATION, (first.left_spans[0], first.right_spans[0]), Decision.FLAGGED),
        make_mark(left, right, Subject.PARAGRAPH, ((0, left.paragraphs[0].end), (0, 40)), Decision.QUERIED),
        make_mark(left, right, Subject.DIFFERENCE, ((100, 120), (100, 120)), None, Found.CHANGED),
        make_mark(left, right, Subject.DIFFERENCE, ((200, 220), (200, 220)), Decision.ACCEPTED, Found.ORPHANED),
    ]
    written = {
        "comparison": comparison_html(collation, quotes, marks=marks),
        "check": check_html(left, [right], check_quotations(left, [right]), marks=[marks]),
    }
    for name, text in written.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in written}


def make_mark(
    left: Article,
    right: Article,
    subject: Subject,
    spans: tuple[tuple[int, int], tuple[int, int]],
    decision: Decision | None,
    found: Found = Found.EXACTLY,
) -> Located:
    anchors = [
        Anchor(article.text[start:end], "", "", start)
        for article, (start, end) in zip((left, right), spans, strict=True)
    ]
    mark = Mark(f"{subject}{spans}", MarkKind.REVIEW, subject, (anchors[0],), (anchors[1],), decision, f"See {LONG}")
    gone = found is Found.ORPHANED
    return Located(mark, () if gone else (spans[0],), () if gone else (spans[1],), found)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["comparison", "check"])
def test_nothing_stands_beside_the_window(page: Page, reports: dict[str, Path], name: str, width: int) -> None:
    page.open(reports[name], width=width)
    assert page.tell("[window.innerWidth, document.documentElement.scrollWidth]") == [width, width]
    assert page.tell(BESIDE) == 0


def test_at_twice_the_size_nothing_stands_beside_the_window(page: Page, reports: dict[str, Path]) -> None:
    page.open(reports["comparison"], width=1280, zoom=2)
    assert page.tell("[window.innerWidth, document.documentElement.scrollWidth]") == [640, 640]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["comparison", "check"])
def test_every_text_stands_out_from_its_ground(page: Page, reports: dict[str, Path], name: str, dark: bool) -> None:
    page.open(reports[name], width=1400, dark=dark)
    seen, poor = page.tell(CONTRAST)
    assert seen > 200
    assert poor == []


def test_matching_paragraphs_stand_level_or_below_each_other(page: Page, reports: dict[str, Path]) -> None:
    tops = """
      [...document.querySelectorAll('.row.pair')].map((row) =>
        [...row.querySelectorAll('.side > :first-child')].map((one) => one.getBoundingClientRect())
          .flatMap((box) => [Math.round(box.top), Math.round(box.left)]))
    """
    page.open(reports["comparison"], width=1400)
    wide = page.tell(tops)
    assert len(wide) > 5
    assert all(left_top == right_top and left < right for left_top, left, right_top, right in wide)
    page.open(reports["comparison"], width=360)
    assert all(left_top < right_top and left == right for left_top, left, right_top, right in page.tell(tops))


def test_the_style_is_allowed_and_nothing_is_complained_of(page: Page, reports: dict[str, Path]) -> None:
    for path in reports.values():
        page.open(path, width=1400)
        assert page.tell("getComputedStyle(document.querySelector('.vh')).position") == "absolute"
        assert page.tell("document.scripts.length + performance.getEntriesByType('resource').length") == 0
    assert page.complaints == []


def test_a_style_that_is_not_the_report_s_is_refused(page: Page, reports: dict[str, Path], tmp_path: Path) -> None:
    smuggled = tmp_path / "smuggled.html"
    text = reports["check"].read_text(encoding="utf-8")
    body = "<script>document.title = 'taken'</script><style>body { display: none }</style></body>"
    smuggled.write_text(text.replace("</body>", body), encoding="utf-8")
    before = len(page.complaints)
    page.open(smuggled, width=800)
    assert page.tell("document.title") != "taken"
    assert page.tell("getComputedStyle(document.body).display") == "block"
    assert len(page.complaints) > before
    del page.complaints[before:]


def test_it_can_be_printed(page: Page, reports: dict[str, Path], tmp_path: Path) -> None:
    page.open(reports["comparison"], width=800, dark=True)
    page.call("Emulation.setEmulatedMedia", media="print")
    assert page.tell("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    seen, poor = page.tell(CONTRAST)
    assert seen > 200
    assert poor == []
    page.call("Emulation.setEmulatedMedia", media="")
    page.print(tmp_path / "report.pdf")
    pages = (tmp_path / "report.pdf").read_bytes().count(b"/Type /Page\n")
    assert 4 <= pages <= 10

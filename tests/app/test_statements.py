"""The table of statements: what stands in it, where enter leads, searching, ordering, copying and writing."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.samples import make_article
from tests.terminals import SEEDS
from tui.app.app import CopyholderApp
from tui.app.screens.asking.explaining import ExplainingScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.screens.statements import StatementsScreen
from tui.app.tracing.cells import signs_of, word_of
from tui.app.tracing.ordering import Order, Statement, listed
from tui.app.tracing.table import columns_for, heads_told, statement_told, widest_cell
from tui.app.tracing.telling import pair_of, statement_copied
from tui.app.tracing.tracer import Traced, Tracer
from tui.app.widgets.listing import Listing
from tui.article import read_article
from tui.layout import Side
from tui.quotation import trace_quotations
from tui.review import Review
from tui.review.model import MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.article import Article

WIDE = (160, 48)
PLANT = "The plant will close in March and the site will be sold to the town."

FIRST = make_article(("Plant to close", f"“{PLANT}” Ann Doe said."), source="first.txt", site="Herald")
CUT = make_article(("Closing", "“The plant will close in March,” Ann Doe said on Monday."), source="cut.txt")
CHANGED = make_article(
    ("No jobs", "“The plant will close in May and the site will be sold to the town,” Ben Roe said."),
    source="other.txt",
)
PLAIN = make_article(("Town news", f"Ann Doe told the council that {PLANT}"), source="plain.txt")
SILENT = make_article(("Weather", "It rained all week and the river rose by two metres."), source="silent.txt")
STORY = (FIRST, CUT, CHANGED, PLAIN, SILENT)


def traced(*articles: Article) -> Traced:
    clusters = trace_quotations(articles)
    return Traced(articles, tuple(map(Statement.of, clusters)), widest_cell(clusters))


def cells_of(found: Traced) -> list[tuple[str, str]]:
    [cluster] = found.clusters
    return [(signs_of(cell, cluster), word_of(cell, cluster)) for cell in cluster.cells]


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "marks" / "marks.db")


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        await pilot.pause(0.02)


def table(app: CopyholderApp) -> StatementsScreen:
    assert isinstance(app.screen, StatementsScreen)
    return app.screen


async def shown(pilot: Pilot[None], app: CopyholderApp) -> None:
    await until(pilot, lambda: isinstance(app.screen, StatementsScreen) and bool(table(app).shown))
    await pilot.pause()


async def begin(pilot: Pilot[None], app: CopyholderApp) -> None:
    """The library of the seeds, then its statements."""
    await pilot.press("s")
    await shown(pilot, app)


def lines(app: CopyholderApp) -> list[str]:
    listing = app.screen.query_one(Listing)
    return ["".join(part.text for part in listing.render_line(y)).rstrip() for y in range(listing.size.height)]


def head(app: CopyholderApp) -> str:
    return str(table(app).query_one("#statements-head").render())


def told(app: CopyholderApp) -> str:
    return " ".join(str(table(app).query_one("#statements-text").render()).split())


def lit(app: CopyholderApp) -> str:
    found = table(app).lit
    return "" if found is None else found.label


async def light(pilot: Pilot[None], app: CopyholderApp, statement: str, article: str) -> None:
    """Go to a statement's cell for an article by key."""
    screen = table(app)
    await pilot.press("home")
    while screen.lit is None or not screen.lit.label.startswith(statement):
        before = screen.lit
        await pilot.press("down")
        assert screen.lit is not before
    names = [Path(one.source).name[: len(article)] for one in screen._traced.articles]  # type: ignore[union-attr]
    while names[screen.article] != article:
        await pilot.press("right" if names.index(article) > screen.article else "left")


def test_a_cell_says_what_became_of_a_statement_in_signs_and_in_words() -> None:
    assert cells_of(traced(*STORY)) == [
        ("◆", "longest"),
        ("/", "cut"),
        ("!@", "changed"),
        ("-", "no marks"),
        ("·", ""),
    ]


def test_where_nobody_else_quotes_there_is_no_longest_version() -> None:
    assert cells_of(traced(FIRST, PLAIN)) == [("◆", "quoted"), ("-", "no marks")]
    assert cells_of(traced(FIRST, SILENT)) == [("◆", "only here"), ("·", "")]


def test_the_same_words_of_another_speaker() -> None:
    other = make_article(("Closing", f"“{PLANT}” Ben Roe said."), source="other.txt")
    assert cells_of(traced(FIRST, other)) == [("◆", "longest"), ("=@", "other speaker")]


def test_a_pair_is_the_longest_version_and_the_lit_article_or_the_gravest_other() -> None:
    [cluster] = traced(*STORY).clusters
    assert [pair_of(cluster, at) for at in range(5)] == [(0, 2), (0, 1), (0, 2), (0, 3), (0, 4)]
    [alone] = traced(FIRST, SILENT).clusters
    assert pair_of(alone, 0) is None


def test_what_is_copied_names_every_article_that_has_the_statement() -> None:
    found = traced(*STORY)
    copied = statement_copied(found.clusters[0], found).split("\n")
    assert copied[0] == f"“{PLANT}”"
    assert copied[1] == (
        "Whole in article 1; cut in article 2; changed and given to another speaker in article 3; "
        "without quotation marks in article 4."
    )
    assert [line[:1] for line in copied[2:]] == ["1", "2", "3", "4"]
    assert "“March”" in copied[4]
    assert "“May”" in copied[4]


def test_words_where_there_is_room_and_signs_where_there_is_not() -> None:
    found = traced(*STORY)
    wide = columns_for(130, 5, found.widest, 0, 0)
    assert wide.in_words
    line = statement_told(found.statements[0], wide, None).plain
    assert [told in line for told in ("◆ longest", "/ cut", "!@ changed", "- no marks", "·")] == [True] * 5
    heads = heads_told(wide, found.articles, 1).plain
    assert [heads.index(name) for name in ("1 Herald", "▾2 cut", "3 other")] == [
        line.index(told) for told in ("◆ longest", "/ cut", "!@ changed")
    ]
    narrow = columns_for(60, 5, found.widest, 0, 0)
    assert not narrow.in_words
    assert statement_told(found.statements[0], narrow, None).plain.split()[-6:] == ["3", "◆", "/", "!@", "-", "·"]


def test_of_many_articles_the_lit_one_is_on_view_and_signs_say_that_there_are_more() -> None:
    articles = STORY * 20
    first = columns_for(100, 100, 14, 0, 0)
    assert (first.first, first.end) == (0, (100 - 7 - 36) // 5)
    last = columns_for(100, 100, 14, 99, first.first)
    assert last.end == 100
    assert columns_for(100, 100, 14, last.first, last.first) == last
    assert heads_told(first, articles, 0).plain.endswith("›")
    assert "quoted‹" in heads_told(last, articles, 99).plain
    assert [first.at(first.words + 7 + cell) for cell in (-1, 0, 4, 5)] == [None, 0, 0, 1]
    assert heads_told(last, articles, 99).plain.endswith(" 98   99   ▾100 ")
    few = columns_for(100, 99, 14, 98, 0)
    assert heads_told(few, articles[:99], 98).plain.endswith(" 97  98  ▾99 ")


def test_orders() -> None:
    quoted = make_article(
        (
            "Short",
            "“We are glad of the rain,” Ana Poe said. “Nobody saw it come,” Cy Lee said.",
            f"“{PLANT}” Ann Doe said.",
        ),
        source="a.txt",
    )
    again = make_article(("More", "“We are glad of the rain,” Ana Poe said."), source="b.txt")
    third = make_article(("More", "“We are glad of the rain,” Ana Poe said."), source="c.txt")
    statements = traced(quoted, again, third, CHANGED).statements

    def labels(order: Order, query: str = "") -> list[str]:
        return [one.label.split()[0] for one in listed(statements, order, query)]

    assert labels(Order.MOST) == ["We", "The", "Nobody"]
    assert labels(Order.GRAVEST) == ["The", "We", "Nobody"]
    assert [one.speaker for one in listed(statements, Order.SPEAKER, "")][:2] == ["Ana Poe", "Ann Doe"]
    assert labels(Order.MOST, " GLAD  of ") == ["We"]
    assert labels(Order.MOST, "roe") == ["The"]
    assert labels(Order.MOST, "nowhere") == []


def test_a_reporters_correction_holds_in_the_table(db: str) -> None:
    start = CUT.text.index("The plant")
    with closing(Review.open(CUT, FIRST, Path(db))) as review:
        review.correct(
            MarkKind.SPEAKER, Subject.QUOTATION, [(start, start + len("The plant will close in March"))], (), "Cy Lee"
        )
    tracer = Tracer(db)
    tracer.ask([FIRST, CUT])
    assert [(sign, word) for sign, word in cells_of(finished(tracer))] == [("◆", "longest"), ("/@", "cut")]


def finished(tracer: Tracer) -> Traced:
    end = time.monotonic() + 20
    while tracer.is_busy:
        assert time.monotonic() < end
        assert tracer.fault is None
        time.sleep(0.01)
    assert tracer.found is not None
    return tracer.found


def test_what_is_doubted_is_traced_anew_only_where_marks_set_something_right(db: str) -> None:
    tracer = Tracer(db)
    tracer.ask([FIRST, CUT])
    before = finished(tracer)
    tracer.doubt()
    tracer.ask([FIRST, CUT])
    after = finished(tracer)
    assert after is not before
    assert after.statements is before.statements
    start = CUT.text.index("The plant")
    with closing(Review.open(CUT, FIRST, Path(db))) as review:
        review.correct(
            MarkKind.SPEAKER, Subject.QUOTATION, [(start, start + len("The plant will close in March"))], (), "Cy Lee"
        )
    tracer.ask([FIRST, CUT])
    assert finished(tracer) is after
    tracer.doubt()
    tracer.ask([FIRST, CUT])
    assert cells_of(finished(tracer)) == [("◆", "longest"), ("/@", "cut")]


async def test_back_from_the_reader_what_was_set_right_there_is_in_the_table(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await begin(pilot, app)
        await light(pilot, app, "We thank the signers", "003")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.reading.quote is not None)
        quote, (left, right) = app.reading.quote, app.desk.given
        assert quote is not None
        with closing(Review.open(left, right, Path(db))) as review:
            review.correct(MarkKind.SPEAKER, Subject.QUOTATION, [quote.left[0]], (), "Zoe Zadek")
        await pilot.press("q")
        await until(pilot, lambda: "Zoe Zadek" in told(app))
        assert lit(app).startswith("We thank the signers")
        assert head(app).startswith("19 statements")


async def test_an_article_that_comes_after_there_was_none(db: str) -> None:
    app = CopyholderApp(sources=(), db=db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: "There are no articles" in told(app))
        assert head(app).rstrip() == "0 statements in 0 articles"
        app.shelf.add_article(FIRST)
        await shown(pilot, app)
        assert head(app).rstrip() == "1 statement in 1 article"
        await pilot.press("enter")
        assert head(app).startswith("There is no other article to open it beside: add one in the library")


def test_only_what_was_asked_for_last_is_traced(db: str) -> None:
    tracer = Tracer(db)
    tracer.ask([read_article(path) for path in SEEDS])
    tracer.ask([FIRST, CUT])
    assert finished(tracer).articles == (FIRST, CUT)
    known = tracer.found
    tracer.ask([FIRST, CUT])
    assert not tracer.is_busy
    tracer.ask([read_article(path) for path in SEEDS])
    tracer.stop()
    assert not tracer.is_busy
    assert tracer.found is known


async def test_at_a_glance_who_has_it_whole_who_cut_and_changed_it(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await begin(pilot, app)
        assert head(app).startswith("19 statements in 5 articles, 13 in more than one · most quoted first")
        [line] = [line for line in lines(app) if "Harassment of any kind" in line]
        names = {name: lines(app)[0].index(f" {name}") for name in ("003", "004")}
        assert line.count("·") == 3
        assert abs(line.index("◆ longest") - names["003"]) <= 2
        assert abs(line.index("/≠@ cut, changed") - names["004"]) <= 2
        await light(pilot, app, "Harassment", "004")
        assert "Whole in article 2; cut, changed and given to another speaker in article 3." in told(app)
        assert "article 2 has “Hearing”, article 3 has “Having”" in told(app)


async def test_enter_opens_the_longest_version_and_the_lit_article_at_the_words(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await begin(pilot, app)
        await light(pilot, app, "Harassment", "004")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.reading.quote is not None)
        assert [Path(article.source).name[:3] for article in app.desk.given] == ["003", "004"]
        quote, reading = app.reading.quote, app.reading
        assert quote is not None
        assert "Hearing" in reading.article(Side.LEFT).text[slice(*quote.left[0])]
        assert "Having" in reading.article(Side.RIGHT).text[slice(*quote.right[0])]
        spread = app.reader.spread
        assert spread.top <= reading.quote_row(quote) < spread.top + spread.page
        await pilot.press("q")
        assert "“Having”" in told(app)
        await pilot.press("q")
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("q")
    assert app.return_code == 0


async def test_where_it_is_not_found_the_longest_version_stands_beside_that_article(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        await light(pilot, app, "Harassment", "000")
        assert "Not found there" in told(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.reading.quote is not None)
        assert [Path(article.source).name[:3] for article in app.desk.given] == ["003", "000"]
        quote = app.reading.quote
        assert quote is not None
        assert app.reading.article(Side.LEFT).text[quote.left[0][0] :].startswith("Harassment of any kind")


async def test_what_only_one_article_has_opens_nothing_until_another_is_chosen(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await begin(pilot, app)
        await light(pilot, app, "leading example", "000")
        await pilot.press("enter")
        assert head(app).startswith("Only this article has it")
        await pilot.press("tab")
        assert not head(app).startswith("Only this article has it")


async def test_from_the_reader_the_current_quotation_is_lit_and_another_pair_comes_in_its_place(db: str) -> None:
    app = CopyholderApp(*(read_article(SEEDS[at]) for at in (3, 4)), db=db)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.reading.quoting is not None)
        text = app.desk.given[0].text
        while app.reading.quote is None or not any("Hearing" in text[slice(*at)] for at in app.reading.quote.left):
            await pilot.press("c")
        await pilot.press("S")
        await shown(pilot, app)
        assert lit(app).startswith("Harassment of any kind")
        app.shelf.add([str(SEEDS[0])])
        await until(pilot, lambda: "3 articles" in head(app))
        assert lit(app).startswith("Harassment of any kind")
        await light(pilot, app, "In recent weeks", "000")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert {Path(article.source).name[:3] for article in app.desk.given} <= {"000", "003", "004"}
        assert "000" in [Path(article.source).name[:3] for article in app.desk.given]
        assert [type(one) for one in app.screen_stack].count(ReaderScreen) == 1
        await pilot.press("q")
    assert app.return_code == 0


async def test_searching_lists_only_what_holds_the_words(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app)
        await pilot.press("slash", *"hotline")
        assert [one.label for one in table(app).shown] == ["a third-party hotline"]
        await pilot.press("enter")
        assert head(app).startswith("1 statement with “hotline”")
        await pilot.press("escape")
        assert len(table(app).shown) == 19
        await pilot.press("slash", *"qqq")
        assert table(app).shown == []
        assert "No statement has these words" in "".join(lines(app))
        await pilot.press("enter")
        await pilot.press("y")
        assert head(app).startswith("There is nothing to copy")
        await pilot.press("slash", "escape")
        assert len(table(app).shown) == 19


async def test_the_gravest_first(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await begin(pilot, app)
        await pilot.press("o")
        assert "gravest first" in head(app)
        # One leaves out what matters, the other has Having for Hearing and another speaker.
        assert {one.label.split()[0] for one in table(app).shown[:2]} == {"We", "Harassment"}
        await pilot.press("o", "o")
        assert "most quoted first" in head(app)


async def test_copied_and_written(db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await begin(pilot, app)
        await light(pilot, app, "This letter", "004")
        await pilot.press("y")
        assert app.clipboard.startswith("“This letter is just a start,”\nWhole in articles 1, 2, 3 and 4.\n1 Alumni")
        for at, (ending, holds) in enumerate(
            (
                (".html", "<table"),
                (".csv", "No.,Statement,Article no."),
                (".txt", "19 statements in quotation marks"),
                (".json", "{"),
            )
        ):
            await pilot.press("w", *["down"] * at, "enter")
            await until(pilot, lambda: head(app).startswith("Written to"))
            assert holds in (tmp_path / f"statements{ending}").read_text("utf-8-sig")


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)])
async def test_every_size(db: str, size: tuple[int, int]) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=size) as pilot:
        await begin(pilot, app)
        assert lines(app)[1].startswith("▸ “")
        assert all(len(line) <= size[0] for line in lines(app))
        await pilot.press("question_mark")
        assert isinstance(app.screen, ExplainingScreen)
        await pilot.press("escape")
        await pilot.resize_terminal(50, 12)
        assert table(app).has_class("-too-small")


async def test_articles_in_which_nobody_is_quoted_and_none_at_all(db: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"It rained all week in {name}.\n\nThe river rose.\n")
    app = CopyholderApp(sources=[str(tmp_path / "one.txt"), str(tmp_path / "two.txt")], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: "Nobody is quoted" in told(app))
        await pilot.press("enter", "tab", "left", "down", "o", "y")
        assert head(app).startswith("There is nothing to copy")
    app = CopyholderApp(sources=(), db=db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: "There are no articles" in told(app))
        await pilot.press("enter", "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_words_of_articles_are_no_markup(db: str) -> None:
    nasty = "We [bold]never[/bold] said [/who] \x1b]0;gone\x07 \u202eesrever and [@click=app.quit]more[/]"
    articles = [
        make_article(("News", f"“{nasty}” Ann [red]Doe said."), source=f"{name}\x1b[31m.txt", title=nasty)
        for name in ("one", "two")
    ]
    app = CopyholderApp(*articles, db=db)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.reading.quoting is not None)
        await pilot.press("S")
        await shown(pilot, app)
        assert "[bold]never[/bold] said [/who]" in "".join(lines(app))

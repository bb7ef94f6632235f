"""What many articles share, quickly: which pair is likeliest, and at what cost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.samples import make_article
from tui.article import Role, read_article
from tui.collation import collate
from tui.collation.likely import ShareTable, makings_of, share_table

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
STORY = (
    "The harbour council voted on Tuesday to close the northern lock for repairs.",
    "Boats will be towed around the cape until the autumn, the harbour master said.",
    "Fishermen protested before the town hall with nets and empty crates.",
)
REWRITE = (
    "After a vote on Tuesday the northern lock is to be shut for months.",
    "Fishermen with nets and empty crates protested before the town hall.",
)
OTHER = (
    "A choir from the mountains sang in three languages to a full house.",
    "The conductor, who turns eighty in May, bowed for ten minutes.",
)


def table(*articles: tuple[str, ...]) -> ShareTable:
    found = share_table([makings_of(make_article(paragraphs)) for paragraphs in articles])
    assert found is not None
    return found


def test_a_version_shares_more_than_a_rewrite_and_a_rewrite_more_than_another_story() -> None:
    version = (*STORY[:2], STORY[2].replace("nets", "banners"))
    found = table(STORY, OTHER, REWRITE, version)
    shares = found.rows[0]
    assert shares[0] == 1.0
    assert shares[3] > 0.8 > shares[2] > 0.15 > shares[1]
    assert found.partners(0) == (3, 2, 1)
    assert found.order[:2] == (0, 3)
    assert found.order[-1] == 1
    assert found.best[2] in {0, 3}


def test_it_is_the_same_from_both_sides() -> None:
    found = table(STORY, REWRITE, OTHER)
    assert all(found.share(one, other) == found.share(other, one) for one in range(3) for other in range(3))


def test_equal_articles_share_everything_and_strangers_nothing() -> None:
    assert table(STORY, STORY).share(0, 1) == 1.0
    assert table(("Sea gulls circled.",), ("Trains stopped early.",)).share(0, 1) == 0.0


def test_one_article_none_and_one_without_words_are_no_trouble() -> None:
    assert table(STORY).order == (0,)
    assert table().order == ()
    assert table(STORY, ("— —",)).share(0, 1) == 0.0


def test_boilerplate_repeated_and_stray_text_is_left_out() -> None:
    notice = "Sign up for our newsletter and never miss a story from the harbour."
    plain = make_article((*OTHER, notice))
    with_notice = make_article((notice, *STORY), [Role.BOILERPLATE])
    assert makings_of(with_notice).words == makings_of(make_article(STORY)).words
    found = share_table([makings_of(plain), makings_of(with_notice)])
    without = share_table([makings_of(plain), makings_of(make_article(STORY))])
    assert found is not None
    assert without is not None
    assert found.share(0, 1) == without.share(0, 1)
    start = plain.text.index("Sign")
    stray = replace(plain, noise=((start, start + len(notice)),))
    assert makings_of(stray).words == makings_of(make_article(OTHER)).words


def test_scripts_without_spaces_are_compared_too() -> None:
    one = "市議会は火曜日に北の水門を修理のために閉鎖することを決めた。"
    found = table((one,), (f"速報。{one}",), ("山の合唱団が三つの言葉で歌い、満員の聴衆が拍手した。",))
    assert found.share(0, 1) > 0.9
    assert found.share(0, 2) < 0.2


def test_of_the_seeds_the_likeliest_pair_is_the_one_that_shares_most_when_collated() -> None:
    articles = [read_article(str(path)) for path in SEEDS]
    quick = share_table([makings_of(one) for one in articles])
    assert quick is not None
    for at, one in enumerate(articles):
        exact = {}
        for to, other in enumerate(articles):
            if to != at:
                collation = collate(one, other)
                counts = min(collation.left_counts, collation.right_counts, key=lambda side: side.words)
                exact[to] = counts.shared / counts.words
        assert quick.best[at] == max(exact, key=exact.__getitem__)


def test_it_stops_when_it_is_not_to_go_on() -> None:
    told: list[int] = []

    def went_on(compared: int) -> bool:
        told.append(compared)
        return compared < 3

    makings = [makings_of(make_article(STORY))] * 10
    assert share_table(makings, went_on=went_on) is None
    assert told == [1, 2, 3]


def test_what_stands_in_one_article_only_is_never_looked_up() -> None:

    from tui.collation import likely

    alone = [tuple(f"word{at}of{number} is here" for at in range(40)) for number in range(30)]
    makings = [makings_of(make_article(paragraphs)) for paragraphs in alone]
    _, masses, held = likely._weigh(makings)
    # Of some eighty words and runs an article has, only those of "is" and "here" are common.
    assert all(len(one) == len({"is", "here"}) for one in held)
    assert all(mass > 0 for mass in masses)

"""Web pages as newsrooms build them: made-up articles in layouts of many kinds, with what belongs to the article known.

The layouts follow habits of publishing systems (class names, figures, teasers amid the text), not any one page.
"""

# ruff: noqa: E501 markup is read best in the lines that it is written in

from __future__ import annotations

import html
import json

from tests.accuracy.told import CAPTION, STORIES, P, Told

_TEASERS = (
    "Mayor to open new library wing in May",
    "Storm takes roof off the old brewery",
    "Ten walks for the first warm weekend",
    "Hospital gets second scanner after long dispute",
)


def _links(names: tuple[str, ...] = _TEASERS, tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/{number}">{name}</a></{tag}>' for number, name in enumerate(names))


def _nav(*names: str) -> str:
    return f"<nav><ul>{_links(names or ('News', 'Sport', 'Culture', 'Weather', 'Subscribe'))}</ul></nav>"


def _head(told: Told, site: str, *extra: str) -> str:
    title = html.escape(told.title)
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title>{"".join(extra)}</head>'


def wordpress(told: Told) -> str:
    return (
        _head(told, "Harbour Ledger", f'<meta property="og:title" content="{html.escape(told.title)}">')
        + f'<body class="single single-post has-sidebar"><div id="page"><header id="masthead">{_nav()}</header>'
        + '<div id="primary" class="content-area"><main id="main"><article class="post hentry"><header class="entry-header">'
        + f'<h1 class="entry-title">{told.title}</h1><div class="entry-meta"><span class="posted-on">Posted on '
        + f'<time datetime="{told.date}">{told.date}</time></span> <span class="byline">by {told.author}</span></div></header>'
        + f'<div class="entry-content">{told.html()}</div><footer class="entry-footer"><span class="cat-links">Posted in '
        + '<a href="/c">Town</a></span></footer></article><div id="comments" class="comments-area"><h2>3 thoughts on this</h2>'
        + "<ol><li><p>I have said for years that this would happen, and nobody in town hall ever listened to me.</p></li>"
        + "<li><p>Well done to all who took part, this is good news for everybody I know.</p></li></ol></div></main></div>"
        + f'<aside id="secondary" class="widget-area"><h2>Recent Posts</h2><ul>{_links()}</ul></aside>'
        + "<footer><p>Proudly printed since 1921. All rights reserved.</p></footer></div></body></html>"
    )


def json_ld(told: Told) -> str:
    data = (
        '{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Courier"},{"@type":"NewsArticle",'
        f'"headline":"{told.title}","datePublished":"{told.date}T08:00:00+01:00","author":[{{"@type":"Person","name":"{told.author}"}}],'
        '"publisher":{"@type":"Organization","name":"The Courier"}}]}'
    )
    related = f'<div class="related-inline"><h3>Read also</h3><ul>{_links(_TEASERS[:2])}</ul></div>'
    return (
        _head(told, "The Courier", f'<script type="application/ld+json">{data}</script>')
        + f'<body><div class="skip-link"><a href="#c">Skip to content</a></div>{_nav()}<main><article><h1>{told.title}</h1>'
        + f'<div class="article-byline">By <a href="/a">{told.author}</a></div><div class="article-body">'
        + told.html(between=related)
        + '</div><div class="share-tools"><ul><li><a href="#">Share on one network</a></li><li><a href="#">Copy link</a></li></ul></div>'
        + f'</article><section class="most-read"><h2>Most read</h2><ol>{_links()}</ol></section></main></body></html>'
    )


def bare(told: Told) -> str:
    return f"<html><head><title>{told.title}</title></head><body><h1>{told.title}</h1>{told.html()}</body></html>"


def hashed_classes(told: Told) -> str:
    advert = '<div class="css-1x9 StyledAd"><div class="css-z">Advertisement</div></div>'
    return (
        _head(told, "Meridian", f'<meta property="article:published_time" content="{told.date}T05:00:00.000Z">')
        + f'<body><div id="__next"><div class="css-2f"><header class="css-h1">{_nav()}</header><main class="css-m"><div class="css-a">'
        + f'<h1 class="css-t">{told.title}</h1><div class="css-by"><p class="css-n">By {told.author}</p></div>'
        + f'<section class="css-body">{told.html(paragraph="<p class=css-p>{}</p>", between=advert)}</section></div></main>'
        + f'<footer class="css-f"><p>© Meridian Media. All rights reserved.</p>{_nav("Contact", "Terms", "Privacy")}</footer></div></div></body></html>'
    )


def broken_lines(told: Told) -> str:
    text = told.html(paragraph="{}<br><br>")
    return (
        f"<html><head><title>{told.title} - Valley News</title></head><body bgcolor=white><table width=100%><tr><td width=150>"
        "<a href=/>Home</a><br><a href=/n>News</a><br><a href=/s>Sports</a></td><td>"
        f"<h1>{told.title}</h1><div>{text}</div></td></tr></table><hr><center>Copyright Valley News</center></body></html>"
    )


def newsletter_amid(told: Told) -> str:
    box = (
        '<div class="newsletter-signup"><h3>Get our morning mail</h3><p>Every weekday, the five stories that matter in the valley, free in your inbox.</p>'
        '<form><input type="email"><button>Sign up</button></form></div>'
    )
    return (
        _head(told, "Valley Post")
        + f'<body><div class="container"><div class="topbar">{_nav()}</div><div class="row"><div class="col-8"><h1>{told.title}</h1>'
        + f'<div class="story-body">{told.html(between=box)}</div></div><div class="col-4 sidebar"><h4>Trending</h4><ul>{_links()}</ul></div></div></div></body></html>'
    )


def div_paragraphs(told: Told) -> str:
    return (
        _head(told, "Daily Plain")
        + f'<body><div class="nav">{_nav()}</div><div class="main"><h1>{told.title}</h1><div class="txt">'
        + told.html(paragraph='<div class="par">{}</div>')
        + '</div></div><div class="foot"><div>Daily Plain, 12 Mill Street</div></div></body></html>'
    )


def wrapped_paragraphs(told: Told) -> str:
    return (
        _head(told, "Northern Echoes")
        + f'<body>{_nav()}<article><header><h1>{told.title}</h1><p class="standfirst-none"></p></header>'
        + told.html(paragraph='<div data-component="text-block"><div class="rich"><p><b></b>{}</p></div></div>')
        + f'<section data-component="links-block"><h2>More on this story</h2><ul>{_links()}</ul></section>'
        + f'<section data-component="tag-list"><h2>Topics</h2><ul>{_links(("Town", "Council"))}</ul></section></article></body></html>'
    )


def linked_words(told: Told) -> str:
    first = told.pieces[0][1].split()
    linked = html.escape(" ".join(first[:4])), html.escape(" ".join(first[4:]))
    body = told.html().replace(
        html.escape(told.pieces[0][1], quote=False), f'<a href="/x">{linked[0]}</a> <em>{linked[1]}</em>', 1
    )
    return (
        _head(told, "Weekly Signal")
        + f"<body><header><div class=logo><h1><a href=/>Weekly Signal</a></h1></div>{_nav()}</header>"
        + f'<main><article><h1 class="headline">{told.title}</h1>{body}</article></main></body></html>'
    )


def second_rank_headline(told: Told) -> str:
    return (
        _head(told, "Town Crier")
        + f"<body><h1 class=site-title><a href=/>Town Crier</a></h1>{_nav()}<div class=post><h2 class=post-title>{told.title}</h2>"
        + f"<div class=post-body>{told.html()}</div></div><div id=sidebar><h2>Archive</h2><ul>{_links()}</ul></div></body></html>"
    )


def amp(told: Told) -> str:
    return (
        f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{html.escape(told.title)}</title>'
        f'<link rel="canonical" href="https://www.quay.example/story"></head><body><header class="amp-header"><a href="/">Quay</a></header>'
        f'<article class="amp-article"><header class="article-header"><h1 class="title">{told.title}</h1></header>'
        f'<div class="article-content">{told.html(between="<amp-ad width=300></amp-ad>")}</div></article>'
        f'<div class="amp-related"><h3>Related stories</h3><ul>{_links()}</ul></div></body></html>'
    )


def summary_and_share(told: Told) -> str:
    return (
        _head(
            told, "The Lantern", f'<meta name="author" content="{told.author}"><meta name="date" content="{told.date}">'
        )
        + f'<body>{_nav()}<main class="page has-share"><div class="headline-block"><span class="kicker">Local</span><h1>{told.title}</h1>'
        + '<ul class="social-share"><li><a href="#">Post</a></li><li><a href="#">Mail</a></li></ul></div>'
        + f'<div class="article__content">{told.html()}</div><div class="author-bio"><p>{told.author} reports for the Lantern and has won prizes for local news.</p></div>'
        + f'<div class="recommendations"><h2>You may also like</h2><div class="card"><h3><a href="/1">{_TEASERS[0]}</a></h3><p>The wing has been four years in the making and costs less than was feared.</p></div></div></main></body></html>'
    )


def xhtml(told: Told) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>{html.escape(told.title)}</title></head><body><div id="navigation">{_nav()}</div>'
        f'<div id="content"><h1>{told.title}</h1>{told.html()}</div><div id="footer"><p>Printed on the Isle.</p></div></body></html>'
    )


def pull_quotes(told: Told) -> str:
    pulled = (
        f'<aside class="pullquote"><p>{told.pieces[1][1] if told.pieces[1][0] == P else told.pieces[2][1]}</p></aside>'
    )
    return (
        _head(told, "Longform Quarterly")
        + f'<body><main><article class="longform"><h1>{told.title}</h1><div class="prose">{told.html(between=pulled, after=5)}</div></article></main></body></html>'
    )


def paywall_notice(told: Told) -> str:
    return (
        _head(told, "Evening Star")
        + f'<body><div role="banner">{_nav()}</div><div role="main"><h1>{told.title}</h1><div class="body-copy">{told.html()}</div>'
        + '<div class="subscribe-box"><p>Support local reporting: for less than a coffee a week you can read everything we write.</p></div>'
        + '</div><div role="contentinfo"><p>Evening Star Ltd.</p></div></body></html>'
    )


def galleries(told: Told) -> str:
    gallery = '<div class="gallery"><figure><img src="g.jpg"><figcaption>One of nine pictures</figcaption></figure><button>Next</button></div>'
    return (
        _head(told, "Picture Post")
        + f'<body>{_nav()}<section class="story"><h1>{told.title}</h1><div class="content"><div class="inner">{told.html(between=gallery, after=4)}</div></div></section></body></html>'
    )


def live_scripts(told: Told) -> str:
    script = '<script>window.ads.push({"slot":"mid","text":"<p>Not an article</p>"});</script><noscript><p>Please turn scripts on to see everything.</p></noscript>'
    return (
        _head(told, "Wire Room", "<style>p{margin:0}</style>")
        + f'<body>{_nav()}<div class="cookie-consent" role="dialog"><p>We use cookies to give you the best experience on our site, and so do our 431 partners.</p><button>Accept</button></div>'
        + f"<article><h1>{told.title}</h1>{told.html(between=script, after=2)}</article></body></html>"
    )


def sections(told: Told) -> str:
    half = len(told.pieces) // 2
    first = Told(told.title, told.author, told.date, told.pieces[:half]).html()
    second = Told(told.title, told.author, told.date, told.pieces[half:]).html()
    return (
        _head(told, "Two Rivers")
        + f'<body>{_nav()}<article><h1>{told.title}</h1><section class="part">{first}</section><div class="ad-slot">Advertisement</div>'
        + f'<section class="part">{second}</section></article><div class="teaser-list">{_links(tag="h3")}</div></body></html>'
    )


def unclosed(told: Told) -> str:
    return (
        f"<html><head><title>{told.title}</title><body><ul class=menu><li><a href=/>Home<li><a href=/n>News</ul>"
        f"<h1>{told.title}</h1>" + told.html(paragraph="<p>{}") + "<p><small>&copy; Old Mill Gazette</small></body>"
    )


def hidden_parts(told: Told) -> str:
    return (
        _head(told, "Clear View")
        + f'<body>{_nav()}<article><h1>{told.title}</h1><p style="display:none">This paragraph is never shown to any reader of the page at all.</p>'
        + f'<span class="sr-only">Opens in a new window</span>{told.html()}<p hidden>Tracking text that nobody sees, as long as any paragraph.</p></article></body></html>'
    )


def read_more_amid(told: Told) -> str:
    more = f'<p><strong>Read more: <a href="/1">{_TEASERS[1]}</a></strong></p>'
    return (
        _head(told, "Coast Daily")
        + f"<body>{_nav()}<main><article><h1>{told.title}</h1>{told.html(between=more)}"
        + "<p><em><a href=/mail>Write to our reporters</a></em></p></article></main></body></html>"
    )


def captions_without_figures(told: Told) -> str:
    body = told.html()
    for kind, words in told.pieces:
        if kind == CAPTION:
            shown = html.escape(words, quote=False)
            start = body.index("<figure>")
            end = body.index("</figure>") + len("</figure>")
            body = f'{body[:start]}<div class="wp-caption"><img src="p.jpg"><p class="wp-caption-text">{shown}</p></div>{body[end:]}'
    return (
        _head(told, "Old Town Blog")
        + f'<body>{_nav()}<div class="post"><h1 class="post-title">{told.title}</h1><div class="post-content">{body}</div>'
        + '<p class="post-tags">Tags: <a href="/t">town</a>, <a href="/u">council</a></p></div></body></html>'
    )


def embedded_posts(told: Told) -> str:
    post = (
        '<div class="embed"><iframe src="https://video.example/1"></iframe></div>'
        '<div class="social-embed"><p>We will be there tonight, come all and bring a lamp!</p><a href="/p">pic</a></div>'
    )
    return (
        _head(told, "Hill & Dale", f'<meta name="byl" content="By {told.author}">')
        + f'<body class="page-article comments-open"><div class="wrapper related-on"><div class="masthead">{_nav()}</div>'
        + f'<div class="article-wrapper share-enabled"><h1><span class="kicker"></span>{told.title}</h1>'
        + f'<div class="article-text">{told.html(between=post, after=6)}</div></div></div></body></html>'
    )


def many_columns(told: Told) -> str:
    teasers = "".join(
        f"<div class=item><h3><a href=/{number}>{name}</a></h3><p>A few sentences that say what this other story is about, and why. "
        "They are as long as a paragraph.</p></div>"
        for number, name in enumerate(_TEASERS)
    )
    return (
        _head(told, "Metro Sheet")
        + f"<body>{_nav()}<div class=grid><div class=left>{teasers}</div><div class=center><h1>{told.title}</h1>{told.html()}</div>"
        + f"<div class=right>{teasers}</div></div></body></html>"
    )


def next_article_below(told: Told) -> str:
    other = STORIES[(STORIES.index(told) + 1) % len(STORIES)]
    return (
        _head(told, "Endless")
        + f'<body>{_nav()}<article class="first"><h1>{told.title}</h1><div class="copy">{told.html()}</div></article>'
        + f'<div class="read-next"><h2><a href="/next">{other.title}</a></h2><p>{other.pieces[0][1]}</p></div></body></html>'
    )


def premium_paragraphs(told: Told) -> str:
    first, behind = (Told(told.title, told.author, told.date, pieces) for pieces in (told.pieces[:1], told.pieces[1:]))
    locked = behind.html(paragraph='<p class="paywall">{}</p>')
    return (
        _head(told, "The Ledger")
        + f'<body>{_nav()}<main><h1>{told.title}</h1><div class="chunk">{first.html()}</div>'
        + f'<div class="chunk">{locked}</div></main><div class="paywall"><p>Subscribe to read all our stories.</p></div></body></html>'
    )


def with_a_rail(told: Told) -> str:
    menu = _nav(*(f"Section {number} of the paper" for number in range(120)))
    return (
        _head(told, "Channel Six")
        + f'<body>{menu}<section class="layout__top layout-with-rail__top"><h1>{told.title}</h1></section>'
        + f'<section class="layout__main layout-with-rail__main">{told.html()}</section>'
        + f'<section class="layout__rail"><h2>Most read</h2><ul>{_links()}</ul></section>{menu}</body></html>'
    )


def story_in_an_aside(told: Told) -> str:
    menu = _nav(*(f"Place number {number} in the region" for number in range(150)))
    return (
        _head(told, "Upper Valley Gazette")
        + f'<body>{menu}<h1>{told.title}</h1><aside class="direct-content">{told.html()}</aside>{menu}'
        + '<aside class="box"><p>Write to us with what you have seen in your street, and we will look into it.</p></aside></body></html>'
    )


def teasers_below(told: Told) -> str:
    teasers = "".join(
        f'<div class="nextone"><h2><a href=/{number}>{name}</a></h2><p>Some sentences that say what this other story is about and '
        f"why it was written. They are as long as a paragraph of the story above.</p><h3><a href=/{number}>Read the rest</a></h3></div>"
        for number, name in enumerate(_TEASERS)
    )
    return (
        _head(told, "Boing")
        + f'<body><div id="container"><h1>{told.title}</h1><div id="story">{told.html()}</div><div id="thumbs">{teasers}</div></div></body></html>'
    )


def notice_far_below(told: Told) -> str:
    names = "".join(f"<li>Station {number}</li>" for number in range(40))
    notice = "<p>We keep small files on your machine to see which of our stories are read. You agree to that by reading on.</p>"
    return (
        _head(told, "Radio Coast")
        + f'<body><h1>{told.title}</h1><div class="copy">{told.html()}</div><ul>{names}</ul>'
        + f'<div class="privacy">{notice}<p>Accept and go on</p></div></body></html>'
    )


def filled_by_a_script(told: Told) -> str:
    data = {"@type": "NewsArticle", "headline": told.title, "articleBody": "\n\n".join(told.paragraphs)}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return _head(told, "App", script) + "<body><div id=root><p>Loading …</p></div></body></html>"


LAYOUTS = (
    wordpress, json_ld, bare, hashed_classes, broken_lines, newsletter_amid, div_paragraphs, wrapped_paragraphs,
    linked_words, second_rank_headline, amp, summary_and_share, xhtml, pull_quotes, paywall_notice, galleries,
    live_scripts, sections, unclosed, hidden_parts, read_more_amid, captions_without_figures, embedded_posts,
    many_columns, next_article_below, premium_paragraphs, with_a_rail, story_in_an_aside, teasers_below,
    notice_far_below, filled_by_a_script,
)  # fmt: skip

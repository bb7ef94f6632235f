"""A page's tree becomes blocks: the runs of words that a browser sets as one, in reading order."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_BLOCK_NAMES = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr "
    "ul caption"
)
_BLOCK = frozenset(_BLOCK_NAMES.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_FURNITURE = frozenset(("nav", "footer", "aside", "form", "menu", "head"))
_ROLE_NAMES = "navigation complementary contentinfo search dialog alertdialog banner menu menubar toolbar form"
_FURNITURE_ROLES = frozenset(_ROLE_NAMES.split())
_FURNITURE_NAMES = re.compile(
    r"(?:^|(?<!with)(?<!has)(?<!no)[\s_-])"  # a layout "with-sidebar" is not the sidebar
    r"(ads?|advert\w*|affiliate|alsoread|breadcrumbs?|bio|comments?|commentlist|consent|cookie\w*|copyright"
    r"|credits?-?list|disqus|donat\w*|follow|footer|gdpr|inline-?related|latest|masthead|menu|more|moreon|most|nav|navbar|navigation"
    r"|newsletters?|noprint|outbrain|paywall|pagination|pager|playlist|poll|popular|promos?|promoted|readmore|readnext"
    r"|recirc\w*|recommend\w*|related|relatedlinks|rail|share|sharing|sharedaddy|sidebar|signup|sign-up|skip|social|socials"
    r"|sponsor\w*|subscri\w*|survey|taboola|taglist|tags|teasers?|tool-?bar|tools|topics|trending|utility|widgets?)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION_NAMES = re.compile(
    r"(?<!no)(?<!no[_-])(?<!has[_-])(?<!with[_-])(?:caption(?!ed)|cutline|bildunterschrift|pie-?(?:de-?)?foto"
    r"|(?:photo|image|img|picture)[_-]*(?:credit|legend))",
    re.IGNORECASE,
)
_PICTURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:image|img|photo|foto|bild|picture|pic|figure)(?:$|[\s_-]|box|wrap|holder)", re.IGNORECASE
)
_TEXT_NAMES = re.compile(r"te?xt", re.IGNORECASE)
_PICTURES = frozenset(("img", "picture", "amp-img"))
_LONGEST_CAPTION = 500  # characters; what is called after a caption and has more only has one in it
_LONGEST_BY_A_PICTURE = 300
_LEAST_OF_ITS_OWN = 60  # characters that make an element of no known name a paragraph
_HOLDS_THE_STORY = 0.4  # of a page's words; what has more is no furniture, whatever its class says
_NEVER_FURNITURE_BY_NAME = frozenset(("html", "body", "main", "article"))

_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\x00"  # where a line ends inside a block; a page's own NULs are gone
_BREAKS = re.compile(r"[ \t]*\x00(?:\s*\x00)+[ \t]*")
_ONE_BREAK = re.compile(r"[ \t]*\x00[ \t]*")
_CELL_GAP = " | "
_MARKS = {"de": "„“‚‘", "fr": "«»‹›", "ja": "「」『』", "zh": "“”‘’"}
_ENGLISH_MARKS = "“”‘’"
_ANY_MARK = tuple("\"'“”„‘‚«»‹›「『")


@dataclass(frozen=True, slots=True)
class Block:
    """One run of words.

    Attributes:
        text: The words; a line break inside them as a newline.
        owner: The element that they stand in.
        home: The element whose children stand in one row with them: the next above lists and quotations.
        tag: "p", "li", "blockquote", "tr", "caption", or "h1" to "h6".
        linked: How much of the words are links, 0 to 1.
        around: What the elements around them are called that seem to be for something other than the article.
    """

    text: str
    owner: HtmlElement
    home: HtmlElement
    tag: str
    linked: float
    around: frozenset[str] = frozenset()

    @property
    def furniture(self) -> bool:
        """Whether an element around them is for something other than the article."""
        return bool(self.around)


def find_blocks(root: HtmlElement) -> list[Block]:
    """The blocks of a page, in order."""
    return list(_Walk(root).blocks())


class _Walk:
    """One walk over a page; it keeps what is open and what has been read since the last end of a block."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._sizes = _sizes(root)
        self._marks = _MARKS.get((root.get("lang") or "en")[:2].casefold(), _ENGLISH_MARKS)
        self._open: list[HtmlElement] = []
        self._words: list[str] = []
        self._linked = 0
        self._links = self._pres = 0
        self._around: list[frozenset[str]] = [frozenset()]
        self._quoted: list[bool] = []

    def blocks(self) -> Iterator[Block]:
        for event, element in etree.iterwalk(self._root, events=("start", "end")):
            block = element.tag in _BLOCK or self._is_tall_cell(element) or self._is_own_paragraph(element)
            if block:
                yield from self._flushed()
            if event == "start":
                self._enter(element, block)
            else:
                self._leave(element, block)
        yield from self._flushed()

    def _enter(self, element: HtmlElement, block: bool) -> None:
        if block:
            self._open.append(element)
        self._links += element.tag == "a"
        self._pres += element.tag == "pre"
        self._around.append(self._around[-1] | self._called(element))
        if element.tag == "br":
            self._words.append(_BREAK)
        elif element.tag == "q":
            self._open_quotation(element)
        elif element.tag in _CELLS and not block and any(map(str.strip, self._words)):
            self._words.append(_CELL_GAP)
        self._add(element.text)

    def _leave(self, element: HtmlElement, block: bool) -> None:
        if block:
            self._open.pop()
        self._links -= element.tag == "a"
        self._pres -= element.tag == "pre"
        self._around.pop()
        if element.tag == "q" and self._quoted.pop():
            self._words.append(self._marks[1 if not any(self._quoted) else 3])
        if element is not self._root:
            self._add(element.tail)

    def _open_quotation(self, element: HtmlElement) -> None:
        marked = not (element.text or "").lstrip().startswith(_ANY_MARK)
        if marked:
            self._words.append(self._marks[0 if not any(self._quoted) else 2])
        self._quoted.append(marked)

    def _add(self, text: str | None) -> None:
        if text:
            self._words.append(text.replace("\n", _BREAK) if self._pres else _SPACES.sub(" ", text))
            self._linked += len(text.strip()) if self._links else 0

    def _flushed(self) -> Iterator[Block]:
        words, linked = "".join(self._words), self._linked
        self._words, self._linked = [], 0
        if not self._open or not words.strip(" \x00\n"):
            return
        tag, home = self._tag(), self._home()
        share = min(1.0, linked / max(1, len(words.strip())))
        for run in _BREAKS.split(words):
            text = _ONE_BREAK.sub("\n", _SPACES.sub(" ", run)).strip()
            if text:
                yield Block(text, self._open[-1], home, tag, share, self._around[-1])

    def _tag(self) -> str:
        for element in reversed(self._open):
            tag = str(element.tag)
            if tag in _HEADINGS or tag in {"li", "blockquote", "tr"}:
                return tag
            if self._is_caption(element):
                return "caption"
            if tag in {"article", "main", "body", "td"}:
                break
        return "p"

    def _home(self) -> HtmlElement:
        above = self._open[-1]
        wrappers = {"p", "ul", "ol", "li", "dl", "dd", "dt", "blockquote", "table", "tbody", "thead", "tfoot", "tr"}
        wrappers |= {"figure", "figcaption", "caption", "pre", "td", "th", *_HEADINGS}
        for element in reversed(self._open):
            above = element
            if element.tag not in wrappers and not self._says_who_is_quoted(element):
                break
        return above

    def _says_who_is_quoted(self, element: HtmlElement) -> bool:
        return element.tag == "footer" and any(above.tag == "blockquote" for above in self._open)

    def _is_caption(self, element: HtmlElement) -> bool:
        if element.tag in {"figcaption", "caption"}:
            return True
        size = self._sizes[element]
        if size <= _LONGEST_CAPTION and _names_caption(element):
            return True
        names = element.get("class", "")
        by_name = element.tag == "figure" or (_PICTURE_NAMES.search(names) and not _TEXT_NAMES.search(names))
        if size > _LONGEST_BY_A_PICTURE or not by_name:
            return False
        return next(element.iter(*_PICTURES), None) is not None

    def _is_tall_cell(self, element: HtmlElement) -> bool:
        """Whether a cell holds paragraphs: pages were once laid out as tables."""
        return element.tag in _CELLS and (self._sizes[element] > 400 or any(child.tag in _BLOCK for child in element))

    def _is_own_paragraph(self, element: HtmlElement) -> bool:
        """Whether it is a paragraph that a page named itself, as `<news-text>`, or a caption by its class alone."""
        tag = str(element.tag)
        if tag == "span":
            return 0 < self._sizes[element] <= _LONGEST_CAPTION and _names_caption(element)
        return "-" in tag and self._sizes[element] >= _LEAST_OF_ITS_OWN

    def _called(self, element: HtmlElement) -> frozenset[str]:
        """What an element is called that seems to be for something other than the article; empty for all others."""
        tag, role = str(element.tag), (element.get("role") or "").casefold()
        if self._sizes[element] > _HOLDS_THE_STORY * self._sizes[self._root]:
            return frozenset()
        if self._says_who_is_quoted(element):
            return frozenset()
        if tag in _FURNITURE or role in _FURNITURE_ROLES:
            return frozenset({tag if tag in _FURNITURE else role})
        if tag not in _BLOCK or tag in _NEVER_FURNITURE_BY_NAME:
            return frozenset()
        names = f"{element.get('class', '')} {element.get('id', '')}"
        return frozenset(map(str.casefold, _FURNITURE_NAMES.findall(names[:500])) if len(names) > 1 else ())


def _names_caption(element: HtmlElement) -> bool:
    return _CAPTION_NAMES.search(element.get("class", "")) is not None


def _sizes(root: HtmlElement) -> dict[HtmlElement, int]:
    """How many characters each element holds."""
    sizes: dict[HtmlElement, int] = defaultdict(int)
    for _, element in etree.iterwalk(root, events=("end",)):
        sizes[element] += len((element.text or "").strip())
        parent = element.getparent()
        if parent is not None and element is not root:
            sizes[parent] += sizes[element] + len((element.tail or "").strip())
    return sizes

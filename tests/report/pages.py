"""An HTML page read again: strictly nested elements, and what a test wants to know of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})


@dataclass
class Element:
    """An element of a page.

    Attributes:
        tag: Its name.
        attributes: What its start tag says.
        inside: Elements and text in it, in order.
    """

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def all(self, tag: str = "", css: str = "", **wanted: str) -> list[Element]:
        """Every element in it, itself too, of this name and class, with these attributes."""
        return [
            one
            for one in self.walk()
            if tag in {"", one.tag}
            and (not css or css in one.classes)
            and all(one.attributes.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str = "", css: str = "", **wanted: str) -> Element:
        """The only such element."""
        (found,) = self.all(tag, css, **wanted)
        return found

    def walk(self) -> Iterator[Element]:
        """Itself and every element in it, in order."""
        yield self
        for one in self.inside:
            if isinstance(one, Element):
                yield from one.walk()

    def raw(self, without: frozenset[str] = frozenset()) -> str:
        """The text in it, but for elements of these classes."""
        return "".join(
            one if isinstance(one, str) else one.raw(without)
            for one in self.inside
            if isinstance(one, str) or without.isdisjoint(one.classes)
        )

    @property
    def seen(self) -> str:
        """What the eye reads on one line: without the words for the ear."""
        return " ".join(self.raw(frozenset({"vh"})).split())

    @property
    def heard(self) -> str:
        """What the ear hears on one line: without the signs for the eye."""
        return " ".join(self._heard().split())

    @property
    def words(self) -> str:
        """The article's own words on one line: neither words for the ear nor signs that lead elsewhere."""
        return " ".join(self.raw(frozenset({"vh", "ref"})).split())

    def _heard(self) -> str:
        return "".join(
            one if isinstance(one, str) else one._heard()
            for one in self.inside
            if isinstance(one, str) or one.attributes.get("aria-hidden") != "true"
        )


class _Reader(HTMLParser):
    """Reads a page and fails where its elements don't nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"an attribute twice in {tag}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"{tag} closes another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


def read_page(page: str) -> Element:
    """A page's elements; fails where they don't nest or one is left open."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], [one.tag for one in reader.open]
    return reader.root

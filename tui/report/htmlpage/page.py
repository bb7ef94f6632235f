"""The page itself: templates that escape whatever an article holds, one style, and a policy that allows no more."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tui.article.clean import clean

if TYPE_CHECKING:
    from collections.abc import Mapping


def render(template: str, values: Mapping[str, object], *styles: str) -> str:
    """A page.

    Args:
        template: The template's name.
        values: What it shows; every text in it is data.
        styles: Names of style sheets that the page needs beside the common one.

    Returns:
        The document.
    """
    environment = _environment()
    style = "\n".join(_style(environment, name) for name in ("style.css", *styles))
    policy = b64encode(sha256(style.encode()).digest()).decode()
    return environment.get_template(template).render(**values, style=Markup(style), style_hash=policy)  # noqa: S704


def held(value: object) -> object:
    """A text that no browser takes for anything but words; anything else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return clean(value)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """The templates."""
    return Environment(
        loader=PackageLoader("tui.report", "htmlpage"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=held,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _style(environment: Environment, name: str) -> str:
    """A style sheet; our own style is the only text that isn't escaped."""
    assert environment.loader is not None
    style, _, _ = environment.loader.get_source(environment, name)
    # A browser reads every line end as one, and the policy names what it reads.
    return "\n".join(style.splitlines())

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


def render(template: str, values: Mapping[str, object]) -> str:
    """A page.

    Args:
        template: The template's name.
        values: What it shows; every text in it is data.

    Returns:
        The document.
    """
    environment, style = _environment()
    policy = b64encode(sha256(style.encode()).digest()).decode()
    return environment.get_template(template).render(**values, style=Markup(style), style_hash=policy)  # noqa: S704


def held(value: object) -> object:
    """A text that no browser takes for anything but words; anything else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return clean(value)


@lru_cache(maxsize=1)
def _environment() -> tuple[Environment, str]:
    """The templates and the one style; our own style is the only text that isn't escaped."""
    loader = PackageLoader("tui.report", "htmlpage")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=held,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style, _, _ = loader.get_source(environment, "style.css")
    # A browser reads every line end as one, and the policy names what it reads.
    return environment, "\n".join(style.splitlines())

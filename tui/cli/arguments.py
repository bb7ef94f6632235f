"""What the words of the command line ask for."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NoReturn

from tui.cli import usage
from tui.cli.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Command = Literal["reader", "read", "compare", "check", "quotes", "marks"]

_COMMANDS: tuple[Command, ...] = ("read", "compare", "check", "quotes", "marks")
_MARKS_ACTIONS = ("export", "import")
_TOP_VALUES = frozenset(
    {"--db", "--config", "--format", "-o", "--output", "--encoding", "--color", "--width", "--house-rules", "--against"}
)
_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked for.

    Attributes:
        command: Which command; "reader" where none was named.
        articles: The articles as given: paths, addresses or "-"; for `marks` the file, if one is named.
        sources: What `check` checks the article against; as given, like the articles.
        demo: The reader on the bundled articles.
        action: What `marks` does: "export" or "import"; else empty.
        format: "text", "json", "html", "markdown", "csv" or "docx"; not every command has all of them.
        output: The file to write, or None for standard output.
        encoding: The encoding to read with, or None to find it out.
        allow_private: Whether addresses within the house's own network may be fetched.
        color: "auto", "always" or "never".
        width: Columns of the text report, 0 for the linear form, None to find it out.
        house_rules: "strict" or "lenient".
        db: The file that keeps the marks, or None for the usual one.
        config: The settings file, or None for the usual one.
    """

    command: Command
    articles: tuple[str, ...]
    sources: tuple[str, ...] = ()
    demo: bool = False
    action: str = ""
    format: str = "text"
    output: str | None = None
    encoding: str | None = None
    allow_private: bool = False
    color: str = "auto"
    width: int | None = None
    house_rules: str = "strict"
    db: str | None = None
    config: str | None = None


class Answer(Exception):  # noqa: N818 (not an error: `--help` and `--version` ask for a text)
    """The command line asked for a text, and here it is."""


def parse_arguments(words: Sequence[str]) -> Request:
    """Understand a command line.

    Args:
        words: The words after the program's name.

    Returns:
        What is asked for.

    Raises:
        Answer: `--help` or `--version`; the text to show.
        Trouble: It can't be understood.
    """
    command, rest = _split_command(words)
    options, articles = _parse_options(command, rest)
    action = ""
    if command == "marks":
        action, articles = _marks_action(articles)
    elif not options.demo:
        _check_articles(command, articles, tuple(options.against))
    elif articles:
        raise Trouble("--demo", f"it brings its own articles; leave out {articles[0]}")
    return Request(
        command=command,
        articles=articles,
        sources=tuple(options.against),
        demo=options.demo,
        action=action,
        format=options.format,
        output=options.output,
        encoding=options.encoding,
        allow_private=options.allow_private,
        color=options.color,
        width=options.width,
        house_rules=options.house_rules,
        db=options.db,
        config=options.config,
    )


def _split_command(words: Sequence[str]) -> tuple[Command, list[str]]:
    """The command is the first word that is no option, nor an option's value."""
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--":
            break
        elif word.startswith("-") and word != _STDIN:
            skip = word in _TOP_VALUES
        else:
            rest = [*words[:place], *words[place + 1 :]]
            named = next((command for command in _COMMANDS if command == word), None)
            if named is not None:
                return named, rest
            break
    return "reader", list(words)


def _parse_options(command: Command, words: Sequence[str]) -> tuple[argparse.Namespace, tuple[str, ...]]:
    place = words.index("--") if "--" in words else len(words)
    parser = _PARSERS[command]()
    try:
        found, others = parser.parse_known_args(words[:place])
    except argparse.ArgumentError as error:
        raise Trouble(_long_name(error.argument_name), _why(error, command)) from None
    for word in others:
        if word.startswith("-") and word != _STDIN:
            raise Trouble(word.partition("=")[0], f"there is no such option; see {usage.help_command(command)}")
    return found, (*others, *words[place + 1 :])


def _marks_action(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Whether marks are to go out or come in, and the file."""
    see = f"see {usage.help_command('marks')}"
    if not words or words[0] not in _MARKS_ACTIONS:
        told = f", not {words[0]}" if words else ""
        raise Trouble("marks", f"say {_either(_MARKS_ACTIONS)}{told}; {see}")
    if len(words) > 2:
        raise Trouble("marks", f"give one file, not {_count(len(words) - 1)}; {see}")
    if "" in words:
        raise Trouble("marks", f"the name of the file is empty; {see}")
    return words[0], words[1:]


def _check_articles(command: Command, articles: tuple[str, ...], sources: tuple[str, ...]) -> None:
    see = f"see {usage.help_command(command)}"
    if "" in articles:
        raise Trouble(command, f"the name of an article is empty; {see}")
    if (*articles, *sources).count(_STDIN) > 1:
        raise Trouble(_STDIN, "standard input can be read only once; give the other article as a file")
    if command == "read" and len(articles) != 1:
        raise Trouble("read", f"give one article, not {_count(len(articles))}; {see}")
    if command == "compare" and len(articles) != 2:
        raise Trouble("compare", f"give two articles, not {_count(len(articles))}; {see}")
    if command == "check" and len(articles) != 1:
        raise Trouble(
            "check", f"give one article, not {_count(len(articles))}, and --against before each source; {see}"
        )
    if command == "check" and not sources:
        raise Trouble("check", f"say what to check {articles[0]} against, as in --against SOURCE; {see}")
    if command == "quotes" and not articles:
        raise Trouble("quotes", f"give at least one article; {see}")


def _count(number: int) -> str:
    return {0: "none", 1: "one", 2: "two", 3: "three"}.get(number, str(number))


class _Parser(argparse.ArgumentParser):
    """Options only, and every fault raised as ours."""

    def __init__(self, text: str) -> None:
        super().__init__(add_help=False, allow_abbrev=False, exit_on_error=False)
        self.add_argument("-h", "--help", action=_Show, const=text)
        self.add_argument("--version", action=_Show, const=usage.version)
        self.set_defaults(demo=False, format="text", output=None, against=[])

    def error(self, message: str) -> NoReturn:
        raise Trouble("options", f"{message}; see copyholder --help")


class _Show(argparse.Action):
    """Raises an `Answer` with the text in `const`."""

    def __init__(self, option_strings: Sequence[str], dest: str, const: str | Callable[[], str]) -> None:
        super().__init__(option_strings, dest, nargs=0, const=const, default=argparse.SUPPRESS)

    def __call__(self, *_: object) -> NoReturn:
        raise Answer(self.const() if callable(self.const) else self.const)


def _reader_parser() -> _Parser:
    parser = _Parser(usage.MAIN)
    parser.add_argument("--demo", action="store_true")
    _add_common(parser)
    return parser


def _read_parser() -> _Parser:
    parser = _Parser(usage.READ)
    _add_common(parser)
    _add_output(parser, "text", "json")
    return parser


def _compare_parser() -> _Parser:
    parser = _Parser(usage.COMPARE)
    _add_common(parser)
    _add_output(parser, *usage.FORMS)
    return parser


def _check_parser() -> _Parser:
    parser = _Parser(usage.CHECK)
    parser.add_argument("--against", type=_named, action="append")
    _add_common(parser)
    _add_output(parser, *usage.FORMS)
    return parser


def _quotes_parser() -> _Parser:
    parser = _Parser(usage.QUOTES)
    _add_common(parser)
    _add_output(parser, "text", "html", "csv", "json")
    return parser


def _marks_parser() -> _Parser:
    parser = _Parser(usage.MARKS)
    parser.set_defaults(encoding=None, allow_private=False, color="auto", width=None, house_rules="strict")
    _add_everywhere(parser)
    return parser


_PARSERS: dict[str, Callable[[], _Parser]] = {
    "reader": _reader_parser,
    "read": _read_parser,
    "compare": _compare_parser,
    "check": _check_parser,
    "quotes": _quotes_parser,
    "marks": _marks_parser,
}


def _add_common(parser: _Parser) -> None:
    parser.add_argument("--encoding", type=_named)
    parser.add_argument("--allow-private", action="store_true")
    parser.add_argument("--color", type=_one_of("auto", "always", "never"), default="auto")
    parser.add_argument("--width", type=_columns)
    parser.add_argument("--house-rules", type=_one_of("strict", "lenient"), default="strict")
    _add_everywhere(parser)


def _add_everywhere(parser: _Parser) -> None:
    parser.add_argument("--db", type=_named)
    parser.add_argument("--config", type=_named)


def _add_output(parser: _Parser, *forms: str) -> None:
    parser.add_argument("--format", type=_one_of(*forms), default="text")
    parser.add_argument("-o", "--output", type=_named)


def _one_of(*choices: str) -> Callable[[str], str]:
    def choose(word: str) -> str:
        if word not in choices:
            raise argparse.ArgumentTypeError(f"it can be {_either(choices)}, not {word or 'empty'}")
        return word

    return choose


def _either(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


def _columns(word: str) -> int:
    if not (word.isascii() and word.isdigit()) or len(word) > 4:
        raise argparse.ArgumentTypeError("give a number of columns up to 9999, such as 100, or 0 for no columns at all")
    return int(word)


def _named(word: str) -> str:
    if not word:
        raise argparse.ArgumentTypeError("its value is empty")
    return word


def _long_name(names: str | None) -> str:
    return names.rpartition("/")[2] if names else "options"


def _why(error: argparse.ArgumentError, command: Command) -> str:
    if error.message.startswith("expected"):
        why = "its value is missing"
    elif error.message.startswith("ignored explicit argument"):
        why = "it takes no value"
    else:
        why = error.message
    return f"{why}; see {usage.help_command(command)}"

"""The help texts, and nothing that they don't keep."""

from __future__ import annotations

_ARTICLE = """\
ARTICLE, LEFT, RIGHT and SOURCE are files (text, HTML, PDF, Word, RTF, Markdown,
subtitles) or web addresses; - is standard input, once. A file that bears a command's
name is given as ./compare.
"""

_TEXT_OPTIONS = """\
  --encoding NAME        read the articles in this encoding instead of finding it out
  --allow-private        fetch addresses within your own network, too
  --color WHEN           auto, always or never (NO_COLOR and FORCE_COLOR count too)
  --width N              columns of the text report; 0: no columns, for screen readers
  --house-rules RULES    strict, or lenient: fillers and slips may go
"""

FORMS = ("text", "html", "docx", "csv", "markdown", "json")
"""The forms in which a comparison or a check can be written."""

_OUTPUT = """\
  -o, --output FILE      write to FILE, replacing it, instead of to standard output
"""

_OUTPUT_OPTIONS = f"""\
  --format FORMAT        text (for people) or json (for scripts)
{_OUTPUT}"""

_REPORT_OPTIONS = f"""\
  --format FORMAT        text, html (a page for the browser), docx (a copy of {{copy}} for
                         Word, with comments), csv (a sheet of the quotations),
                         markdown (a memo) or json (for scripts)
{_OUTPUT}"""

_MATRIX_OPTIONS = f"""\
  --format FORMAT        text, html (a page for the browser), csv (a sheet) or json
{_OUTPUT}"""

_EVERYWHERE = """\
  --db FILE              where your marks are kept, instead of the usual place
  --config FILE          the settings file (TOML): theme, [keys]
  --version              say which version this is
  -h, --help             show this help
"""

MAIN = f"""\
usage: copyholder LEFT RIGHT            read two articles side by side
       copyholder [FOLDER|ARTICLE ...]  choose two of several; without any, recent pairs
       copyholder --demo                read two bundled articles side by side
       copyholder read ARTICLE          say how one article was read
       copyholder compare LEFT RIGHT    report what differs, without the screen
       copyholder check ARTICLE --against SOURCE
                                        check an article's quotations
       copyholder quotes ARTICLE ...    trace every quotation across articles
       copyholder marks export|import [FILE]
                                        your marks and notes, out and in

Copyholder puts two articles side by side: what they share, what differs, what moved.
Neither is taken for the original.

{_ARTICLE}
Without a terminal, copyholder LEFT RIGHT prints the report of compare.

options:
{_TEXT_OPTIONS}{_EVERYWHERE}
The commands have options of their own; see copyholder check --help.
"""

READ = f"""\
usage: copyholder read [options] ARTICLE

Say how an article was read: its headline, date and paragraphs, what repeats, and what
was taken for stray matter.

{_ARTICLE}
options:
{_OUTPUT_OPTIONS}{_TEXT_OPTIONS}{_EVERYWHERE}
exit status: 0, or 2 in trouble
"""

COMPARE = f"""\
usage: copyholder compare [options] LEFT RIGHT

Report what two articles share, what differs and what moved. Typography, paragraph
breaks and boilerplate never count as a difference. What you marked, noted and corrected
in the reader goes into the report.

{_ARTICLE}
options:
{_REPORT_OPTIONS.format(copy="LEFT")}{_TEXT_OPTIONS}{_EVERYWHERE}
exit status: 0 nothing differs, 1 something differs, 2 trouble
"""

CHECK = f"""\
usage: copyholder check [options] ARTICLE --against SOURCE [--against SOURCE ...]

Look up every quotation of an article in its sources: transcripts, releases, letters.
A source needs no quotation marks; speakers' names in capitals with a colon are read.
What needs attention comes first: other words, another speaker, words not found.

{_ARTICLE}
options:
  --against SOURCE       what to check against; give it again for each further source
{_REPORT_OPTIONS.format(copy="ARTICLE")}{_TEXT_OPTIONS}{_EVERYWHERE}
exit status: 0 every quotation holds: verbatim, or with its changes marked, or cut short,
and from the same speaker; 1 one does not; 2 trouble. Headlines, titles and terms in
quotation marks don't count.
"""

QUOTES = f"""\
usage: copyholder quotes [options] ARTICLE ...

Trace every quotation across the articles: who prints a statement whole, who cuts it,
who has other words, who gives it to another speaker. Each is compared with the longest
version that an article prints; that one is not taken for the original.

{_ARTICLE}
options:
{_MATRIX_OPTIONS}{_TEXT_OPTIONS}{_EVERYWHERE}
exit status: 0, or 2 in trouble
"""

MARKS = f"""\
usage: copyholder marks export [FILE]
       copyholder marks import [FILE]

Write the marks and notes of all pairs of articles to FILE, or take in a file that
somebody else wrote, or you on another machine. FILE may be -, or left out: standard
output or input. Nothing of yours is lost by an import: where two people marked the same
words, the later decision holds and both notes stand.

options:
{_EVERYWHERE}
exit status: 0, or 2 in trouble
"""


def version() -> str:
    """The line that `--version` shows."""
    from tui import __version__

    return f"copyholder {__version__}\n"


def help_command(command: str) -> str:
    """What to type to see the help of a command."""
    return "copyholder --help" if command == "reader" else f"copyholder {command} --help"

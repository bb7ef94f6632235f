"""The dialog that asks for a report's form and file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.widgets import Static

from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.confirming import AskScreen
from tui.app.screens.asking.fields import Line
from tui.app.screens.asking.keys import EXPORT_KEYS, bindings_of
from tui.app.screens.asking.rows import Row, Rows
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class ExportFormat(NamedTuple):
    """A form in which a report can be written.

    Attributes:
        name: What the program calls it: "html".
        ending: What its files' names end with: ".html".
        told: What people call it, and what it is for.
        side: The article of which it is a copy, or None.
    """

    name: str
    ending: str
    told: str
    side: Side | None = None


class ExportWish(NamedTuple):
    """What to write.

    Attributes:
        format: The `name` of the form.
        path: The file, whole.
        side: The article of which it is to be a copy, or None.
    """

    format: str
    path: Path
    side: Side | None


FORMATS = (
    ExportFormat("html", ".html", "Web page: both articles side by side, one file to open or mail"),
    ExportFormat("docx", "-A.docx", "Word copy of A, with the differences as comments", Side.LEFT),
    ExportFormat("docx", "-B.docx", "Word copy of B, with the differences as comments", Side.RIGHT),
    ExportFormat("csv", ".csv", "Spreadsheet (CSV): a row for each quotation"),
    ExportFormat("markdown", ".md", "Memo (Markdown): what to look at, in words"),
    ExportFormat("text", ".txt", "Plain text: the whole comparison"),
    ExportFormat("json", ".json", "Data (JSON): for other programs"),
)
"""All forms of a comparison, the most wanted first."""

STATEMENT_FORMATS = (
    ExportFormat("html", ".html", "Web page: a table of all statements, one file to open or mail"),
    ExportFormat("csv", ".csv", "Spreadsheet (CSV): a row for each statement in each article"),
    ExportFormat("text", ".txt", "Plain text: statement by statement, in words"),
    ExportFormat("json", ".json", "Data (JSON): for other programs"),
)
"""All forms of a table of statements."""


class ExportScreen(AskingScreen[ExportWish]):
    """Closes with what to write, or with None. No file is replaced unasked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(EXPORT_KEYS)
    DEFAULT_CSS = """
    ExportScreen {
        & .asking--label { margin: 1 0 0 0; }
        & #said { height: 2; }
    }
    """
    other_rows = 5

    def __init__(
        self,
        folder: Path,
        stem: str,
        formats: Sequence[ExportFormat] = FORMATS,
        *,
        exists: Callable[[Path], bool] = Path.exists,
    ) -> None:
        super().__init__("Write a report")
        self._folder = folder
        self._formats = tuple(formats)
        self._exists = exists
        self.listing = Rows([Row((one.told,)) for one in self._formats])
        self._ending = self._formats[0].ending
        self.line = Line(_at_home(folder / f"{stem}{self._ending}"))
        self.field = self.line

    def parts(self) -> ComposeResult:
        """The forms, the file, and what is to be said of it."""
        yield self.listing
        yield Static("File", classes="asking--label", markup=False)
        yield self.line
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Say where the file would be."""
        self.typed()

    def fit(self) -> None:
        """Give the list what room there is."""
        self.listing.styles.max_height = self.room

    @property
    def format(self) -> ExportFormat:
        """The form that is lit."""
        return self._formats[self.listing.lit]

    @property
    def path(self) -> Path:
        """The file as it is written: from the folder proposed, `~` being the home folder."""
        written = Path(self.line.value.strip())
        with suppress(RuntimeError):  # nobody's home: then it is a file's name like any other
            written = written.expanduser()
        return self._folder / written

    @property
    def fault(self) -> str:
        """Why this file can't be written; empty where nothing is known against it."""
        written = self.line.value.strip()
        if not written or written.endswith(("/", "\\")):
            return "Type a name for the file."
        folder = self.path.parent
        try:
            if not folder.is_dir():
                return f"There is no folder {folder}: choose another one, or make it first."
            if self.path.is_dir():
                return f"{self.path} is a folder: type a name for the file after it."
        except OSError as error:
            return f"The folder {folder} can't be looked at ({error.strerror}): choose another one."
        return ""

    def typed(self) -> None:
        """Say at once what is wrong with the file, or that it is there already."""
        there = not self.fault and self._is_there()
        self.say(self.fault or (f"{self.path.name} is there already: you will be asked." if there else ""))

    def _is_there(self) -> bool:
        try:
            return self._exists(self.path)
        except OSError:
            return False

    def action_move(self, step: int) -> None:
        """Another form; the file's ending follows it."""
        self.listing.move(step)
        self.on_rows_lit()

    def action_move_pages(self, pages: int) -> None:
        """The first form, or the last."""
        self.listing.light(0 if pages < 0 else -1)
        self.on_rows_lit()

    def on_rows_lit(self) -> None:
        """Let the file's ending follow the form, unless the reporter chose another ending."""
        written = self.line.value
        if written.endswith(self._ending):
            self.line.value = f"{written.removesuffix(self._ending)}{self.format.ending}"
            self.line.cursor_position = len(self.line.value)
            self._ending = self.format.ending
        self.typed()

    def action_write(self) -> None:
        """Close with what to write; ask first, where that would replace a file."""
        if self.fault:
            self.say(self.fault)
        elif self._is_there():
            question = f"{self.path.name} is there already. Replace it?"
            self.app.push_screen(AskScreen(question, "Replace it", "Leave it as it is"), self._asked)
        else:
            self._close()

    def _asked(self, replace: bool | None) -> None:
        if replace:
            self._close()

    def _close(self) -> None:
        self.dismiss(ExportWish(self.format.name, self.path, self.format.side))

    def on_rows_chosen(self) -> None:
        """A second click on a form writes it."""
        self.action_write()


def _at_home(path: Path) -> str:
    """A path as people write it: `~` for the home folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)

"""`python -m tui` does what the command `copyholder` does."""

from tui.cli.main import run

if __name__ == "__main__":
    raise SystemExit(run())

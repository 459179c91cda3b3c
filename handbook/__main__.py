"""`python -m handbook` is the same as `handbook`."""

from handbook.cli.main import run

if __name__ == "__main__":
    run()

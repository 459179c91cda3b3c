"""The private names of Textual that the driver module leans on are still there."""

from __future__ import annotations

import importlib
import inspect
import sqlite3

import pytest
import textual

from handbook.tui.driver import PRIVATE, Leaving, driver_class


def test_textual_is_the_version_that_was_read() -> None:
    assert textual.__version__.startswith("8.2."), "read the sources again before raising the pin"


@pytest.mark.parametrize(("place", "name"), [(place, name) for place, names in PRIVATE.items() for name in names])
def test_the_name_stands_in_the_class(place: str, name: str) -> None:
    module, _, owner = place.partition(":")
    classes = inspect.getmro(getattr(importlib.import_module(module), owner))
    assert any(name in inspect.getsource(base) for base in classes if base.__module__.startswith("textual"))


def test_the_driver_overrides_what_textual_calls() -> None:
    driver = driver_class()
    assert driver is not None
    for name in ("run_input_thread", "disable_input", "start_application_mode"):
        assert getattr(driver, name) is not getattr(driver.__mro__[1], name)


def test_a_damaged_library_ends_the_app_in_good_order_and_other_faults_are_shown() -> None:
    class Base:
        left, shown = 0, ""

        def exit(self, status: int) -> None:
            self.left = status

        def _handle_exception(self, error: Exception) -> None:
            self.shown = str(error)

    class App(Leaving, Base):
        pass

    app = App()
    app._handle_exception(sqlite3.DatabaseError("malformed"))
    assert (str(app.damage), app.left, app.shown) == ("malformed", 3, "")
    app._handle_exception(ValueError("another"))
    assert app.shown == "another"

"""What the app asks with a list to choose from; loaded when first asked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from handbook.commands import commands_in
from handbook.content.rows import TREATMENTS
from handbook.document.article import KIND_TITLES
from handbook.document.choices import conditions_for
from handbook.document.comparison import EXTRA_COLUMNS
from handbook.search.query import search
from handbook.tui.screens.choose import ChooseScreen, Option, narrowed

if TYPE_CHECKING:
    from handbook.document.choice import Choice
    from handbook.learning.plan import Plan
    from handbook.tui.app import HandbookApp

MOST = 50


def entry(app: HandbookApp, then: Callable[[str], None]) -> None:
    """Which entry? An id that is typed in full comes first."""

    def fitting(words: str) -> list[Option]:
        if not words.strip():
            return [Option(card.id, card.title, card.id) for kind in app.counts for card in app.cards(kind)][:MOST]
        typed = words.strip().lower()
        exact = [Option(typed, app.title_of(typed), typed)] if typed in app.library else []
        hits = search(app.library, words, limit=MOST, typing=True).hits
        return [*exact, *(Option(hit.id, hit.title, hit.id) for hit in hits if hit.id != typed)]

    app.ask(ChooseScreen("Go to which entry?", fitting), then)


def second(app: HandbookApp, id: str, then: Callable[[str], None]) -> None:
    """Compare an entry with which other treatment?"""
    options = [
        Option(card.short, f"{KIND_TITLES[kind].lower()}. {card.title}", card.id)
        for kind in TREATMENTS
        for card in app.cards(kind)
        if card.id != id
    ]
    app.ask(ChooseScreen(f"Compare {app.library.short(id)} with which?", narrowed(options)), then)


def condition(app: HandbookApp, ids: tuple[str, ...], current: str, then: Callable[[str], None]) -> None:
    """A comparison for which condition? Those that the treatments are used for come first."""
    options = [Option(card.short, says, card.id) for card, says in conditions_for(app.library, ids, app.cards("condition"))]
    options.append(Option("In general", "no condition", "-"))
    start = next((number for number, option in enumerate(options) if option.value == current), 0)
    app.ask(ChooseScreen("For which condition?", narrowed(options), start), lambda id: then("" if id == "-" else id))


def age(app: HandbookApp, current: str, then: Callable[[str], None]) -> None:
    """A decision for which age group?"""
    from handbook.tui.deciding import AGE_NAMES

    options = [Option(name, "", key or "-") for key, name in AGE_NAMES.items()]
    app.ask(ChooseScreen("For which age?", narrowed(options), list(AGE_NAMES).index(current)), lambda key: then("" if key == "-" else key))


def column(app: HandbookApp, choice: Choice, then: Callable[[str], None]) -> None:
    """Which column to remove or to add? Those that are shown come first."""
    shown = (*choice.ids, *choice.extra)
    kinds = TREATMENTS if app.library.card(choice.ids[0]).kind in TREATMENTS else (app.library.card(choice.ids[0]).kind,)
    options = [Option(f"Remove {EXTRA_COLUMNS.get(id) or app.library.short(id)}", "", id) for id in shown]
    options += [Option(f"Add {name}", "", id) for id, name in EXTRA_COLUMNS.items() if id not in shown]
    options += [
        Option(f"Add {card.short}", f"{KIND_TITLES[kind].lower()}. {card.title}", card.id)
        for kind in kinds
        for card in app.cards(kind)
        if card.id not in shown
    ]
    app.ask(ChooseScreen("Which column?", narrowed(options)), then)


def several(app: HandbookApp, question: str, names: dict[str, str], picked: tuple[str, ...], then: Callable[[tuple[str, ...]], None]) -> None:
    """Which of some things, given as key and name? `then` gets the keys picked."""
    from handbook.tui.screens.toggle import ToggleScreen

    app.push_screen(ToggleScreen(question, names, picked), lambda keys: then(keys or ()))


def heading(app: HandbookApp, headings: list[tuple[int, str, bool]], cursor: int, then: Callable[[int], None]) -> None:
    """Which section or question of the page? Headings are given as line, text, and whether it is a question."""
    options = [Option(f"  {text}" if inner else text, "", str(line)) for line, text, inner in headings]
    current = max(0, bisect_right([line for line, _, _ in headings], cursor) - 1)
    app.ask(ChooseScreen("Which section?", narrowed(options), current), lambda line: then(int(line)))


def step(app: HandbookApp, plan: Plan, current: int, then: Callable[[int], None]) -> None:
    """Which step of a lesson? `current` counts from 1."""
    from handbook.learning.plan import times

    options = [Option(f"{step.number}. {step.title}", times(step), str(step.number)) for step in plan.steps]
    app.ask(ChooseScreen("Which step?", narrowed(options), current - 1), lambda number: then(int(number)))


def command(app: HandbookApp) -> None:
    """Which command? Only those are offered that can run now."""
    frame = app.frame
    options = [
        Option(f"{command.title} ({' or '.join(command.keys)})", command.help, command.name)
        for command in commands_in(frame.place, app.commands)
        if command.name != "palette" and frame.can(command.name)
    ]

    def run(name: str) -> None:
        app.call_later(frame.run_action, name)

    app.ask(ChooseScreen("Which command?", narrowed(options)), run)

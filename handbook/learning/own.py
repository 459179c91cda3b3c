"""A trainer's own plan: one file anywhere, in the form of a lesson, with its problems by line."""

from __future__ import annotations

import os
from typing import NamedTuple

from handbook.content import markup
from handbook.content.load import File, Loaded, load
from handbook.content.problems import Problem
from handbook.errors import HandbookError, UnknownId, UsageError
from handbook.learning.plan import Plan, Step
from handbook.learning.screens import made
from handbook.library.library import Library


class OwnPlan(NamedTuple):
    """What a file gave: the plan, unless something in it blocks that, and all that is wrong."""

    plan: Plan | None
    problems: list[Problem]


def read_plan(path: str, library: Library, region: str = "") -> OwnPlan:
    """Read a plan and look at every entry, row and source that it names. Raises UsageError if there is no such file.

    What cannot be shown blocks the plan. A link or a source that leads nowhere is a problem, too, but the plan can be used.
    """
    if not os.path.isfile(path):
        raise UsageError(f"there is no file {path!r}; check the spelling, or see the lessons with: handbook lesson")
    loaded = load(File(path, "lesson"), any_name=True)
    values = loaded.values
    if values is None:
        return OwnPlan(None, _in_order(loaded.problems))
    problems = [*loaded.problems, *_loose_ends(loaded, library)]
    plan = Plan(library, values, region)
    broken = [problem for step in plan.steps if (problem := _trouble(loaded, plan, step))]
    return OwnPlan(None if broken else plan, _in_order([*problems, *broken]))


def _in_order(problems: list[Problem]) -> list[Problem]:
    """From the first line of the file to the last."""
    return sorted(set(problems), key=lambda problem: (problem.line, problem.column, problem.code))


def _trouble(loaded: Loaded, plan: Plan, step: Step) -> Problem | None:
    """Why a step cannot be shown, with its place: the id that is wrong, else the row, else where the step begins."""
    try:
        made(plan, step)
    except HandbookError as error:
        wrong = [item for item in loaded.references if isinstance(error, UnknownId) and item.target == error.asked]
        ids = step.ids or [step.entry]
        starts = range(len(loaded.references))
        named = [loaded.references[at] for at in starts if [item.target for item in loaded.references[at : at + len(ids)]] == ids]
        texts = [item for item in loaded.statements if item.where[:2] == ("steps", str(step.number))]
        rows = [item for item in texts if item.where[2] in ("row", "rows")]
        line, column = min(((item.line, item.column) for item in wrong or rows or texts or named), default=(1, 1))
        return Problem(loaded.file.path, line, column, "HB020" if wrong else "HB023", f"step {step.number}: {error}")
    return None


def _loose_ends(loaded: Loaded, library: Library) -> list[Problem]:
    """Links and sources in texts, and ids in lists, that lead nowhere."""
    found = []
    for item in loaded.statements:
        if item.plain:
            continue
        for target in markup.links(item.text):
            if target not in library:
                found.append(Problem(loaded.file.path, item.line, item.column, "HB020", f"[[{target}]]: {library.unknown(target)}"))
        for cite in markup.cites(item.text):
            if library.source(cite.key) is None:
                found.append(Problem(loaded.file.path, item.line, item.column, "HB021", f"no source has the key {cite.key!r}"))
        for fault in markup.faults(item.text):
            found.append(Problem(loaded.file.path, item.line, item.column, "HB022", f"the markup at {fault!r} is not complete"))
    return found

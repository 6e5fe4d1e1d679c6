"""The `comity` command: one module a subcommand, imported when it is called. The composition root."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click
import typer
from typer.core import TyperGroup

from graph.errors import ComityError, DataError, NotBuilt, QueryError, SourceError

#: Subcommand to what it does in a few words; the module of its name is imported only when it is called.
COMMANDS = {
    "ask": "answer a question of the catalogue by its number",
    "build": "read the documents, or the snapshot, and make a release",
    "check": "validate the current release again",
    "classify": "say what stated facts about a thing come to in every list, and what to ask next",
    "compare": "say which of two positions controls more, and where they part",
    "determine": "say what law asks for one item to one destination",
    "conflicts": "say which rules of two jurisdictions cannot both be kept, and the exits",
    "coverage": "say what another list covers of a list, as far as mappings tell",
    "crosswalk": "say what corresponds to the paragraphs of a list in another one",
    "diff": "say what differs between two states of a list",
    "doctor": "say what is there and what is missing",
    "export": "write every statement of a release, or of a Neo4j server",
    "gaps": "say what one jurisdiction's lists and rules have and another's have not",
    "inventory": "list every position of a control list, or its licence requirements",
    "licences": "say which general licences and exceptions cover items to destinations",
    "load": "project the release into a Neo4j server",
    "logic": "show what a position controls as an expression, or how a list combines",
    "neo4j": "run a local Neo4j server",
    "notes": "list every note of a control list",
    "recognition": "say what two jurisdictions recognise of each other, or every pair",
    "references": "list what a control list mentions",
    "review": "judge proposed mappings: accept, refuse, change; with name, day and reason",
    "search": "find positions by code or by words",
    "serve": "answer over HTTP, with pages for people",
    "show": "show one position with everything that bears on it",
    "status": "say what is suspended, about to end, or was to end",
    "snapshot": "write the facts of the documents into data/snapshot",
    "thresholds": "list every limit of a control list",
}

#: Exit code of each error's closest ancestor (INTERFACES.md).
EXIT: dict[type[ComityError], int] = {
    NotBuilt: 3,
    QueryError: 2,
    SourceError: 2,
    DataError: 2,
    ComityError: 2,
}
INTERRUPTED = 130


def main() -> None:
    """Run one subcommand; an error on purpose is one line on stderr and an exit code, never a traceback."""
    try:
        typer.main.get_command(app)()
    except ComityError as exc:
        sys.stderr.write(f"comity: {exc}\n")
        sys.exit(next(EXIT[kind] for kind in type(exc).__mro__ if kind in EXIT))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # the reader of a pipe has seen enough; nothing more can be said to it
        sys.stderr.close()
        sys.exit(0)


class _Lazy(TyperGroup):
    """Find subcommands by name in `COMMANDS`, so that `comity show` never imports what `build` needs."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        if getattr(ctx, "resilient_parsing", False) or _is_help(ctx):
            return click.Command(cmd_name, help=COMMANDS[cmd_name])
        module = import_module(f"api.cli.{cmd_name}")
        if hasattr(module, "app"):
            return typer.main.get_command(module.app)
        single = typer.Typer(add_completion=False)
        single.command(cmd_name)(module.run)
        return typer.main.get_command(single)


def _is_help(ctx: Any) -> bool:
    """Say whether the group lists its commands: names are enough, nothing is imported."""
    return sys.argv[1:] in ([], ["--help"])


app = typer.Typer(cls=_Lazy, no_args_is_help=True, add_completion=False)


@app.callback()
def _root() -> None:
    """Compare export-control law across jurisdictions, with evidence."""

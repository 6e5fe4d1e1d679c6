"""One entry on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from graph.answers.candidates import Candidate
from graph.answers.entries import EntryAnswer
from graph.answers.position import NoteText, Position

NOT_HELD = "[dim]wording not held: built from the snapshot[/dim]"


def print_entry(answer: EntryAnswer, candidates: Iterable[Candidate]) -> None:
    """Print an entry as a sheet that a person reads from top to bottom."""
    out = Console()
    state, p = answer.state, answer.position
    out.print(f"[bold]{escape(str(p.item))}[/bold]  {p.kind}  {escape(p.label or '')}")
    remarks = "; ".join(answer.vintage.remarks)
    out.print(
        f"valid {answer.as_of.valid}, known {answer.as_of.known}: {answer.vintage.currency}"
        f" ({escape(remarks)}), {answer.determinacy}"
    )
    for above in answer.ancestors:
        out.print(f"  [dim]{escape(above.item.notation)}[/dim] {escape(above.label or '')}")
    out.print(_words(p))
    if answer.children:
        out.print(f"[bold]Below[/bold] ({p.connective}{'' if p.stated else ', assumed'})")
    for child in answer.children:
        out.print(f"  {escape(child.item.notation)}  [{child.kind}]  {_words(child)}")
    _notes(out, answer.notes)
    _requirements(out, answer)
    for flag in answer.exceptions:
        out.print(f"{flag.key}: {flag.availability}  {escape(flag.words.quote or '')}")
    for candidate in candidates:
        out.print(f"candidate {escape(str(candidate.item))}: {candidate.reason}")
    out.print(
        f"[dim]source: {escape(state.citation)}, {escape(state.document)}, sha256 {state.sha256[:12]},"
        f" characters {p.words.spans or 'none'}, {escape(state.url)}[/dim]"
    )


def _words(p: Position) -> str:
    if p.words.quote is not None:
        return escape(p.words.quote)
    return f"{escape(p.label)} {NOT_HELD}" if p.label else NOT_HELD


def _notes(out: Console, notes: Iterable[NoteText], indent: str = "  ") -> None:
    for note in notes:
        words = escape(note.words.quote) if note.words.quote is not None else NOT_HELD
        out.print(f"{indent}[italic]{escape(note.notation)}[/italic] ({note.kind}) {words}")
        _notes(out, note.items, indent + "  ")


def _requirements(out: Console, answer: EntryAnswer) -> None:
    if not answer.requirements:
        return
    table = Table("reason", "scope", "columns", "wording", "pointers", title="Licence requirements")
    for row in answer.requirements:
        except_ = f" except {', '.join(row.excluded)}" if row.excluded else ""
        cells = (
            ", ".join(row.reasons),
            ", ".join(row.included) + except_ + (" (qualified)" if row.qualified else ""),
            ", ".join(row.columns) or " ".join(row.destinations),
            row.words.quote or "",
            ", ".join(row.pointers),
        )
        table.add_row(*(escape(cell) for cell in cells))
    out.print(table)

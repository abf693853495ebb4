"""Progress bars on stderr while a build works, and its problems as they come."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from kgraph.errors import KgraphError

STEPS = {"read": "Reading", "extract": "Extracting", "link": "Linking", "write": "Writing"}


class Bars:
    """A listener that draws a bar for each step; on a terminal only, so that logs stay clean."""

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self.console = console
        self.bars = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self.tasks: dict[str, TaskID] = {}
        self.problems = 0

    def progress(self, step: str, done: int, total: int) -> None:
        """Moves the bar of a step."""
        if step not in self.tasks:
            self.tasks[step] = self.bars.add_task(STEPS.get(step, step), total=None)
        self.bars.update(self.tasks[step], completed=done, total=total or None)

    def problem(self, error: KgraphError) -> None:
        """Prints the problem above the bars."""
        self.problems += 1
        self.console.print("[yellow]skipped[/]", end=" ")
        self.console.print(str(error), markup=False, highlight=False, soft_wrap=True)

    def __enter__(self) -> Bars:
        self.bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.bars.stop()

"""A page opened in Chromium with the network cut, and what it does there."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgraph.comparison import Contradiction
from kgraph.views import Picture
from kgraph.writers.html import page as html_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@dataclass
class Visit:
    """A page that is open, and all that it did which it should not."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def dismissed(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


def visit(
    browser: Any,
    drawn: Picture,
    folder: Path,
    *,
    texts: Mapping[str, str] | None = None,
    against: Sequence[Contradiction] = (),
    **options: Any,
) -> Visit:
    """The picture's page, open and drawn; `options` are those of a browser context."""
    file = folder / "graph.html"
    file.write_text(html_of(drawn, texts, against), encoding="utf-8", newline="\n")
    return arrive(browser, file.as_uri(), **options)


def arrive(browser: Any, address: str, **options: Any) -> Visit:
    """The page at an address, in a window of its own that knows nothing of others."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "offline": True, **options})
    context.set_default_timeout(60_000)
    made = Visit(context.new_page())
    made.page.on("request", lambda r: made.requests.append(r.url))
    made.page.on("console", lambda m: made.complaints.append(f"{m.type}: {m.text}"))
    made.page.on("pageerror", lambda e: made.complaints.append(f"error: {e}"))
    made.page.on("dialog", made.dismissed)
    made.page.goto(address)
    made.page.wait_for_selector("html[data-ready]")
    return made


def look_up(page: Any, name: str) -> None:
    """Types a name into the search field and takes the first that is found."""
    page.keyboard.press("Escape")
    page.locator("#search").fill(name)
    page.keyboard.press("Enter")

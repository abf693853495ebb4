"""What a reader does with the page: find, read where it stands, narrow down, compare, share, come back, save."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import toy
from visits import Visit, arrive, look_up, visit

from kgraph.graph import KnowledgeGraph
from kgraph.views import Edge, Node, Picture, Source, picture

pytestmark = pytest.mark.browser

TEXTS = {f"https://kgraph.example/doc/{a.id}": a.masked for a in toy.ARTICLES}


@pytest.fixture(scope="module")
def once_opened(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    drawn = picture(KnowledgeGraph.from_corpus(toy.CORPUS))
    return visit(browser, drawn, tmp_path_factory.mktemp("toy"), texts=TEXTS, reduced_motion="reduce")


@pytest.fixture
def opened(once_opened: Visit) -> Visit:
    """The page as it first opens: an address without anything sets all back."""
    once_opened.requests.clear()
    once_opened.page.evaluate(
        """() => { for (const menu of document.querySelectorAll("details.menu")) menu.open = false;
        history.pushState(null, "", "#"); dispatchEvent(new PopStateEvent("popstate")); }"""
    )
    return once_opened


def only_outlet(page: Any, outlet: str) -> None:
    page.locator("#outlets summary").click()
    page.locator("#outlets .row", has_text=outlet).locator(".only").click()
    page.keyboard.press("Escape")


def what_is_seen(page: Any) -> dict[str, Any]:
    return {
        "amount": page.locator("#amount").text_content(),
        "panel": page.locator("#panel").text_content(),
        "outlets": page.locator("#outlets summary").text_content(),
        "text": page.locator("#reader").text_content(),
        "mark": page.locator("#reader mark").all_text_contents(),
        "tab": page.locator("[role=tab][aria-selected=true]").text_content(),
    }


def test_a_person_finds_a_name_reads_it_in_one_outlet_and_shares_what_she_sees(browser: Any, opened: Visit) -> None:
    page = opened.page
    look_up(page, "moreau")
    assert page.locator("#panel h2").text_content() == "Ada Moreau"
    page.locator("#panel details.evidence summary").first.click()
    assert page.locator("#panel details[open] q").first.text_content() in toy.HERALD + toy.COURIER
    only_outlet(page, "Selm Herald")
    assert page.locator("#outlets summary").text_content() == "Outlets (1 of 3)"
    page.locator("#panel details.evidence summary").first.click()
    passage = page.locator("#panel details[open] blockquote").first
    sentence = passage.locator("q").text_content()
    passage.locator(".open").click()
    assert page.locator("#reader h2").text_content() == "Port of Selm closed by strike"
    assert page.locator("#reader mark").text_content() == sentence
    assert page.locator("#reader mark").is_visible()
    page.evaluate("document.querySelector('#share').open = true")
    page.wait_for_function("document.querySelector('#address').value.includes('node=ada-moreau')")
    address = page.locator("#address").input_value()

    again = arrive(browser, address)

    assert what_is_seen(again.page) == what_is_seen(page)
    assert opened.complaints == again.complaints == []
    assert len(again.requests) == 1


def test_going_back_undoes_the_last_step(opened: Visit) -> None:
    page = opened.page
    look_up(page, "moreau")
    look_up(page, "harbour league")
    page.go_back()
    page.go_back()

    assert page.locator("#panel h2").text_content() == "Ada Moreau"


def test_an_address_that_knows_too_much_is_passed_over(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "graph.html"
    visit(browser, picture(KnowledgeGraph.from_corpus(toy.CORPUS)), tmp_path)
    strange = "#node=nobody&edge=a&edge=b&text=x&kinds=unicorn&from=never&support=99&tab=<b>&view=a,b,c&open=__proto__"
    made = arrive(browser, file.as_uri() + strange)

    assert made.page.locator("#panel .kicker").first.text_content() == "Overview"
    assert made.complaints == []


def test_a_relation_alone_leaves_what_it_links(opened: Visit) -> None:
    page = opened.page
    page.locator("#relations summary").click()
    page.locator("#relations .row", has_text="is directed at").locator(".only").click()

    assert page.locator("#amount").text_content().startswith("2 of ")


def test_a_line_switched_off_in_the_legend_is_not_drawn(opened: Visit) -> None:
    page = opened.page
    before = page.locator("#amount").text_content()
    page.locator("#lines label", has_text="stated").first.click()

    assert page.locator("#amount").text_content() != before
    assert page.locator("#lines input").first.is_checked() is False


def test_a_number_of_sources_can_be_asked_for(opened: Visit) -> None:
    page = opened.page
    page.locator("#support summary").click()
    page.locator("#support label", has_text="two independent").click()

    assert page.locator("#amount").text_content().startswith("2 of ")


def test_a_period_drawn_on_the_timeline_leaves_its_events(opened: Visit) -> None:
    page = opened.page
    box = page.locator("#timeline").bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 40, steps=4)
    page.mouse.up()

    assert page.locator("#time summary").text_content() == "3 March 1998"
    assert page.locator("#amount").text_content().startswith("4 of "), (
        "the event, who took part, and the office that was held"
    )
    page.locator("#timeline .clear").click()
    assert page.locator("#time summary").text_content() == "Time"


def test_a_period_keeps_what_held_then_or_began_in_it(opened: Visit) -> None:
    page = opened.page
    page.goto(page.url.split("#")[0] + "#from=1970&to=1973")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    shown = page.locator("#amount").text_content()

    assert shown.startswith("1 of "), "the league was founded in 1971, and nothing else is of these years"


def test_a_relation_is_drawn_only_in_the_time_in_which_it_held(browser: Any, tmp_path: Path) -> None:
    drawn = picture(KnowledgeGraph.from_corpus(toy.CORPUS))
    edges = [
        replace(e, evidence=tuple(replace(p, since="1990", until="1998-06") for p in e.evidence)) for e in drawn.edges
    ]
    page = visit(browser, replace(drawn, edges=tuple(edges)), tmp_path).page
    counts = {}
    for period in ("from=1995&to=1995", "from=1999&to=2000", "to=1980"):
        page.goto(page.url.split("#")[0] + f"#{period}")
        page.reload()
        page.wait_for_selector("html[data-ready]")
        counts[period] = int(page.locator("#amount").text_content().split(" ")[0])

    assert counts["from=1995&to=1995"] >= 2
    assert counts["from=1999&to=2000"] == 0
    assert counts["to=1980"] == 1


def test_an_event_on_the_timeline_opens_in_the_panel(opened: Visit) -> None:
    page = opened.page
    page.locator("#timeline .dot").first.click()

    assert "asks the Harbour League" in page.locator("#panel h2").text_content()


def test_the_timeline_and_the_drawing_answer_to_keys(opened: Visit) -> None:
    page = opened.page
    page.locator("#date-0").focus()
    page.keyboard.press("Enter")
    assert "asks the Harbour League" in page.locator("#panel h2").text_content()
    page.keyboard.press("Escape")
    page.locator("#graph").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#panel h2").text_content()
    said = page.locator("#said").text_content()

    assert first in said
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    assert page.locator("#panel h2").text_content() != "Who did what to whom, and who says so"


def test_the_second_tab_sets_the_outlets_side_by_side(opened: Visit) -> None:
    page = opened.page
    page.locator("[data-tab=agreement]").click()
    disputed = page.locator("#matrix tr.against").first

    assert page.locator("#matrix thead th").all_text_contents() == ["Fact", "Courier", "Selm Herald", "No outlet named"]
    assert "was founded in" in disputed.text_content()
    assert disputed.locator("td .said").all_text_contents() == ["1974", "1971", "1974"]
    assert disputed.locator("td").last.locator("small").text_content() == "copy"
    disputed.locator("td button").first.click()
    assert page.locator("#panel blockquote q").all_text_contents() == [
        "The Harbour League, founded in 1974, was asked for help by the premier, Ada Moreau, in March."
    ]


def test_more_is_drawn_by_kind_and_by_article(browser: Any, tmp_path: Path) -> None:
    hub = Node("hub", "Hub", (), "organization", articles=("d",))
    people = tuple(Node(f"p{i:03}", f"Person {i}", (), "person", articles=("d",) if i < 3 else ()) for i in range(200))
    edges = tuple(
        Edge(p.id, "hub", "schema:memberOf", "is a member of", True, False, False, False, 1, ()) for p in people
    )
    page = visit(browser, Picture((hub, *people), edges, (Source("d", "Title"),)), tmp_path).page
    first = page.locator("#amount").text_content()
    page.locator("#more summary").click()
    page.locator("#more .grow", has_text="All people").click()
    everything = page.locator("#amount").text_content()
    page.locator("#more .more", has_text="Only the strongest").click()

    assert everything == "All 201 nodes"
    assert page.locator("#amount").text_content() == first
    page.locator("#panel .title").click()
    page.locator("#reader .more", has_text="(4)").click()
    assert page.locator("#reader").is_hidden()


def test_without_its_text_an_article_is_the_sentences_quoted_of_it(browser: Any, tmp_path: Path) -> None:
    page = visit(browser, picture(KnowledgeGraph.from_corpus(toy.CORPUS)), tmp_path).page
    look_up(page, "moreau")
    page.locator("#panel details.evidence summary").first.click()
    sentence = page.locator("#panel details[open] q").first.text_content()
    page.locator("#panel details[open] .open").first.click()

    assert page.locator("#reader mark").text_content() == sentence
    assert "only those sentences" in page.locator("#reader .note").text_content()


@pytest.mark.parametrize(("form", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_view_is_saved_as_a_picture(opened: Visit, form: str, begins: bytes) -> None:
    page = opened.page
    with page.expect_download() as saved:
        page.locator("#save summary").click()
        page.locator(f"#save-{form}").click()
    data = Path(saved.value.path()).read_bytes()

    assert saved.value.suggested_filename == f"graph.{form}"
    assert data.startswith(begins)
    assert len(data) > 3000
    assert form == "png" or b"Ada Moreau" in data
    assert opened.complaints == []
    assert [r for r in opened.requests if not r.startswith(("file:", "data:", "blob:"))] == []


def test_dragging_a_large_drawing_moves_it_and_draws_it_again(browser: Any, tmp_path: Path) -> None:
    nodes = tuple(Node(f"n{i:03}", f"Name {i}", (), "person") for i in range(140))
    page = visit(browser, Picture(nodes, (), ()), tmp_path).page
    box = page.locator("#graph").bounding_box()
    page.evaluate(
        """() => { const sheet = document.querySelector("#graph canvas"); window.moves = [];
        new MutationObserver(() => window.moves.push(sheet.style.transform)).observe(sheet, { attributes: true }); }"""
    )
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 60, steps=3)
    page.mouse.up()
    page.wait_for_function("window.moves.at(-1) === ''")

    assert any(move.startswith("translate(") for move in page.evaluate("window.moves"))

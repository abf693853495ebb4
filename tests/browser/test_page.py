"""The page in Chromium with the network cut: it draws, finds, shows the sentences, asks for nothing, runs nothing foreign."""

from pathlib import Path
from typing import Any

import pytest
import toy
from visits import Visit, look_up, visit

from kgraph.comparison import Contradiction, disputes
from kgraph.graph import KnowledgeGraph
from kgraph.views import Attribute, Claim, Edge, Node, Passage, Picture, Source, picture

pytestmark = pytest.mark.browser

FIRE = "window.fired=1;alert(1)"
HOSTILE = (
    f"<script>{FIRE}</script>",
    f"</script><script>{FIRE}</script>",
    f"<!--<script>{FIRE}</script>-->",
    f"<img src=x onerror='{FIRE}'>",
    f'"><img src=x onerror="{FIRE}">',
    f"'><img src=x onerror={FIRE}>",
    f"<svg onload={FIRE}>",
    f"<svg><script>{FIRE}</script></svg>",
    f"<svg><animate onbegin={FIRE} attributeName=x dur=1s>",
    f"<body onload={FIRE}>",
    f"<iframe src='javascript:{FIRE}'></iframe>",
    f"<iframe srcdoc='<script>parent.{FIRE}</script>'></iframe>",
    f"<a href='javascript:{FIRE}'>href</a>",
    f'<a href="data:text/html,<script>{FIRE}</script>">x</a>',
    f"javascript:{FIRE}",
    f"data:text/html,<script>{FIRE}</script>",
    f"<details open ontoggle={FIRE}>",
    f"<input autofocus onfocus={FIRE}>",
    f"<video><source onerror={FIRE}></video>",
    f"<audio src=x onerror={FIRE}>",
    f"<object data='javascript:{FIRE}'></object>",
    f"<embed src='javascript:{FIRE}'>",
    f"<form action='javascript:{FIRE}'><button autofocus>x</button></form>",
    f"<math><mtext><script>{FIRE}</script></mtext></math>",
    f"<template><script>{FIRE}</script></template>",
    f"<style>@import 'javascript:{FIRE}';</style>",
    f"<style onload={FIRE}></style>",
    f"<link rel=stylesheet href=x onerror={FIRE}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{FIRE}'>",
    f"<base href='javascript:{FIRE}//'>",
    f"<marquee onstart={FIRE}>x</marquee>",
    f"<noscript><p title='</noscript><img src=x onerror={FIRE}>'>",
    f"';{FIRE};//",
    f'";{FIRE};//',
    f"`${{{FIRE}}}`",
    f"\\u003cscript\\u003e{FIRE}\\u003c/script\\u003e",
    f"&lt;script&gt;{FIRE}&lt;/script&gt;",
    f"&#60;img src=x onerror={FIRE}&#62;",
    f"{{{{ {FIRE} }}}}",
    f"{{% raw %}}<script>{FIRE}</script>{{% endraw %}}",
    f"]]><script>{FIRE}</script>",
    f"--><script>{FIRE}</script>",
    f"*/</style><script>{FIRE}</script>",
    f"\u2028{FIRE}\u2029//",
    f"<scr\u0000ipt>{FIRE}</scr\u0000ipt>",
    "__proto__",
    "constructor",
    "%BOOK%",
)


@pytest.fixture(scope="module")
def toy_visit(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    drawn = picture(KnowledgeGraph.from_corpus(toy.CORPUS))
    return visit(browser, drawn, tmp_path_factory.mktemp("toy"))


def hostile_picture() -> Picture:
    """A node, an edge, an article and a claim for each string, with the string in every field that takes text."""
    nodes, edges, articles, claims = [], [], [], []
    for n, text in enumerate(HOSTILE):
        key = f"{n:02}{text}"
        passage = Passage(
            key,
            key,
            text,
            text,
            text,
            text,
            0,
            len(text),
            text,
            text,
            text,
            text,
            text,
            text,
            text,
            text,
            text,
            text,
            True,
            since=text,
            until=f"{text} again",
        )
        figures = (
            Attribute(text, text, text, False, True, True, True, 1, (passage,)),
            Attribute("schema:startDate", text, text, True, False, False, False, 1, (passage,)),
            Attribute("schema:endDate", text, f"19{n:02}", True, False, False, False, 1, (passage,)),
        )
        kind = ("person", "event", text)[n % 3]
        nodes.append(Node(key, text, (text,), kind, (text, f"{text} again"), text, n % 2 == 0, figures, 3, (key,)))
        edges.append(Edge(key, f"{0:02}{HOSTILE[0]}", text, text, False, True, False, True, 1, (passage,)))
        articles.append(Source(key, text, text, (text,), text, text, (f"{0:02}{HOSTILE[0]}",)))
        claims.append(Claim(key, key, text, text, True, key, text, 0, len(text), (key,), (key,), (text,)))
    return Picture(tuple(nodes), tuple(edges), tuple(articles), tuple(claims))


@pytest.fixture(scope="module")
def hostile_visit(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    drawn = hostile_picture()
    texts = {a.id: f"{a.title}\n\n{text}\n{text} again" for a, text in zip(drawn.articles, HOSTILE, strict=True)}
    return visit(browser, drawn, tmp_path_factory.mktemp("hostile"), texts=texts, reduced_motion="reduce")


def test_the_page_asks_for_nothing_but_itself(toy_visit: Visit) -> None:
    assert len(toy_visit.requests) == 1
    assert toy_visit.requests[0].startswith("file:")
    assert toy_visit.complaints == []


def test_the_graph_is_drawn(toy_visit: Visit) -> None:
    ink = toy_visit.page.evaluate(
        """() => { const c = document.querySelector("#graph canvas"), d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
        const seen = new Set(); for (let i = 0; i < d.length; i += 4) seen.add(`${d[i]},${d[i + 1]},${d[i + 2]}`); return seen.size; }"""
    )

    assert ink > 20


def test_a_name_found_by_an_alias_shows_its_sentences(toy_visit: Visit) -> None:
    page = toy_visit.page
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("mor")
    page.keyboard.press("Enter")

    assert page.locator("#panel h2").text_content() == "Ada Moreau"
    page.locator("#panel details.evidence summary").first.click()
    sentence = page.locator("#panel details[open] blockquote").first
    assert sentence.is_visible()
    assert sentence.locator("q").text_content() in toy.HERALD + toy.COURIER + toy.ECHO
    assert "characters" in sentence.text_content()
    assert toy_visit.complaints == []


def test_escape_closes_the_panel_and_slash_goes_to_the_search(toy_visit: Visit) -> None:
    page = toy_visit.page
    look_up(page, "Harbour League")
    page.keyboard.press("Escape")

    assert page.locator("#panel .kicker").first.text_content() == "Overview"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("Escape")


def test_an_outlet_switched_off_hides_its_sentences(toy_visit: Visit) -> None:
    page = toy_visit.page
    look_up(page, "Harbour League")
    before = page.locator("#panel blockquote").count()
    page.locator("#outlets summary").click()
    page.locator("#outlets label").first.click()

    assert page.locator("#panel blockquote").count() < before
    page.locator("#outlets label").first.click()
    assert page.locator("#panel blockquote").count() == before
    page.keyboard.press("Escape")


def test_a_kind_switched_off_is_not_drawn(toy_visit: Visit) -> None:
    page = toy_visit.page
    page.locator("#all").click() if page.locator("#all").is_visible() else None
    before = page.locator("#amount").text_content()
    page.locator("#kinds label").first.click()

    assert page.locator("#amount").text_content() != before
    page.locator("#kinds label").first.click()
    assert page.locator("#amount").text_content() == before


def test_a_click_on_a_line_shows_its_sentence(browser: Any, tmp_path: Path) -> None:
    passage = Passage(
        "f", "d", "Ann", "schema:spouse", "Bob", "Ann married Bob in May.", 10, 33, "The Post", path="a.txt"
    )
    nodes = (Node("a", "Ann", (), "person", articles=("d",)), Node("b", "Bob", (), "person", articles=("d",)))
    edge = Edge("a", "b", "schema:spouse", "is married to", True, False, False, False, 1, (passage,))
    made = visit(browser, Picture(nodes, (edge,), (Source("d", "A wedding", "The Post", path="a.txt"),)), tmp_path)
    box = made.page.locator("#graph").bounding_box()
    made.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 14)

    assert made.page.locator("#panel blockquote q").text_content() == "Ann married Bob in May."
    assert "a.txt, characters 10–33" in made.page.locator("#panel blockquote").text_content()


def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Any, tmp_path: Path) -> None:
    drawn = picture(KnowledgeGraph.from_corpus(toy.CORPUS))
    made = visit(browser, drawn, tmp_path, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)

    assert made.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert made.page.locator("#panel").bounding_box()["y"] > made.page.locator("#graph").bounding_box()["y"]


def test_light_and_dark_follow_the_system(browser: Any, tmp_path: Path) -> None:
    drawn = picture(KnowledgeGraph.from_corpus(toy.CORPUS))
    colour = "getComputedStyle(document.body).backgroundColor"
    seen = {s: visit(browser, drawn, tmp_path, color_scheme=s).page.evaluate(colour) for s in ("light", "dark")}

    assert seen["light"] != seen["dark"]


def test_the_page_names_its_language_title_and_parts(toy_visit: Visit) -> None:
    page = toy_visit.page

    assert page.locator("html").get_attribute("lang") == "en"
    assert "articles" in page.title()
    nameless = page.evaluate(
        """[...document.querySelectorAll("button, input, [role]")].filter((e) => !(e.textContent.trim() || e.ariaLabel || e.title
        || e.labels?.length || e.hidden || e.closest("[hidden]"))).map((e) => e.outerHTML)"""
    )
    assert nameless == []


def test_nothing_in_a_name_or_quote_or_title_runs(hostile_visit: Visit) -> None:
    made = hostile_visit
    made.page.keyboard.press("Escape")
    made.page.locator("#panel .disputes .more").click()
    for text in HOSTILE:
        look_up(made.page, text.replace("\u0000", "\ufffd") if "\u0000" in text else text)
    made.page.wait_for_timeout(200)

    assert made.complaints == []
    assert len(made.requests) == 1
    assert made.page.evaluate("window.fired") is None
    assert (
        made.page.locator("#panel img, #panel script, #panel a, #panel iframe, #panel style, header img").count() == 0
    )


def test_what_looks_like_markup_is_shown_as_text(hostile_visit: Visit) -> None:
    made = hostile_visit
    shown = {}
    for text in HOSTILE:
        if any(c in text for c in "\u0000\u2028\u2029"):
            continue  # an input field cannot hold these
        look_up(made.page, text)
        shown[text] = made.page.evaluate(
            """() => ["h2", "details blockquote q", "cite", ".outlet"]
            .map((place) => document.querySelector(`#panel ${place}`).textContent)"""
        )

    assert shown == {text: [text] * 4 for text in shown}
    assert len(shown) >= 40


def test_each_link_between_hostile_names_can_be_read_in_its_article(hostile_visit: Visit) -> None:
    made = hostile_visit
    page = made.page
    page.keyboard.press("Escape")
    titles = []
    for n in range(len(HOSTILE)):
        titles += page.evaluate(
            """(n) => { document.querySelector("#panel .disputes .more").click();
            document.querySelectorAll("#panel .dispute")[n].click();
            document.querySelector("#panel blockquote .open").click();
            return [document.querySelector("#reader h2").textContent]; }""",
            n,
        )
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")

    assert sum(title in HOSTILE for title in titles) >= 40
    assert made.complaints == []
    assert page.evaluate("window.fired") is None


def test_hostile_outlets_dates_and_relations_are_text_in_menus_matrix_and_saved_views(
    hostile_visit: Visit,
) -> None:
    made = hostile_visit
    page = made.page
    for menu in ("outlets", "relations", "time", "share"):
        page.locator(f"#{menu} summary").click()
    page.keyboard.press("Escape")
    shown = page.locator("#relations .row span").all_text_contents()
    page.locator("[data-tab=agreement]").click()
    facts = page.locator("#matrix tbody tr").count()
    page.locator("#matrix td button").first.click()
    page.locator("[data-tab=graph]").click()
    with page.expect_download() as saved:
        page.locator("#save summary").click()
        page.locator("#save-svg").click()
    drawing = Path(saved.value.path()).read_text(encoding="utf-8")

    assert HOSTILE[0] in shown
    assert facts >= 40
    assert "<script" not in drawing and "<img" not in drawing
    assert made.complaints == []
    assert page.evaluate("window.fired") is None


def test_the_overview_shows_both_sides_of_a_dispute_with_outlet_and_sentence(browser: Any, tmp_path: Path) -> None:
    graph = KnowledgeGraph.from_corpus(toy.CORPUS)
    made = visit(browser, picture(graph), tmp_path, against=disputes(graph))
    sides = made.page.locator("#panel .disputes .side")

    assert sorted(sides.locator(".says").all_text_contents()) == ["1971", "1974"]
    assert sorted(sides.locator(".outlet").all_text_contents()) == ["Courier", "Selm Herald"]
    assert "founded in 1971" in " ".join(sides.locator("q").all_text_contents())
    assert "repeated by" in " ".join(sides.locator(".note").all_text_contents())
    made.page.locator("#panel .dispute").first.click()
    assert made.page.locator("#panel h2").text_content() == "Harbour League"


def test_hostile_disputes_are_shown_as_text(browser: Any, tmp_path: Path) -> None:
    drawn = hostile_picture()
    passages = [edge.evidence for edge in drawn.edges]
    against = [
        Contradiction(text, text, "date", said, said, (text, text), ((text,), ()), drawn.nodes[n].id)
        for n, (text, said) in enumerate(zip(HOSTILE, passages, strict=True))
    ]
    made = visit(browser, drawn, tmp_path, against=against)
    made.page.locator("#panel .disputes .more").click()

    assert made.page.locator("#panel .disputes > li").count() == len(HOSTILE)
    assert made.page.locator("#panel img, #panel script, #panel a, #panel iframe, #panel style").count() == 0
    assert made.page.evaluate("window.fired") is None
    assert made.complaints == []

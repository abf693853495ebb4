"""The page of the server in Chromium: a query is written, its rows followed to a dossier and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from serving import Served, build, serving
from visits import Visit, arrive

from kgraph.server import Settings

pytestmark = pytest.mark.browser
ROLES = "SELECT ?who ?role { ?r rdf:subject ?who ; schema:roleName ?role }"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(Settings(build(tmp_path_factory.mktemp("served")))) as running:
        yield running


@pytest.fixture
def visit(browser: Any, served: Served) -> Iterator[Visit]:
    made = arrive(browser, f"{served.address}/", offline=False)
    yield made
    made.page.context.close()


def write(page: Any, sparql: str) -> None:
    page.locator("#text").fill("")
    page.locator("#text").press_sequentially(sparql)


def asked(page: Any) -> None:
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#answer[aria-busy=false]", state="attached")


def test_a_query_is_written_its_rows_seen_a_dossier_opened_and_the_sentence_read(visit: Visit, served: Served) -> None:
    page = visit.page
    write(page, ROLES)
    asked(page)
    assert page.locator("#answer tbody tr").count() == 1
    assert "premier" in page.locator("#answer").inner_text()

    page.locator("#answer a", has_text="id:ada-moreau").click()
    page.wait_for_selector("h1")
    assert page.locator("h1").inner_text() == "Ada Moreau"

    page.locator("blockquote a").first.click()
    page.wait_for_selector("html[data-ready]")
    assert page.url.startswith(f"{served.address}/graph#")
    assert "Ada Moreau asked the Harbour League for help" in page.locator("mark").first.inner_text()
    assert visit.complaints == []
    assert {r.partition("/")[0] + "//" + r.split("/")[2] for r in visit.requests} == {served.address}


def test_prefixes_come_by_themselves_as_they_are_typed(visit: Visit) -> None:
    write(visit.page, "SELECT ?who { ?who schema:worksFor ?where }")

    text = visit.page.locator("#text").input_value()
    assert text == "PREFIX schema: <https://schema.org/>\nSELECT ?who { ?who schema:worksFor ?where }"


def test_an_error_is_shown_where_it_is(visit: Visit) -> None:
    write(visit.page, "SELECT ?who {\n?who ?p ?o .\n?who schma:name ?o }")
    asked(visit.page)

    assert "line 3" in visit.page.locator("#problem").inner_text()
    assert visit.page.locator("#lines .wrong").inner_text() == "3"
    assert visit.page.locator("#paint mark").inner_text() == "schma:name"


def test_a_named_query_takes_a_name_as_people_write_it(visit: Visit) -> None:
    page = visit.page
    page.locator("#filter").fill("somebody say")
    page.locator("#named button", has_text="said").first.click()
    page.locator("#values input").first.fill("moreau")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer tbody tr")

    assert "We shall not give in" in page.locator("#answer").inner_text()
    assert '"Ada Moreau"' in page.locator("#text").input_value()


def test_an_empty_answer_says_what_emptied_it(visit: Visit) -> None:
    write(visit.page, "SELECT ?who { ?who schema:wrksFor ?where }")
    asked(visit.page)
    visit.page.wait_for_selector("#advice li")

    assert "schema:worksFor" in visit.page.locator("#advice").inner_text()


def test_what_a_query_makes_up_stays_text(visit: Visit) -> None:
    write(visit.page, 'SELECT ("<img src=x onerror=alert(1)>" AS ?x) (IRI("javascript:alert(1)") AS ?y) {}')
    asked(visit.page)

    assert visit.page.locator("#answer img, #answer a").count() == 0
    assert "<img src=x" in visit.page.locator("#answer").inner_text()
    assert visit.complaints == []


def test_a_query_in_the_address_is_asked_at_once(browser: Any, served: Served) -> None:
    made = arrive(
        browser, f"{served.address}/#query=ASK%20%7B%20id%3Aada-moreau%20a%20schema%3APerson%20%7D", offline=False
    )

    assert made.page.locator("#answer").inner_text() == "Yes"
    made.page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_a_phone(browser: Any, served: Served, scheme: str) -> None:
    made = arrive(
        browser, f"{served.address}/", offline=False, viewport={"width": 390, "height": 800}, color_scheme=scheme
    )

    assert made.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    made.page.context.close()

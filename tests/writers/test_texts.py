"""What the page keeps of the articles' texts: all of it, or what is near a passage, always at its own offsets."""

import toy

from kgraph.graph import KnowledgeGraph
from kgraph.views import Edge, Node, Passage, Picture, Source, picture
from kgraph.writers.dossier import dossier
from kgraph.writers.texts import NEAR, pieces

TEXTS = {f"https://kgraph.example/doc/{a.id}": a.masked for a in toy.ARTICLES}


def one_passage(text: str, quote: str) -> Picture:
    at = text.index(quote)
    passage = Passage("f", "d", "Ann", "schema:spouse", "Bob", quote, at, at + len(quote))
    nodes = (Node("a", "Ann", (), "person"), Node("b", "Bob", (), "person"))
    edge = Edge("a", "b", "schema:spouse", "is married to", True, False, False, False, 1, (passage,))
    return Picture(nodes, (edge,), (Source("d", "Title"),))


def test_each_paragraph_stands_at_its_offset() -> None:
    drawn = picture(KnowledgeGraph.from_corpus(toy.CORPUS))
    kept = pieces(drawn, TEXTS)

    assert len(kept) == 3
    for article, found in kept.items():
        assert all(TEXTS[article][at : at + len(words)] == words for at, words in found)
        assert "".join(words for _, words in found) == TEXTS[article].replace("\n", "")


def test_what_is_not_the_article_is_not_in_the_page() -> None:
    text = "          \n\n  The mayor spoke.  \n          \nShe left."

    assert pieces(one_passage(text, "She left."), {"d": text})["d"] == [(14, "The mayor spoke."), (44, "She left.")]


def test_without_room_only_what_is_near_a_passage_is_kept() -> None:
    text = f"{'far away ' * 200}{'before ' * 20}Ann married Bob. {'after ' * 20}{'farther off ' * 200}"
    drawn = one_passage(text, "Ann married Bob.")
    ((at, words),) = pieces(drawn, {"d": text}, room=1000)["d"]

    assert text[at : at + len(words)] == words
    assert "Ann married Bob." in words
    assert len(words) < 2 * NEAR + 60
    assert words.startswith(("far", "away")) and words.endswith(("farther", "off"))


def test_an_article_whose_text_is_not_given_is_left_out() -> None:
    assert pieces(one_passage("Ann married Bob.", "Ann"), {"other": "text"}) == {}


def test_an_event_has_its_dates_and_a_property_its_name_from_both_ends() -> None:
    book = dossier(picture(KnowledgeGraph.from_corpus(toy.CORPUS)), TEXTS)

    assert [n["when"] for n in book["nodes"] if "when" in n] == [["1998-03-03", "1998-03-03"]]
    assert book["properties"]["schema:worksFor"] == ["works for", "employs"]
    assert book["cut"] is False

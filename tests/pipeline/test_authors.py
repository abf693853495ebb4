"""What a note about its author adds to what was read of an article."""

from __future__ import annotations

from pathlib import Path

from kgraph.model import Article, Entity, Evidence, Extraction, Mention, Relation, Value
from kgraph.pipeline.authors import notes, with_notes
from kgraph.readers import read

PERSON, OUTLET, CITY = ("schema:Person",), ("schema:Organization",), ("schema:City", "schema:Place")
TEXT = "Port closed\n\nIda Holm\n\n" + "The harbour was closed by a storm, and the ferries stayed in. " * 8
NOTE = "\n\nIda Holm is a writer in Bergen. She was an editor at the Fjord Post until 2019."
ARTICLE = Article("a.txt", TEXT + NOTE, ((0, 11),), authors=("Ida Holm",), notes=((len(TEXT) + 2, len(TEXT + NOTE)),))


def passage(words: str) -> Evidence:
    start = ARTICLE.text.rindex(words)
    return Evidence(ARTICLE.id, start, start + len(words), words)


def noted(*, subject: str) -> Extraction:
    said = passage("She was an editor at the Fjord Post until 2019.")
    names = {"e1": passage("Ida Holm"), "e2": passage("Bergen"), "e3": passage("the Fjord Post")}
    return Extraction(
        article=ARTICLE.id,
        entities=(Entity("e1", PERSON, "Ida Holm"), Entity("e2", CITY, "Bergen"), Entity("e3", OUTLET, "Fjord Post")),
        mentions=tuple(Mention(id, "name", p, (p.start, p.end)) for id, p in names.items()),
        relations=(
            Relation("schema:worksFor", subject, Value("node", "e3"), said, (said.start, said.end), role="editor"),
        ),
    )


def test_what_a_note_says_of_the_author_is_read_and_nothing_else_of_it() -> None:
    article = Extraction(ARTICLE.id, entities=(Entity("e1", OUTLET, "Fjord Post"),))

    found = with_notes(article, noted(subject="e1"), ARTICLE)

    (relation,) = found.relations
    assert [e.name for e in found.entities] == ["Fjord Post", "Ida Holm"]
    assert (relation.subject, relation.object.value) == ("e2", "e1")
    assert [m.evidence.quote for m in found.mentions] == ["the Fjord Post"]


def test_what_a_note_says_of_others_is_left_out() -> None:
    assert with_notes(Extraction(ARTICLE.id), noted(subject="e2"), ARTICLE) == Extraction(ARTICLE.id)


def test_a_note_behind_the_body_is_kept_apart_from_the_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT + NOTE, encoding="utf-8")

    (article,) = read(path)

    assert [article.text[s:e] for s, e in article.notes] == [NOTE.strip()]
    assert notes(article).masked.strip() == NOTE.strip()
    assert "Fjord" not in article.masked

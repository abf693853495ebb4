"""Graph files: each format says the same, for every tool, and for people where they read it."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import toy
from rdflib import Dataset, Graph

from kgraph.errors import StoreError
from kgraph.graph import KnowledgeGraph
from kgraph.model import Entity
from kgraph.writers import WRITERS, write

# rdflib's own parsers still use what rdflib deprecates
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

ODD = '“q” "x" """ \\ \'y\' </script> &amp; ]]>\r\nnew\tline\r \u00a0\u2028 \U0001f600 {id:x} <y> \x7f \x00 \ud800'
FLAT = {".ttl": "turtle", ".nt": "nt", ".jsonld": "json-ld", ".rdf": "xml", ".xml": "xml"}
NAMED = {".trig": "trig", ".nq": "nquads"}


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    odd = Entity("odd-one é%20", ("schema:Person",), ODD, (f"{ODD}\n",))
    article = replace(toy.ARTICLES[2], title=ODD, path=f"a b/{ODD}.txt")
    return KnowledgeGraph.from_corpus(
        replace(toy.CORPUS, entities=(*toy.ENTITIES, odd), articles=(*toy.ARTICLES[:2], article))
    )


@pytest.fixture(scope="module")
def expected(graph: KnowledgeGraph) -> Graph:
    lines = "".join(f"{t} .\n" for t in graph.triples())
    return Graph().parse(data=lines, format="nt")


@pytest.mark.parametrize("suffix", sorted(FLAT))
def test_rdflib_reads_the_same_graph(graph: KnowledgeGraph, expected: Graph, tmp_path: Path, suffix: str) -> None:
    write(graph, tmp_path / f"g{suffix}")
    read = Graph().parse(tmp_path / f"g{suffix}", format=FLAT[suffix])

    assert set(read) == set(expected)


@pytest.mark.parametrize("suffix", sorted(NAMED))
def test_rdflib_reads_the_same_graph_in_named_graphs(
    graph: KnowledgeGraph, expected: Graph, tmp_path: Path, suffix: str
) -> None:
    write(graph, tmp_path / f"g{suffix}")
    read = Dataset(default_union=True)
    read.parse(tmp_path / f"g{suffix}", format=NAMED[suffix])

    assert len(list(read.quads())) == len(expected)
    assert {(s, p, o) for s, p, o, _ in read.quads()} == set(expected)


@pytest.mark.parametrize("suffix", sorted({**FLAT, **NAMED}))
def test_a_graph_read_back_is_the_graph_that_was_written(graph: KnowledgeGraph, tmp_path: Path, suffix: str) -> None:
    write(graph, tmp_path / f"g{suffix}")
    read = KnowledgeGraph.load(tmp_path / f"g{suffix}")
    write(read, tmp_path / f"again{suffix}")

    assert sorted(map(str, read.triples())) == sorted(map(str, graph.triples()))
    assert (tmp_path / f"again{suffix}").read_bytes() == (tmp_path / f"g{suffix}").read_bytes()


def test_trig_keeps_each_articles_own_in_its_named_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "g.trig")
    quads = list(ox.parse(path=str(tmp_path / "g.trig"), format=ox.RdfFormat.TRIG))
    named = {q.graph_name.value for q in quads if isinstance(q.graph_name, ox.NamedNode)}
    default = {q.subject.value for q in quads if isinstance(q.graph_name, ox.DefaultGraph)}

    assert named == {f"https://kgraph.example/doc/{a.id}#graph" for a in toy.ARTICLES[:2]} | {
        next(n for n in named if "#graph" in n and n.split("/")[-1].split("#")[0] == toy.ARTICLES[2].id)
    }
    assert not any("#" in s and s.startswith("https://kgraph.example/doc/") for s in default)
    assert len({(q.subject, q.predicate, str(q.object)) for q in quads}) == len(quads)


def test_turtle_is_for_people(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "g.ttl")
    text = (tmp_path / "g.ttl").read_text(encoding="utf-8")

    assert 'id:ada-moreau a sem:Actor , schema:Person ;\n    rdfs:label "Ada Moreau" ;' in text
    assert "schema:worksFor id:orvania ." in text
    assert "rdf:subject id:ada-moreau ;\n    rdf:predicate schema:worksFor ;\n    rdf:object id:orvania ;" in text
    assert f"<doc/{toy.ARTICLES[0].id}#fact-aa01> a rdf:Statement , schema:OrganizationRole ;" in text
    assert text.startswith("# ") and "\n@base <https://kgraph.example/> .\n@prefix " in text


def test_long_lists_are_broken_into_lines(tmp_path: Path) -> None:
    crowd = tuple(Entity(f"person-{n:03}", ("schema:Person",), f"Person {n}") for n in range(40))
    mentions = tuple(replace(toy.CORPUS.mentions[0], entity=p.id) for p in crowd)
    many = replace(toy.CORPUS, entities=(*toy.ENTITIES, *crowd), mentions=(*toy.CORPUS.mentions, *mentions))
    write(KnowledgeGraph.from_corpus(many), tmp_path / "g.ttl")
    lines = (tmp_path / "g.ttl").read_text(encoding="utf-8").split("\n")

    assert sum("id:person-0" in line for line in lines if line.startswith("        ")) > 1
    assert max(len(line) for line in lines if " , " in line) < 200


def test_offsets_have_the_datatype_of_nif(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "g.ttl")

    assert 'nif:beginIndex "30"^^xsd:nonNegativeInteger' in (tmp_path / "g.ttl").read_text(encoding="utf-8")


def test_json_ld_needs_nothing_from_the_network(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "g.jsonld")
    text = (tmp_path / "g.jsonld").read_text(encoding="utf-8")

    assert '"schema": "https://schema.org/"' in text
    assert '{"@id": "id:orvania", "@type": ["sem:Actor", "schema:Country", "schema:Place"]' in text


def test_lines_are_sorted(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "g.nq")
    lines = (tmp_path / "g.nq").read_text(encoding="utf-8").split("\n")[:-1]

    assert lines == sorted(lines)
    assert len(lines) == len(graph)


def test_an_unknown_ending_is_refused_with_the_known_ones(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"'\.docx'; there are \.ttl \.trig"):
        write(graph, tmp_path / "g.docx")
    assert set(FLAT) | set(NAMED) < set(WRITERS)


def test_a_file_is_written_whole_or_not_at_all(
    graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: KnowledgeGraph, path: Path) -> None:
        path.write_text("half")
        raise OSError("disk full")

    (tmp_path / "g.ttl").write_text("old")
    monkeypatch.setitem(WRITERS, ".ttl", broken)
    with pytest.raises(StoreError, match="cannot be written: disk full"):
        write(graph, tmp_path / "g.ttl")

    assert [p.name for p in tmp_path.iterdir()] == ["g.ttl"]
    assert (tmp_path / "g.ttl").read_text() == "old"


def test_a_missing_folder_is_an_error_of_ours(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        write(graph, tmp_path / "nowhere" / "g.ttl")

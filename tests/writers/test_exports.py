"""Formats for other programs: each opened by a reader of its own, each the same bytes every time."""

import csv
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import networkx
import pytest
import toy

from kgraph.errors import StoreError
from kgraph.graph import KnowledgeGraph
from kgraph.model import Entity
from kgraph.views import picture
from kgraph.writers import PAIRS, WRITERS, write
from kgraph.writers.neo4j import relationship

ODD = 'x\'y "z" \\ \n & <b> ; , `q` \u2028 {} $1'
ID = "https://kgraph.example/id/"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    odd = replace(toy.ENTITIES[2], name=ODD)
    return KnowledgeGraph.from_corpus(replace(toy.CORPUS, entities=(*toy.ENTITIES[:2], odd, *toy.ENTITIES[3:])))


@pytest.fixture(scope="module")
def place(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    for ending in (*WRITERS, *PAIRS):
        write(graph, folder / f"x{ending}")
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["x.graphml", "x.gexf"])
def test_networkx_reads_all_nodes_and_edges(graph: KnowledgeGraph, place: Path, name: str) -> None:
    read = networkx.read_graphml if name.endswith("graphml") else networkx.read_gexf
    found, drawn = read(place / name), picture(graph)

    assert set(found.nodes) == {n.id for n in drawn.nodes}
    assert found.number_of_edges() == len(drawn.edges)
    assert found.is_directed()
    assert found.nodes[ID + "ada-moreau"]["articles"] == 3
    marks = next(d for a, b, d in found.edges(data=True) if a == ID + "ada-moreau" and b == ID + "orvania")
    assert marks["support"] == 1 and marks["asserted"] is True
    assert marks["sentence"].startswith("Premier Ada Moreau asked")


def test_the_labels_survive_graphml_and_gexf(place: Path) -> None:
    for found in (networkx.read_graphml(place / "x.graphml"), networkx.read_gexf(place / "x.gexf")):
        assert " ".join(found.nodes[ID + "orvania"]["label"].split()) == " ".join(ODD.split())


def test_csv_is_two_tables_that_refer_to_each_other(graph: KnowledgeGraph, place: Path) -> None:
    nodes, edges = rows(place / "x-nodes.csv"), rows(place / "x-edges.csv")

    assert len(nodes) == len(picture(graph).nodes)
    assert {e["source"] for e in edges} | {e["target"] for e in edges} <= {n["id"] for n in nodes}
    assert {n["id"]: n["label"] for n in nodes}[ID + "orvania"] == ODD
    assert {n["id"]: n["foundingDate"] for n in nodes}[ID + "harbour-league"] == "1971; 1974"
    assert not (place / "x.csv").exists()


def test_neo4j_gets_ids_labels_and_types_in_its_head(place: Path) -> None:
    nodes, edges = rows(place / "x-nodes.neo4j.csv"), rows(place / "x-edges.neo4j.csv")

    assert {":LABEL", "iri:ID", "mentions:int", "asserted:boolean"} <= nodes[0].keys()
    assert {":START_ID", ":END_ID", ":TYPE", "support:int"} <= edges[0].keys()
    assert "WORKS_FOR" in {e[":TYPE"] for e in edges}
    assert "Thing;Person;Actor" in {n[":LABEL"] for n in nodes}


def test_cypher_is_one_statement_a_line_with_every_quote_escaped(graph: KnowledgeGraph, place: Path) -> None:
    lines = (place / "x.cypher").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    drawn = picture(graph)

    assert len(lines) == 1 + len(drawn.nodes) + len(drawn.edges)
    assert all(line.endswith(";") for line in lines)
    assert any("label = 'x\\'y \"z\" \\\\ \\n & <b>" in line for line in lines)
    for line in lines[1:]:
        assert line.replace("\\\\", "").replace("\\'", "").count("'") % 2 == 0


def test_an_engine_makes_the_same_graph_of_the_script_however_often_it_runs(graph: KnowledgeGraph, place: Path) -> None:
    engine = pytest.importorskip("ocg", reason="ocg, an engine of openCypher, is not installed").Graph()
    lines = (place / "x.cypher").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    drawn = picture(graph)
    for line in (*lines[1:], *lines[1:]):
        engine.execute(line.removesuffix(";"))
    kinds = {(e.source, relationship({"property": e.property}), e.target) for e in drawn.edges}

    assert engine.execute("MATCH (n:Thing) RETURN count(n) AS c") == [{"c": len(drawn.nodes)}]
    assert engine.execute("MATCH (:Thing)-[r]->(:Thing) RETURN count(r) AS c") == [{"c": len(kinds)}]
    assert engine.execute(f"MATCH (n:Country {{iri: '{ID}orvania'}}) RETURN n.label AS l") == [{"l": ODD}]
    (post,) = engine.execute("MATCH (n:Person:Actor)-[r:WORKS_FOR]->(c) RETURN n.label AS who, r.label AS post")
    assert post == {"who": "Ada Moreau", "post": "premier"}


@pytest.mark.slow
def test_a_parser_of_opencypher_reads_every_statement(place: Path) -> None:
    antlr = pytest.importorskip("antlr4", reason="the ANTLR runtime is not installed")
    cypher = pytest.importorskip("antlr4_cypher", reason="antlr4-cypher is not installed")
    for line in (place / "x.cypher").read_text(encoding="utf-8").removesuffix("\n").split("\n")[1:]:
        parser = cypher.CypherParser(antlr.CommonTokenStream(cypher.CypherLexer(antlr.InputStream(line))))
        parser.removeErrorListeners()
        parser.script()

        assert parser.getNumberOfSyntaxErrors() == 0, line


@pytest.mark.slow
def test_followthemoney_accepts_every_entity(place: Path) -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    entities = [json.loads(line) for line in (place / "x.ftm.json").read_text(encoding="utf-8").split("\n") if line]
    ids = {e["id"]: model.get(e["schema"]) for e in entities}

    assert len(ids) == len(entities)
    for entity in entities:
        schema = model.get(entity["schema"])
        assert schema is not None and not schema.abstract
        model.get_proxy(entity)
        schema.validate(entity)
        for name, values in entity["properties"].items():
            property_ = schema.properties[name]
            assert values
            if property_.type.name == "entity":
                assert all(ids[v].is_a(property_.range) for v in values), (entity["id"], name)


def test_followthemoney_gets_positions_events_and_proof(place: Path) -> None:
    entities = [json.loads(line) for line in (place / "x.ftm").read_text(encoding="utf-8").split("\n") if line]
    by_id = {e["id"]: e for e in entities}
    (post,) = [e for e in entities if e["schema"] == "Employment"]
    event = by_id[f"kgraph-{toy.REQUEST}"]

    assert post["properties"]["role"] == ["premier"]
    assert post["properties"]["employee"] == ["kgraph-ada-moreau"]
    assert by_id[post["properties"]["proof"][0]]["schema"] == "Article"
    assert event["properties"]["organizer"] == ["kgraph-ada-moreau"]
    assert event["properties"]["involved"] == ["kgraph-harbour-league"]
    assert event["properties"]["startDate"] == ["1998-03-03"]
    assert f"kgraph-{toy.BEATING}" not in by_id, "what is only denied did not happen"


def test_raptor_counts_as_many_triples_as_the_graph_has(graph: KnowledgeGraph, place: Path) -> None:
    rapper = shutil.which("rapper")
    if rapper is None:
        pytest.skip("rapper (raptor2-utils) is not installed")
    for name, syntax in (("x.ttl", "turtle"), ("x.nt", "ntriples"), ("x.rdf", "rdfxml")):
        command = [rapper, "-q", "-i", syntax, "-o", "ntriples", str(place / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)

        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) == len(graph)


@pytest.mark.parametrize("ending", [".graphml", ".gexf", ".cypher", ".ftm.json", ".csv", ".neo4j.csv"])
def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph, place: Path, tmp_path: Path, ending: str) -> None:
    again = KnowledgeGraph.from_corpus(toy.CORPUS) if ending == "" else graph
    for path in write(again, tmp_path / f"x{ending}"):
        assert path.read_bytes() == (place / path.name).read_bytes()


def test_an_empty_graph_can_be_written_in_every_format(tmp_path: Path) -> None:
    import pyoxigraph as ox

    empty = KnowledgeGraph(ox.Store())
    for ending in (".graphml", ".gexf", ".cypher", ".ftm", ".csv", ".neo4j.csv"):
        assert all(path.is_file() for path in write(empty, tmp_path / f"empty{ending}"))


def test_an_unknown_ending_is_refused_with_those_there_are(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="graphml"):
        write(graph, tmp_path / "x.pdf")


def test_a_thing_without_a_kind_is_an_entity_too(tmp_path: Path) -> None:
    law = Entity("odd-law", ("schema:Legislation",), "Odd Law")
    (path,) = write(KnowledgeGraph.from_corpus(replace(toy.CORPUS, entities=(*toy.ENTITIES, law))), tmp_path / "x.ftm")

    assert '"Odd Law"' in path.read_text(encoding="utf-8")

"""The vocabulary and the shapes: every term explained, every fact property marked, a small graph that conforms."""

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, URIRef

from kgraph.schema import PREFIXES, ontology_path

KG, SCHEMA = Namespace(PREFIXES["kg"]), Namespace(PREFIXES["schema"])
ID = Namespace("https://kgraph.example/id/")
SMALL = Path(__file__).parent / "data" / "small.ttl"
BASES = {"schema:Person", "schema:Organization", "schema:Place", "foaf:Group", "sem:Event", "schema:CreativeWork"}
UNCLASSED = {KG.FactProperty, KG.OneValuedProperty}


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(ontology_path() / "kgraph.ttl")


@pytest.fixture
def data(vocabulary: Graph) -> Graph:
    return Graph().parse(SMALL) + vocabulary


def conforms(data: Graph) -> tuple[bool, str]:
    from pyshacl import validate  # a second to import

    passed, _, report = validate(data, shacl_graph=Graph().parse(ontology_path() / "shapes.ttl"), advanced=True)
    return bool(passed), str(report)


@pytest.mark.parametrize("name", ["kgraph.ttl", "align.ttl", "shapes.ttl"])
def test_the_file_is_turtle(name: str) -> None:
    assert len(Graph().parse(ontology_path() / name)) > 0


def test_every_own_term_has_a_label_a_comment_and_a_home(vocabulary: Graph) -> None:
    own = {s for s in vocabulary.subjects() if str(s).startswith(str(KG))}

    assert [
        s for s in own if not all(vocabulary.value(s, p) for p in (RDFS.label, RDFS.comment, RDFS.isDefinedBy))
    ] == []


def test_every_fact_property_has_a_label_a_comment_a_domain_and_a_range(vocabulary: Graph) -> None:
    facts = set(vocabulary.subjects(RDF.type, KG.FactProperty))
    ranged = {p for way in (SCHEMA.rangeIncludes, RDFS.range) for p in vocabulary.subjects(way)}

    needed = (RDFS.label, RDFS.comment, SCHEMA.domainIncludes)
    assert [p for p in facts if not all(vocabulary.value(p, n) for n in needed) or p not in ranged] == []


def test_every_fact_property_between_things_reads_both_ways(vocabulary: Graph) -> None:
    between = {
        p
        for p in vocabulary.subjects(RDF.type, KG.FactProperty)
        for r in vocabulary.objects(p, SCHEMA.rangeIncludes)
        if not str(r).startswith(PREFIXES["xsd"])
    }

    assert [p for p in between if not vocabulary.value(p, KG.inverseLabel)] == []


def test_one_valued_properties_are_fact_properties_without_a_reasoner(vocabulary: Graph) -> None:
    one_valued = set(vocabulary.subjects(RDF.type, KG.OneValuedProperty))

    assert SCHEMA.foundingDate in one_valued
    assert one_valued <= set(vocabulary.subjects(RDF.type, KG.FactProperty))
    assert not set(vocabulary.subjects(RDF.type, OWL.FunctionalProperty))


def test_the_inverse_of_a_property_names_it_back_where_both_are_declared(vocabulary: Graph) -> None:
    pairs = {
        (a, b) for a, b in vocabulary.subject_objects(SCHEMA.inverseOf) if (b, RDF.type, KG.FactProperty) in vocabulary
    }

    assert pairs == {(b, a) for a, b in pairs}


def test_every_class_reaches_a_base_class(vocabulary: Graph) -> None:
    bases = {URIRef(PREFIXES[p] + n) for p, n in (b.split(":") for b in BASES)}
    classes = set(vocabulary.subjects(RDF.type, RDFS.Class)) - UNCLASSED

    assert [c for c in classes if not bases & set(vocabulary.transitive_objects(c, RDFS.subClassOf))] == []


def test_statements_and_claims_need_no_fact_property(vocabulary: Graph) -> None:
    bookkeeping = [
        SCHEMA.author,
        SCHEMA.text,
        SCHEMA.about,
        SCHEMA.audience,
        SCHEMA.roleName,
        SCHEMA.isPartOf,
        KG.content,
    ]

    assert [p for p in bookkeeping if (p, RDF.type, KG.FactProperty) in vocabulary] == []


@pytest.mark.slow
def test_the_small_graph_conforms_to_the_shapes(data: Graph) -> None:
    passed, report = conforms(data)

    assert passed, report


@pytest.mark.slow
def test_faults_are_caught(data: Graph) -> None:
    data.add((ID.velmark, SCHEMA.containedInPlace, ID.tarn))
    data.add((ID["mobilize-league-velmark"], RDF.type, SCHEMA.Event))
    data.add((ID["harbour-league"], SCHEMA.foundingDate, Literal("lately")))
    data.add((ID["ilsa-brandt"], RDFS.label, Literal("Madam President")))
    passed, report = conforms(data)

    assert not passed
    assert "Fact without a statement that asserts it" in report
    assert "schema:Event marks the events that an article asserts" in report
    assert "ks:Date" in report
    assert "More than 1 values" in report

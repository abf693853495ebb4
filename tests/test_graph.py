"""The graph: its layout with the rules R1 to R4, queries without a network, and why it says what it says."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import toy
from rdflib import Graph, URIRef

from kgraph.checks import check
from kgraph.errors import QueryError, StoreError
from kgraph.graph import KnowledgeGraph, Rows
from kgraph.model import Corpus, Entity, Mention, Occurrence, Value
from kgraph.writers import write


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(toy.CORPUS, model="toy_en 1.2.3")


def one(graph: KnowledgeGraph, sparql: str) -> set[object]:
    """The first column of a query."""
    return {row[0] for row in graph.rows(sparql)}


def asks(graph: KnowledgeGraph, pattern: str) -> bool:
    answer = graph.query(f"ASK {{ {pattern} }}")
    assert isinstance(answer, bool)
    return answer


def doc(article: str) -> str:
    return f"<https://kgraph.example/doc/{toy.TEXTS[article].id}>"


def part(article: str, fragment: str) -> str:
    return f"<https://kgraph.example/doc/{toy.TEXTS[article].id}#{fragment}>"


# ---- the four rules


def test_what_an_article_states_is_a_triple(graph: KnowledgeGraph) -> None:
    assert asks(graph, "id:ada-moreau schema:worksFor id:orvania")
    assert asks(graph, f"id:{toy.REQUEST} schema:startDate '1998-03-03'^^xsd:date")


def test_what_is_only_somebodys_word_is_a_statement_but_no_triple(graph: KnowledgeGraph) -> None:
    assert asks(graph, f"?s rdf:subject id:{toy.STRIKE} ; rdf:predicate kg:size ; rdf:object 400")
    assert not asks(graph, f"id:{toy.STRIKE} kg:size ?n")


def test_what_is_denied_is_a_statement_but_no_triple(graph: KnowledgeGraph) -> None:
    assert asks(graph, f"?s rdf:subject id:{toy.BEATING} ; kg:factuality fact:negative")
    assert not asks(graph, f"?p a kg:FactProperty . id:{toy.BEATING} ?p ?o")


def test_what_one_article_states_and_another_doubts_is_a_triple() -> None:
    doubted = replace(toy.FACTS[-1], id="cc03", factuality="possible")
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, facts=(*toy.FACTS, doubted)))

    assert asks(graph, f"id:{toy.REQUEST} schema:agent id:ada-moreau")


def test_a_fact_that_only_a_withdrawn_article_stated_is_withdrawn() -> None:
    without = replace(toy.CORPUS, facts=tuple(f for f in toy.FACTS if f.article != toy.TEXTS["herald"].id))
    graph = KnowledgeGraph.from_corpus(without)

    assert not asks(graph, "id:ada-moreau schema:worksFor id:orvania")
    assert asks(graph, f"id:{toy.REQUEST} schema:agent id:ada-moreau")


def test_only_asserted_events_are_schema_events(graph: KnowledgeGraph) -> None:
    spoken_of = one(graph, "SELECT ?e { ?e a sem:Event }")
    asserted = one(graph, "SELECT ?e { ?e a schema:Event }")

    base = "https://kgraph.example/id/"
    assert spoken_of == {base + e for e in (toy.REQUEST, toy.STRIKE, toy.BEATING, toy.RESIGNING)}
    assert asserted == {base + e for e in (toy.REQUEST, toy.STRIKE)}


def test_an_event_of_which_nothing_is_said_is_no_event() -> None:
    named = Entity("great-flood", ("sem:Event",), "Great Flood")
    corpus = replace(toy.CORPUS, entities=(*toy.ENTITIES, named), occurrences=(*toy.CORPUS.occurrences,))
    graph = KnowledgeGraph.from_corpus(corpus)

    assert asks(graph, "id:great-flood a schema:Thing ; schema:name 'Great Flood'")
    assert not asks(graph, "id:great-flood a sem:Event")


def test_an_event_with_a_name_of_its_own_has_one_label() -> None:
    named = Entity(toy.STRIKE, ("sem:Event",), "the Long Strike")
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, entities=(*toy.ENTITIES, named)))

    assert one(graph, f"SELECT ?l {{ id:{toy.STRIKE} a schema:Event ; rdfs:label ?l }}") == {"the Long Strike"}


def test_an_article_mentions_what_its_passages_refer_to(graph: KnowledgeGraph) -> None:
    assert asks(graph, f"{doc('courier')} schema:mentions id:jon-tell")
    assert check(graph) == ()


def test_who_takes_part_or_speaks_is_an_actor(graph: KnowledgeGraph) -> None:
    assert asks(graph, "id:dockers a sem:Actor . id:union a sem:Actor . id:orvania a sem:Actor")
    assert not asks(graph, "id:selm a sem:Actor")


def test_a_speaker_of_any_type_is_an_actor() -> None:
    claim = replace(toy.CLAIMS[1], speaker="harbour-act")
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, statements=(*toy.CLAIMS[2:], claim), facts=()))

    assert asks(graph, "id:harbour-act a sem:Actor")


# ---- documents, passages, statements, claims


def test_an_article_has_its_imprint(graph: KnowledgeGraph) -> None:
    wanted = f"""{doc("courier")} a schema:Article , schema:NewsArticle , schema:AnalysisNewsArticle , nif:Context ;
        schema:headline 'Moreau turns to the league' ; schema:publisher id:courier ; schema:author id:p-orr , id:q-lund ;
        schema:translator id:r-dane ; schema:datePublished '1998-03'^^xsd:gYearMonth ; schema:inLanguage 'en' ;
        dcterms:source 'courier.txt' ; schema:sha256 '{toy.TEXTS["courier"].sha256}' ;
        schema:url <https://courier.example/a?b=1&c=2>"""

    assert asks(graph, wanted)
    assert asks(graph, f"{doc('echo')} schema:isBasedOn {doc('courier')}")


def test_texts_are_left_out_unless_wanted(graph: KnowledgeGraph) -> None:
    whole = KnowledgeGraph.from_corpus(toy.CORPUS, texts=True)

    assert not asks(graph, "?d nif:isString ?text")
    assert one(whole, f"SELECT ?t {{ {doc('echo')} nif:isString ?t }}") == {toy.ECHO}


def test_the_same_text_in_two_files_is_one_article_with_two_sources() -> None:
    twin = replace(toy.ARTICLES[2], path="a-copy.txt", title="another title")
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, articles=(*toy.ARTICLES, twin)))

    assert one(graph, f"SELECT ?s {{ {doc('echo')} dcterms:source ?s }}") == {"a-copy.txt", "echo.txt"}
    assert one(graph, f"SELECT ?s {{ {doc('echo')} rdfs:label ?s }}") == {"another title"}


def test_a_passage_has_its_words_and_offsets(graph: KnowledgeGraph) -> None:
    passage = toy.passage("courier", "Jon Tell")
    iri = part("courier", f"char={passage.start},{passage.end}")

    assert asks(
        graph,
        f"""{iri} a nif:Phrase ; nif:anchorOf 'Jon Tell' ; nif:beginIndex {passage.start} ; nif:endIndex {passage.end} ;
            nif:referenceContext {doc("courier")} ; itsrdf:taIdentRef id:jon-tell""",
    )


def test_of_two_readings_of_one_place_the_name_is_kept_and_both_are_mentioned() -> None:
    place = toy.MENTIONS[8]
    other = Mention(toy.STRIKE, "nominal", place.evidence, place.head)
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, mentions=(other, place)))
    found = one(graph, "SELECT ?x { ?m itsrdf:taIdentRef ?x }")

    assert found == {"https://kgraph.example/id/selm"}
    assert asks(graph, f"{doc('herald')} schema:mentions id:selm , id:{toy.STRIKE}")


def test_evidence_that_holds_another_sentence_is_a_phrase(graph: KnowledgeGraph) -> None:
    text = toy.TEXTS["herald"]
    start, end = text.text.index("The league"), text.text.index("says.") + 5
    longer = replace(toy.CLAIMS[0].evidence, start=start, end=end, quote=text.text[start:end])
    claims = (replace(toy.CLAIMS[0], evidence=longer), *toy.CLAIMS[1:])
    wide = KnowledgeGraph.from_corpus(replace(toy.CORPUS, statements=claims))

    assert asks(wide, f"{part('herald', f'char={start},{end}')} a nif:Phrase")
    assert asks(graph, f"{part('herald', 'claim-c1')} prov:wasDerivedFrom/rdf:type nif:Sentence")


def test_a_position_is_a_role_with_its_time(graph: KnowledgeGraph) -> None:
    assert asks(
        graph,
        f"""{part("herald", "fact-aa01")} a rdf:Statement , schema:OrganizationRole ; rdf:subject id:ada-moreau ;
            rdf:predicate schema:worksFor ; rdf:object id:orvania ; schema:roleName 'premier' ;
            sem:hasBeginTimeStamp '1996'^^xsd:gYear ; nif:confidence 0.8 ;
            prov:wasDerivedFrom/nif:anchorOf 'Premier Ada Moreau asked the Harbour League for help on 3 March.'""",
    )


def changed(name: str, **values: str) -> KnowledgeGraph:
    """The graph in which the fact of that name has other values."""
    facts = tuple(replace(f, **values) if f.id == name else f for f in toy.CORPUS.facts)  # type: ignore[arg-type]
    return KnowledgeGraph.from_corpus(replace(toy.CORPUS, facts=facts), model="toy_en 1.2.3")


def test_a_former_position_ended_at_the_latest_when_the_article_says_so() -> None:
    graph = changed("aa01", role="former premier")
    published = toy.TEXTS["herald"].published

    assert asks(graph, f"{part('herald', 'fact-aa01')} sem:hasLatestEndTimeStamp '{published}'^^xsd:date")


def test_a_position_in_office_has_no_end(graph: KnowledgeGraph) -> None:
    assert not asks(graph, f"{part('herald', 'fact-aa01')} sem:hasLatestEndTimeStamp ?end")


def test_a_statement_names_the_rule_that_read_it() -> None:
    graph = changed("aa01", rule="positions")

    assert asks(graph, f"{part('herald', 'fact-aa01')} kg:rule 'positions'")
    assert {p.rule for p in graph.explain("Ada Moreau", "worksFor")} == {"positions"}


def test_a_claim_has_author_cue_words_and_content(graph: KnowledgeGraph) -> None:
    assert asks(
        graph,
        f"""{part("herald", "claim-c3")} a schema:Claim ; schema:author id:ada-moreau ; kg:cue 'denied' ;
            schema:text 'police beat strikers' ; kg:content {part("herald", "fact-aa10")} , {part("herald", "fact-aa11")}""",
    )
    assert asks(graph, f"{part('herald', 'claim-c2')} a schema:Quotation ; schema:audience id:reporters")
    assert not asks(graph, f"{part('herald', 'claim-c1')} a schema:Quotation")


def test_a_claim_inside_a_claim_is_part_of_it_and_a_denied_one_says_so() -> None:
    inner = replace(toy.CLAIMS[1], id="c9", parent="c1", negated=True)
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, statements=(*toy.CLAIMS, inner)))

    assert asks(
        graph,
        f"{part('herald', 'claim-c9')} schema:isPartOf {part('herald', 'claim-c1')} ; kg:factuality fact:negative",
    )


def test_a_statement_without_a_speaker_is_no_claim() -> None:
    nobody = replace(toy.CLAIMS[1], id="c9", speaker="")
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, statements=(*toy.CLAIMS, nobody)))

    assert not asks(graph, f"{part('herald', 'claim-c9')} ?p ?o")


def test_contradictions_stand_in_both_directions(graph: KnowledgeGraph) -> None:
    one_way = f"{part('herald', 'fact-aa06')} kg:contradicts {part('echo', 'fact-cc01')}"
    back = f"{part('echo', 'fact-cc01')} kg:contradicts {part('herald', 'fact-aa06')}"

    assert asks(graph, f"{one_way} . {back}")


def test_the_run_names_its_software_and_model(graph: KnowledgeGraph) -> None:
    assert asks(
        graph,
        """?run a prov:Activity ; prov:wasAssociatedWith [ a prov:SoftwareAgent ; schema:softwareVersion ?v ] ;
           prov:used <https://kgraph.example/model/toy_en-1.2.3>""",
    )


@pytest.mark.parametrize(
    ("kind", "value", "literal"),
    [
        ("number", "400", "400"),
        ("number", "2.5", "2.5"),
        ("date", "1968", "'1968'^^xsd:gYear"),
        ("date", "2022-01", "'2022-01'^^xsd:gYearMonth"),
        ("date", "2022-01-05", "'2022-01-05'^^xsd:date"),
        ("text", "about", "'about'"),
    ],
)
def test_a_literal_has_the_type_of_its_value(kind: str, value: str, literal: str) -> None:
    fact = replace(toy.FACTS[5], object=Value(kind, value))  # type: ignore[arg-type]
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, facts=(fact,), contradictions=()))

    assert asks(graph, f"id:harbour-league schema:foundingDate {literal}")


@pytest.mark.parametrize(
    ("kind", "value"), [("date", "2022-02-31"), ("date", "soon"), ("number", "many"), ("number", "nan")]
)
def test_a_value_that_is_none_is_left_out(kind: str, value: str) -> None:
    fact = replace(toy.FACTS[5], object=Value(kind, value))  # type: ignore[arg-type]
    graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, facts=(fact,)))

    assert not asks(graph, "?st a rdf:Statement")


def test_the_same_thing_elsewhere_is_an_iri(graph: KnowledgeGraph) -> None:
    assert asks(graph, "id:ada-moreau schema:sameAs <http://www.wikidata.org/entity/Q9999999>")
    assert asks(graph, "id:selm schema:sameAs <https://gazetteer.example/selm>")


def test_the_graph_explains_its_own_terms(graph: KnowledgeGraph) -> None:
    assert asks(graph, "schema:worksFor a kg:FactProperty . et:REQUEST-assist skos:broader et:REQUEST")


def test_there_are_no_blank_nodes(graph: KnowledgeGraph) -> None:
    assert not asks(graph, "?s ?p ?o FILTER (isBlank(?s) || isBlank(?o))")


ODD = 'a\x00b\x1bc \ud800 \ufffe “q” """ \\ \'x\' </script>\r\nnew\tline \u00a0 \U0001f600 {id:x} <y>'


def test_odd_characters_never_break_the_graph() -> None:
    article = replace(toy.ARTICLES[2], title=ODD, path=f"{ODD}.txt", url="not a url", kind="schema:NewsArticle")
    entity = Entity('od d/<slug>?#"é\ud800', ("schema:Person",), ODD, (ODD, "x\x01"), same_as=("no iri at all",))
    graph = KnowledgeGraph.from_corpus(Corpus((article,), (entity,), (Occurrence("e", ODD),), (), (), ()))

    (name,) = one(graph, "SELECT ?n { ?x a schema:Person ; schema:name ?n }")
    assert len(str(name)) == len(ODD)
    assert "\x00" not in str(name)
    assert one(graph, "SELECT ?n { ?x schema:alternateName ?n }") == {"x\ufffd"}


def test_another_base_is_the_start_of_every_iri_and_known_again(tmp_path: Path) -> None:
    graph = KnowledgeGraph.from_corpus(toy.CORPUS, base="https://data.example.org/news", path=tmp_path / "store")

    assert graph.base == "https://data.example.org/news/"
    assert graph.resolve("Ada Moreau") == ("https://data.example.org/news/id/ada-moreau",)
    assert not asks(graph, "?s ?p ?o FILTER (STRSTARTS(STR(?s), 'https://kgraph.example/'))")


def test_a_base_that_is_no_iri_is_refused() -> None:
    with pytest.raises(StoreError, match="no base for IRIs"):
        KnowledgeGraph.from_corpus(toy.CORPUS, base="my graph")


# ---- the store


def test_a_store_on_disk_is_the_same_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    KnowledgeGraph.from_corpus(toy.CORPUS, model="toy_en 1.2.3", path=tmp_path / "store").close()
    with KnowledgeGraph.open(tmp_path / "store") as again:
        assert sorted(map(str, again.triples())) == sorted(map(str, graph.triples()))


def test_a_store_is_replaced_whole(tmp_path: Path) -> None:
    KnowledgeGraph.from_corpus(toy.CORPUS, path=tmp_path / "store").close()
    small = KnowledgeGraph.from_corpus(Corpus(toy.ARTICLES[:1], (), (), (), (), ()), path=tmp_path / "store")

    assert not asks(small, "?x a schema:Person")
    assert [p.name for p in tmp_path.iterdir()] == ["store"]


def test_readers_can_share_a_store(tmp_path: Path) -> None:
    first = KnowledgeGraph.from_corpus(toy.CORPUS, path=tmp_path / "store")
    second = KnowledgeGraph.open(tmp_path / "store")

    assert len(first) == len(second)


def test_a_folder_without_a_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        KnowledgeGraph.open(tmp_path)


def test_a_file_that_is_not_rdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("id:a a id:b")
    (tmp_path / "a.doc").write_text("")

    with pytest.raises(StoreError, match=r"a\.ttl: cannot be read"):
        KnowledgeGraph.load(tmp_path / "a.ttl")
    with pytest.raises(StoreError, match=r"unknown suffix '\.doc'"):
        KnowledgeGraph.load(tmp_path / "a.doc")


FILES = ("g.ttl", "g.trig", "g.nt", "g.nq", "g.jsonld", "g.rdf")
BUILD = """
import sys; sys.path.insert(0, sys.argv[1])
import random, toy
from dataclasses import fields, replace
from pathlib import Path
from kgraph.graph import KnowledgeGraph
from kgraph.writers import write
random.seed(sys.argv[3])
shuffled = {f.name: tuple(random.sample(v, len(v))) for f in fields(toy.CORPUS) for v in [getattr(toy.CORPUS, f.name)]}
graph = KnowledgeGraph.from_corpus(replace(toy.CORPUS, **shuffled), model="toy_en 1.2.3")
for name in sys.argv[4:]:
    write(graph, Path(sys.argv[2]) / name)
"""


def test_the_same_corpus_in_any_order_gives_the_same_bytes_under_any_hash_seed(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
    for name in FILES:
        write(graph, here / name)
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    command = [sys.executable, "-c", BUILD, str(Path(toy.__file__).parent), str(there), seed, *FILES]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    first, second = ({p.name: p.read_bytes() for p in folder.iterdir()} for folder in (here, there))

    assert sorted(first) == sorted(FILES)
    assert first == second


# ---- queries


def test_rows_are_plain_values_with_terms_behind_them(graph: KnowledgeGraph) -> None:
    rows = graph.rows("SELECT ?n ?d ?none { ?st kg:hedge 'About' ; rdf:object ?n . ?x schema:startDate ?d }")

    assert rows.variables == ("n", "d", "none")
    assert list(rows) == [(400, "1998-03-03", None)]
    assert str(rows.terms[0][0].datatype).endswith("integer")  # type: ignore[union-attr]
    assert list(rows.dicts()) == [{"n": 400, "d": "1998-03-03"}]


def test_ask_gives_a_bool_and_construct_a_graph(graph: KnowledgeGraph) -> None:
    built = graph.query("CONSTRUCT { ?x rdfs:label ?l } WHERE { ?x a foaf:Group ; rdfs:label ?l }")

    assert graph.query("ASK { ?x a schema:Person }") is True
    assert isinstance(built, Graph)
    assert len(built) == 2


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_rows_are_written_in_the_formats_of_the_w3c(graph: KnowledgeGraph, form: str) -> None:
    rows = Rows(("a", "b"), graph.rows("SELECT ?a ?b { VALUES (?a ?b) { ('x\\ty\"z' id:selm) (UNDEF 3) } }").solutions)

    assert "https://kgraph.example/id/selm" in rows.serialize(form)
    with pytest.raises(QueryError, match="csv, tsv, json, xml"):
        rows.serialize("pdf")


def test_a_query_may_declare_its_own_prefixes(graph: KnowledgeGraph) -> None:
    assert graph.query("PREFIX kg: <https://schema.org/> ASK { ?x a kg:Person }") is True


def test_an_unknown_prefix_is_named_with_its_line_and_a_suggestion(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=r"line 2.*unknown prefix 'shema'; did you mean 'schema'"):
        graph.query("SELECT * {\n ?x shema:name ?y }")


def test_a_syntax_error_shows_the_place(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=r"line 2, column \d+: (.|\n)*\?z \}\n +\^"):
        graph.query("SELECT * {\n ?x schema:name ?y . ?z }")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?x rdfs:label 'a\\\\' SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { ?s id:a\\#b ?o . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "ASK FROM NAMED <http://127.0.0.1:9/> { ?s ?p ?o }",
    ],
)
def test_no_query_reaches_the_network(graph: KnowledgeGraph, query: str) -> None:
    with pytest.raises(QueryError, match=r"asks no network|one default graph"):
        graph.query(query)


@pytest.mark.parametrize("update", ["LOAD <http://127.0.0.1:9/>", "DROP ALL", "INSERT DATA { id:a id:b id:c }"])
def test_a_query_never_writes(graph: KnowledgeGraph, update: str) -> None:
    size = len(graph)

    with pytest.raises(QueryError, match="an update"):
        graph.query(update)
    assert len(graph) == size


def test_words_like_service_may_stand_in_text_names_and_comments(graph: KnowledgeGraph) -> None:
    query = (
        "# from our service\nSELECT ?service { ?service rdfs:label 'the secret service, from Selm' ; ?from id:service }"
    )

    assert len(graph.rows(query)) == 0


def test_the_rdflib_view_is_the_same_graph(graph: KnowledgeGraph) -> None:
    person = URIRef("https://kgraph.example/id/ada-moreau")

    assert len(graph.rdf) == len(graph)
    assert str(graph.rdf.value(person, URIRef("https://schema.org/name"))) == "Ada Moreau"
    assert len(list(graph.rdf.query("SELECT ?x { ?x a schema:Person }"))) == 6


# ---- names and reasons


@pytest.mark.parametrize(
    "name",
    ["Ada Moreau", "ada  MOREAU", "moreau", "the premier", "id:ada-moreau", "https://kgraph.example/id/ada-moreau"],
)
def test_a_thing_is_found_by_any_of_its_names(graph: KnowledgeGraph, name: str) -> None:
    assert graph.resolve(name) == ("https://kgraph.example/id/ada-moreau",)


def test_an_unknown_name_stands_for_nothing(graph: KnowledgeGraph) -> None:
    assert graph.resolve("Nobody Inparticular") == ()
    assert graph.resolve("worksFor") == ()


def test_explain_gives_every_sentence_with_its_source(graph: KnowledgeGraph) -> None:
    (passage,) = graph.explain("Moreau", "worksFor", "Orvania")

    assert passage.quote == "Premier Ada Moreau asked the Harbour League for help on 3 March."
    assert toy.HERALD[passage.start : passage.end] == passage.quote
    assert (passage.outlet, passage.author, passage.date) == ("Selm Herald", "Ines Vale", "1998-03-04")
    assert (passage.path, passage.role, passage.asserted) == ("herald.txt", "premier", True)


def test_explain_finds_events_by_who_took_part(graph: KnowledgeGraph) -> None:
    found = graph.explain("dockers")

    assert [(p.subject, p.property, p.object) for p in found] == [("Dockers strike in Selm", "schema:agent", "dockers")]


def test_explain_says_whose_word_it_is_and_how_sure(graph: KnowledgeGraph) -> None:
    (figure,) = graph.explain("Dockers strike in Selm", "kg:size")
    (denied,) = graph.explain(toy.BEATING, "agent", "police")

    assert (figure.object, figure.hedge, figure.speaker, figure.cue) == ("400", "About", "the union", "says")
    assert (denied.factuality, denied.speaker, denied.asserted) == ("negative", "Ada Moreau", False)


def test_explain_takes_a_literal_and_says_that_it_is_contradicted(graph: KnowledgeGraph) -> None:
    found = graph.explain("Harbour League", "founding date", "1974")

    assert [p.path for p in found] == ["courier.txt", "echo.txt"]
    assert found[0].contradicted


def test_explain_suggests_a_name_or_property(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="nothing in the graph is called 'Moraeu'; did you mean 'Moreau'"):
        graph.explain("Moraeu")
    with pytest.raises(QueryError, match="no fact has the property 'workFor'; did you mean 'worksFor'"):
        graph.explain("Moreau", "workFor")


def test_an_article_names_the_outlet_that_it_credits(graph: KnowledgeGraph) -> None:
    credited = "SELECT ?path ?words ?outlet { ?d schema:creditText ?words ; schema:sourceOrganization/rdfs:label ?outlet ; dcterms:source ?path }"

    assert list(graph.rows(credited)) == [("echo.txt", "Courier", "Courier")]

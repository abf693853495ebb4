"""What the endpoint can do in, its SPARQL 1.1 Service Description as RDF out."""

from __future__ import annotations

FORMATS = "http://www.w3.org/ns/formats/"
RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
GRAPHS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")


def description(endpoint: str, *, size: int, update: bool) -> str:
    """N-Triples, which are Turtle too: the service at `endpoint`, its languages, its formats and its one graph."""
    sd, rdf = "http://www.w3.org/ns/sparql-service-description#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    service, data, graph = f"<{endpoint}>", "_:dataset", "_:graph"
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if update else [])]
    lines = [
        f"{service} <{rdf}type> <{sd}Service>",
        f"{service} <{sd}endpoint> {service}",
        *(f"{service} <{sd}supportedLanguage> <{sd}{x}>" for x in languages),
        *(f"{service} <{sd}resultFormat> <{FORMATS}{x}>" for x in (*RESULTS, *GRAPHS)),
        f"{service} <{sd}feature> <{sd}EmptyGraphs>",
        f"{service} <{sd}defaultDataset> {data}",
        f"{data} <{rdf}type> <{sd}Dataset>",
        f"{data} <{sd}defaultGraph> {graph}",
        f"{graph} <{rdf}type> <{sd}Graph>",
        f'{graph} <http://rdfs.org/ns/void#triples> "{size}"^^<{integer}>',
    ]
    return "".join(f"{line} .\n" for line in lines)

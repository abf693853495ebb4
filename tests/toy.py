"""An invented matter for tests of the graph: two outlets and a copy report on the island state of Orvania."""

from __future__ import annotations

from kgraph.model import (
    Article,
    Corpus,
    Entity,
    Evidence,
    Fact,
    Factuality,
    Mention,
    MentionKind,
    Occurrence,
    Span,
    Statement,
    Value,
)

HERALD = """Port of Selm closed by strike
Premier Ada Moreau asked the Harbour League for help on 3 March.
The league was founded in 1971. About 400 dockers walked out, the union says.
“We shall not give in,” Moreau told reporters. Moreau denied that police beat strikers.
"""
COURIER = """Moreau turns to the league
The Harbour League, founded in 1974, was asked for help by the premier, Ada Moreau, in March.
Union leader Jon Tell said that Moreau might resign.
"""
ECHO = "Moreau turns to league\nThe Harbour League, founded in 1974, got a request from Ada Moreau in March.\n"

ARTICLES = (
    Article(
        path="herald.txt",
        text=HERALD,
        ranges=((0, len(HERALD)),),
        title="Port of Selm closed by strike",
        outlet="Selm Herald",
        authors=("Ines Vale",),
        published="1998-03-04",
    ),
    Article(
        path="courier.txt",
        text=COURIER,
        ranges=((0, len(COURIER)),),
        title="Moreau turns to the league",
        outlet="Courier",
        authors=("P. Orr", "Q. Lund"),
        translators=("R. Dane",),
        published="1998-03",
        kind="schema:AnalysisNewsArticle",
        url="https://courier.example/a?b=1&c=2",
    ),
    Article(path="echo.txt", text=ECHO, ranges=((0, len(ECHO)),), title="Moreau turns to league", credited="Courier"),
)
TEXTS = {"herald": ARTICLES[0], "courier": ARTICLES[1], "echo": ARTICLES[2]}


def passage(article: str, words: str) -> Evidence:
    """The first place in the article with these words."""
    found = TEXTS[article]
    start = found.text.index(words)
    return Evidence(found.id, start, start + len(words), words)


def sentence(article: str, words: str) -> Evidence:
    """The line's sentence that holds these words; sentences end with ". " or the line."""
    found = TEXTS[article]
    at = found.text.index(words)
    start = max(found.text.rfind(". ", 0, at) + 2, found.text.rfind("\n", 0, at) + 1)
    ends = [e for e in (found.text.find(". ", at) + 1, found.text.find("\n", at)) if e > at]
    end = min(ends)
    return Evidence(found.id, start, end, found.text[start:end])


def mention(article: str, words: str, entity: str, kind: MentionKind = "name") -> Mention:
    """A mention at the first place with these words, head and all."""
    evidence = passage(article, words)
    head: Span = (evidence.start, evidence.end)
    return Mention(entity, kind, evidence, head)


def fact(
    name: str,
    evidence: Evidence,
    triple: tuple[str, str, Value],
    *,
    factuality: Factuality = "",
    hedge: str = "",
    said: tuple[str, str] = ("", ""),
    role: tuple[str, str, str] = ("", "", ""),
) -> Fact:
    """A fact; `said` is (speaker, claim), `role` is (position, start, end)."""
    return Fact(
        id=name,
        article=evidence.article,
        subject=triple[0],
        property=triple[1],
        object=triple[2],
        evidence=evidence,
        factuality=factuality,
        hedge=hedge,
        speaker=said[0],
        claim=said[1],
        role=role[0],
        start=role[1],
        end=role[2],
    )


def node(name: str) -> Value:
    return Value("node", name)


REQUEST, STRIKE, BEATING, RESIGNING = "request-moreau-1998-03-03", "strike-selm-1998", "assault-police", "leave-moreau"

ENTITIES = (
    Entity("ada-moreau", ("schema:Person",), "Ada Moreau", ("Moreau", "the premier"), same_as=("Q9999999",)),
    Entity("harbour-league", ("schema:Organization",), "Harbour League", ("The Harbour League", "the league")),
    Entity("orvania", ("schema:Country", "schema:Place"), "Orvania"),
    Entity("selm", ("schema:City", "schema:Place"), "Selm", same_as=("https://gazetteer.example/selm",)),
    Entity("dockers", ("foaf:Group",), "dockers", named=False),
    Entity("union", ("schema:Organization",), "the union", named=False),
    Entity("police", ("schema:Organization",), "police", named=False),
    Entity("jon-tell", ("schema:Person",), "Jon Tell"),
    Entity("reporters", ("foaf:Group",), "reporters", named=False),
    Entity("harbour-act", ("schema:Legislation",), "Harbour Act"),
    Entity("selm-herald", ("schema:NewsMediaOrganization", "schema:Organization"), "Selm Herald"),
    Entity("courier", ("schema:NewsMediaOrganization", "schema:Organization"), "Courier"),
    *(
        Entity(i, ("schema:Person",), n)
        for i, n in (("ines-vale", "Ines Vale"), ("p-orr", "P. Orr"), ("q-lund", "Q. Lund"), ("r-dane", "R. Dane"))
    ),
)

FACTS = (
    fact(
        "aa01", sentence("herald", "asked"), ("ada-moreau", "schema:worksFor", node("orvania")),
        role=("premier", "1996", ""),
    ),
    fact("aa02", sentence("herald", "asked"), (REQUEST, "sem:eventType", Value("concept", "REQUEST-assist"))),
    fact("aa03", sentence("herald", "asked"), (REQUEST, "schema:agent", node("ada-moreau"))),
    fact("aa04", sentence("herald", "asked"), (REQUEST, "schema:recipient", node("harbour-league"))),
    fact("aa05", sentence("herald", "asked"), (REQUEST, "schema:startDate", Value("date", "1998-03-03"))),
    fact("aa06", sentence("herald", "founded"), ("harbour-league", "schema:foundingDate", Value("date", "1971"))),
    fact("aa07", sentence("herald", "About 400"), (STRIKE, "sem:eventType", Value("concept", "PROTEST-strike"))),
    fact("aa08", sentence("herald", "About 400"), (STRIKE, "schema:agent", node("dockers"))),
    fact(
        "aa09", sentence("herald", "About 400"), (STRIKE, "kg:size", Value("number", "400.0")),
        hedge="About", said=("union", "c1"),
    ),
    fact(
        "aa10", sentence("herald", "denied"), (BEATING, "sem:eventType", Value("concept", "ASSAULT")),
        factuality="negative", said=("ada-moreau", "c3"),
    ),
    fact(
        "aa11", sentence("herald", "denied"), (BEATING, "schema:agent", node("police")),
        factuality="negative", said=("ada-moreau", "c3"),
    ),
    fact("bb01", sentence("courier", "asked"), (REQUEST, "schema:agent", node("ada-moreau"))),
    fact("bb02", sentence("courier", "founded"), ("harbour-league", "schema:foundingDate", Value("date", "1974"))),
    fact(
        "bb03", sentence("courier", "might"), (RESIGNING, "sem:eventType", Value("concept", "RETREAT-resign")),
        factuality="possible", hedge="might", said=("jon-tell", "c4"),
    ),
    fact(
        "bb04", sentence("courier", "might"), (RESIGNING, "schema:agent", node("ada-moreau")),
        factuality="possible", hedge="might", said=("jon-tell", "c4"),
    ),
    fact("cc01", sentence("echo", "founded"), ("harbour-league", "schema:foundingDate", Value("date", "1974"))),
    fact("cc02", sentence("echo", "request"), (REQUEST, "schema:agent", node("ada-moreau"))),
)  # fmt: skip

CLAIMS = (
    Statement(
        "c1", "union", passage("herald", "says"), passage("herald", "About 400 dockers walked out"), "indirect",
        sentence("herald", "About 400"), about=(STRIKE,),
    ),
    Statement(
        "c2", "ada-moreau", passage("herald", "told"), passage("herald", "We shall not give in,"), "direct",
        sentence("herald", "We shall"), addressee="reporters",
    ),
    Statement(
        "c3", "ada-moreau", passage("herald", "denied"), passage("herald", "police beat strikers"), "indirect",
        sentence("herald", "denied"),
    ),
    Statement(
        "c4", "jon-tell", passage("courier", "said"), passage("courier", "Moreau might resign"), "indirect",
        sentence("courier", "might"), hedge="might",
    ),
)  # fmt: skip

MENTIONS = (
    mention("herald", "Ada Moreau", "ada-moreau"),
    mention("herald", "Harbour League", "harbour-league"),
    mention("herald", "asked", REQUEST, "nominal"),
    mention("herald", "The league", "harbour-league", "nominal"),
    mention("herald", "dockers", "dockers", "nominal"),
    mention("herald", "walked out", STRIKE, "nominal"),
    mention("herald", "the union", "union", "nominal"),
    mention("herald", "strike", STRIKE, "nominal"),
    mention("herald", "Selm", "selm"),
    mention("herald", "We", "ada-moreau", "pronoun"),
    mention("courier", "Ada Moreau", "ada-moreau"),
    mention("courier", "the premier", "ada-moreau", "nominal"),
    mention("courier", "Harbour League", "harbour-league"),
    mention("courier", "Jon Tell", "jon-tell"),
    mention("echo", "Ada Moreau", "ada-moreau"),
)

CORPUS = Corpus(
    articles=ARTICLES,
    entities=ENTITIES,
    occurrences=(
        Occurrence(REQUEST, "Moreau asks the Harbour League for help, 3 March 1998", ("the request",)),
        Occurrence(STRIKE, "Dockers strike in Selm"),
        Occurrence(BEATING, "Police assault strikers"),
        Occurrence(RESIGNING, "Moreau resigns"),
    ),
    mentions=MENTIONS,
    facts=FACTS,
    statements=CLAIMS,
    copies=((ARTICLES[2].id, ARTICLES[1].id),),
    contradictions=(("aa06", "bb02"), ("aa06", "cc01")),
    metadata=(
        ("Selm Herald", "selm-herald"),
        ("Courier", "courier"),
        ("Ines Vale", "ines-vale"),
        ("P. Orr", "p-orr"),
        ("Q. Lund", "q-lund"),
        ("R. Dane", "r-dane"),
    ),
)

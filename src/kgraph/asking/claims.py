"""A question for somebody's words in, SPARQL and the claims that answer it out: what was said, and who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kgraph.asking.forms import PASSAGE, Reading
from kgraph.asking.restating import Words
from kgraph.asking.things import thing
from kgraph.graph import KnowledgeGraph

CLAIMS = """SELECT DISTINCT ?text ?cue ?quote {{
  ?c a schema:Claim ; schema:author <{iri}> ; kg:cue ?cue ; schema:text ?text ; prov:wasDerivedFrom/nif:anchorOf ?quote
}} ORDER BY ?text"""
SPEAKERS = """SELECT DISTINCT ?label ?text ?cue ?quote {
  ?c a schema:Claim ; schema:author/rdfs:label ?label ; kg:cue ?cue ; schema:text ?text .
  ?c prov:wasDerivedFrom/nif:anchorOf ?quote
} ORDER BY ?label ?text"""
REPORTS = """SELECT DISTINCT ?label ?quote ?factuality ?speaker ?outlet {{
  {{ ?f rdf:subject <{about}> }} UNION {{ ?f rdf:object <{about}> }}
  ?document schema:publisher <{iri}> . {passage} BIND (?quote AS ?label)
}} ORDER BY ?quote"""
SAYERS = re.compile(r"who (?:has |have |had |did )?(?P<verb>\w+) (?:that )?(?P<rest>.+)", re.IGNORECASE)
WHOM = re.compile(r"according to (?:whom|who) (?P<rest>.+)", re.IGNORECASE)
PASTS = {"say": "said", "tell": "told", "write": "wrote", "think": "thought", "speak": "spo"}
ANY = frozenset(("say", "said", "report"))
FEWEST = 2  # words of the question that somebody's words must have


def said(graph: KnowledgeGraph, question: str, words: Words) -> Iterator[Reading]:
    """What a speaker said, on what the question names; nothing if the question is not of this form."""
    text = " ".join(question.split()).rstrip("?!. ")
    for who, verb, rest in _splits(text, words):
        iri = thing(graph, who)
        if not iri:
            continue
        yield from _reported(graph, iri, rest)
        sparql = CLAIMS.format(iri=iri)
        found = list(graph.rows(sparql).dicts())
        cued = words["describing"] if verb in words["describing"] else (verb,)
        kept = [r for r in found if verb in ANY or any(_same_verb(v, str(r["cue"])) for v in cued)]
        wanted = _stems(rest, words)
        kept = [r for r in kept if not wanted or len(wanted & _heard(r)) >= len(wanted) / 2]
        yield Reading(
            sparql, rows=tuple({"label": " ".join(str(r["text"]).split()), "quote": r["quote"]} for r in kept)
        )
        return


def sayers(graph: KnowledgeGraph, question: str, words: Words) -> Iterator[Reading]:
    """Who said what the question says: somebody whose words have all of its words, and none that turn them round."""
    text = " ".join(question.split()).rstrip("?!. ")
    found = WHOM.fullmatch(text) or SAYERS.fullmatch(text)
    asked = found.groupdict().get("verb") or "say" if found else ""
    verb = _base(asked.lower(), set(words["saying"]))
    if not found or not verb:
        return
    wanted = _stems(found["rest"], words)
    if len(wanted) < FEWEST:
        return
    rows = [r for r in graph.rows(SPEAKERS).dicts() if verb in ANY or _same_verb(verb, str(r["cue"]))]
    turned = _turns(found["rest"], words)
    kept = [
        {"label": r["label"], "quote": r["quote"]}
        for r in rows
        if _turns(str(r["text"]), words) == turned and wanted <= _stems(str(r["text"]), words)
    ]
    yield Reading(SPEAKERS, False, tuple(kept))


def _reported(graph: KnowledgeGraph, outlet: str, rest: str) -> Iterator[Reading]:
    """What the articles of an outlet say of something."""
    about = thing(graph, re.sub(r"^(?:about|on|of) ", "", rest)) if rest.startswith(("about ", "on ", "of ")) else ""
    if not about:
        return
    sparql = REPORTS.format(iri=outlet, about=about, passage=PASSAGE)
    rows = tuple(graph.rows(sparql).dicts())
    if rows:
        yield Reading(sparql, rows=rows)


def _splits(text: str, words: Words) -> list[tuple[str, str, str]]:
    """Every way to take the question apart into speaker, verb of saying and the rest."""
    found = re.fullmatch(r"(what|how) (?:did|does|do|has|have|had) (?:the )?(.+)", text, re.IGNORECASE)
    parts = found[2].split(" ") if found else []
    verbs = set(words["saying" if found and found[1].lower() == "what" else "describing"])
    cuts = [i for i, w in reversed(list(enumerate(parts))) if i and _base(w.lower(), verbs)]  # "What did Jon Tell say?"
    return [(" ".join(parts[:i]), _base(parts[i].lower(), verbs), " ".join(parts[i + 1 :])) for i in cuts]


def _base(word: str, verbs: set[str]) -> str:
    forms = (
        (v, (v, v + "s", v + "es", PASTS.get(v, v + "ed"), v + "d", v[:-1] + "ied", v[:-1] + "ies")) for v in verbs
    )
    return next((v for v, known in sorted(forms) if word in known), "")


def _same_verb(verb: str, cue: str) -> bool:
    begins = (verb[:-1][:4], PASTS.get(verb, verb)[:4])  # denied, of deny
    return any(w.startswith(begins) for w in cue.lower().split())


def _stems(text: str, words: Words) -> frozenset[str]:
    return frozenset(w.lower()[:5] for w in re.findall(r"[^\W_]+", text) if w.lower() not in words["empty"])


def _heard(row: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(w.lower()[:5] for w in re.findall(r"[^\W_]+", f"{row['text']} {row['quote']}"))


def _turns(text: str, words: Words) -> bool:
    return any(w in words["turning"] for w in re.findall(r"[^\W_]+", text.lower()))

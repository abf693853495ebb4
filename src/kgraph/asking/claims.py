"""A question for somebody's words in, SPARQL and the claims that answer it out."""

from __future__ import annotations

import re

from kgraph.asking.forms import Asked, thing
from kgraph.asking.restating import Words
from kgraph.graph import KnowledgeGraph

CLAIMS = """SELECT DISTINCT ?text ?cue ?quote {{
  ?c a schema:Claim ; schema:author <{iri}> ; kg:cue ?cue ; schema:text ?text ; prov:wasDerivedFrom/nif:anchorOf ?quote
}} ORDER BY ?text"""
PASTS = {"say": "said", "tell": "told", "write": "wrote", "think": "thought", "speak": "spo"}
ANY = frozenset(("say", "said"))


def said(graph: KnowledgeGraph, question: str, words: Words) -> Asked | None:
    """What a speaker said, on what the question names; None if the question is not of this form."""
    text = " ".join(question.split()).rstrip("?!. ")
    for who, verb, rest in _splits(text, words):
        iri = thing(graph, who)
        if not iri:
            continue
        sparql = CLAIMS.format(iri=iri)
        rows = [(" ".join(str(t).split()), str(cue), " ".join(str(q).split())) for t, cue, q in graph.rows(sparql)]
        kept = [r for r in rows if verb in ANY or _same_verb(verb, r[1])]
        wanted = {w.lower()[:5] for w in re.findall(r"[^\W_]+", rest) if w.lower() not in words["empty"]}
        kept = [r for r in kept if not wanted or _hits(r, wanted) >= len(wanted) / 2]
        return sparql, tuple((t, (q,), "") for t, _, q in kept)
    return None


def _splits(text: str, words: Words) -> list[tuple[str, str, str]]:
    """Every way to take the question apart into speaker, verb of saying and the rest."""
    found = re.fullmatch(r"what (?:did|does|do|has|have|had) (?:the )?(.+)", text, re.IGNORECASE)
    parts = found[1].split(" ") if found else []
    verbs = set(words["saying"])
    cuts = [i for i, w in reversed(list(enumerate(parts))) if i and _base(w.lower(), verbs)]  # "What did Jon Tell say?"
    return [(" ".join(parts[:i]), _base(parts[i].lower(), verbs), " ".join(parts[i + 1 :])) for i in cuts]


def _base(word: str, verbs: set[str]) -> str:
    return next((v for v in sorted(verbs) if word in (v, PASTS.get(v, v + "ed"), v + "d")), "")


def _same_verb(verb: str, cue: str) -> bool:
    begins = (verb[:-1][:4], PASTS.get(verb, verb)[:4])  # denied, of deny
    return any(w.startswith(begins) for w in cue.lower().split())


def _hits(row: tuple[str, str, str], wanted: set[str]) -> int:
    return len(wanted & {w.lower()[:5] for w in re.findall(r"[^\W_]+", f"{row[0]} {row[2]}")})

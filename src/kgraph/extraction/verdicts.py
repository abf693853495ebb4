"""A word that tells of something in, whether the text calls what it tells wrong out: "the myth that", "is untrue"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from kgraph.extraction import syntax
from kgraph.model import Statement

Words = Mapping[str, tuple[str, ...]]
STORY = 3  # sentences that a verdict on a story reaches over
REACH = 8  # words in which a verdict on a clause is spoken
CLAUSES = frozenset({"clause", "relative", "modifier"})
BEING = frozenset({"be", "have", "lack"})


def is_refuted(above: Token, node: Token, words: Words) -> bool:
    """Whether the text calls wrong what the clause headed at `node` says: by the noun or predicate that it hangs on.

    "The false claim that they fled", "reports that they fled were far from true", "it is a myth that they fled".
    """
    subject = syntax.link(node) == "subject" and syntax.is_verbal(node)
    if syntax.is_predicate(above) and not syntax.is_verbal(above) and (node.i > above.i or subject):
        return _judges(above, words)
    if not _is_noun(above, words) or syntax.link(node) not in CLAUSES or node.i < above.i:
        return False
    return is_called_wrong(above, words) or (_tells(above, words) and _is_followed_by_verdict(above, node, words))


def is_rejected(noun: Token, words: Words) -> bool:
    """Whether what a noun of telling tells is turned down by the verb over it: "dismissed reports that"."""
    verb = noun.head
    keys = {verb.lemma_.lower(), syntax.lemma(verb)}
    return _tells(noun, words) and syntax.link(noun) == "object" and bool(keys & set(words["rejecting"]))


def without_refuted(doc: Doc, said: Iterable[Statement], words: Words) -> tuple[Statement, ...]:
    """The statements without those of nouns that the text calls wrong: who says so denies their content."""
    return tuple(s for s in said if not _is_refuted_cue(doc.char_span(s.cue.start, s.cue.end), words))


def _is_refuted_cue(cue: Span | None, words: Words) -> bool:
    if cue is None or not _is_noun(cue.root, words):
        return False
    return is_rejected(cue.root, words) or any(is_refuted(cue.root, c, words) for c in cue.root.rights)


def is_called_wrong(noun: Token, words: Words) -> bool:
    """Whether a noun that tells of something says that it is not so, by itself or by its adjective."""
    if noun.lemma_.lower() in words["untruths"]:
        return not syntax.is_negated(noun) and not any(c.lower_ in words["only_perhaps"] for c in noun.lefts)
    judged = {c.lower_ for c in noun.lefts if syntax.is_modifier(c)}
    return _tells(noun, words) and bool(judged & set(words["discredited"]))


def is_story_discredited(token: Token, words: Words) -> bool:
    """Whether a sentence before it in the paragraph calls what follows wrong: "The story was simple, and false."."""
    doc, start = token.doc, token.sent.start
    for _ in range(STORY):
        if not start or doc[start - 1].text.count("\n") > 1:
            return False
        before = doc[start - 1].sent
        if not before.text.strip() and before.text.count("\n") > 1:
            return False
        if _is_verdict(before.root, words):
            return True
        start = before.start
    return False


def _is_verdict(root: Token, words: Words) -> bool:
    judged = {t.lemma_.lower() for t in syntax.expand(root) if syntax.link(t) == "conjunct" or t.i == root.i}
    if not judged & set(words["discredited"]) or syntax.is_negated(root):
        return False
    return any(t.lemma_.lower() in words["tellings"] for t in syntax.surface_subjects(root))


def _is_noun(token: Token, words: Words) -> bool:
    """Whether it is a noun, even if a parser takes what opens a sentence for a verb: "Claims that they fled are …"."""
    opening = token.i == token.sent.start and not syntax.surface_subjects(token) and token.i + 1 < token.sent.end
    return token.pos_ == "NOUN" or (opening and token.nbor().lower_ == "that" and _tells(token, words))


def _tells(noun: Token, words: Words) -> bool:
    return noun.lemma_.lower() in {*words["tellings"], *words["ideas"]}


def _judges(predicate: Token, words: Words) -> bool:
    """Whether a predicate with "it" calls a clause wrong: "it is not true that", "it is nonsense that"."""
    lemma, negated = predicate.lemma_.lower(), syntax.is_negated(predicate)
    if negated:
        return lemma in words["borne_out"]
    return lemma in {*words["discredited"], *words["untruths"]} and not any(
        a.lower_ in words["possible_modals"] for a in syntax.auxiliaries(predicate)
    )


def _is_followed_by_verdict(noun: Token, node: Token, words: Words) -> bool:
    """Whether what follows the clause behind a noun is a verdict on it, however a parser hangs it up."""
    forms = [t.lower_ for t in _behind(noun, node)]
    for place, word in enumerate(forms):
        refusing = bool(set(forms[:place]) & set(words["refusing"]))
        if word in words["discredited"] or word in words["untruths"]:
            return not refusing and not _is_open(forms[:place], words)
        if word in words["borne_out"]:
            return refusing
    return False


def _is_open(before: Sequence[str], words: Words) -> bool:
    return bool(set(before) & {*words["possible_modals"], *words["possible_adverbs"], *words["probable_adverbs"]})


def _behind(noun: Token, node: Token) -> Iterator[Token]:
    """The words behind the clause, from the helping verb that the noun is the subject of to the next pause."""
    doc, end = noun.doc, noun.sent.end
    helping = (t.i for t in doc[node.i + 1 : end] if t.pos_ == "AUX" or t.lemma_.lower() in BEING)
    first = next((i for i in helping if not node.is_ancestor(doc[i])), end)
    for token in doc[first : min(first + REACH, end)]:
        if token.is_punct:
            return
        yield token

"""Doc in, pairs out: a name and the acronym that the text gives for it in parentheses."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

LONGEST = 12  # words of an expansion, more than the longest body of the names data has


def acronym_pairs(doc: Doc, small: frozenset[str], *, capital: bool = True) -> Iterator[tuple[Span, Span]]:
    """(expansion, acronym) for each "Long Name (LN)" whose letters fit; `small` are words that acronyms leave out.

    Without `capital`, for each "common words (CW)" instead.
    """
    for token in doc:
        if token.text == "(" and 0 < token.i < len(doc) - 2 and is_acronym(doc[token.i + 1]):
            acronym = doc[token.i + 1].text
            start = expansion_start(token, acronym, small, capital=capital)
            if start is None and capital:  # "Transition Mission in Somalia (TMIS)"
                start = expansion_start(token, acronym, small, counted=True)
            if start is not None:
                yield doc[start : token.i], doc[token.i + 1 : token.i + 2]


def is_acronym(token: Token) -> bool:
    """Whether the token is written like one: two to eight letters, capitals but for one."""
    letters = token.text.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and sum(c.islower() for c in letters) <= 1 < len(letters)


def expansion_start(
    bracket: Token, acronym: str, small: frozenset[str], *, capital: bool = True, counted: bool = False
) -> int | None:
    """Where the words before the bracket begin whose initials are the acronym's letters; None when they do not fit.

    Where small words are `counted`, the letters of some may be among them too, though not the first.
    """
    letters = acronym.replace(".", "").casefold()
    left = len(letters)
    for i in range(bracket.i - 1, max(bracket.i - LONGEST, -1), -1):
        token = bracket.doc[i]
        if (token.is_punct and token.text not in "-–") or token.is_space:
            return None
        counts = token.text[0].isupper() if capital else token.text.islower()
        counts = counts or (counted and left > 1 and token.text in small)
        whole = token.text.replace(".", "").casefold()
        if is_acronym(token) and letters[:left].endswith(whole):  # "U.S. Navy (USN)"
            left -= len(whole)
        elif counts and token.text[0].casefold() == letters[left - 1]:
            left -= 1
        elif token.text[0].isupper() or (token.text.casefold() not in small and token.text not in "-–"):
            return None
        if left == 0:
            return i
    return None

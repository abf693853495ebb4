"""Nothing in, spaCy's English tokenizer out, a little nearer to how the treebanks cut words."""

from __future__ import annotations

import re

from spacy.lang.en import English
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Signs repeated for effect or as a line are one word.
RUNS = (r"[!?]{2,}", r"\*{2,}", r"_{2,}", r"={2,}", r"~{2,}", r"\+{2,}", r"\${2,}", r"<{2,}", r">{2,}", r"-{3,}")
SLASH = r"(?<=[a-zA-Z]{2})/(?=[a-zA-Z]{2})"
WHOLE = re.compile(r"\+?\d{3}-\d{4}|\+?\d{3}-\d{3}-\d{4}|[!?]{2,}|[*_=~]{2,}|(?i:e-mails?)")
ABBREVIATIONS = ("etc.", "Etc.", "Ft.", "Capt.", "Cmdr.", "Maj.", "Insp.")


def english() -> English:
    """A blank English pipeline with the tokenizer of the treebanks' words."""
    nlp = English()
    tokenizer: Tokenizer = nlp.tokenizer
    defaults = nlp.Defaults
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *(defaults.suffixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex([SLASH, *RUNS, *(defaults.infixes or ())]).finditer
    tokenizer.token_match = WHOLE.fullmatch
    tokenizer.rules = {word: cut for word, cut in tokenizer.rules.items() if word != "and/or"}
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{ORTH: word}])
    return nlp

"""spaCy's English without a model, made once for all tests: its tokenizer takes longer to set up than they do."""

from spacy.lang.en import English

NLP = English()

"""Dependency labels of Universal Dependencies and of CLEAR by what they mean, for `syntax` and what it is made of."""

SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj", "csubj:pass"})
PASSIVE = frozenset({"aux:pass", "auxpass", "nsubj:pass", "nsubjpass"})
OBJECT = frozenset({"obj", "dobj"})
INDIRECT = frozenset({"iobj"})
OBLIQUE = frozenset({"obl", "obl:agent", "obl:arg", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod", "nmod:npmod"})
OBLIQUE_CLEAR = frozenset({"prep", "agent", "dative"})
BARE = frozenset({"obl:tmod", "obl:npmod", "obl:unmarked", "npadvmod", "nmod:tmod", "nmod:unmarked"})
POSSESSOR = frozenset({"nmod:poss", "poss"})
ADJECTIVE = frozenset({"amod"})
COMPOUND = frozenset({"compound", "nmod:desc", "nn"})
DESCRIBING = frozenset({"nmod:desc"})
TITLE = frozenset({"nmod:desc", "compound", "flat", "flat:name", "nmod", "amod", "appos"})
PREDICATIVE = frozenset({"attr", "oprd"})
COPULA = frozenset({"cop"})
CLAUSE = frozenset({"ccomp", "xcomp", "acl"})
RELATIVE = frozenset({"acl:relcl", "relcl"})
ATTRIBUTIVE = frozenset({"acl", "amod", "acl:relcl", "relcl"})
ADVERBIAL = frozenset({"advcl", "advcl:relcl", "parataxis"})
PARTICLE = frozenset({"compound:prt", "prt"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "cop"})
APPOSITION = frozenset({"appos"})
LOOSE = frozenset({"appos", "conj", "parataxis", "list", "dep", "nmod", "flat", "orphan"})
NAME_PART = frozenset({"flat", "flat:name", "compound", "nmod:desc", "goeswith"})
POSTMODIFIER = frozenset({"nmod", "prep", "acl", "nmod:npmod", "nmod:unmarked", "obl"})
PREMODIFIER = frozenset({
    "det", "det:predet", "predet", "amod", "compound", "nmod:desc", "nummod", "nmod:poss", "poss", "flat", "flat:name",
    "advmod", "quantmod", "nmod:npmod", "goeswith", "fixed", "punct",
})  # fmt: skip
NEGATORS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
NO = frozenset({"no", "neither"})
RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
THANKS = frozenset({"thank", "thanks", "gratitude", "praise", "congratulation", "congratulations", "tribute"})
# verbs that only lend their subject to the noun that is their object: "made a request", "launched an attack"
LIGHT = frozenset({
    "make", "give", "have", "take", "hold", "do", "launch", "issue", "conduct", "stage", "carry", "mount", "lead",
    "offer", "send", "submit", "file", "deliver", "begin", "start", "continue", "stop", "end", "plan", "organise",
    "organize", "pay", "assume", "share", "occupy",
})  # fmt: skip
# verbs that only say what their subject is
LINKING = frozenset({"be", "become", "remain", "stay", "seem", "look", "feel"})
# verbs whose subject takes the place of their object: "succeeded X as director"
SUCCEEDING = frozenset({"succeed", "replace", "follow"})
# verbs with whose object "as" tells what their subject is: "spent years as a teacher", "made a name as a lawyer"
CAREER = frozenset({
    "play", "spend", "begin", "start", "make", "earn", "win", "gain", "build", "have", "finish", "end", "complete",
    "enjoy", "join", "leave", "enter", "rejoin",
})  # fmt: skip
# verbs that say where somebody has a seat: "sits on the board of"
SEATED = frozenset({"sit", "serve"})
# how a token hangs on its head; the first that has its label names it
LINKS = (
    ("conjunct", frozenset({"conj"})),
    ("relative", RELATIVE),
    ("subject", SUBJECT),
    ("clause", CLAUSE | {"pcomp"}),
    ("adverbial", ADVERBIAL),
    ("object", OBJECT | INDIRECT),
    ("oblique", OBLIQUE | OBLIQUE_CLEAR | {"pobj"}),
    ("apposition", APPOSITION),
    ("modifier", ADJECTIVE | COMPOUND | POSSESSOR),
)
# prepositions that make an event of their noun: "since its founding"
TEMPORAL = frozenset({"since", "until", "till", "after", "before", "following", "upon", "prior to"})
# what parts an apposition from its noun
PAUSES = frozenset({",", "(", "–", "—", "-", ";", ":"})
# Words that open a clause or stand before a noun: "after she left", "after the storm".
OPENING_CLAUSES = frozenset({"after", "before", "since", "until", "till", "as", "than"})
# what a word that tells a time is labelled as an entity
TIMES = frozenset({"DATE", "TIME"})
# What only somebody does: verbs of speech whose subject is no thing.
SPEAKING = frozenset({
    "accuse", "urge", "demand", "condemn", "criticise", "criticize", "warn", "vow", "promise", "pledge", "blame",
    "denounce", "praise", "thank", "insist", "call", "appeal", "apologise", "apologize", "welcome", "threaten",
})  # fmt: skip

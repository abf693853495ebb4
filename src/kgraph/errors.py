"""What can go wrong, by kind: every error names the place and what would have worked."""


class KgraphError(Exception):
    """Base of all errors that kgraph raises on purpose; its text is meant for the user."""


class SourceError(KgraphError):
    """A file cannot be read as an article: missing, empty, binary, or of a format without a reader."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class SchemaError(KgraphError):
    """A file of the ontology contradicts itself or another one."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class ModelError(KgraphError):
    """A language model cannot be loaded, or lacks a part that kgraph needs (parser, names)."""


class QueryError(KgraphError):
    """A SPARQL query, or the name of a query, cannot be answered as it stands."""


class StoreError(KgraphError):
    """A build folder, a store or a graph file is missing, in use, or not what it should be."""


class JudgementError(KgraphError):
    """A line of a judgements or gazetteer file cannot be followed."""

    def __init__(self, path: object, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = str(path)
        self.line = line
        self.reason = reason

"""`python -m kgraph.training`: corpora in, the packaged pipeline out; each step can be run alone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

STEPS = ("train", "export", "package", "evaluate", "voters")
console = Console()


def main(arguments: Sequence[str] | None = None) -> int:
    """The whole way, or the one step that is named first."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    step = given.pop(0) if given and given[0] in STEPS else "all"
    if step in APART:
        return APART[step](given)
    options = parser(step).parse_args(given)
    work = options.out / "work"
    for name in STEPS[:3] if step == "all" else (step,):
        console.rule(name)
        RUN[name](options, work)
    return 0


def parser(step: str) -> argparse.ArgumentParser:
    """What the steps that make the pipeline are told."""
    made = argparse.ArgumentParser(prog="python -m kgraph.training", description=__doc__)
    made.add_argument("corpora", type=Path, help="folder of the corpora, laid out as the README says")
    made.add_argument("out", type=Path, help="folder for the pipeline (kgraph_en) and what is made on the way (work)")
    if step in ("all", "train", "export"):
        made.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    if step in ("all", "train"):
        made.add_argument("--epochs", type=int, default=7)
        made.add_argument("--minutes", type=float, default=600.0, help="end after so many minutes at the latest")
        made.add_argument("--threads", type=int, default=2)
        made.add_argument("--seed", type=int, default=0)
    return made


def train(options: argparse.Namespace, work: Path) -> None:
    """Corpora and the pretrained encoder in, a trained network out."""
    from kgraph.training.data import training_paragraphs, treebank
    from kgraph.training.fit import Settings, fit
    from kgraph.training.measure import measure

    dev = {corpus: treebank(options.corpora, corpus, "dev") for corpus in ("ewt", "gum")}
    settings = Settings(options.epochs, options.minutes, seed=options.seed, threads=options.threads)
    with console.status("reading the corpora") as status:
        fit(
            training_paragraphs(options.corpora),
            options.base,
            work / "trained",
            settings,
            report=status.update if console.is_terminal else console.print,
            after_epoch=lambda network, batcher: console.print(
                {corpus: measure(network, batcher, rows) for corpus, rows in dev.items()}
            ),
        )


def export(options: argparse.Namespace, work: Path) -> None:
    """A trained network in, the ONNX file out."""
    from kgraph.training.export import export as write

    write(work / "trained", options.base, work / "exported")


def package(options: argparse.Namespace, work: Path) -> None:
    """The ONNX file and the treebanks in, a spaCy pipeline out."""
    from kgraph.training.data import treebank
    from kgraph.training.package import package as write

    parsed = [p for corpus in ("ewt", "gum") for p in treebank(options.corpora, corpus, "train")]
    write(work / "exported", parsed, options.out / "kgraph_en")
    console.print(f"{options.out / 'kgraph_en'} is ready; spacy.load reads it")


def evaluate(given: Sequence[str]) -> int:
    """Print the table of the model card."""
    made = argparse.ArgumentParser(prog="python -m kgraph.training evaluate")
    made.add_argument("model", help="a pipeline's folder or name, - for the shipped one")
    made.add_argument("corpora", type=Path)
    made.add_argument("--names", type=Path, nargs="*", default=[], help="JSON-lines files of articles with names")
    options = made.parse_args(given)
    from kgraph.annotation import load_pipeline
    from kgraph.training.evaluate import evaluate as rows

    table = Table("corpus", "measure", "value")
    nlp = load_pipeline(None if options.model == "-" else options.model)
    for row in rows(nlp, options.corpora, options.names):
        table.add_row(row.corpus, row.measure, str(row.value))
    console.print(table)
    return 0


def voters(given: Sequence[str]) -> int:
    """Sentences with known facts in, the weights of the second voter of the rule packs out."""
    made = argparse.ArgumentParser(prog="python -m kgraph.training voters")
    made.add_argument("corpora", type=Path, help="folder with relations/tekgen.train.jsonl")
    made.add_argument("ontology", type=Path, help="folder of the ontology; its packs get their learnt.json")
    made.add_argument("--parsed", type=Path, help="file to keep the parsed sentences in, or to take them from")
    options = made.parse_args(given)
    from kgraph.annotation import load_pipeline
    from kgraph.training.lessons import lessons, parsed
    from kgraph.training.voters import write_voters

    told = list(parsed(list(lessons(options.corpora)), load_pipeline(), options.parsed))
    write_voters(told, options.ontology, console.print)
    return 0


APART = {"evaluate": evaluate, "voters": voters}
RUN = {"train": train, "export": export, "package": package}

if __name__ == "__main__":
    raise SystemExit(main())

from dataclasses import replace
from pathlib import Path

from kgraph.model import Article, Entity, Evidence, Extraction, Mention
from kgraph.pipeline.cache import Cache, extraction_key, from_json, model_version, to_json

ARTICLE = Article("a.txt", "Ana Silva spoke.", ((0, 16),), title="Ana Silva spoke.")
EXTRACTION = Extraction(
    ARTICLE.id,
    entities=(Entity("e1", ("schema:Person",), "Ana Silva"),),
    mentions=(Mention("e1", "name", Evidence(ARTICLE.id, 0, 9, "Ana Silva"), (4, 9)),),
)


def test_an_extraction_survives_json() -> None:
    assert from_json(to_json(EXTRACTION)) == EXTRACTION


def test_the_cache_gives_back_what_was_put_in_after_it_was_closed(tmp_path: Path) -> None:
    with Cache(tmp_path / "c.sqlite") as cache:
        cache.put("k", EXTRACTION)

    with Cache(tmp_path / "c.sqlite") as cache:
        assert cache.get("k") == EXTRACTION
        assert cache.get("other") is None


def test_the_key_changes_with_text_metadata_model_and_rules_but_not_with_the_path() -> None:
    def key(article: Article = ARTICLE, model: str = "m 1", rules: str = "r1") -> str:
        return extraction_key(article, model=model, rules=rules)

    assert key(replace(ARTICLE, path="elsewhere/b.txt")) == key()
    others = [key(replace(ARTICLE, text="Ana Silva sang..")), key(replace(ARTICLE, published="2020-01-01"))]
    assert len({key(), *others, key(model="m 2"), key(rules="r2")}) == 5


def test_the_version_of_the_shipped_model_is_known_without_loading_it() -> None:
    assert model_version(None).split()[0].startswith("en_")

"""Who gains, loses and decides, according to whom: an invented canal, a strike on it, and a merger."""

from __future__ import annotations

import re

from kgraph.linking.agreement import contradictions
from kgraph.linking.setting import Setting
from kgraph.model import Evidence, Fact, Factuality, Value
from kgraph.schema import Schema

SCHEMA = Schema.load()
CAST = frozenset(("norway", "ida-sorensen", "vestland", "canal-board"))
SAME_STORY = Setting(cast={"a1": CAST, "a2": CAST}, places={"oslo": frozenset(("norway",))})
GAINS, LOSES, DECIDED = "kg:gainsFrom", "kg:losesFrom", "kg:decided"


def said(article: str, name: str, what: str, factuality: Factuality = "", *, who: str = "norway") -> Fact:
    place = Evidence(article, 0, 1, "x")
    return Fact(
        f"{article} {what}",
        article,
        who,
        name,
        Value("text", what, re.split(" (?:in|with|of) ", what)[0].rpartition(" ")[2]),
        place,
        factuality,
    )


def against(one: Fact, two: Fact, setting: Setting = SAME_STORY) -> bool:
    return bool(contradictions((one, two), (), schema=SCHEMA, setting=setting))


def test_a_gain_that_one_sees_and_another_denies_is_a_contradiction_whatever_it_is_called() -> None:
    assert against(said("a1", GAINS, "short mission", "possible"), said("a2", GAINS, "intervention", "negative"))
    assert against(said("a1", GAINS, "canal", "future"), said("a2", GAINS, "canal", "negative"))


def test_what_one_gains_from_and_another_loses_from_is_a_contradiction_but_not_what_may_be_either() -> None:
    assert against(said("a1", GAINS, "merger", "future"), said("a2", LOSES, "takeover"))
    assert not against(said("a1", GAINS, "merger", "possible"), said("a2", LOSES, "merger", "possible"))


def test_gains_of_others_from_other_things_and_from_the_next_one_are_no_contradiction() -> None:
    denied = said("a2", GAINS, "strike", "negative")

    assert not against(said("a1", GAINS, "strike", who="ida-sorensen"), denied)
    assert not against(said("a1", GAINS, "canal"), denied)
    assert not against(said("a1", GAINS, "next strike"), denied)
    assert not against(said("a1", GAINS, "strike in Bergen"), said("a2", GAINS, "strike in Tromso", "negative"))


def test_deals_with_others_and_of_other_years_are_other_deals() -> None:
    assert not against(said("a1", GAINS, "deal with India", "future"), said("a2", GAINS, "deal with Spain", "negative"))
    assert not against(said("a1", GAINS, "deal with India", "future"), said("a2", GAINS, "deal of 2012", "negative"))
    assert against(said("a1", GAINS, "deal with India", "future"), said("a2", GAINS, "deal", "negative"))


def test_articles_of_other_days_or_about_other_things_are_no_contradiction() -> None:
    pair = said("a1", GAINS, "strike"), said("a2", GAINS, "strike", "negative")

    assert not against(*pair, Setting(cast={"a1": CAST, "a2": frozenset(("norway",))}))
    assert not against(*pair, Setting(cast=SAME_STORY.cast, published={"a1": "2031-01-05", "a2": "2031-06-05"}))


def test_a_decision_taken_in_a_capital_is_its_states() -> None:
    taken = said("a1", DECIDED, "intervene", "probable", who="oslo")

    assert against(taken, said("a2", DECIDED, "military intervention", "negative"))
    assert not against(taken, said("a2", DECIDED, "withdrawal", "negative"))

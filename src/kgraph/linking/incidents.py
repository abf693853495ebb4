"""Two tellings of harm in, out whether they can be of one: by the numbers, by what was the cause, by place and day."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.linking.deeds import UNDERGOERS, Cluster, Deed
from kgraph.linking.harm import agree, close, differ, risen
from kgraph.linking.times import FULL, overlap
from kgraph.linking.world import World
from kgraph.model import Evidence

MISHAP = "DISASTER"  # the type of what befalls a place
TOLL = "toll"  # the word for a count that goes on
PEOPLE = frozenset({"people", "persons", "others", "victims"})  # who may be any of those told of elsewhere


def counts_agree(one: Deed, other: Deed) -> bool:
    """Whether the victims of both can be the same: about as many, or those of whom alone the articles tell."""
    return (one.sole and other.sole) or agree(one.counts, other.counts)


def another_harm(cluster: Cluster, deed: Deed, world: World) -> bool:
    """Whether people came to harm otherwise, or in other numbers, and nothing else says that it is one event.

    Numbers may differ of what was done to or by somebody with a name, or is told of one place and day, or is the only
    harm in both articles.
    """
    if any(d.causes and deed.causes and not d.causes & deed.causes for d in cluster.deeds):
        return True
    if any(counted(d) & counted(deed) for d in cluster.deeds):
        return False
    others = [d for d in cluster.deeds if d.article_id != deed.article_id and differ(d.counts, deed.counts)]
    shared = {n for n in cluster.fillers() & deed.fillers() if world.nodes.named(n)}
    if not others or shared - deed.places:
        return False
    if _of_other_people(others, deed, world):
        return True
    sole = deed.sole and all(d.sole for d in others)
    recounted = sole and (_on_one_day(cluster, deed) or all(_recounted(d, deed) for d in others))
    return not (recounted or _on_one_spot(cluster, deed, world))


def _recounted(one: Deed, other: Deed) -> bool:
    """Whether the dead are about as many, or have become more.

    More they can have become of whom a toll is told, or who came to harm by the same.
    """
    days = one.article.published, other.article.published
    told = one.causes & other.causes or TOLL in f"{one.event.lemma} {other.event.lemma}"
    grown = bool(told) and risen(one.counts, other.counts, days)
    return grown or close(one.counts, other.counts)


def _on_one_spot(cluster: Cluster, deed: Deed, world: World) -> bool:
    """Whether both are told of one place with a name, and of one day."""
    ours, theirs = (frozenset(n for n in x.places if world.nodes.named(n)) for x in (cluster, deed))
    return _on_one_day(cluster, deed) and world.meet(world.inmost(ours), world.inmost(theirs))


def _on_one_day(cluster: Cluster, deed: Deed) -> bool:
    days = [span for span, *_ in cluster.whens if FULL.fullmatch(span[0])]
    return bool(FULL.fullmatch(deed.span[0])) and any(overlap(span, deed.span) for span in days)


def _of_other_people(others: Iterable[Deed], deed: Deed, world: World) -> bool:
    """Whether the victims are of two kinds: three men, and twelve students."""
    theirs = {world.head(n) for n in deed.fillers(*UNDERGOERS) - deed.places}
    told = [{world.head(n) for n in d.fillers(*UNDERGOERS) - d.places} for d in others]
    return any(ours and theirs and not {*ours, *theirs} & PEOPLE and not ours & theirs for ours in told)


def same_mishap(cluster: Cluster, deed: Deed, world: World) -> bool:
    """Whether one day's disaster is told of in one story, or of one place."""
    if deed.top != MISHAP or not _on_one_day(cluster, deed):
        return False
    return bool(deed.retold & cluster.articles) or _on_one_spot(cluster, deed, world)


def counted(deed: Deed) -> frozenset[Evidence]:
    """The numbers of victims that it has, by their places: "the raid killed 12" is the killing of 12, and the raid."""
    return frozenset(f.evidence for f in deed.event.figures if f.property != "kg:size")

"""An Extraction in, triples in the words of Text2KGBench out: which of our properties is which of its relations.

The benchmark names relations by Wikidata's labels, things by Wikidata's names, and a year by its first of January.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgraph.model import Entity, Extraction, Relation

PACKS = {
    "1_movie": ("film",),
    "2_music": ("music",),
    "3_sport": ("sport",),
    "4_book": ("book",),
    "5_military": ("military",),
    "6_computer": ("software",),
    "7_space": ("space",),
    "8_politics": ("politics",),
    "9_nature": ("nature",),
    "10_culture": ("culture",),
}
RELATIONS = {
    "1_movie": {
        "schema:director": ("director",),
        "kg:screenwriter": ("screenwriter",),
        "kg:genre": ("genre",),
        "schema:isBasedOn": ("based on",),
        "schema:actor": ("cast member",),
        "schema:award": ("award received",),
        "schema:productionCompany": ("production company",),
        "schema:countryOfOrigin": ("country of origin",),
        "kg:publishedOn": ("publication date",),
        "schema:character": ("characters",),
        "schema:contentLocation": ("narrative location",),
        "schema:locationCreated": ("filming location",),
        "kg:subjectMatter": ("main subject",),
        "kg:nominatedFor": ("nominated for",),
    },
    "2_music": {
        "schema:composer": ("composer",),
        "schema:inAlbum": ("part of",),
        "schema:lyricist": ("lyrics by",),
        "kg:publishedOn": ("publication date",),
        "kg:language": ("language of work or name",),
        "kg:voiceType": ("voice type",),
        "kg:writtenFor": ("instrumentation",),
        "schema:track": ("tracklist",),
        "kg:genre": ("genre",),
        "schema:byArtist": ("performer",),
        "schema:producer": ("producer",),
        "kg:nominatedFor": ("nominated for",),
        "schema:recordLabel": ("record label",),
    },
    "3_sport": {
        "schema:jobTitle": ("occupation",),
        "schema:sport": ("sport",),
        "kg:playsFor": ("member of sports team",),
        "kg:representsCountry": ("country for sport",),
        "kg:seasonOf": ("sports season of league or competition",),
        "kg:coaches": ("coach of sports team",),
        "kg:league": ("league",),
        "kg:competitionClass": ("competition class",),
        "kg:homeVenue": ("home venue",),
    },
    "4_book": {
        "schema:illustrator": ("illustrator",),
        "kg:followedBy": ("followed by",),
        "kg:publishedOn": ("publication date",),
        "kg:writtenBy": ("author",),
        "kg:publishedBy": ("publisher",),
        "schema:character": ("characters",),
        "kg:editedBy": ("editor",),
        "kg:placeOfPublication": ("place of publication",),
        "schema:contentLocation": ("narrative location",),
        "kg:genre": ("genre",),
        "kg:language": ("language of work or name",),
        "kg:subjectMatter": ("depicts",),
    },
    "5_military": {
        "kg:militaryRank": ("military rank",),
        "kg:militaryBranch": ("military branch",),
        "kg:casualty": ("military casualty classification ",),
        "schema:manufacturer": ("designed by",),
        "kg:wingConfiguration": ("wing configuration",),
        "kg:designatedTerroristBy": ("designated as terrorist by",),
    },
    "6_computer": {
        "kg:developer": ("developer",),
        "kg:createdBy": ("creator",),
        "kg:platform": ("platform",),
        "schema:operatingSystem": ("operating system",),
        "kg:distributionFormat": ("distribution format",),
        "kg:processor": ("CPU",),
        "kg:inventor": ("discoverer or inventor",),
        "kg:derivativeWork": ("derivative work",),
    },
    "7_space": {
        "kg:discoverySite": ("site of astronomical discovery",),
        "kg:minorPlanetGroup": ("minor planet group",),
        "kg:constellation": ("constellation",),
        "kg:mission": ("astronaut mission",),
        "kg:dockingDate": ("spacecraft docking/undocking date",),
        "kg:landingSite": ("location of landing",),
    },
    "8_politics": {
        "kg:positionHeld": ("position held",),
        "schema:memberOf": ("Member of", "member of political party"),
        "kg:politicalIdeology": ("political ideology",),
    },
    "9_nature": {
        "schema:parentTaxon": ("parent taxon",),
        "kg:mountainRange": ("mountain range",),
        "kg:parentPeak": ("parent peak",),
        "kg:taxonSynonym": ("taxon synonym",),
        "kg:tributary": ("tributary",),
        "kg:riverSource": ("origin of the watercourse",),
        "kg:riverMouth": ("mouth of the watercourse",),
        "kg:reservoir": ("reservoir created",),
        "kg:drainageBasin": ("drainage basin",),
        "kg:raceWinner": ("mountains classification ",),
    },
    "10_culture": {
        "kg:ethnicGroup": ("ethnic group",),
        "schema:knowsLanguage": ("languages spoken, written or signed",),
        "schema:foundingDate": ("inception",),
        "schema:startDate": ("start time",),
    },
}
UNIONS = frozenset({"United", "Republic", "Union", "Kingdom", "Confederation", "Federation", "Islands"})
PATRONYMIC = re.compile(r" \S+(?:ovich|evich|ovna|evna)(?= )")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# what keeps its article in the names of the benchmark, and of which kind a name ends with its subtitle
TITLED = frozenset({
    "schema:Movie", "schema:TVSeries", "schema:MusicAlbum", "schema:MusicRecording", "schema:Book", "schema:VideoGame",
    "schema:CreativeWork",
})  # fmt: skip
REFERENCE = ("Dictionary", "Encyclopedia", "Encyclopaedia", "Journal", "Diaries", "Bible", "Catalogue")
SUBTITLE = 2  # words that a subtitle has at least


def triples(extraction: Extraction, ontology: str) -> Iterator[tuple[str, str, str]]:
    """The relations of one sentence that the benchmark's ontology has a name for, each once."""
    found: dict[tuple[str, str, str], None] = {}
    entities = {e.id: e for e in extraction.entities}
    for relation in extraction.relations:
        if relation.factuality == "negative":
            continue
        for name in names(relation, entities, ontology):
            found[plain(entities[relation.subject]), name, value(relation, entities)] = None
        if ontology == "8_politics":
            found |= dict.fromkeys(positions(relation, entities))
    yield from found


def names(relation: Relation, entities: dict[str, Entity], ontology: str) -> Iterator[str]:
    """What the benchmark calls a relation; a membership is one of a party or of another body."""
    known = RELATIONS[ontology].get(relation.property, ())
    if relation.property == "schema:memberOf" and relation.object.kind == "node":
        party = "schema:PoliticalParty" in entities[relation.object.value].types
        known = known[1:] if party else known[:1]
    yield from known


def positions(relation: Relation, entities: dict[str, Entity]) -> Iterator[tuple[str, str, str]]:
    """A position with a state as the benchmark writes it: "President of Peru"."""
    if relation.property == "schema:worksFor" and relation.object.kind == "node":
        held = next((r for r in ("president", "prime minister", "king", "governor") if relation.role.endswith(r)), "")
        if held:
            of = entities[relation.object.value].name
            article = "the " if of.endswith("s") or UNIONS & set(of.split()) else ""
            yield plain(entities[relation.subject]), "position held", f"{held.title()} of {article}{of}"


def value(relation: Relation, entities: dict[str, Entity]) -> str:
    """The object of a relation: a name, a date as the benchmark writes it, or the words of the text."""
    if relation.object.kind == "node":
        return plain(entities[relation.object.value])
    if relation.object.kind == "date":
        return dated(relation.object.value)
    return relation.object.value.replace(" distance runner", "-distance runner")


def dated(iso: str) -> str:
    """A date in full: what is not known is the first ("2002" → "01 January 2002")."""
    year, month, day = (*iso.split("-"), "01", "01")[:3]
    return f"{day} {MONTHS[int(month) - 1]} {year}"


def plain(entity: Entity) -> str:
    """The name of a thing; only works keep their article, and books are called without their subtitles."""
    name, type_ = entity.name, entity.types[0]
    if type_ == "schema:Book" and len(name.split(": ")[-1].split()) > SUBTITLE:
        name = name.split(": ")[0]
    if type_ in TITLED and not name.endswith(REFERENCE):
        return name
    return PATRONYMIC.sub("", name.removeprefix("The ").removeprefix("the "))

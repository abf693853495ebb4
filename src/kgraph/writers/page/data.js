// What the file holds, as lists that refer to each other by number. All of it is shown as text, never as markup.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const BOOK = read("book");
const NODES = read("nodes").map((drawn, i) => ({ ...BOOK.nodes[i], ...drawn, i, name: drawn.label, kind: drawn.group }));
const EDGES = read("edges").map((drawn, i) => ({ ...BOOK.edges[i], ...drawn, i }));

const KINDS = [
  ["person", "Person", "People"],
  ["organization", "Organisation", "Organisations"],
  ["country", "Country", "Countries"],
  ["place", "Place", "Places"],
  ["group", "Group", "Groups"],
  ["event", "Event", "Events"],
  ["thing", "Thing", "Things"],
];
const KIND = Object.fromEntries(KINDS.map(([kind, one]) => [kind, one]));
const NO_OUTLET = "No outlet named";

const LINKS = NODES.map(() => []); // node → its edges
for (const edge of EDGES) {
  LINKS[edge.from].push(edge);
  if (edge.to !== edge.from) LINKS[edge.to].push(edge);
}
const SAID = NODES.map(() => ({ by: [], to: [], about: [] })); // node → the claims it is part of
for (const claim of BOOK.claims) {
  if (claim.speaker >= 0) SAID[claim.speaker].by.push(claim);
  for (const node of claim.audience ?? []) SAID[node].to.push(claim);
  for (const node of claim.about ?? []) SAID[node].about.push(claim);
}
const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);
const outletOf = (article) => BOOK.articles[article]?.outlet || NO_OUTLET;
const OUTLETS = [...new Set(BOOK.articles.map((_, i) => outletOf(i)))].sort((a, b) => a.localeCompare(b, "en"));

// What is on show. `opened` are the nodes that the reader has asked for so far.
const state = {
  opened: new Set(BOOK.start),
  kinds: new Set(KINDS.map(([kind]) => kind)),
  outlets: new Set(OUTLETS),
  node: null,
  edge: null,
};
const passageIsOn = (number) => state.outlets.has(outletOf(BOOK.passages[number].article));
const everyOutlet = () => state.outlets.size === OUTLETS.length;
const nodeIsOn = (node) =>
  state.opened.has(node.i) &&
  state.kinds.has(node.kind) &&
  (everyOutlet() || (node.articles ?? []).some((a) => state.outlets.has(outletOf(a))));
const edgeIsOn = (edge) => everyOutlet() || edge.passages.some(passageIsOn);

// What the file holds, as lists that refer to each other by number. All of it is shown as text, never as markup.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const BOOK = read("book");
const NODES = read("nodes").map((drawn, i) => ({ ...BOOK.nodes[i], ...drawn, i, name: drawn.label, kind: drawn.group }));
const EDGES = read("edges").map((drawn, i) => ({ ...BOOK.edges[i], ...drawn, i, relation: BOOK.edges[i].property in BOOK.properties ? BOOK.properties[BOOK.edges[i].property][0] : drawn.label }));

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
const LINES = [["stated", "stated"], ["attributed", "only somebody’s word"], ["uncertain", "not certain"], ["denied", "denied"], ["contradicted", "sources disagree"]];
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

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
const KINDS_MET = counted(NODES.map((node) => node.kind));
const OUTLETS_MET = counted(BOOK.articles.map((_, i) => outletOf(i)));
const RELATIONS_MET = counted(EDGES.map((edge) => edge.relation));
const LINES_MET = counted(EDGES.map((edge) => edge.line));
const OUTLETS = [...OUTLETS_MET.keys()].sort((a, b) => (a === NO_OUTLET) - (b === NO_OUTLET) || a.localeCompare(b, "en"));

// What can be switched on and off, with all its values.
const CHOICES = {
  kinds: KINDS.map(([kind]) => kind).filter((kind) => KINDS_MET.has(kind)),
  outlets: OUTLETS,
  relations: [...RELATIONS_MET.keys()].sort((a, b) => RELATIONS_MET.get(b) - RELATIONS_MET.get(a) || a.localeCompare(b, "en")),
  lines: LINES.map(([line]) => line).filter((line) => LINES_MET.has(line)),
};

// What is on show. `opened` are the nodes that the reader has asked for so far; `text` is [article, start, end].
const state = { tab: "graph", node: null, edge: null, text: null };
function setBack() {
  state.opened = new Set(BOOK.start);
  for (const [name, values] of Object.entries(CHOICES)) state[name] = new Set(values);
  state.support = 0;
  state.from = state.to = "";
}
setBack();

const every = (name) => state[name].size === CHOICES[name].length;
const passageIsOn = (number) => state.outlets.has(outletOf(BOOK.passages[number].article));
const factIsOn = (fact) => fact.support >= state.support && (every("outlets") || fact.passages.some(passageIsOn));
const hasPeriod = () => Boolean(state.from || state.to);
const edgeIsOn = (edge) => state.relations.has(edge.relation) && state.lines.has(edge.line) && factIsOn(edge) && !(hasPeriod() && edge.when && !isInPeriod(edge.when));

// Dates are cut to what is known of them, so they are compared as far as both go; what has no end goes on.
function isInPeriod([start, end]) {
  const { from, to } = state;
  return (!to || start.slice(0, to.length) <= to) && (!from || !end || end.slice(0, from.length) >= from.slice(0, end.length));
}

function nodeMayShow(node) {
  if (!state.kinds.has(node.kind)) return false;
  if (!every("outlets") && !(node.articles ?? []).some((a) => state.outlets.has(outletOf(a)))) return false;
  return !hasPeriod() || node.kind !== "event" || (node.when !== undefined && isInPeriod(node.when));
}

const DAY = /^\d{4}(-\d{2}){0,2}$/;
const hasDateIn = (node) => node.kind !== "event" && (node.attributes ?? []).some((fact) => DAY.test(fact.value) && factIsOn(fact) && isInPeriod([fact.value, fact.value]));

// The nodes and lines to draw. Of a period, its events and who takes part, what held then, and what has a date in it;
// of a kind of fact, those it holds of.
function onShow() {
  let on = new Set(NODES.filter((node) => nodeMayShow(node) && (hasPeriod() || state.opened.has(node.i))).map((node) => node.i));
  let lines = EDGES.filter((edge) => on.has(edge.from) && on.has(edge.to) && edgeIsOn(edge));
  if (hasPeriod()) {
    const dated = new Set([...on].filter((i) => NODES[i].kind === "event"));
    for (const edge of lines) {
      if (NODES[edge.from].kind === "event") dated.add(edge.to);
      else if (edge.when) dated.add(edge.from).add(edge.to);
    }
    for (const i of on) if (hasDateIn(NODES[i])) dated.add(i);
    on = dated;
  }
  if (!every("relations") || !every("lines") || state.support) on = new Set(lines.flatMap((edge) => [edge.from, edge.to]).filter((i) => on.has(i)));
  lines = lines.filter((edge) => on.has(edge.from) && on.has(edge.to));
  return { nodes: NODES.filter((node) => on.has(node.i)), lines };
}

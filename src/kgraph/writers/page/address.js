// The state as the part of the address after "#": what is chosen, switched off and in view, by names that last.
const idBase = (rows) => /^.*[/#]/.exec(rows[0]?.id ?? "")?.[0] ?? "";
const [NODE_BASE, ARTICLE_BASE] = [idBase(BOOK.nodes), idBase(BOOK.articles)];
const shortId = (id, base) => (id.startsWith(base) ? id.slice(base.length) : id);
const numbersOf = (rows, base) => new Map(rows.flatMap((row, i) => [[row.id, i], [shortId(row.id, base), i]]));
const NODE_NUMBERS = numbersOf(BOOK.nodes, NODE_BASE);
const ARTICLE_NUMBERS = numbersOf(BOOK.articles, ARTICLE_BASE);
const nodeId = (i) => shortId(BOOK.nodes[i].id, NODE_BASE);
const MOST_OPENED = 200;

function writeSet(params, name) {
  if (every(name)) return;
  const few = state[name].size <= CHOICES[name].length / 2;
  for (const value of CHOICES[name]) if (state[name].has(value) === few) params.append(few ? name : `no-${name}`, value);
  if (few && !state[name].size) params.append(name, "");
}

function addressOf() {
  const params = new URLSearchParams();
  if (state.tab !== "graph") params.set("tab", state.tab);
  if (state.node !== null) params.set("node", nodeId(state.node));
  if (state.edge !== null) for (const part of [nodeId(EDGES[state.edge].from), EDGES[state.edge].property, nodeId(EDGES[state.edge].to)]) params.append("edge", part);
  if (state.text) for (const part of [shortId(BOOK.articles[state.text[0]].id, ARTICLE_BASE), ...state.text.slice(1)]) params.append("text", part);
  for (const name of Object.keys(CHOICES)) writeSet(params, name);
  for (const name of ["support", "from", "to"]) if (state[name]) params.set(name, state[name]);
  const more = [...state.opened].filter((i) => !STARTED.has(i));
  if (more.length && state.opened.size === NODES.length) params.set("all", "1");
  else for (const i of more.slice(0, MOST_OPENED)) params.append("open", nodeId(i));
  const { x, y } = network.getViewPosition();
  params.set("view", [Math.round(x), Math.round(y), network.getScale().toFixed(3)].join(","));
  return params.toString();
}
const STARTED = new Set(BOOK.start);

function readSet(params, name) {
  const [only, without] = [params.getAll(name), params.getAll(`no-${name}`)];
  state[name] = new Set(CHOICES[name].filter((value) => (only.length ? only.includes(value) : !without.includes(value))));
}

// Parts of an address that this graph does not know are passed over.
function readAddress(text) {
  const params = new URLSearchParams(text);
  setBack();
  state.tab = params.get("tab") === "agreement" ? "agreement" : "graph";
  for (const name of Object.keys(CHOICES)) readSet(params, name);
  state.support = Math.min(Math.max(Number.parseInt(params.get("support"), 10) || 0, 0), 3);
  for (const name of ["from", "to"]) state[name] = /^\d{4}(-\d{2}){0,2}$/.test(params.get(name) ?? "") ? params.get(name) : "";
  const opened = params.get("all") ? NODES.map((node) => node.i) : params.getAll("open").map((id) => NODE_NUMBERS.get(id));
  for (const i of opened) if (i !== undefined) state.opened.add(i);
  state.node = NODE_NUMBERS.get(params.get("node")) ?? null;
  const [from, property, to] = params.getAll("edge");
  const edge = EDGES.find((e) => e.from === NODE_NUMBERS.get(from) && e.to === NODE_NUMBERS.get(to) && e.property === property);
  state.edge = state.node === null ? (edge?.i ?? null) : null;
  for (const i of [state.node, edge?.from, edge?.to]) if (i !== null && i !== undefined) state.opened.add(i);
  const [article, start, end] = params.getAll("text");
  state.text = ARTICLE_NUMBERS.has(article) ? [ARTICLE_NUMBERS.get(article), Number(start) || 0, Number(end) || 0] : null;
  return (params.get("view") ?? "").split(",").map(Number);
}

// A step that the reader would go back on is a step of the browser's history; the rest only changes the address.
let noted = 0;
function noteAddress(step = false) {
  clearTimeout(noted);
  if (step) history.pushState(null, "", `#${addressOf()}`);
  else noted = setTimeout(() => history.replaceState(null, "", `#${addressOf()}`), 200);
  document.getElementById("address").value = location.href;
}

function takeAddress() {
  const [x, y, scale] = readAddress(location.hash.slice(1));
  refresh({ note: false });
  fillReader();
  if (scale > 0 && Number.isFinite(x + y + scale)) network.moveTo({ position: { x, y }, scale: Math.min(Math.max(scale, 0.02), 5) });
  else fit();
  settleSize();
}

window.addEventListener("popstate", takeAddress);
for (const event of ["dragEnd", "zoom", "animationFinished"]) network.on(event, () => noteAddress());

const address = document.getElementById("address");
document.getElementById("share").addEventListener("toggle", ({ target }) => {
  if (!target.open) return;
  history.replaceState(null, "", `#${addressOf()}`);
  address.value = location.href;
  address.focus();
  address.select();
});
document.getElementById("copy").addEventListener("click", async ({ currentTarget }) => {
  address.select();
  const done = await navigator.clipboard?.writeText(address.value).then(() => true, () => false);
  currentTarget.textContent = done || document.execCommand("copy") ? "Copied" : "Press Ctrl+C";
  setTimeout(() => (currentTarget.textContent = "Copy"), 2000);
});

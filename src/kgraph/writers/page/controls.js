// What the reader does: choosing, expanding, searching, filtering, zooming, by mouse, finger or keyboard.
const hiddenNeighbours = (i) => LINKS[i].map((edge) => otherEnd(edge, i)).filter((n, at, all) => !state.opened.has(n) && all.indexOf(n) === at);

// Brings everything on the page into line with the state.
function refresh({ note = true, step = false } = {}) {
  redraw();
  drawTimeline();
  fillFilters();
  fillPanel();
  fillMatrix();
  fillTabs();
  if (note) noteAddress(step);
}

function choose(node, edge) {
  const fresh = state.node !== node || state.edge !== edge;
  state.node = node;
  state.edge = edge;
  redraw();
  drawTimeline();
  fillPanel();
  say();
  if (someChosen()) uncoverPanel();
  if (fresh) noteAddress(true);
}

function say() {
  const node = state.node === null ? null : NODES[state.node];
  const edge = state.edge === null ? null : EDGES[state.edge];
  document.getElementById("said").textContent = node
    ? `${node.name}, ${KIND[node.kind] ?? "thing"}, ${plural(LINKS[node.i].length, "link")}; details are in the panel`
    : edge ? `${NODES[edge.from].name} ${edge.label} ${NODES[edge.to].name}, ${plural(edge.passages.length, "sentence")} in the panel` : "Overview";
}

// Below the drawing, as on a phone, the panel comes up to the middle of the screen.
function uncoverPanel() {
  const top = panel.getBoundingClientRect().top;
  if (top > window.innerHeight * 0.6) window.scrollBy({ top: top - window.innerHeight * 0.45, behavior: reducedMotion.matches ? "auto" : "smooth" });
}

// A node that stands alone on the drawing brings the strongest of its neighbours with it.
const COMPANY = 12;
function chooseNode(i) {
  state.opened.add(i);
  const away = hiddenNeighbours(i);
  if (away.length && LINKS[i].every((edge) => away.includes(otherEnd(edge, i))))
    for (const n of away.sort((a, b) => NODES[b].weight - NODES[a].weight).slice(0, COMPANY)) state.opened.add(n);
  if (!state.kinds.has(NODES[i].kind)) {
    state.kinds.add(NODES[i].kind);
    tickLegend();
  }
  choose(i, null);
  bringIntoView([i, ...near]);
}

function chooseEdge(i) {
  state.opened.add(EDGES[i].from).add(EDGES[i].to);
  choose(null, i);
  bringIntoView([EDGES[i].from, EDGES[i].to]);
}

const chooseNothing = () => choose(null, null);

function expand(i) {
  const fresh = hiddenNeighbours(i);
  for (const n of fresh) state.opened.add(n);
  choose(i, null);
  bringIntoView([i, ...fresh]);
}

network.on("click", ({ nodes, edges }) => {
  if (nodes.length) return choose(nodes[0], null);
  if (edges.length) return choose(null, edges[0]);
  chooseNothing();
});
network.on("doubleClick", ({ nodes }) => nodes.length && expand(nodes[0]));
for (const [event, node] of [["hoverNode", (p) => p.node], ["blurNode", () => null]])
  network.on(event, (params) => {
    pointed = node(params);
    stage.classList.toggle("pointing", pointed !== null);
    network.redraw();
  });

// Search
const search = document.getElementById("search");
const hits = document.getElementById("hits");
const NAMES = NODES.map((node) => [node.name, ...(node.aliases ?? [])].map((name) => [name, plain(name)]));
let marked = -1;

function found(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  return NODES.map((node) => {
    const [name, score] = bestName(NAMES[node.i], wanted);
    return { node, name, score };
  })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.node.kind === "event") - (b.node.kind === "event") || b.node.weight - a.node.weight)
    .slice(0, 12);
}

function bestName(names, wanted) {
  const scored = names.map(([name, text]) => [name, scoreOf(text, wanted)]);
  return scored.reduce((a, b) => (b[1] > a[1] ? b : a));
}

function scoreOf(text, wanted) {
  if (text === wanted) return 4;
  if (text.startsWith(wanted)) return 3;
  if (text.includes(` ${wanted}`)) return 2;
  return text.includes(wanted) ? 1 : 0;
}

function showHits() {
  const list = found(search.value);
  marked = list.length ? 0 : -1;
  hits.replaceChildren(...list.map(hitItem));
  if (!list.length && search.value.trim()) hits.replaceChildren(el("li", { class: "none" }, "Nothing is called so"));
  hits.hidden = !search.value.trim();
  search.setAttribute("aria-expanded", String(!hits.hidden));
  markHit();
}

function hitItem({ node, name }, n) {
  const item = el("li", { role: "option", id: `hit-${n}`, "data-node": node.i }, swatch(node.kind), el("span", {}, node.name), name === node.name ? null : el("small", {}, name));
  item.addEventListener("mousedown", (event) => {
    event.preventDefault();
    takeHit(node.i);
  });
  return item;
}

function markHit() {
  [...hits.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === marked)));
  if (marked >= 0) search.setAttribute("aria-activedescendant", `hit-${marked}`);
  else search.removeAttribute("aria-activedescendant");
  hits.children[marked]?.scrollIntoView({ block: "nearest" });
}

function takeHit(i) {
  hideHits();
  search.value = "";
  search.blur();
  chooseNode(i);
}

function hideHits() {
  hits.hidden = true;
  search.setAttribute("aria-expanded", "false");
}

const SEARCH_KEYS = {
  ArrowDown: () => (marked = Math.min(marked + 1, hits.children.length - 1)),
  ArrowUp: () => (marked = Math.max(marked - 1, 0)),
  Enter: () => {
    const node = hits.children[marked]?.dataset.node;
    if (node !== undefined) takeHit(Number(node));
  },
};
search.addEventListener("input", showHits);
search.addEventListener("focus", () => search.value && showHits());
search.addEventListener("blur", hideHits);
search.addEventListener("keydown", (event) => {
  if (!SEARCH_KEYS[event.key] || hits.hidden) return;
  event.preventDefault();
  SEARCH_KEYS[event.key]();
  if (!hits.hidden) markHit();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    search.focus();
    search.select();
  }
  if (event.key === "Escape") escape();
});

function escape() {
  if (document.activeElement === search) {
    search.value = "";
    search.blur();
  } else if (menus.some((menu) => menu.open)) {
    const open = menus.find((menu) => menu.open);
    open.open = false;
    open.querySelector("summary").focus();
  } else if (state.text) closeText();
  else chooseNothing();
}

const allButton = document.getElementById("all");
allButton.addEventListener("click", () => {
  state.opened = new Set(state.opened.size < NODES.length ? NODES.map((node) => node.i) : BOOK.start);
  refresh();
  fit();
});
function nameAll() {
  const on = state.opened.size === NODES.length;
  allButton.hidden = state.tab !== "graph" || BOOK.start.length === NODES.length;
  allButton.setAttribute("aria-pressed", String(on));
  allButton.textContent = on ? "Show the strongest" : "Show all";
}
function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 5) });
  settleSize();
  noteAddress();
}
document.getElementById("closer").addEventListener("click", () => zoom(1.3));
document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
document.getElementById("fit").addEventListener("click", () => fit());


// The two tabs.
const tabs = [...document.querySelectorAll("[role=tab]")];
function fillTabs() {
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab.dataset.tab === state.tab));
    tab.tabIndex = tab.dataset.tab === state.tab ? 0 : -1;
  }
  stage.classList.toggle("away", state.tab !== "graph");
  document.getElementById("amount").hidden = state.tab !== "graph";
  nameAll();
  fillMore();
}
function turnTo(tab) {
  state.tab = tab;
  fillMatrix();
  fillTabs();
  noteAddress(true);
}
for (const tab of tabs) {
  tab.addEventListener("click", () => turnTo(tab.dataset.tab));
  tab.addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    const other = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
    other.focus();
    turnTo(other.dataset.tab);
  });
}

// The drawing by keyboard: from node to node in the direction of the arrow, Enter for neighbours, + and - for size.
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function nextNode([dx, dy]) {
  const drawn = onShow().nodes;
  if (state.node === null || !nodeSet.get(state.node)) return [...drawn].sort((a, b) => b.weight - a.weight)[0]?.i;
  const from = NODES[state.node];
  const cost = (node) => {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const ahead = x * dx + y * dy;
    return ahead > 0 ? ahead + 2.5 * Math.abs(x * dy - y * dx) : Infinity;
  };
  const best = drawn.filter((node) => node.i !== from.i).reduce((a, b) => (a && cost(a) <= cost(b) ? a : b), null);
  return best && cost(best) < Infinity ? best.i : undefined;
}
document.getElementById("graph").addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (WAYS[event.key]) {
    const next = nextNode(WAYS[event.key]);
    if (next !== undefined) chooseNode(next);
  } else if (event.key === "Enter" && state.node !== null) expand(state.node);
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});

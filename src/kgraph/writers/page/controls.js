// What the reader does: choosing, expanding, searching, filtering, zooming, by mouse, finger or keyboard.
const hiddenNeighbours = (i) => LINKS[i].map((edge) => otherEnd(edge, i)).filter((n, at, all) => !state.opened.has(n) && all.indexOf(n) === at);

function choose(node, edge) {
  state.node = node;
  state.edge = edge;
  redraw();
  fillPanel();
  if (someChosen()) uncoverPanel();
}

// Below the drawing, as on a phone, the panel comes up to the middle of the screen.
function uncoverPanel() {
  const top = panel.getBoundingClientRect().top;
  if (top > window.innerHeight * 0.6) window.scrollBy({ top: top - window.innerHeight * 0.45, behavior: reducedMotion.matches ? "auto" : "smooth" });
}

function chooseNode(i) {
  state.opened.add(i);
  state.kinds.add(NODES[i].kind);
  tickKinds();
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
  } else if (outletMenu.open) outletMenu.open = false;
  else chooseNothing();
}

// Legend and filters
const kindsBox = document.getElementById("kinds");
const outletMenu = document.getElementById("outlets");

function tick(content, on, change) {
  const input = el("input", { type: "checkbox" });
  input.checked = on;
  input.addEventListener("change", () => {
    change(input.checked);
    redraw();
    fillPanel();
  });
  return el("label", {}, input, content);
}

const switchIn = (set, value) => (on) => (on ? set.add(value) : set.delete(value));

function tickKinds() {
  const present = KINDS.filter(([kind]) => NODES.some((node) => node.kind === kind));
  kindsBox.replaceChildren(
    ...present.map(([kind, , many]) => {
      const count = NODES.filter((node) => node.kind === kind).length;
      return tick([swatch(kind), el("span", {}, many), el("small", {}, count.toLocaleString("en"))], state.kinds.has(kind), switchIn(state.kinds, kind));
    }),
  );
}

function nameOutlets() {
  outletMenu.querySelector("summary").textContent = everyOutlet() ? `Outlets (${OUTLETS.length})` : `Outlets (${state.outlets.size} of ${OUTLETS.length})`;
}

function tickOutlets() {
  const box = outletMenu.querySelector("div");
  const boxes = OUTLETS.map((outlet) => {
    const count = BOOK.articles.filter((_, i) => outletOf(i) === outlet).length;
    return tick([el("span", {}, outlet), el("small", {}, count.toLocaleString("en"))], true, (on) => {
      switchIn(state.outlets, outlet)(on);
      nameOutlets();
    });
  });
  box.append(...boxes);
  nameOutlets();
}

const LINES = [["stated", "stated"], ["attributed", "only somebody’s word"], ["denied", "denied"], ["contradicted", "sources disagree"]];
function explainLines() {
  const items = LINES.map(([line, text]) => el("li", {}, picture(30, 8, "M0 4h30", { class: `stroke-${line}` }), text));
  document.getElementById("lines").append(...items);
}

document.getElementById("all").addEventListener("click", (event) => {
  const on = event.currentTarget.getAttribute("aria-pressed") !== "true";
  event.currentTarget.setAttribute("aria-pressed", String(on));
  event.currentTarget.textContent = on ? "Show the strongest" : "Show all";
  state.opened = new Set(on ? NODES.map((node) => node.i) : BOOK.start);
  redraw();
  fit();
});
function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 5) });
  settleSize();
}
document.getElementById("closer").addEventListener("click", () => zoom(1.3));
document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
document.getElementById("fit").addEventListener("click", () => fit());

const narrow = matchMedia("(max-width: 820px)"); // as in the style sheet
function start() {
  const named = OUTLETS.filter((outlet) => outlet !== NO_OUTLET).length;
  const events = NODES.filter((node) => node.kind === "event").length;
  document.getElementById("counts").textContent = [
    [BOOK.articles.length, "article"], [named, "outlet"], [NODES.length - events, "name"], [events, "event"], [EDGES.length, "link"], [BOOK.claims.length, "statement"],
  ].filter(([count]) => count).map(([count, what]) => plural(count, what)).join(" · ");
  document.title = `Knowledge graph of ${plural(BOOK.articles.length, "article")}`;
  document.getElementById("all").hidden = state.opened.size === NODES.length;
  tickKinds();
  tickOutlets();
  explainLines();
  network.setSize("100%", "100%"); // the legend has taken its part of the page
  redraw();
  fillPanel();
  fit(narrow.matches && BOOK.start.length ? [BOOK.start[0], ...LINKS[BOOK.start[0]].map((edge) => otherEnd(edge, BOOK.start[0])).filter((i) => nodeSet.get(i))] : undefined);
  boost = wantedBoost();
  redraw();
  document.documentElement.dataset.ready = "true";
}
start();

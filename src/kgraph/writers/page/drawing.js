// The drawing: vis-network draws nodes and lines where the file says; names are written over it by labels.js.
const stage = document.getElementById("stage");
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
let theme = {};

function readTheme() {
  theme = { ink: css("ink"), soft: css("soft"), paper: css("paper"), line: css("line"), mark: css("mark") };
  for (const [kind] of KINDS) theme[kind] = css(kind);
  for (const line of ["stated", "attributed", "denied", "contradicted", "uncertain"]) theme[`line-${line}`] = css(`line-${line}`);
}
readTheme();

const DASHES = { stated: false, contradicted: false, attributed: [7, 5], uncertain: [10, 4, 2, 4], denied: [2, 5] };

const network = new vis.Network(
  document.getElementById("graph"),
  { nodes: nodeSet, edges: edgeSet },
  {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { dragNodes: false, hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, zoomSpeed: 0.6 },
    nodes: { borderWidth: 1.5, labelHighlightBold: false, chosen: false },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0 },
  },
);

// Several edges between the same two nodes are bent apart.
const bends = (() => {
  const seen = new Map();
  for (const edge of EDGES) {
    const key = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    seen.set(key, [...(seen.get(key) ?? []), edge.i]);
  }
  const found = new Map();
  for (const together of seen.values())
    together.forEach((i, n) => {
      if (together.length === 1) return;
      const edge = EDGES[i];
      const side = (n - (together.length - 1) / 2) * (edge.from < edge.to ? 1 : -1);
      if (side === 0) return;
      found.set(i, { enabled: true, type: side > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(0.16 * Math.abs(side) + 0.04, 0.6) });
    });
  return found;
})();

// Seen from far away, nodes and lines grow a little, in steps, so that they stay visible.
const BOOSTS = [1, 1.25, 1.6, 2, 2.5];
let boost = 1;
function wantedBoost() {
  const wanted = 0.8 / network.getScale();
  return BOOSTS.findLast((step) => step <= wanted) ?? 1;
}
let settling = 0;
function settleSize() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    if (wantedBoost() === boost) return;
    boost = wantedBoost();
    redraw();
  }, 90);
}

const near = new Set(); // of the selection: what stays bright
function markNear() {
  near.clear();
  if (state.edge !== null) for (const end of [EDGES[state.edge].from, EDGES[state.edge].to]) near.add(end);
  if (state.node === null) return;
  near.add(state.node);
  for (const edge of LINKS[state.node]) near.add(otherEnd(edge, state.node));
}
const someChosen = () => state.node !== null || state.edge !== null;
const edgeIsNear = (edge) => edge.i === state.edge || edge.from === state.node || edge.to === state.node;

function drawnNode(node) {
  const faded = someChosen() && !near.has(node.i);
  const colour = theme[node.kind];
  const chosen = node.i === state.node;
  return {
    id: node.i,
    x: node.x,
    y: node.y,
    size: (node.size + (chosen ? 3 : 0)) * boost,
    shape: node.shape,
    opacity: faded ? 0.18 : 1,
    borderWidth: chosen ? 3 : node.unsure ? 1.5 : 1, // of the screen, not of the drawing
    color: { background: node.unsure ? theme.paper : colour, border: chosen ? theme.ink : node.unsure ? colour : theme.paper },
    shapeProperties: { borderDashes: node.unsure ? [3, 2] : false },
  };
}

function drawnEdge(edge) {
  const faded = someChosen() && !edgeIsNear(edge);
  const strong = edge.i === state.edge;
  return {
    id: edge.i,
    from: edge.from,
    to: edge.to,
    width: (edge.width + (strong ? 2 : edge.line === "contradicted" ? 0.6 : 0)) * boost,
    dashes: DASHES[edge.line] && DASHES[edge.line].map((length) => length * boost),
    smooth: bends.get(edge.i) ?? false,
    color: { color: theme[`line-${edge.line}`], opacity: faded ? 0.12 : edgeIsNear(edge) ? 1 : 0.75, inherit: false },
  };
}

// Brings the drawing into line with the state; only what changed is touched.
function redraw() {
  markNear();
  const { nodes: shown, lines } = onShow();
  replace(edgeSet, lines, drawnEdge, true);
  replace(nodeSet, shown, drawnNode, false);
  replace(edgeSet, lines, drawnEdge, false);
  document.getElementById("amount").textContent =
    shown.length === NODES.length ? `All ${plural(NODES.length, "node")}` : `${shown.length.toLocaleString("en")} of ${plural(NODES.length, "node")}`;
}

const lastDrawn = new WeakMap();
function replace(set, items, draw, onlyRemove) {
  const ids = new Set(items.map((item) => item.i));
  const gone = set.getIds().filter((id) => !ids.has(id));
  if (gone.length) set.remove(gone);
  if (onlyRemove) return;
  const fresh = [];
  for (const item of items) {
    const drawn = draw(item);
    const print = JSON.stringify(drawn);
    if (lastDrawn.get(item) === print && set.get(item.i)) continue;
    lastDrawn.set(item, print);
    fresh.push(drawn);
  }
  if (fresh.length) set.update(fresh);
}

// Where on an edge its name may stand: in the middle, or to one side of it.
function spotsOn(edge) {
  const drawn = network.body.edges[edge.i].edgeType;
  return [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => network.canvasToDOM(drawn.getPoint(part)));
}

function importance(a, b) {
  return Number(b.i === state.node) - Number(a.i === state.node) || Number(near.has(b.i)) - Number(near.has(a.i)) || b.weight - a.weight;
}

const STRONGEST = new Set(BOOK.start.filter((i) => NODES[i].kind !== "event").slice(0, Math.min(Math.ceil(BOOK.start.length / 20), 8))); // in bold
let pointed = null; // the node under the mouse
function writeNames(ctx) {
  const room = new Room();
  written.length = 0;
  const scale = network.getScale();
  const size = document.getElementById("graph");
  const inView = (p) => p.x > -80 && p.y > -40 && p.x < size.clientWidth + 80 && p.y < size.clientHeight + 40;
  const places = network.getPositions(nodeSet.getIds());
  const seen = NODES.filter((node) => places[node.i]).filter((node) => {
    const dom = network.canvasToDOM(places[node.i]);
    node.at = { ...dom, radius: Math.max(node.size * boost * scale, 2) };
    return inView(dom);
  });
  room.within({ left: 2, top: 2, right: size.clientWidth - 2, bottom: size.clientHeight - 2 });
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const node of seen) {
    if (someChosen() && !near.has(node.i)) continue;
    room.take({ ...boxAt(node.at.x, node.at.y, 1.7 * node.at.radius, 1.7 * node.at.radius), own: node.i, rank: node.kind === "event" ? 2 : STRONGEST.has(node.i) ? 0 : 1 });
  }
  writeNodeNames(ctx, room, seen);
  writeEdgeNames(ctx, room, scale);
  ctx.restore();
}

function writeNodeNames(ctx, room, seen) {
  const order = [...seen].sort(importance);
  if (pointed !== null) order.sort((a, b) => Number(b.i === pointed) - Number(a.i === pointed));
  for (const node of order.slice(0, 600)) {
    const bright = !someChosen() || near.has(node.i);
    if (!bright && node.i !== pointed) continue;
    const strong = node.i === state.node || node.i === pointed;
    const bold = strong || STRONGEST.has(node.i);
    const look = { size: bold ? 14 : 12.5, strong: bold, ink: theme.ink, halo: theme.paper };
    writeNodeName(ctx, room, node, look, strong);
  }
}

const QUIET = new Set(["schema:agent", "schema:object"]); // the event's own name says who does what to whom
function writeEdgeNames(ctx, room, scale) {
  if (scale < 0.35 && !someChosen()) return;
  const lines = edgeSet.getIds().map((i) => EDGES[i]).filter((edge) => !someChosen() || edgeIsNear(edge));
  for (const edge of lines.slice(0, 900)) {
    if (QUIET.has(edge.property) && edge.i !== state.edge) continue;
    const [a, b] = [NODES[edge.from].at, NODES[edge.to].at];
    if (!a || !b) continue;
    edge.length = Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius;
    edge.spots = spotsOn(edge);
    const ink = edge.line === "contradicted" ? theme["line-contradicted"] : theme.soft;
    writeEdgeName(ctx, room, edge, { ink, halo: theme.paper, force: someChosen() });
  }
}
network.on("afterDrawing", writeNames);

network.on("zoom", settleSize);
network.on("animationFinished", settleSize);

function fit(ids) {
  const wanted = ids ?? nodeSet.getIds();
  if (!wanted.length) return;
  network.fit({ nodes: wanted, animation: false, maxZoomLevel: 1.35 });
  network.moveTo({ scale: network.getScale() * 0.93, position: network.getViewPosition(), offset: { x: 0, y: 6 } });
  settleSize();
}

function bringIntoView(ids) {
  const shown = ids.filter((id) => nodeSet.get(id));
  if (!shown.length) return;
  const places = Object.values(network.getPositions(shown)).map((p) => network.canvasToDOM(p));
  const box = document.getElementById("graph");
  const inside = places.every((p) => p.x > 40 && p.y > 40 && p.x < box.clientWidth - 40 && p.y < box.clientHeight - 60);
  if (inside && network.getScale() > 0.45) return;
  network.fit({ nodes: shown, animation: reducedMotion.matches ? false : { duration: 350 }, maxZoomLevel: 0.95 });
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readTheme();
  redraw();
  network.redraw();
});

// The dated events below the drawing, a column a date: equal steps and a wider one after a long gap, not to scale.
const DATED = NODES.filter((node) => node.when);
const strip = document.getElementById("timeline");
const STRIP = { height: 78, axis: 20, side: 18, dot: 8 };
const COLUMNS = [...counted(DATED.map((node) => node.when[0])).keys()].sort().map((date) => ({ date, nodes: DATED.filter((node) => node.when[0] === date) }));
let [crowded, barWidth] = [false, 5]; // too many dates for a mark an event
let brush = null; // [first, last] column while the reader draws a period
let current = 0; // the column that the keyboard is on

const svg = (tag, attributes, ...children) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const dayNumber = (date) => Date.parse(date) / 86400000 || Number(date.slice(0, 4)) * 365;

function placeColumns(width) {
  let at = 0;
  COLUMNS.forEach((column, n) => {
    if (n) at += 1 + 0.45 * Math.log10(1 + Math.max(dayNumber(column.date) - dayNumber(COLUMNS[n - 1].date) - 1, 0));
    column.at = at;
  });
  const step = Math.min(46, at ? (width - 2 * STRIP.side - 30) / at : 0);
  for (const column of COLUMNS) column.x = STRIP.side + 12 + column.at * step;
  crowded = COLUMNS.length > 1 && step < STRIP.dot;
  barWidth = Math.min(Math.max(step * 0.7, 1.5), 5);
}

const SHORT = (date) => day(date).replace(/([A-Z][a-z]{2})[a-z]+/, "$1");

function axis(height) {
  let free = 0;
  return COLUMNS.flatMap((column) => {
    const text = SHORT(column.date);
    const half = text.length * 3;
    const x = Math.min(column.x, strip.clientWidth - half - 4);
    if (x - half < free) return [];
    free = x + half + 8;
    return [svg("text", { x, y: height - 6, class: "axis" }, text)];
  });
}

const mark = (node, x, y) => {
  const [lit, far] = [node.i === state.node || (state.edge !== null && EDGES[state.edge].from === node.i), someChosen() && !near.has(node.i)];
  return svg("path", { d: `M${x} ${y - 5}l5 5l-5 5l-5 -5z`, class: `dot ${node.unsure ? "unsure" : ""} ${lit ? "lit" : ""} ${far ? "far" : ""}`, "data-node": node.i }, svg("title", {}, `${node.name}, ${span(node.when)}`));
};
const span = ([start, end]) => (start === end ? day(start) : `${day(start)} to ${day(end)}`);

function columnMarks(column, n, floor) {
  const nodes = column.nodes.filter((node) => state.kinds.has("event") && nodeMayShow({ ...node, when: ["", "9"] }) );
  const most = Math.floor((floor - 6) / (STRIP.dot + 1));
  const group = svg("g", { role: "button", id: `date-${n}`, tabindex: n === current ? 0 : -1, "data-column": n, "aria-label": `${day(column.date)}: ${nodes.map((node) => node.name).slice(0, 5).join(", ") || "nothing switched on"}` });
  if (hasPeriod() && !isInPeriod([column.date, column.date])) group.classList.add("outside");
  group.append(svg("rect", { x: column.x - (crowded ? barWidth / 2 : 6), y: 0, width: crowded ? barWidth : 12, height: floor + STRIP.axis, class: "touch" }));
  if (nodes.length && (crowded || nodes.length > most)) {
    const height = Math.min(floor - 20, crowded ? 8 * nodes.length : 10 + 9 * Math.log2(nodes.length));
    const far = someChosen() && !nodes.some((node) => near.has(node.i));
    group.append(svg("rect", { x: column.x - barWidth / 2, y: floor - height, width: barWidth, height, class: `bar ${far ? "far" : ""}` }), svg("title", {}, `${day(column.date)}: ${plural(nodes.length, "event")}`));
  } else group.append(...nodes.map((node, k) => mark(node, column.x, floor - 6 - k * (STRIP.dot + 1))));
  return group;
}

function drawTimeline() {
  strip.hidden = !COLUMNS.length;
  if (strip.hidden) return;
  const held = document.activeElement?.closest?.("#timeline [data-column]") !== null && strip.contains(document.activeElement);
  const [width, floor] = [strip.clientWidth, STRIP.height - STRIP.axis];
  placeColumns(width);
  const ends = brush ?? (hasPeriod() ? periodColumns() : null);
  const shade = ends ? [svg("rect", { x: COLUMNS[ends[0]].x - 9, y: 2, width: COLUMNS[ends[1]].x - COLUMNS[ends[0]].x + 18, height: floor - 2, class: "period" })] : [];
  const drawn = svg("svg", { width, height: STRIP.height, viewBox: `0 0 ${width} ${STRIP.height}`, role: "group", "aria-label": "Timeline: arrow keys go from date to date, with Shift they choose a period, Enter opens the event" },
    ...shade, svg("path", { d: `M0 ${floor}H${width}`, class: "base" }), ...COLUMNS.map((column, n) => columnMarks(column, n, floor)), ...axis(STRIP.height));
  const note = `${DATED.length} of ${plural(KINDS_MET.get("event") ?? 0, "event")} are dated`;
  const clear = hasPeriod() ? button(`${periodName()} ×`, () => setPeriod("", ""), { class: "clear", "aria-label": "Any time" }) : el("span", { class: "hint" }, " · drag over a period to see it alone");
  strip.replaceChildren(drawn, el("p", { class: "caption" }, el("b", {}, "Timeline"), ` · ${note} `, clear));
  if (held) document.getElementById(`date-${current}`)?.focus();
}

const periodName = () => (state.from === state.to ? day(state.from) : `${state.from ? day(state.from) : "…"} – ${state.to ? day(state.to) : "…"}`);
function periodColumns() {
  const inside = COLUMNS.map((column, n) => (isInPeriod([column.date, column.date]) ? n : -1)).filter((n) => n >= 0);
  return inside.length ? [inside[0], inside.at(-1)] : null;
}

function setPeriod(from, to) {
  [state.from, state.to] = from && to && from > to && !from.startsWith(to) ? [to, from] : [from, to];
  brush = null;
  refresh();
  if (state.tab === "graph") fit();
}

const nearestColumn = (x) => COLUMNS.reduce((best, column, n) => (Math.abs(column.x - x) < Math.abs(COLUMNS[best].x - x) ? n : best), 0);
const xOf = (event) => event.clientX - strip.getBoundingClientRect().left;
const sorted = (a, b) => (a < b ? [a, b] : [b, a]);

let pressed = null;
strip.addEventListener("pointerdown", (event) => {
  if (event.button || event.target.closest("button")) return;
  pressed = { x: xOf(event), node: event.target.dataset?.node, column: nearestColumn(xOf(event)) };
  strip.setPointerCapture(event.pointerId);
});
strip.addEventListener("pointermove", (event) => {
  if (!pressed || Math.abs(xOf(event) - pressed.x) < 6) return;
  brush = sorted(pressed.column, nearestColumn(xOf(event)));
  drawTimeline();
});
strip.addEventListener("pointerup", () => {
  const { node, column, x } = pressed ?? {};
  pressed = null;
  if (brush) return setPeriod(COLUMNS[brush[0]].date, COLUMNS[brush[1]].date);
  if (x === undefined) return;
  if (node !== undefined) return chooseNode(Number(node));
  if (Math.abs(COLUMNS[column].x - x) < 8) openColumn(column);
  else if (hasPeriod()) setPeriod("", "");
});
strip.addEventListener("pointercancel", () => {
  pressed = brush = null;
  drawTimeline();
});

// A date opens its event; a date of several is taken as a period.
function openColumn(n) {
  const { nodes, date } = COLUMNS[n];
  if (nodes.length === 1) chooseNode(nodes[0].i);
  else setPeriod(date, date);
}

strip.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.key === "Enter" || event.key === " ") openColumn(current);
  else if (step && COLUMNS[current + step]) {
    const ends = hasPeriod() ? periodColumns() : null;
    const anchor = ends ? (ends[0] === current ? ends[1] : ends[0]) : current;
    current += step;
    if (event.shiftKey) setPeriod(...sorted(anchor, current).map((n) => COLUMNS[n].date));
    else drawTimeline();
    document.getElementById(`date-${current}`)?.focus();
  } else return;
  event.preventDefault();
});

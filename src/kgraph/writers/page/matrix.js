// The second tab: which outlet states what, passes it on, doubts it, denies it, or says nothing of it.
const matrix = document.getElementById("matrix");
const STANCES = {
  states: ["states it", "M8 3a5 5 0 1 0 .01 0z"],
  reports: ["gives it as somebody’s word", "M8 3a5 5 0 1 0 .01 0zM8 4.800a3.200 3.200 0 1 1-.01 0z"],
  doubts: ["leaves it open", "M8 3a5 5 0 1 0 .01 0zM8 4.600v6.800a3.400 3.400 0 0 0 0-6.800z"],
  denies: ["denies it", "M4.400 3.200L8 6.800l3.600-3.600 1.200 1.200L9.200 8l3.600 3.600-1.200 1.200L8 9.200l-3.600 3.600-1.200-1.200L6.800 8 3.200 4.400z"],
};
const stanceOf = (passage) => (passage.factuality === "negative" ? "denies" : passage.factuality ? "doubts" : passage.speaker ? "reports" : "states");
const sign = (stance) => picture(16, 16, STANCES[stance][1], { class: `sign ${stance}`, "fill-rule": "evenodd" });

// A row a fact: what happens, one row an event; what is disputed, one row for all its values.
const ROWS = (() => {
  let made = null;
  return () => (made ??= matrixRows());
})();

function matrixRows() {
  const rows = new Map();
  const put = (key, act, may, words, value, fact) => {
    const row = rows.get(key) ?? { act, may, words, values: [], facts: [] };
    row.values.push(...fact.passages.map((number) => [number, value]));
    row.facts.push(fact);
    rows.set(key, row);
  };
  for (const edge of EDGES) {
    const against = edge.flags.includes("contradicted");
    const [from, to] = [NODES[edge.from], NODES[edge.to]];
    if (from.kind === "event" && !against) continue; // the row of the event says it
    const may = () => nodeMayShow(from) && nodeMayShow(to) && edgeIsOn(edge);
    put(against ? `${edge.from} ${edge.relation}` : `edge ${edge.i}`, () => chooseEdge(edge.i), may, [from, edge.label, against ? "" : to.name], to.name, edge);
  }
  for (const node of NODES)
    for (const fact of node.attributes ?? []) {
      const value = fact.happens ? "" : dated(fact.value);
      const against = fact.flags.includes("contradicted");
      put(`${node.i} ${fact.label} ${against ? "" : value}`, () => chooseNode(node.i), () => nodeMayShow(node) && factIsOn(fact), [node, fact.happens ? "" : fact.label, against ? "" : value], value, fact);
    }
  return [...rows.values()].map(weighed).sort((a, b) => b.rank - a.rank);
}

function weighed(row) {
  const outlets = new Set(row.values.map(([number]) => outletOf(BOOK.passages[number].article)));
  const against = row.facts.some((fact) => fact.flags.includes("contradicted"));
  const denied = row.facts.some((fact) => fact.flags.includes("denied")) && row.facts.some((fact) => fact.flags.includes("asserted"));
  const values = new Set(row.values.map(([, value]) => value));
  const words = values.size === 1 ? [row.words[0], row.words[1], [...values][0]] : row.words;
  return { ...row, words, many: values.size > 1, against: against || denied, outlets, rank: (against || denied ? 1000 : 0) + 10 * outlets.size + Math.min(row.values.length, 9) };
}

const isCopy = (article) => (BOOK.articles[article].copy_of ?? []).length > 0;
function cell(row, outlet) {
  const here = row.values.filter(([number]) => outletOf(BOOK.passages[number].article) === outlet);
  if (!here.length) return el("td", { class: "silent" }, el("span", { class: "hidden" }, "says nothing"));
  const stances = [...new Set(here.map(([number]) => stanceOf(BOOK.passages[number])))];
  const values = row.many ? [...new Set(here.map(([, value]) => value))].filter(Boolean) : [];
  const copied = here.every(([number]) => isCopy(BOOK.passages[number].article));
  const about = `${outlet} ${stances.map((stance) => STANCES[stance][0]).join(" and ")}${values.length ? `: ${values.join(", ")}` : ""}${copied ? ", in a copy" : ""}; ${plural(here.length, "sentence")}`;
  const shown = button([...stances.map(sign), values.length ? el("span", { class: "said" }, values.join(", ")) : null, copied ? el("small", {}, "copy") : null].filter(Boolean), () => showCell(row, outlet, here.map(([number]) => number)), { "aria-label": about, title: about });
  return el("td", {}, shown);
}

function showCell(row, outlet, numbers) {
  row.act();
  panel.replaceChildren(close(), el("header", {}, el("p", { class: "kicker" }, outlet), el("h2", { class: "link" }, rowWords(row))), ...[...new Set(numbers)].map(sentence));
  uncoverPanel();
}

const rowWords = ({ words: [node, label, to] }) => [el("span", {}, node.name), label ? el("i", {}, ` ${label} `) : null, to].filter(Boolean);

const FIRST_FACTS = 60;
function fillMatrix() {
  matrix.hidden = state.tab !== "agreement";
  if (matrix.hidden) return;
  const outlets = OUTLETS.filter((outlet) => state.outlets.has(outlet));
  const may = ROWS().filter((row) => row.may());
  const wide = matrix.dataset.all === "true" || !may.some((row) => row.outlets.size > 1 || row.against);
  const rows = wide ? may : may.filter((row) => row.outlets.size > 1 || row.against);
  const body = el("tbody", {}, rows.slice(0, FIRST_FACTS).map((row) => matrixRow(row, outlets)));
  const head = el("tr", {}, el("th", { scope: "col" }, "Fact"), outlets.map((outlet) => el("th", { scope: "col" }, outlet)));
  const key = el("ul", { class: "signs" }, Object.entries(STANCES).map(([stance, [text]]) => el("li", {}, sign(stance), text)));
  matrix.replaceChildren(
    el("header", {}, el("h2", {}, "Who says what"), el("p", { class: "lead" }, wide ? `${plural(rows.length, "fact")}, those in dispute first.` : `${plural(rows.length, "fact")} that several outlets speak of or that are in dispute, of ${may.length.toLocaleString("en")}.`), key),
    el("table", {}, el("thead", {}, head), body),
    ...matrixButtons(rows, body, outlets, wide, may.length),
  );
}

function matrixRow(row, outlets) {
  return el("tr", row.against ? { class: "against" } : {}, el("th", { scope: "row" }, button([swatch(row.words[0].kind), el("span", {}, rowWords(row))], row.act, { class: "node" })), outlets.map((outlet) => cell(row, outlet)));
}

function matrixButtons(rows, body, outlets, wide, all) {
  const found = [];
  if (rows.length > FIRST_FACTS) {
    const more = button(`Show ${rows.length - FIRST_FACTS} more`, () => {
      body.append(...rows.slice(FIRST_FACTS).map((row) => matrixRow(row, outlets)));
      more.remove();
    }, { class: "more" });
    found.push(more);
  }
  if (!wide && all > rows.length)
    found.push(button(`Also what one outlet alone says (${(all - rows.length).toLocaleString("en")})`, () => {
      matrix.dataset.all = "true";
      fillMatrix();
    }, { class: "more" }));
  return found;
}

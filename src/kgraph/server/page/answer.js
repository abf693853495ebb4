// An answer in, what the page shows of it out: a table with links, a yes or no, or Turtle; all of it as text.
const STEP = 500;
const NUMBER = /#(integer|decimal|double|float|int|long|short|byte|nonNegativeInteger|positiveInteger)$/;
const holder = document.getElementById("answer");

export function showTruth(yes) {
  holder.replaceChildren(element("p", yes ? "Yes" : "No"));
}

export function showText(text) {
  holder.replaceChildren(element("pre", text));
}

export function showTable(found, about) {
  const table = document.createElement("table");
  const [head, body] = [table.createTHead().insertRow(), table.createTBody()];
  for (const name of found.head.vars) {
    const cell = element("th", name);
    cell.scope = "col";
    head.append(cell);
  }
  holder.replaceChildren(table);
  addRows(body, found, about, 0);
}

function addRows(body, found, about, from) {
  const rows = found.results.bindings;
  for (const row of rows.slice(from, from + STEP)) {
    const line = body.insertRow();
    for (const name of found.head.vars) fill(line.insertCell(), row[name], about);
  }
  document.getElementById("more")?.remove();
  if (from + STEP >= rows.length) return;
  const more = element("button", `Show ${Math.min(STEP, rows.length - from - STEP)} more`);
  more.id = "more";
  more.type = "button";
  more.addEventListener("click", () => addRows(body, found, about, from + STEP));
  holder.append(more);
}

function fill(cell, term, about) {
  if (!term) return;
  if (term.type === "uri") cell.append(link(term.value, about));
  else if (term.type === "triple") cell.textContent = JSON.stringify(term.value);
  else cell.textContent = term.type === "bnode" ? `_:${term.value}` : term.value;
  if (term["xml:lang"]) cell.append(element("sup", ` ${term["xml:lang"]}`));
  if (NUMBER.test(term.datatype ?? "")) cell.className = "number";
}

// A thing of the graph leads to its dossier, an address of the web leads there, anything else leads nowhere.
function link(iri, about) {
  const words = short(iri, about.prefixes);
  const own = iri.startsWith(`${about.base}id/`);
  if (!own && !/^https?:/.test(iri)) return document.createTextNode(words);
  if (!own && iri.startsWith(about.base)) return document.createTextNode(words);
  const anchor = element("a", words);
  anchor.href = own ? `entity?name=${encodeURIComponent(iri)}` : iri;
  anchor.title = iri;
  if (!own) anchor.rel = "noreferrer";
  return anchor;
}

function short(iri, prefixes) {
  const near = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace));
  return near ? `${near[0]}:${iri.slice(near[1].length)}` : iri;
}

export function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

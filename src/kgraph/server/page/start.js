// The page itself: asks the endpoint, shows the answer, keeps the query in the address so that it can be shared.
import { showTable, showText, showTruth, element } from "./answer.js";
import { clear, declare, query, setPrefixes, setQuery, showProblem } from "./editor.js";
import { listQueries } from "./named.js";
import { givesGraph } from "./sparql.js";

const JSON_ROWS = "application/sparql-results+json";
const FORMS = {
  rows: [["CSV", "text/csv", "csv"], ["TSV", "text/tab-separated-values", "tsv"], ["JSON", JSON_ROWS, "json"], ["XML", "application/sparql-results+xml", "xml"]],
  graph: [["Turtle", "text/turtle", "ttl"], ["N-Triples", "application/n-triples", "nt"], ["RDF/XML", "application/rdf+xml", "rdf"], ["JSON-LD", "application/ld+json", "jsonld"]],
};
const FIRST = "SELECT ?who ?role ?where {\n  ?position rdf:subject ?who ; rdf:object ?where ; schema:roleName ?role .\n} ORDER BY ?who\nLIMIT 100\n";
const by = (id) => document.getElementById(id);
let about = { prefixes: {}, base: "" };
let asked = 0;

const send = (text, accept) =>
  fetch("sparql", { method: "POST", body: text, headers: { "Content-Type": "application/sparql-query", Accept: accept } });

async function ask() {
  const [text, number, began] = [query(), ++asked, performance.now()];
  clear();
  by("status").textContent = "Asking …";
  by("advice").replaceChildren();
  by("answer").replaceChildren();
  by("answer").ariaBusy = "true";
  history.replaceState(null, "", `#query=${encodeURIComponent(text)}`);
  try {
    const found = await send(text, givesGraph(text) ? "text/turtle" : JSON_ROWS);
    const body = await found.text();
    if (number === asked) (found.ok ? show : refuse)(body, found, text, performance.now() - began);
  } catch {
    if (number === asked) refuse("The server does not answer; is it still running?");
  }
  offerForms(text);
  if (number === asked) by("answer").ariaBusy = "false";
}

function refuse(message) {
  by("status").textContent = "";
  showProblem(message.trim());
}

function show(body, found, text, time) {
  const more = found.headers.get("Kgraph-Complete") === "false" ? ", cut; there are more" : "";
  const took = ` in ${(time / 1000).toFixed(2)} s`;
  if (!found.headers.get("Content-Type").startsWith(JSON_ROWS)) {
    by("status").textContent = `A graph${took}${more}`;
    showText(body);
    return;
  }
  const answer = JSON.parse(body);
  if ("boolean" in answer) {
    by("status").textContent = `Answered${took}`;
    showTruth(answer.boolean);
  } else {
    const count = answer.results.bindings.length;
    by("status").textContent = `${count.toLocaleString("en")} row${count === 1 ? "" : "s"}${took}${more}`;
    if (count) showTable(answer, about);
  }
  if (answer.boolean === false || answer.results?.bindings.length === 0) advise(text, asked);
}

async function advise(text, number) {
  const found = await fetch("advice", { method: "POST", body: text });
  if (!found.ok || number !== asked) return;
  by("advice").replaceChildren(...(await found.json()).map((line) => element("li", line)));
}

function offerForms(text) {
  const offered = FORMS[givesGraph(text) ? "graph" : "rows"];
  if (by("form").options[0]?.text === offered[0][0]) return;
  by("form").replaceChildren(...offered.map(([name, media, ending]) => Object.assign(new Option(name, media), { ending })));
}

async function save() {
  const found = await send(query(), by("form").value);
  if (!found.ok) return refuse(await found.text());
  const made = document.createElement("a");
  made.href = URL.createObjectURL(await found.blob());
  made.download = `answer.${by("form").selectedOptions[0].ending}`;
  made.click();
  URL.revokeObjectURL(made.href);
}

async function share() {
  history.replaceState(null, "", `#query=${encodeURIComponent(query())}`);
  try {
    await navigator.clipboard.writeText(location.href);
    by("status").textContent = "The address of this query is copied.";
  } catch {
    by("status").textContent = "The address of this query is in the address bar.";
  }
}

function fromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get("query");
  setQuery(given ?? FIRST);
  return given !== null;
}

async function start() {
  const given = fromAddress();
  const found = await fetch("queries.json");
  if (!found.ok) return refuse(await found.text());
  about = await found.json();
  setPrefixes(about.prefixes);
  declare();
  clear();
  by("size").textContent = `${about.size.toLocaleString("en")} triples`;
  by("endpoint").textContent = new URL("sparql", location.href).href.split("#")[0];
  listQueries(about.queries, ask);
  offerForms(query());
  if (given) await ask();
  document.documentElement.dataset.ready = "";
}

by("run").addEventListener("click", ask);
by("save").addEventListener("click", save);
by("share").addEventListener("click", share);
by("find").addEventListener("submit", (event) => {
  event.preventDefault();
  if (by("name").value.trim()) location.href = `entity?name=${encodeURIComponent(by("name").value.trim())}`;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  ask();
});
window.addEventListener("hashchange", () => fromAddress() && ask());
start();

// The list of named queries, and the fields for what the chosen one takes.
import { element } from "./answer.js";
import { setQuery, showProblem } from "./editor.js";

const [list, filter, fields] = ["named", "filter", "values"].map((id) => document.getElementById(id));
let chosen = null;

export function listQueries(queries, ask) {
  const buttons = queries.map((query) => button(query, ask));
  list.replaceChildren(...buttons.map((b) => wrapped(b)));
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    for (const b of buttons) b.parentElement.hidden = !words.every((word) => b.textContent.toLowerCase().includes(word));
  });
  fields.addEventListener("submit", (event) => {
    event.preventDefault();
    fillIn().then((done) => done && ask());
  });
}

function wrapped(inside) {
  const item = document.createElement("li");
  item.append(inside);
  return item;
}

function button(query, ask) {
  const made = element("button", query.question);
  made.type = "button";
  made.append(element("small", query.name));
  made.addEventListener("click", () => {
    for (const other of list.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    made.setAttribute("aria-current", "true");
    choose(query);
    if (!query.takes.length) ask();
  });
  return made;
}

function choose(query) {
  chosen = query;
  setQuery(query.sparql);
  fields.hidden = !query.takes.length;
  fields.replaceChildren(...query.takes.map(field));
  if (!query.takes.length) return;
  const go = element("button", "Put in and ask");
  go.className = "main";
  fields.append(go);
  fields.querySelector("input").focus();
}

function field(taken) {
  const label = element("label", `${taken.name} `);
  label.append(element("span", taken.about));
  const input = document.createElement("input");
  [input.name, input.value, input.autocomplete] = [taken.name, taken.default, "off"];
  label.append(input);
  return label;
}

async function fillIn() {
  const values = new URLSearchParams(new FormData(fields));
  const found = await fetch(`queries/${encodeURIComponent(chosen.name)}?${values}`);
  const text = await found.text();
  setQuery(found.ok ? text : chosen.sparql);
  if (!found.ok) showProblem(text.trim());
  return found.ok;
}

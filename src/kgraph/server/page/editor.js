// The text field with its painted copy and line numbers; prefixes are put in as they are used, errors shown in place.
import { paint, undeclared } from "./sparql.js";

const [field, painted, lines, problem] = ["text", "paint", "lines", "problem"].map((id) => document.getElementById(id));
let wrong = null;
let prefixes = {};

function draw() {
  painted.replaceChildren(paint(field.value, wrong));
  const wrongLine = wrong === null ? -1 : field.value.slice(0, wrong).split("\n").length - 1;
  lines.replaceChildren(...field.value.split("\n").map((_, i) => numbered(i, i === wrongLine)));
  follow();
}

function numbered(i, isWrong) {
  const row = document.createElement("div");
  row.textContent = String(i + 1);
  row.classList.toggle("wrong", isWrong);
  return row;
}

function follow() {
  [painted.scrollTop, painted.scrollLeft, lines.scrollTop] = [field.scrollTop, field.scrollLeft, field.scrollTop];
}

// Each prefix gets its line at the top; the caret stays on its word.
export function declare() {
  const missing = undeclared(field.value, prefixes).sort();
  if (!missing.length) return;
  const head = missing.map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>\n`).join("");
  const at = /^(?:#[^\n]*\n)*(?:PREFIX[^\n]*\n)*/i.exec(field.value)[0].length;
  const [start, end] = [field.selectionStart, field.selectionEnd];
  field.setRangeText(head, at, at);
  const moved = (place) => (place >= at ? place + head.length : place);
  field.setSelectionRange(moved(start), moved(end));
}

function indent(event) {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const line = field.value.slice(0, field.selectionStart).split("\n").pop();
  const margin = /^\s*/.exec(line)[0] + (/[{(]\s*$/.test(line) ? "  " : "");
  if (!margin) return;
  event.preventDefault();
  field.setRangeText(`\n${margin}`, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input"));
}

export const query = () => field.value;

export function setQuery(text) {
  field.value = text;
  clear();
}

export function setPrefixes(known) {
  prefixes = known;
}

export function clear() {
  wrong = null;
  problem.hidden = true;
  field.removeAttribute("aria-invalid");
  draw();
}

// Shows what the server says is wrong; a message with a line and a column is marked there, and the caret goes to it.
export function showProblem(message) {
  problem.textContent = message;
  problem.hidden = false;
  const place = /line (\d+), column (\d+)/.exec(message);
  if (!place) return;
  const [line, column] = [Number(place[1]), Number(place[2])];
  const rows = field.value.split("\n");
  const before = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  // the server counts characters, a string of the browser counts UTF-16
  const into = [...(rows[line - 1] ?? "")].slice(0, column - 1).join("").length;
  wrong = Math.min(before + into, Math.max(field.value.length - 1, 0));
  if (/\s/.test(field.value[wrong]) && /\S/.test(field.value[wrong - 1] ?? " ")) wrong -= 1; // the word that was read last
  field.setAttribute("aria-invalid", "true");
  field.setSelectionRange(wrong, wrong);
  draw();
}

field.addEventListener("input", () => {
  declare();
  clear();
});
field.addEventListener("scroll", follow);
field.addEventListener("keydown", indent);

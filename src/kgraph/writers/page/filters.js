// What is switched on and off: kinds and lines in the legend; outlets, relations, support and time in menus.
const kindsBox = document.getElementById("kinds");
const linesBox = document.getElementById("lines");
const menus = [...document.querySelectorAll("details.menu")];

function tick(content, on, change) {
  const input = el("input", { type: "checkbox" });
  input.checked = on;
  input.addEventListener("change", () => {
    change(input.checked);
    refresh();
  });
  return el("label", {}, input, content);
}

const switchIn = (set, value) => (on) => (on ? set.add(value) : set.delete(value));
const number = (count) => el("small", {}, count.toLocaleString("en"));

function tickLegend() {
  const many = Object.fromEntries(KINDS.map(([kind, , name]) => [kind, name]));
  kindsBox.replaceChildren(...CHOICES.kinds.map((kind) => tick([swatch(kind), el("span", {}, many[kind]), number(KINDS_MET.get(kind))], state.kinds.has(kind), switchIn(state.kinds, kind))));
  const drawn = LINES.filter(([line]) => LINES_MET.has(line));
  linesBox.replaceChildren(...drawn.map(([line, text]) => tick([picture(30, 8, "M0 4h30", { class: `stroke-${line}` }), el("span", {}, text), number(LINES_MET.get(line))], state.lines.has(line), switchIn(state.lines, line))));
}

// One line of a menu: the tick, and a button that leaves this value alone.
function menuRow(name, value, count) {
  const only = button("only", () => {
    state[name] = new Set([value]);
    refresh();
  }, { class: "only", "aria-label": `Only ${value}` });
  return el("div", { class: "row" }, tick([el("span", {}, value), number(count)], state[name].has(value), switchIn(state[name], value)), only);
}

function fillMenu(name, title, counts) {
  const menu = document.getElementById(name);
  const all = CHOICES[name];
  menu.hidden = all.length < 2;
  menu.querySelector("summary").textContent = every(name) ? title : `${title} (${state[name].size} of ${all.length})`;
  menu.classList.toggle("narrowed", !every(name));
  const back = every(name) ? null : button("Show all", () => {
    state[name] = new Set(all);
    refresh();
  }, { class: "more" });
  const box = menu.querySelector("div");
  const top = box.scrollTop;
  box.replaceChildren(...[back, ...all.map((value) => menuRow(name, value, counts.get(value)))].filter(Boolean));
  box.scrollTop = top;
}

const SUPPORTS = [[0, "Any number"], [2, "Two independent ones or more"], [3, "Three or more"]];
function fillSupport() {
  const menu = document.getElementById("support");
  menu.querySelector("summary").textContent = state.support ? `Sources: ${state.support}+` : "Sources";
  menu.classList.toggle("narrowed", state.support > 0);
  const most = Math.max(1, ...EDGES.map((edge) => edge.support));
  menu.querySelector("div").replaceChildren(
    ...SUPPORTS.filter(([least]) => least <= most).map(([least, text]) => {
      const input = el("input", { type: "radio", name: "support" });
      input.checked = state.support === least;
      input.addEventListener("change", () => {
        state.support = least;
        refresh();
      });
      return el("label", {}, input, el("span", {}, text));
    }),
  );
}

function dateField(name, title) {
  const input = el("input", { type: "text", inputmode: "numeric", placeholder: "1999-12-31", size: 10, maxlength: 10 });
  input.value = state[name];
  input.addEventListener("change", () => {
    const wanted = input.value.trim();
    input.setAttribute("aria-invalid", String(!/^(\d{4}(-\d{2}){0,2})?$/.test(wanted)));
    if (input.getAttribute("aria-invalid") === "true") return;
    setPeriod(...(name === "from" ? [wanted, state.to] : [state.from, wanted]));
  });
  return el("label", {}, el("span", {}, title), input);
}

function fillTime() {
  const menu = document.getElementById("time");
  menu.hidden = !DATED.length && !EDGES.some((edge) => edge.when);
  menu.querySelector("summary").textContent = hasPeriod() ? periodName() : "Time";
  menu.classList.toggle("narrowed", hasPeriod());
  const back = hasPeriod() ? button("Any time", () => setPeriod("", ""), { class: "more" }) : null;
  menu.querySelector("div").replaceChildren(...[el("p", { class: "note" }, "What happened, held or was founded in a period, and who takes part. A year or a month will do."), dateField("from", "From"), dateField("to", "To"), back].filter(Boolean));
}

function fillFilters() {
  tickLegend();
  fillMenu("outlets", "Outlets", OUTLETS_MET);
  fillMenu("relations", "Relations", RELATIONS_MET);
  fillSupport();
  fillTime();
}

// A menu closes when another opens or the reader goes elsewhere, and stays on the screen.
for (const menu of menus)
  menu.addEventListener("toggle", () => {
    if (!menu.open) return;
    for (const other of menus) if (other !== menu) other.open = false;
    const box = menu.querySelector("div");
    box.style.left = "0";
    box.style.left = `${Math.min(0, document.documentElement.clientWidth - 8 - box.getBoundingClientRect().right)}px`;
  });
document.addEventListener("pointerdown", (event) => {
  for (const menu of menus) if (menu.open && !menu.contains(event.target) && document.contains(event.target)) menu.open = false;
});

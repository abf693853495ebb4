// More on demand: all nodes of a kind, or all that an article speaks of, beside the neighbours of a node.
const more = document.getElementById("more");
const notYet = (nodes) => nodes.filter((node) => !state.opened.has(node.i));

function draw(nodes) {
  for (const node of nodes) {
    state.opened.add(node.i);
    state.kinds.add(node.kind);
  }
  refresh({ step: true });
  fit();
}

function fillMore() {
  const kinds = KINDS.map(([kind, , many]) => [kind, many, notYet(NODES.filter((node) => node.kind === kind))]).filter(([, , nodes]) => nodes.length);
  const rows = kinds.map(([kind, many, nodes]) => button([swatch(kind), el("span", {}, `All ${many.toLowerCase()}`), el("small", {}, `+${nodes.length.toLocaleString("en")}`)], () => draw(nodes), { class: "grow" }));
  const back = state.opened.size > BOOK.start.length ? button("Only the strongest", () => {
    state.opened = new Set(BOOK.start);
    refresh({ step: true });
    fit();
  }, { class: "more" }) : null;
  more.hidden = state.tab !== "graph" || BOOK.start.length === NODES.length;
  more.querySelector("div").replaceChildren(...[...rows, back].filter(Boolean));
}

function drawArticle(article) {
  const nodes = NODES.filter((node) => node.articles?.includes(article));
  if (!nodes.length) return null;
  return button(`Draw what it speaks of (${nodes.length.toLocaleString("en")})`, () => {
    state.text = null;
    fillReader();
    state.tab = "graph";
    draw(nodes);
    bringIntoView(nodes.map((node) => node.i));
  }, { class: "more" });
}

// The panel: the overview, the dossier of a node, the sentences behind an edge.
const panel = document.getElementById("panel");
const FACTUALITY = { negative: "denied", possible: "possible", probable: "probable", underspecified: "left open", future: "yet to come" };

const badge = (text, kind = "") => el("span", { class: `badge ${kind}` }, text);

function badges(fact) {
  const flags = new Set(fact.flags);
  return [
    flags.has("contradicted") ? badge("sources disagree", "red") : null,
    !flags.has("asserted") && flags.has("attributed") ? badge("only somebody’s word", "dashed") : null,
    flags.has("denied") ? badge("denied", "grey") : null,
    fact.support > 1 ? badge(`${fact.support} independent sources`, "good") : null,
  ].filter(Boolean);
}

function sourceLine(number, start, end) {
  const article = BOOK.articles[number] ?? {};
  const about = [article.author, day(article.date)].filter(Boolean).join(", ");
  const place = article.path ? `${article.path}, characters ${start}–${end}` : `characters ${start}–${end}`;
  const open = BOOK.articles[number] ? button("Read it in the article", () => openText(number, start, end), { class: "open", title: article.title ?? "" }) : null;
  return el("footer", {}, el("span", { class: "outlet" }, outletOf(number)), about ? ` · ${about}` : "", " ", el("span", { class: "place" }, place), open);
}

function voice(passage) {
  const marks = [];
  if (passage.speaker) marks.push(badge(`${passage.cue ? `${passage.speaker}: “${passage.cue}”` : passage.speaker}`, "dashed"));
  if (passage.factuality) marks.push(badge(FACTUALITY[passage.factuality] ?? passage.factuality, "grey"));
  if (passage.hedge) marks.push(badge(`hedged: “${passage.hedge}”`));
  if (passage.role) marks.push(badge(passage.role));
  if (passage.since || passage.until) marks.push(badge(spell(passage.since, passage.until)));
  if (passage.contradicted) marks.push(badge("stands against another", "red"));
  return marks.length ? el("p", { class: "marks" }, marks) : null;
}

const spell = (since, until) => (since === until ? day(since) : since && until ? `${day(since)} to ${day(until)}` : since ? `since ${day(since)}` : `until ${day(until)}`);

function sentence(number) {
  const passage = BOOK.passages[number];
  const quote = el("q", {}, BOOK.quotes[passage.quote]);
  return el("blockquote", {}, quote, voice(passage), sourceLine(passage.article, passage.start, passage.end));
}

// The sentences of the outlets that are switched on, and how many the others have.
function sentences(numbers) {
  const on = numbers.filter(passageIsOn);
  const more = numbers.length - on.length;
  return [...on.map(sentence), more ? el("p", { class: "note" }, `${plural(more, "sentence")} in outlets that are switched off`) : null];
}

const folded = (numbers) =>
  el("details", { class: "evidence" }, el("summary", {}, plural(numbers.length, "sentence")), sentences(numbers));

function nodeButton(i) {
  const node = NODES[i];
  return button([swatch(node.kind), el("span", {}, node.name)], () => chooseNode(i), { class: "node" });
}

function headline(node) {
  return el("header", {}, el("p", { class: "kicker" }, swatch(node.kind), KIND[node.kind], node.event ? ` · ${humanly(node.event)}` : ""), el("h2", {}, node.name));
}

const humanly = (type) => type.replace(/^([A-Z]+(?:-[A-Z]+)*)-([a-z].*)$/, "$1: $2").replace(/-/g, " ").toLowerCase();

function dossier(node) {
  const parts = [close(), headline(node)];
  if (node.unsure) parts.push(el("p", { class: "marks" }, badge("no article states this in its own voice", "grey")));
  if (node.aliases) parts.push(el("p", { class: "aliases" }, "Also ", node.aliases.join(" · ")));
  parts.push(el("p", { class: "note" }, mentionsOf(node)));
  const hidden = hiddenNeighbours(node.i);
  if (hidden.length) parts.push(button(`Draw ${plural(hidden.length, "more neighbour")}`, () => expand(node.i), { class: "more" }));
  parts.push(attributesOf(node), ...factsOf(node), ...claimsOf(node), articlesOf(node));
  return parts;
}

function mentionsOf(node) {
  const articles = node.articles?.length ?? 0;
  return `${plural(node.mentions ?? 0, "mention")} in ${plural(articles, "article")}`;
}

const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);

// A section of rows, of which a long one shows the first few.
const FIRST_ROWS = 6;
function rows(title, items, draw) {
  const few = items.length <= FIRST_ROWS + 2 ? items : items.slice(0, FIRST_ROWS);
  const made = section(title, few.map(draw));
  if (few.length === items.length) return made;
  const rest = button(`Show all ${items.length}`, () => rest.replaceWith(...items.slice(few.length).map(draw)), { class: "more" });
  made.append(rest);
  return made;
}

function attributesOf(node) {
  if (!node.attributes) return null;
  return rows("Type, dates and figures", node.attributes, (fact) =>
    el("div", { class: "fact" }, el("p", { class: "value" }, el("span", { class: "label" }, fact.label), el("strong", {}, dated(fact.value)), badges(fact)), folded(fact.passages)),
  );
}

function dated(value) {
  if (/^\d{4}-\d{2}/.test(value)) return day(value);
  return /^[A-Z]{3,}[A-Z-]*(-[a-z-]+)?$/.test(value) ? humanly(value) : /^\d{5,}$/.test(value) ? Number(value).toLocaleString("en") : value;
}

// What a property is called from its other end.
const inverse = (edge) => (edge.property in BOOK.properties && BOOK.properties[edge.property][1]) || `← ${edge.label}`;
const NAMED_ROLES = new Set(["schema:worksFor", "schema:memberOf"]); // their labels say the position

// Facts by property: positions, then what else leads from the node, each with the best supported first.
function factsOf(node) {
  const groups = new Map();
  for (const edge of [...LINKS[node.i]].sort((a, b) => Number(b.from === node.i) - Number(a.from === node.i) || a.i - b.i)) {
    const title = edge.from === node.i ? edge.label : inverse(edge);
    groups.set(title, [...(groups.get(title) ?? []), edge]);
  }
  const rank = ([, edges]) => (NAMED_ROLES.has(edges[0].property) && edges[0].from === node.i ? 100 : 0) + (edges[0].from === node.i ? 50 : 0) + Math.max(...edges.map((edge) => edge.support));
  return [...groups].sort((a, b) => rank(b) - rank(a)).map(([title, edges]) => rows(title, edges, (edge) => factRow(edge, node.i)));
}

function factRow(edge, own) {
  const role = edge.to === own && NAMED_ROLES.has(edge.property) ? el("span", { class: "role" }, edge.label) : null;
  return el("div", { class: "fact" }, el("p", { class: "value" }, nodeButton(otherEnd(edge, own)), role, badges(edge)), folded(edge.passages));
}

function claimsOf(node) {
  const { by, to, about } = SAID[node.i];
  return [["Says", by], ["Is told", to], ["Is spoken of", about]]
    .filter(([, claims]) => claims.length)
    .map(([title, claims]) => rows(title, claims, (claim) => claimBlock(claim, node.i)));
}

function claimBlock(claim, own) {
  const speaker = claim.speaker >= 0 && claim.speaker !== own ? nodeButton(claim.speaker) : null;
  const words = claim.direct ? el("q", { class: "direct" }, claim.text) : el("span", { class: "indirect" }, claim.text);
  const quote = BOOK.quotes[claim.quote];
  const whole = quote === claim.text ? null : el("details", { class: "evidence" }, el("summary", {}, "Sentence"), el("q", {}, quote));
  return el("blockquote", { class: "claim" }, el("p", { class: "cue" }, speaker, claim.cue ? badge(claim.cue) : null), words, whole, sourceLine(claim.article, claim.start, claim.end));
}

function articlesOf(node) {
  if (!node.articles) return null;
  return section("Articles", el("ul", { class: "articles" }, node.articles.map(articleItem)));
}

function articleItem(number) {
  const article = BOOK.articles[number];
  const copies = (article.copy_of ?? []).map((other) => BOOK.articles[other].title || outletOf(other));
  return el(
    "li", {},
    button(el("cite", {}, article.title || article.path || "(no title)"), () => openText(number, 0, 0), { class: "title" }),
    el("span", { class: "by" }, [outletOf(number), article.author, day(article.date)].filter(Boolean).join(" · ")),
    copies.length ? el("span", { class: "by" }, badge("copy", "grey"), ` of ${copies.join(", ")}`) : null,
  );
}

function edgeBlock(edge) {
  return [
    close(),
    el("header", {}, el("p", { class: "kicker" }, "Link"), el("h2", { class: "link" }, nodeButton(edge.from), el("span", { class: "arrow" }, `${edge.label} →`), nodeButton(edge.to))),
    el("p", { class: "marks" }, badges(edge)),
    ...sentences(edge.passages),
  ];
}

function close() {
  return button("×", () => chooseNothing(), { class: "close", "aria-label": "Close (Esc)", title: "Close (Esc)" });
}

// What the sources disagree about: one line per node and property, with the values side by side.
function disputed() {
  const found = new Map();
  const put = (key, act, name, label, value, { flags }) => {
    const both = flags.includes("asserted") && flags.includes("denied");
    found.set(key, { act, name, label, values: [...(found.get(key)?.values ?? []), value], both });
  };
  for (const edge of EDGES.filter((edge) => edge.line === "contradicted"))
    put(`${edge.from} ${edge.label}`, () => chooseEdge(edge.i), NODES[edge.from].name, edge.label, NODES[edge.to].name, edge);
  for (const node of NODES)
    for (const fact of (node.attributes ?? []).filter((fact) => fact.flags.includes("contradicted")))
      put(`${node.i} ${fact.label}`, () => chooseNode(node.i), node.name, fact.label, dated(fact.value), fact);
  return [...found.values()];
}

const dispute = ({ act, name, label, values, both }) =>
  el("li", {}, button([el("b", {}, name), ` ${label} `, el("b", {}, values.join(" or ")), both && values.length === 1 ? " – stated and denied" : ""], act, { class: "dispute" }));

// A dispute as the comparison knows it: both sides, each with its first sentence and the outlets that repeat it.
function disputeBlock({ name, relation, why, node, sides }) {
  const title = [el("b", {}, name), relation ? ` ${relation}` : ""];
  const shown = node >= 0 ? button(title, () => chooseNode(node), { class: "dispute" }) : el("p", { class: "dispute" }, title);
  return el("li", {}, shown, el("p", { class: "note" }, why), el("div", { class: "sides" }, sides.map(sideBlock)));
}

function sideBlock({ says, passages, copies }) {
  const on = passages.filter(passageIsOn);
  const rest = on.slice(1);
  return el(
    "div", { class: "side" },
    el("p", { class: "says" }, says),
    on.length ? sentence(on[0]) : el("p", { class: "note" }, "only in outlets that are switched off"),
    rest.length ? el("details", { class: "evidence" }, el("summary", {}, plural(rest.length, "more sentence")), rest.map(sentence)) : null,
    copies.length ? el("p", { class: "note" }, `repeated by ${copies.join(", ")}`) : null,
  );
}

const FIRST_DISPUTES = 12;
function disputes() {
  const known = BOOK.disputes ?? [];
  const [found, draw] = known.length ? [known, disputeBlock] : [disputed(), dispute];
  const list = el("ul", { class: "disputes" }, found.slice(0, FIRST_DISPUTES).map(draw));
  if (found.length > FIRST_DISPUTES) {
    const rest = button(`Show all ${found.length}`, () => rest.replaceWith(...found.slice(FIRST_DISPUTES).map(draw)), { class: "more" });
    list.append(rest);
  }
  return found.length ? section("Where the sources disagree", list) : null;
}

function overview() {
  const strong = BOOK.start.map((i) => NODES[i]).filter((node) => node.kind !== "event" && node.kind !== "place").slice(0, 10);
  return [
    el("header", {}, el("p", { class: "kicker" }, "Overview"), el("h2", {}, "Who did what to whom, and who says so")),
    el("p", { class: "lead" }, "Choose a node or a line, here or in the drawing, to read the sentences behind it."),
    strong.length ? section("Most connected", el("div", { class: "buttons" }, strong.map((node) => nodeButton(node.i)))) : null,
    disputes(),
    section(plural(BOOK.articles.length, "article"), el("ul", { class: "articles" }, BOOK.articles.map((_, i) => articleItem(i)))),
  ];
}

function fillPanel() {
  const content = state.node !== null ? dossier(NODES[state.node]) : state.edge !== null ? edgeBlock(EDGES[state.edge]) : overview();
  panel.replaceChildren(...content.filter(Boolean));
  panel.scrollTop = 0;
}

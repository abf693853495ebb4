// The text of an article, or what the file holds of it, with the passage marked where it stands.
const reader = document.getElementById("reader");
let returnTo = null; // what had the focus before the text was opened

// Offsets count code points, as the file's do; a string of the page counts otherwise where it has rare signs.
function cutAt(text, from, to) {
  const points = /[\ud800-\udfff]/.test(text) ? [...text] : null;
  const part = (a, b) => (points ? points.slice(a, b).join("") : text.slice(a, b));
  return [part(0, from), part(from, to), part(to)];
}
const lengthOf = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);

// Without its text an article is made up of the sentences that are quoted from it.
function piecesOf(article) {
  if (BOOK.articles[article].text) return BOOK.articles[article].text;
  const quoted = new Map();
  for (const passage of [...BOOK.passages, ...BOOK.claims]) if (passage.article === article) quoted.set(passage.start, BOOK.quotes[passage.quote]);
  const found = [];
  let end = -1;
  for (const [start, text] of [...quoted].sort((a, b) => a[0] - b[0])) {
    if (start >= end) found.push([start, text]);
    end = Math.max(end, start + lengthOf(text));
  }
  return found;
}

function paragraph([at, text], [, start, end]) {
  const [from, to] = [Math.max(start - at, 0), Math.min(end - at, lengthOf(text))];
  if (from >= to) return el("p", {}, text);
  const [before, marked, after] = cutAt(text, from, to);
  return el("p", {}, before, el("mark", {}, marked), after);
}

function fillReader() {
  const article = state.text && BOOK.articles[state.text[0]];
  reader.hidden = !article;
  document.body.classList.toggle("reading", Boolean(article));
  if (!article) return reader.replaceChildren();
  const pieces = piecesOf(state.text[0]);
  const parts = [];
  let end = 0;
  const title = (article.title ?? "").replace(/\s+/g, " ");
  for (const piece of pieces) {
    if (piece === pieces[0] && piece[1].replace(/\s+/g, " ") === title && state.text[1] >= piece[0] + piece[1].length) continue; // it is the headline
    if (end && piece[0] - end > 3 && (BOOK.cut || !article.text)) parts.push(el("p", { class: "gap", "aria-label": "part left out" }, "…"));
    parts.push(paragraph(piece, state.text));
    end = piece[0] + lengthOf(piece[1]);
  }
  const byline = [outletOf(state.text[0]), article.author, day(article.date), article.path].filter(Boolean).join(" · ");
  const note = !article.text ? "This file holds only those sentences of the article that the graph quotes." : BOOK.cut ? "This file holds only what stands near the sentences that the graph quotes." : null;
  reader.replaceChildren(
    button("×", closeText, { class: "close", "aria-label": "Close the text (Esc)", title: "Close (Esc)" }),
    el("article", { tabindex: -1 }, el("p", { class: "kicker" }, "Article"), el("h2", {}, article.title || article.path || "(no title)"), el("p", { class: "by" }, byline), drawArticle(state.text[0]), note ? el("p", { class: "note" }, note) : null, ...parts),
  );
  reader.querySelector("mark")?.scrollIntoView({ block: "center" });
}

function openText(article, start, end) {
  returnTo = document.activeElement;
  state.text = [article, start, end];
  fillReader();
  reader.querySelector("article").focus({ preventScroll: true });
  noteAddress(true);
}

function closeText() {
  state.text = null;
  fillReader();
  if (returnTo && document.contains(returnTo)) returnTo.focus();
  noteAddress(true);
}

// The first sight of the page: as its address says, or the strongest nodes.
const narrow = matchMedia("(max-width: 820px)"); // as in the style sheet
function countAll() {
  const named = OUTLETS.filter((outlet) => outlet !== NO_OUTLET).length;
  const events = KINDS_MET.get("event") ?? 0;
  document.getElementById("counts").textContent = [
    [BOOK.articles.length, "article"], [named, "outlet"], [NODES.length - events, "name"], [events, "event"], [EDGES.length, "link"], [BOOK.claims.length, "statement"],
  ].filter(([count]) => count).map(([count, what]) => plural(count, what)).join(" · ");
  document.title = `Knowledge graph of ${plural(BOOK.articles.length, "article")}`;
}

function start() {
  countAll();
  refresh({ note: false });
  network.setSize("100%", "100%"); // the bars around it have taken their part of the page
  if (location.hash.length > 1) takeAddress();
  else {
    const first = narrow.matches && BOOK.start.length ? [BOOK.start[0], ...LINKS[BOOK.start[0]].map((edge) => otherEnd(edge, BOOK.start[0])).filter((i) => nodeSet.get(i))] : undefined;
    fit(first);
  }
  boost = wantedBoost();
  redraw();
  document.documentElement.dataset.ready = "true";
}
new ResizeObserver(() => drawTimeline()).observe(strip.parentElement);
start();

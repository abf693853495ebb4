// The view as a picture: what is drawn on the screen, with a legend, as SVG, or that SVG painted as PNG.
const OUTLINES = { // corners around (0, 0), as the drawing has them
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  triangle: [[0, -0.996], [1, 0.736], [-1, 0.736]],
  triangleDown: [[0, 0.996], [1, -0.736], [-1, -0.736]],
  hexagon: [0, 1, 2, 3, 4, 5].map((n) => [Math.cos((n * Math.PI) / 3), Math.sin((n * Math.PI) / 3)]),
  star: [...Array(10).keys()].map((n) => [Math.sin((n * Math.PI) / 5) * (n % 2 ? 0.5 : 1.3), 0.1 - Math.cos((n * Math.PI) / 5) * (n % 2 ? 0.5 : 1.3)]),
};
const round = (x) => Math.round(x * 10) / 10;

function nodeShape(node, drawn) {
  const look = { fill: drawn.color.background, stroke: drawn.color.border, "stroke-width": drawn.borderWidth, opacity: drawn.opacity };
  const { x, y, radius } = node.at;
  if (node.shape === "dot") return svg("circle", { cx: round(x), cy: round(y), r: round(radius), ...look });
  return svg("polygon", { points: OUTLINES[node.shape].map(([a, b]) => `${round(x + a * radius)},${round(y + b * radius)}`).join(" "), ...look });
}

function edgeShape(edge, drawn, scale) {
  const type = network.body.edges[edge.i].edgeType;
  const [a, b] = [NODES[edge.from].at, NODES[edge.to].at];
  const points = [0.25, 0.5, 0.75].map((part) => network.canvasToDOM(type.getPoint(part)));
  const middle = { x: 2 * points[1].x - (a.x + b.x) / 2, y: 2 * points[1].y - (a.y + b.y) / 2 };
  const tip = Math.atan2(b.y - points[2].y, b.x - points[2].x);
  const end = { x: b.x - Math.cos(tip) * b.radius, y: b.y - Math.sin(tip) * b.radius };
  const size = Math.max(4, 6 * Math.sqrt(scale));
  const wings = [-0.4, 0.4].map((turn) => `${round(end.x - Math.cos(tip + turn) * size)},${round(end.y - Math.sin(tip + turn) * size)}`);
  const look = { stroke: drawn.color.color, opacity: drawn.color.opacity };
  const dashes = drawn.dashes ? { "stroke-dasharray": drawn.dashes.map((n) => round(n * scale)).join(" ") } : {};
  return svg("g", look,
    svg("path", { d: `M${round(a.x)} ${round(a.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`, fill: "none", "stroke-width": round(Math.max(drawn.width * scale, 0.6)), ...dashes }),
    svg("polygon", { points: `${round(end.x)},${round(end.y)} ${wings.join(" ")}`, fill: drawn.color.color, stroke: "none" }));
}

const nameShape = ({ text, x, y, font, ink }) => svg("text", { x: round(x), y: round(y), "text-anchor": "middle", "dominant-baseline": "central", style: `font:${font}`, fill: ink, stroke: theme.paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }, text);

function legendShapes(width, top) {
  const many = KINDS.filter(([kind]) => state.kinds.has(kind) && KINDS_MET.has(kind));
  let x = 16;
  const items = many.flatMap(([kind, , name]) => {
    const at = x;
    x += 34 + name.length * 7;
    return [svg("path", { d: SHAPE[SHAPES[kind]], fill: theme[kind], transform: `translate(${at} ${top + 10})` }), svg("text", { x: at + 22, y: top + 23, style: `font:13px ${FONT}`, fill: theme.ink }, name)];
  });
  return [svg("path", { d: `M0 ${top}H${width}`, stroke: theme.line || theme.soft, "stroke-width": 0.5 }), ...items];
}

function viewAsSvg() {
  const stageBox = document.getElementById("graph");
  const [width, height, scale] = [stageBox.clientWidth, stageBox.clientHeight, network.getScale()];
  const { nodes, lines } = onShow();
  const [head, foot] = [44, 36];
  const title = svg("text", { x: 16, y: 29, style: `font:700 18px Georgia, "Liberation Serif", serif`, fill: theme.ink }, document.title);
  const scene = svg("svg", { x: 0, y: head, width, height, overflow: "hidden" },
    ...lines.filter((edge) => NODES[edge.from].at && NODES[edge.to].at).map((edge) => edgeShape(edge, drawnEdge(edge), scale)),
    ...nodes.filter((node) => node.at).map((node) => nodeShape(node, drawnNode(node))),
    ...written.map(nameShape));
  const whole = [width, height + head + foot];
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width: whole[0], height: whole[1], viewBox: `0 0 ${whole.join(" ")}` },
    svg("title", {}, document.title), svg("rect", { width: whole[0], height: whole[1], fill: theme.paper }), title, scene, ...legendShapes(width, height + head));
}

const svgText = () => new XMLSerializer().serializeToString(viewAsSvg());

function download(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function savePng() {
  const text = svgText();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = el("canvas", { width: image.width * 2, height: image.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => download(blob, "graph.png"), "image/png");
}

document.getElementById("save-svg").addEventListener("click", () => download(new Blob([svgText()], { type: "image/svg+xml" }), "graph.svg"));
document.getElementById("save-png").addEventListener("click", savePng);

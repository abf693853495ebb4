// Building blocks: elements whose content is always text or other elements.
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function button(text, act, attributes = {}) {
  const made = el("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function day(date) {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? "");
  if (!parts) return date ?? "";
  const month = parts[2] ? MONTHS[Number(parts[2]) - 1] : "";
  return [parts[3] ? String(Number(parts[3])) : "", month, parts[1]].filter(Boolean).join(" ");
}

const SHAPE = {
  dot: "M8 2.5a5.5 5.5 0 1 0 .01 0z",
  square: "M3 3h10v10H3z",
  hexagon: "M4.8 2.5h6.4L14.4 8l-3.2 5.5H4.8L1.6 8z",
  triangle: "M8 2l6.4 11.4H1.6z",
  triangleDown: "M8 14L1.6 2.6h12.8z",
  diamond: "M8 1.5L14 8l-6 6.500L2 8z",
  star: "M8 1.6l1.9 4.2 4.5.5-3.400 3.1 1 4.500L8 11.600 4 13.900l1-4.500L1.600 6.300l4.500-.5z",
};
const SHAPES = Object.fromEntries(NODES.map((node) => [node.kind, node.shape]));

function picture(width, height, path, attributes) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" }))
    svg.setAttribute(name, value);
  const drawn = document.createElementNS(space, "path");
  drawn.setAttribute("d", path);
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  svg.append(drawn);
  return svg;
}

const swatch = (kind) => picture(16, 16, SHAPE[SHAPES[kind]] ?? SHAPE.star, { class: `fill-${kind}` });

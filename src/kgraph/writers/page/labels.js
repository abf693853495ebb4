// Names on the drawing: of one size on the screen whatever the zoom, the weightiest first, and never one on another.
const FONT = '"Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const LINE = 15;

class Room {
  // The boxes taken so far, looked up by the squares of the screen that they touch.
  constructor() {
    this.squares = new Map();
  }
  within(view) {
    this.view = view;
  }
  isInside({ left, right, top, bottom }) {
    return left >= this.view.left && right <= this.view.right && top >= this.view.top && bottom <= this.view.bottom;
  }
  squaresOf(box) {
    const found = [];
    for (let x = Math.floor(box.left / 64); x <= Math.floor(box.right / 64); x++)
      for (let y = Math.floor(box.top / 64); y <= Math.floor(box.bottom / 64); y++) found.push(`${x},${y}`);
    return found;
  }
  // `own` is the node whose name it is; it may cover nodes of the rank `over` and above: 2 an event, 1 a node, 0 a strong one.
  isFree(box, own, over = 3) {
    if (!this.isInside(box)) return false;
    return this.squaresOf(box).every((square) =>
      (this.squares.get(square) ?? []).every(
        (b) => b.own === own || (b.own !== undefined && b.rank >= over) || b.right <= box.left || b.left >= box.right || b.bottom <= box.top || b.top >= box.bottom,
      ),
    );
  }
  take(box) {
    for (const square of this.squaresOf(box)) {
      if (!this.squares.has(square)) this.squares.set(square, []);
      this.squares.get(square).push(box);
    }
  }
}

const widths = new Map();
function widthOf(ctx, text) {
  const key = ctx.font + text;
  if (!widths.has(key)) widths.set(key, ctx.measureText(text).width);
  return widths.get(key);
}

const shortened = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

// A name on one line, or on two of about the same length.
function linesOf(name) {
  const whole = name.replace(/\s+/g, " ").trim();
  const [, words, date] = /^(.*)(, (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})$/.exec(whole) ?? [null, whole, ""];
  const most = 54 - date.length; // half a date says less than none, and so does half a word
  const text = (words.length > most ? `${words.slice(0, most - 1).replace(/[\s,]+\S*$/, "") || words.slice(0, most - 1)}…` : words) + date;
  if (text.length <= 18) return [text];
  const spaces = [...text.matchAll(/ /g)].map((m) => m.index);
  if (!spaces.length) return [shortened(text, 24)];
  const cut = spaces.reduce((a, b) => (Math.abs(b - text.length / 2) < Math.abs(a - text.length / 2) ? b : a));
  return [text.slice(0, cut), text.slice(cut + 1)];
}

function boxAt(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

const written = []; // the names of the last drawing, for the picture that the reader saves
function write(ctx, lines, x, y, ink, halo) {
  lines.forEach((line, n) => {
    const at = y + (n - (lines.length - 1) / 2) * LINE;
    ctx.lineWidth = 4;
    ctx.strokeStyle = halo;
    ctx.strokeText(line, x, at);
    ctx.fillStyle = ink;
    ctx.fillText(line, x, at);
    written.push({ text: line, x, y: at, font: ctx.font, ink });
  });
}

function writeNodeName(ctx, room, node, look, force) {
  const lines = node.lines ?? (node.lines = linesOf(node.name));
  ctx.font = `${look.strong ? 600 : node.kind === "event" ? "italic 400" : 500} ${look.size}px ${FONT}`;
  const width = Math.max(...lines.map((line) => widthOf(ctx, line)));
  const height = lines.length * LINE;
  const { x, y, radius } = node.at;
  const places = [
    [x, y + radius + 3 + height / 2],
    [x, y - radius - 3 - height / 2],
    [x + radius + 5 + width / 2, y],
    [x - radius - 5 - width / 2, y],
    ...[1, -1].flatMap((down) => [1, -1].map((right) => [x + right * (radius * 0.6 + width / 2), y + down * (radius * 0.8 + 2 + height / 2)])),
  ];
  const shifted = [0.5, -0.5, 0.9, -0.9].flatMap((part) => [1, -1].map((down) => [x + part * width * 0.75, y + down * (radius + 3 + height / 2)]));
  const freeSpot = (over) => [...places, ...shifted].find(([px, py]) => room.isFree(boxAt(px, py, width + 4, height), node.i, over));
  const spot = freeSpot(3) ?? (look.strong ? (freeSpot(2) ?? freeSpot(1)) : null) ?? (force ? (freeSpot(0) ?? places[0]) : null);
  if (!spot) return;
  room.take(boxAt(spot[0], spot[1], width + 4, height));
  write(ctx, lines, spot[0], spot[1], look.ink, look.halo);
}

function writeEdgeName(ctx, room, edge, look) {
  const text = shortened(edge.line === "contradicted" ? `≠ ${edge.label}` : edge.label, 32);
  ctx.font = `400 11px ${FONT}`;
  const width = widthOf(ctx, text);
  if (edge.length < width * (look.force ? 0.3 : 0.8)) return;
  const spot = edge.spots.find((at) => room.isFree(boxAt(at.x, at.y, width + 4, 14), null));
  if (!spot) return;
  room.take(boxAt(spot.x, spot.y, width + 4, 14));
  write(ctx, [text], spot.x, spot.y, look.ink, look.halo);
}

// Hundreds of nodes are not drawn anew at each step of a drag: the picture moves, and is drawn again when it rests.
const MANY = 120;
const REST = 140; // milliseconds without a step
const sheet = document.querySelector("#graph canvas");
let lifted = null; // where the view stood when the picture was last drawn
let resting = 0;

function lift() {
  lifted = { ...network.body.view.translation };
  network.renderer.allowRedraw = false;
}
function drop() {
  clearTimeout(resting);
  lifted = null;
  sheet.style.transform = "";
  network.renderer.allowRedraw = true;
  network.renderer._redraw();
}
network.on("dragStart", () => nodeSet.length > MANY && lift());
network.on("dragging", () => {
  if (!lifted) return;
  const { x, y } = network.body.view.translation;
  sheet.style.transform = `translate(${x - lifted.x}px, ${y - lifted.y}px)`;
  clearTimeout(resting);
  resting = setTimeout(() => {
    drop();
    lift();
  }, REST);
});
network.on("dragEnd", () => lifted && drop());

// Where a canvas's picture lies on the screen. It may be smaller than its element, with bars beside it.
export function pictureBox(canvas) {
  const box = canvas.getBoundingClientRect();
  if (getComputedStyle(canvas).objectFit !== "contain") {
    return box;
  }
  const share = Math.min(box.width / canvas.width, box.height / canvas.height);
  const width = canvas.width * share, height = canvas.height * share;
  return new DOMRect(box.left + (box.width - width) / 2, box.top + (box.height - height) / 2, width, height);
}

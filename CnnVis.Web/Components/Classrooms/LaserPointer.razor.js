import { pictureBox } from "../../picture-box.js";

// Puts the dot over one of the pictures, wherever that stands on this screen.
export function show(dot, pictures, index, x, y) {
  const canvas = typeof index === "number" ? pictures.querySelectorAll("canvas[role='img']")[index] : undefined;
  dot.hidden = !canvas;
  if (canvas) {
    const box = pictureBox(canvas);
    dot.style.translate = `${box.left + x * box.width + scrollX}px ${box.top + y * box.height + scrollY}px`;
  }
}

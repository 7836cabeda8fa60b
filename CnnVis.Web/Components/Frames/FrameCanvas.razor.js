import { nextTurn } from "../../motion.js";

export async function draw(canvas, bytes, contentType, step, order, live) {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: contentType }));
  try {
    // After a lost connection a draw may arrive twice, or late.
    if (order >= Number(canvas.dataset.order ?? 0)) {
      show(canvas, bitmap);
      canvas.dataset.order = order;
      canvas.dataset.step = step;
      canvas.dataset.frames = Number(canvas.dataset.frames ?? 0) + 1;
    }
  } finally {
    bitmap.close();
  }
  await nextTurn(live);
}

function show(canvas, bitmap) {
  // Setting a size clears the canvas, so only when it changes.
  if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
  }
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
}

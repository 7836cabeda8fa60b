export async function draw(canvas, bytes, contentType, step) {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: contentType }));
  try {
    // A draw that was given up by the server may still arrive after a newer one.
    if (step >= Number(canvas.dataset.step ?? -1)) {
      show(canvas, bitmap);
      canvas.dataset.step = step;
      canvas.dataset.frames = Number(canvas.dataset.frames ?? 0) + 1;
      // No more frames than the screen shows; a hidden page gets hardly any.
      await new Promise(requestAnimationFrame);
    }
  } finally {
    bitmap.close();
  }
}

function show(canvas, bitmap) {
  // Setting a size clears the canvas, so only when it changes.
  if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
  }
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
}

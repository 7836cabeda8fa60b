// Strokes are drawn large and smooth; the network gets as many pixels as it looks at, when a stroke has ended.
const zoom = 8;
const pads = new WeakMap();

export function attach(canvas, receiver, side, ground, pen) {
  canvas.width = canvas.height = zoom * side;
  const pad = { receiver, side, ground, pen, path: null };
  pads.set(canvas, pad);
  clear(canvas);
  canvas.addEventListener("pointerdown", event => {
    if (event.isPrimary && event.button === 0) {
      canvas.setPointerCapture(event.pointerId);
      pad.path = new Path2D();
      pad.path.moveTo(...placeOf(canvas, event));
      draw(canvas, pad, event);
    }
  });
  canvas.addEventListener("pointermove", event => draw(canvas, pad, event));
  canvas.addEventListener("pointerup", () => finish(canvas, pad));
  canvas.addEventListener("pointercancel", () => finish(canvas, pad));
}

export function use(canvas, pen) {
  pads.get(canvas).pen = pen;
}

// A soft ground, as in drawn pictures; one of a single colour stays so.
export function clear(canvas) {
  const { ground } = pads.get(canvas);
  const context = canvas.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (ground !== "#000000") {
    const light = context.createRadialGradient(canvas.width / 3, canvas.height / 3, 0, canvas.width / 2, canvas.height / 2, canvas.width);
    light.addColorStop(0, "rgb(255 255 255 / 16%)");
    light.addColorStop(1, "rgb(0 0 0 / 16%)");
    context.fillStyle = light;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
}

function placeOf(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return [(event.clientX - box.left) / box.width * canvas.width, (event.clientY - box.top) / box.height * canvas.height];
}

function draw(canvas, { path, pen }, event) {
  if (path && event.isPrimary) {
    path.lineTo(...placeOf(canvas, event));
    const context = canvas.getContext("2d");
    Object.assign(context, { strokeStyle: pen.colour, lineWidth: zoom * pen.size, lineCap: "round", lineJoin: "round" });
    context.stroke(path);
  }
}

async function finish(canvas, pad) {
  if (!pad.path) {
    return;
  }
  if (pad.pen.fill) {
    const context = canvas.getContext("2d");
    context.fillStyle = pad.pen.colour;
    context.fill(pad.path);
  }
  pad.path = null;
  await send(canvas, pad);
}

// One drawing is under way at a time, and the next is the newest there is by then.
async function send(canvas, pad) {
  pad.waiting = true;
  if (pad.sending) {
    return;
  }
  pad.sending = true;
  try {
    while (pad.waiting) {
      pad.waiting = false;
      await pad.receiver.invokeMethodAsync("TakeAsync", await small(canvas, pad.side));
    }
  } finally {
    pad.sending = false;
  }
}

async function small(canvas, side) {
  const reduced = new OffscreenCanvas(side, side);
  const context = reduced.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(canvas, 0, 0, side, side);
  return new Uint8Array(await (await reduced.convertToBlob({ type: "image/png" })).arrayBuffer());
}

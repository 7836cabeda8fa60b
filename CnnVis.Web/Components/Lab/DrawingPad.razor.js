// Strokes are drawn large and smooth; the network gets as many pixels as it looks at, when a stroke has ended.
const zoom = 8;
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const pads = new WeakMap();

export function attach(canvas, receiver, side, ground, pen) {
  canvas.width = canvas.height = zoom * side;
  const pad = { receiver, side, ground, pen, path: null, place: [canvas.width / 2, canvas.height / 2] };
  pads.set(canvas, pad);
  clear(canvas);
  canvas.addEventListener("pointerdown", event => {
    if (event.isPrimary && event.button === 0) {
      canvas.setPointerCapture(event.pointerId);
      begin(canvas, pad, placeOf(canvas, event));
    }
  });
  canvas.addEventListener("pointermove", event => event.isPrimary && !pad.keyed && draw(canvas, pad, placeOf(canvas, event)));
  canvas.addEventListener("pointerup", () => finish(canvas, pad));
  canvas.addEventListener("pointercancel", () => finish(canvas, pad));
  canvas.addEventListener("keydown", event => press(canvas, pad, event));
  canvas.addEventListener("focus", () => showPen(canvas, pad, canvas.matches(":focus-visible")));
  canvas.addEventListener("blur", () => {
    showPen(canvas, pad, false);
    finish(canvas, pad);
  });
}

// The keyboard's pen: arrows move it, Space sets it down and lifts it.
function press(canvas, pad, event) {
  const arrow = arrows[event.key];
  if (arrow) {
    pad.place = pad.place.map((place, i) => Math.min(Math.max(place + zoom * arrow[i], 0), canvas.width));
    draw(canvas, pad, pad.place);
  } else if (event.key === " " && !event.repeat) {
    pad.keyed = !pad.path;
    pad.keyed ? begin(canvas, pad, pad.place) : finish(canvas, pad);
  } else if (event.key !== " ") {
    return;
  }
  event.preventDefault();
  event.stopPropagation(); // elsewhere Space pauses the run
  showPen(canvas, pad, true);
}

function showPen(canvas, { path, place }, shown) {
  const mark = canvas.nextElementSibling;
  mark.hidden = !shown;
  mark.classList.toggle("down", path !== null);
  mark.style.left = `${100 * place[0] / canvas.width}%`;
  mark.style.top = `${100 * place[1] / canvas.height}%`;
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

function begin(canvas, pad, place) {
  pad.path = new Path2D();
  pad.path.moveTo(...place);
  draw(canvas, pad, place);
}

function draw(canvas, { path, pen }, place) {
  if (path) {
    path.lineTo(...place);
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
  [pad.path, pad.keyed] = [null, false];
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

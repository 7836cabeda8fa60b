import { pictureBox } from "../../picture-box.js";

const pace = 80; // milliseconds between two places that are sent
const pictures = ".stages canvas[role='img']";
const nowhere = [-1, 0, 0];
let listening, next;

// Shows the dot at the mouse and tells the class where it is, until the receiver is null.
export function point(receiver, dot) {
  stop();
  dot.hidden = true;
  if (!receiver) {
    return;
  }
  listening = new AbortController();
  let place = nowhere, told = nowhere;
  document.addEventListener("pointermove", event => {
    if (!dot.isConnected) {
      stop(); // there is no room any more
      return;
    }
    dot.style.translate = `${event.clientX}px ${event.clientY}px`;
    rest(placeOf(event));
  }, { signal: listening.signal });
  document.documentElement.addEventListener("pointerleave", () => rest(nowhere), { signal: listening.signal });

  function rest(at) {
    place = at;
    dot.hidden = at === nowhere;
    next ??= setTimeout(tell, pace); // where the mouse comes to rest is told, too
  }

  function tell() {
    next = undefined;
    if (place !== told) {
      told = place;
      receiver.invokeMethodAsync("Point", ...place);
    }
  }
}

function stop() {
  listening?.abort();
  clearTimeout(next);
  next = undefined;
}

function placeOf(event) {
  const all = [...document.querySelectorAll(pictures)];
  for (const [index, canvas] of all.entries()) {
    const box = pictureBox(canvas);
    const x = (event.clientX - box.left) / box.width, y = (event.clientY - box.top) / box.height;
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) {
      return [index, x, y];
    }
  }
  return nowhere;
}

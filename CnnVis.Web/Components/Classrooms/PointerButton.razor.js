const pace = 80; // milliseconds between two places that are sent
const pictures = ".stages canvas[role='img']";
let listening;

// Shows the dot at the mouse and tells the class where it is, until the receiver is null.
export function point(receiver, dot) {
  listening?.abort();
  dot.hidden = true;
  if (!receiver) {
    return;
  }
  listening = new AbortController();
  let sent = 0, told = false;
  document.addEventListener("pointermove", event => {
    if (!dot.isConnected) {
      listening.abort(); // there is no room any more
      return;
    }
    const place = placeOf(event);
    dot.hidden = !place;
    dot.style.translate = `${event.clientX}px ${event.clientY}px`;
    if (place ? event.timeStamp - sent > pace : told) {
      sent = event.timeStamp;
      told = Boolean(place);
      receiver.invokeMethodAsync("Point", ...(place ?? [-1, 0, 0]));
    }
  }, { signal: listening.signal });
  document.documentElement.addEventListener("pointerleave", () => {
    dot.hidden = true;
    receiver.invokeMethodAsync("Point", -1, 0, 0);
  }, { signal: listening.signal });
}

function placeOf(event) {
  const all = [...document.querySelectorAll(pictures)];
  for (const [index, canvas] of all.entries()) {
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width, y = (event.clientY - box.top) / box.height;
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) {
      return [index, x, y];
    }
  }
  return null;
}

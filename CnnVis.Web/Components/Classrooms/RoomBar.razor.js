const pace = 80; // milliseconds between two places that are sent
const pictures = ".stages canvas[role='img']";
const patience = 150; // milliseconds for another tab to answer
const tabs = new BroadcastChannel("cnnvis-tabs");
let mine, listening;

tabs.addEventListener("message", event => {
  if (mine && event.data.asked === mine) {
    tabs.postMessage({ taken: mine });
  }
});

// A name for this tab, the same after a reload: of several windows of a teacher the class follows one. A tab that was
// duplicated has the other one's memory, and needs a name of its own.
export async function tab() {
  try {
    const known = sessionStorage["cnnvis-tab"];
    return mine ??= sessionStorage["cnnvis-tab"] = known && !await isTaken(known) ? known : name();
  } catch {
    return mine ??= name(); // storage is blocked: each page is a window of its own
  }
}

function isTaken(asked) {
  const answered = new AbortController();
  return new Promise(tell => {
    tabs.addEventListener("message", event => event.data.taken === asked && tell(true), { signal: answered.signal });
    tabs.postMessage({ asked });
    setTimeout(() => tell(false), patience);
  }).finally(() => answered.abort());
}

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

function name() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map(part => part.toString(16).padStart(2, "0")).join("");
}

const patience = 150; // milliseconds for another tab to answer
const tabs = new BroadcastChannel("cnnvis-tabs");
let mine;

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

function name() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map(part => part.toString(16).padStart(2, "0")).join("");
}

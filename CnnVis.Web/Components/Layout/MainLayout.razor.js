// Only sideways: the page itself stays where it is.
export function showCurrent(nav) {
  const tab = nav.querySelector("[aria-current]");
  if (tab) {
    nav.scrollLeft = tab.offsetLeft - (nav.clientWidth - tab.clientWidth) / 2;
  }
}

// Whether this tab hangs on a wall: the same after a reload.
const presenting = "cnnvis-presenting";

export function presents() {
  try {
    return sessionStorage[presenting] === "true";
  } catch {
    return false; // storage is blocked
  }
}

export function keepPresenting(presents) {
  try {
    sessionStorage[presenting] = presents;
  } catch {
    // see presents()
  }
}

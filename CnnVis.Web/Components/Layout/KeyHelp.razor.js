// Keys press the buttons and links that carry their name, whichever are there: so a key can never do what the button could not.
const shortcuts = {
  " ": "space", ".": "step", Escape: "stop", "?": "keys",
  r: "run", p: "present", l: "laser", s: "show", c: "class", w: "wall", t: "tasks",
  ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1, // a presenter's remote control sends these
};
const remembered = "cnnvis-keys";
const list = "[role='listbox'], [role='combobox'], .mud-select, .mud-popover-open, dialog[open]";
const field = `input:not([type='range'], [type='checkbox'], [type='radio']), textarea, select, [contenteditable], ${list}`;
const slider = "input[type='range'], input[type='radio'], [role='slider'], [role='radiogroup']"; // arrows are theirs
const pressedBySpace = "button, a, summary, input, [role='button']";

document.addEventListener("keydown", event => {
  const shortcut = shortcuts[event.key];
  if (!shortcut || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || belongsTo(event) || isOff()) {
    return;
  }
  if (typeof shortcut === "number" ? turn(shortcut) : !event.repeat && press(shortcut)) {
    event.preventDefault();
  }
});

// The dialog of the keys, and the choice to do without them.
document.addEventListener("click", event => {
  const dialog = document.querySelector("#keys");
  if (event.target.closest("[data-shortcut='keys']")) {
    dialog.querySelector("[data-keys-on]").checked = !isOff();
    dialog.showModal();
  } else if (event.target === dialog || event.target.closest("#keys [data-close]")) {
    dialog.close();
  }
});

document.addEventListener("change", event => {
  if (event.target.matches("[data-keys-on]")) {
    try {
      localStorage[remembered] = event.target.checked ? "on" : "off";
    } catch {
      // storage is blocked: the keys stay as they are
    }
  }
});

function press(shortcut) {
  const control = document.querySelector(`[data-shortcut="${shortcut}"]:not(:disabled)`);
  control?.click();
  return Boolean(control);
}

// A step back or on in what can be looked back at.
function turn(places) {
  const timeline = document.querySelector("[data-shortcut='timeline']");
  if (timeline) {
    timeline.value = Number(timeline.value) + places;
    timeline.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return Boolean(timeline);
}

function isOff() {
  try {
    return localStorage[remembered] === "off";
  } catch {
    return false;
  }
}

function belongsTo(event) {
  const target = event.target instanceof Element ? event.target : document.body;
  const own = event.key === "Escape" ? list : event.key.startsWith("Arrow") ? `${field}, ${slider}` : field; // Escape means nothing to a field, but closes a list
  return target.closest(own) !== null || (event.key === " " && target.closest(pressedBySpace) !== null);
}

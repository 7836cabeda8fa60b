// Space pauses or resumes, a full stop does one step, Escape stops: by pressing the buttons, whichever are there.
// A printed character counts only beside those buttons: who dictates says a full stop anywhere.
const shortcuts = { " ": "space", ".": "step", Escape: "stop" };
const list = "[role='listbox'], [role='combobox'], .mud-select, .mud-popover-open";
const field = `input:not([type='range']), textarea, select, [contenteditable], ${list}`; // a slider needs none of these keys
const pressedBySpace = "button, a, summary, [role='button']";

document.addEventListener("keydown", event => {
  const shortcut = shortcuts[event.key];
  if (!shortcut || event.ctrlKey || event.altKey || event.metaKey || event.repeat || belongsTo(event)) {
    return;
  }
  const button = document.querySelector(`[data-shortcut="${shortcut}"]:not(:disabled)`);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

function belongsTo(event) {
  const target = event.target instanceof Element ? event.target : document.body;
  const own = event.key === "Escape" ? list : field; // Escape means nothing to a field, but closes a list
  return target.closest(own) !== null || (event.key === "." && !target.closest(".panel")) || (event.key === " " && target.closest(pressedBySpace) !== null);
}

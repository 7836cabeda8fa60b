// Space pauses or resumes, a full stop does one step, Escape stops: by pressing the buttons, whichever are there.
const shortcuts = { " ": "space", ".": "step", Escape: "stop" };
const field = "input, textarea, select, [contenteditable], [role='listbox'], [role='combobox']";
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
  return target.closest(field) !== null || (event.key === " " && target.closest(pressedBySpace) !== null);
}

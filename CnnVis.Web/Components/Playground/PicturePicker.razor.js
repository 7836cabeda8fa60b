// Pictures may be dropped or pasted anywhere: both go through the file input, so the server sees one way only.
// Listening on the document, this works for elements that come and go. Where a drop lands outside of all that is
// marked for it, the first of these shows where it goes; left alone, the browser would leave the page for the file.
const marked = "[data-drop-picture]";
const zone = event =>
  (event.target instanceof Element && event.target.closest(marked)) || document.querySelector(marked);

document.addEventListener("dragover", event => {
  if (zone(event) && event.dataTransfer.types.includes("Files")) {
    event.preventDefault();
    mark(zone(event));
  }
});

document.addEventListener("dragleave", event => {
  if (!event.relatedTarget || !zone(event)?.contains(event.relatedTarget)) {
    mark(null);
  }
});

document.addEventListener("drop", event => {
  mark(null);
  if (zone(event) && event.dataTransfer.files.length > 0) {
    event.preventDefault();
    hand(event.dataTransfer.files[0], zone(event));
  }
});

document.addEventListener("paste", event => {
  const picture = [...event.clipboardData?.files ?? []].find(file => file.type.startsWith("image/"));
  if (picture) {
    event.preventDefault();
    hand(picture);
  }
});

// A page may have two pickers: what is dropped into one is for that one, everything else for the first.
function hand(file, zone) {
  const input = zone?.querySelector("[data-picture-input]") ?? document.querySelector("[data-picture-input]");
  if (input) {
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function mark(element) {
  document.querySelectorAll("[data-dropping]").forEach(marked => marked.removeAttribute("data-dropping"));
  element?.setAttribute("data-dropping", "");
}

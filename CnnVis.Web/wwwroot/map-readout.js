// Tells the number under the pointer, or where the arrow keys have gone: from the numbers the page already has.
import { cellAt, centreOf } from "./map-view.js";

const arrows = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

export function listen(root, viewer) {
  root.addEventListener("pointermove", event => point(event));
  root.addEventListener("pointerdown", event => point(event));
  root.addEventListener("pointerout", event => leave(event));
  root.addEventListener("focusout", event => leave(event));
  root.addEventListener("focusin", event => tell(event, place => place));
  root.addEventListener("keydown", event => {
    const arrow = arrows[event.key];
    if (arrow && tileOf(event)) {
      event.preventDefault(); // or the page would scroll
      tell(event, place => ({ row: place.row + arrow[0], column: place.column + arrow[1] }));
    }
  });

  function tileOf({ target }) {
    const tile = target.matches?.("figure canvas[tabindex]") ? target.closest("figure") : null;
    const map = tile && viewer.maps?.[[...root.children].indexOf(tile)];
    return map ? { tile, map } : null;
  }

  function point(event) {
    const found = tileOf(event);
    if (found) {
      const box = event.target.getBoundingClientRect();
      const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      const { map, tile } = found;
      const rule = viewer.view.resize;
      show(tile, map, { row: cellAt(y, map.height, rule), column: cellAt(x, map.width, rule) }, { x, y });
    }
  }

  // By keyboard the first cell is the middle one, and the arrows go on from the last.
  function tell(event, move) {
    const found = tileOf(event);
    if (found && (event.type !== "focusin" || event.target.matches(":focus-visible"))) {
      const { map, tile } = found;
      const { row, column } = move(map.place ?? { row: map.height >> 1, column: map.width >> 1 });
      show(tile, map, { row: clamp(row, map.height), column: clamp(column, map.width) });
    }
  }

  function show(tile, map, place, { x, y } = {}) {
    const rule = viewer.view.resize;
    const centre = { x: centreOf(place.column, map.width, rule), y: centreOf(place.row, map.height, rule) };
    map.place = place;
    mark(tile.querySelector("[data-marker]"), map, centre);
    const readout = tile.querySelector("[data-readout]");
    readout.toggleAttribute("data-top", centre.y > 0.7); // out of the pointer's way
    readout.ariaLive = x === undefined ? "polite" : "off"; // a pointer passes over hundreds
    readout.textContent = `${number(map.values[place.row * map.width + place.column])} · `
      + fill(readout.dataset.readout, place.row, place.column, map.height, map.width,
        pixel(x ?? centre.x, viewer.bitmap.width), pixel(y ?? centre.y, viewer.bitmap.height));
  }

  function leave(event) {
    const found = tileOf(event);
    if (found) {
      found.tile.querySelector("[data-marker]").hidden = true;
      found.tile.querySelector("[data-readout]").textContent = "";
    }
  }
}

const clamp = (cell, cells) => Math.min(Math.max(cell, 0), cells - 1);

const pixel = (place, size) => Math.min(Math.max(Math.floor(place * size), 0), size - 1);

function mark(marker, map, centre) {
  marker.hidden = false;
  marker.style.left = `${100 * centre.x}%`;
  marker.style.top = `${100 * centre.y}%`;
  marker.style.width = `${100 / map.width}%`;
  marker.style.height = `${100 / map.height}%`;
}

// The page brings the words in its language, with {0} and so on where values go.
export const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, place) => values[place]);

// Three digits that count, without an exponent where it can be read without.
export function number(value) {
  const size = Math.abs(value);
  return size !== 0 && (size < 0.001 || size >= 100000) ? value.toExponential(2) : String(Number(value.toPrecision(3)));
}

// Only the map scrolls, not the page around it, and the chosen layer comes to its middle.
export function reveal(map) {
  const chosen = map.querySelector("[aria-current]");
  if (chosen) {
    const [outer, inner] = [map.getBoundingClientRect(), chosen.getBoundingClientRect()];
    map.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
  }
}

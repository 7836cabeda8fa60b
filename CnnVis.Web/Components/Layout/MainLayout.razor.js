// Only sideways: the page itself stays where it is.
export function showCurrent(nav) {
  const tab = nav.querySelector("[aria-current]");
  if (tab) {
    nav.scrollLeft = tab.offsetLeft - (nav.clientWidth - tab.clientWidth) / 2;
  }
}

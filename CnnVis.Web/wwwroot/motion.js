// Who asked the system for less motion gets a live picture as a row of still ones, and nothing that moves unasked.
const wish = matchMedia("(prefers-reduced-motion: reduce)");
const calm = 1000; // milliseconds from one picture to the next

// No more frames than the screen shows; a hidden page waits until it is seen again. What comes meanwhile is passed over.
export const nextTurn = live =>
  new Promise(live && wish.matches ? done => setTimeout(done, calm) : requestAnimationFrame);

export const isReduced = () => wish.matches;

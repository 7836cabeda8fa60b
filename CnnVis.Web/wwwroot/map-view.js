// From raw maps to colours: the rules of HeatMapDisplay, MapRange, MapResizer and ColourMap in C#, for the browser.
// A map is { height, width, hasSign, values }.

export const relu = values => values.map(value => Math.max(value, 0));

export const isEmpty = values => values.every(value => value === 0);

// The ends of a scale for one map's numbers, or for several maps' together.
export function rangeOf(maps, rule, showsSign) {
  const { low, high } = extremes(maps);
  if (low > high) {
    return { low: 0, high: 0, symmetric: showsSign };
  }
  const around = magnitude => ({ low: -magnitude, high: magnitude, symmetric: true });
  switch (rule) {
    case "min-max":
      return { low, high };
    case "symmetric":
      return around(Math.max(-low, high));
    case "percentile98":
    case "percentile99": {
      const percent = Number(rule.slice(-2));
      return showsSign ? around(percentile(maps, percent, Math.abs)) : { low, high: percentile(maps, percent, value => value) };
    }
    default:
      return { low: 0, high: Math.max(high, 0) };
  }
}

// What is not a finite number does not count.
function extremes(maps) {
  let [low, high] = [Infinity, -Infinity];
  for (const values of maps) {
    for (const value of values) {
      if (Number.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }
  return { low, high };
}

function percentile(maps, percent, measure) {
  const sorted = Float32Array.from(maps.flatMap(values => Array.from(values.filter(Number.isFinite), measure))).sort();
  const place = percent / 100 * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

// Where the ends are the same number, what is above becomes 1: a map of zeros stays one, and nothing divides by zero.
export function scale(values, { low, high, symmetric }) {
  if (high > low) {
    return values.map(value => Math.min(Math.max((value - low) / (high - low), 0), 1) || 0);
  }
  return values.map(value => value > high ? 1 : symmetric && !(value < low) ? 0.5 : 0);
}

export function resize(values, from, to, rule) {
  const rows = taps(from.height, to.height, rule);
  const columns = taps(from.width, to.width, rule);
  const resized = new Float32Array(to.height * to.width);
  let i = 0;
  for (const { first, second, share } of rows) {
    const [upper, lower] = [first * from.width, second * from.width];
    for (const column of columns) {
      const above = mix(values[upper + column.first], values[upper + column.second], column.share);
      const below = mix(values[lower + column.first], values[lower + column.second], column.share);
      resized[i++] = mix(above, below, share);
    }
  }
  return resized;
}

const mix = (first, second, share) => first + share * (second - first);

function taps(cells, pixels, rule) {
  return Array.from({ length: pixels }, (_, pixel) => {
    const place = Math.min(Math.max(placeOf(pixel, cells, pixels, rule), 0), cells - 1);
    const first = Math.floor(place);
    return { first, second: Math.min(first + 1, cells - 1), share: place - first };
  });
}

function placeOf(pixel, cells, pixels, rule) {
  switch (rule) {
    case "nearest":
      return Math.floor((pixel + 0.5) * cells / pixels);
    case "bilinear-aligned":
      return pixels === 1 ? 0 : pixel * (cells - 1) / (pixels - 1);
    default:
      return (pixel + 0.5) * cells / pixels - 0.5;
  }
}

// How much of each pixel a map takes over a picture: the more, the stronger it is there.
export const shares = (scaled, showsSign, opacity) =>
  scaled.map(value => opacity * Math.min(2 * (showsSign ? Math.abs(2 * value - 1) : value), 1));

export function colour(scaled, rgb, shares) {
  const pixels = new Uint8ClampedArray(4 * scaled.length);
  for (let i = 0; i < scaled.length; i++) {
    const at = 3 * Math.floor(scaled[i] * 255 + 0.5);
    pixels[4 * i] = rgb[at];
    pixels[4 * i + 1] = rgb[at + 1];
    pixels[4 * i + 2] = rgb[at + 2];
    pixels[4 * i + 3] = shares ? 255 * shares[i] : 255;
  }
  return pixels;
}

// The cell under a place of the picture (0 to 1 from the left or top), and where a cell's centre lies.
export const cellAt = (place, cells, rule) =>
  Math.min(Math.max(rule === "bilinear-aligned" ? Math.round(place * (cells - 1)) : Math.floor(place * cells), 0), cells - 1);

export const centreOf = (cell, cells, rule) =>
  rule === "bilinear-aligned" ? (cells === 1 ? 0.5 : cell / (cells - 1)) : (cell + 0.5) / cells;

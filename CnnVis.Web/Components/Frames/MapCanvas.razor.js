import { colour, isEmpty, rangeOf, relu, resize, scale, shares } from "../../map-view.js";
import { fill, listen, number } from "../../map-readout.js";
import { nextTurn } from "../../motion.js";

// Small pictures are enlarged by whole factors to at least so many pixels, so that a map's slopes look smooth.
const fine = 384;

const viewers = new WeakMap();

export function attach(root, tables) {
  const viewer = { tables: Object.fromEntries(tables.map(table => [table.id, table.rgb])), order: 0 };
  viewers.set(root, viewer);
  listen(root, viewer);
}

export async function draw(root, bytes, contentType, step, maps, view, order, live) {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: contentType }));
  const viewer = viewers.get(root);
  // After a lost connection a draw may arrive twice, or late. Steps do not tell: an earlier one may be asked for.
  if (order < viewer.order) {
    bitmap.close();
    return;
  }
  viewer.bitmap?.close();
  Object.assign(viewer, { bitmap, order, view, maps: maps.map((map, i) => read(map, viewer.maps?.[i])) });
  await nextTurn();
  paint(root, viewer);
  root.dataset.step = step;
  root.dataset.frames = Number(root.dataset.frames ?? 0) + 1;
  await nextTurn(live);
}

// A dragged slider sends more views than the screen shows.
export function look(root, view) {
  const viewer = viewers.get(root);
  viewer.view = view;
  if (viewer.bitmap && !viewer.waiting) {
    viewer.waiting = true;
    requestAnimationFrame(() => {
      viewer.waiting = false;
      paint(root, viewer);
    });
  }
}

// The bytes may lie anywhere in a message; floats must start at a multiple of four.
const read = (map, before) => ({ ...map, values: new Float32Array(map.values.slice().buffer), place: before?.place });

function paint(root, { bitmap, maps, tables, view }) {
  const shown = maps.map(map => prepare(map, view, bitmap));
  const common = view.common && shown.length > 0 ? rangeOfAll(shown) : null;
  [...root.children].forEach((tile, i) => {
    const context = cover(tile, bitmap);
    if (shown[i]) {
      const range = common ?? rangeOfAll([shown[i]]);
      const table = tables[shown[i].colours];
      lay(context, shown[i], scale(shown[i].values, range), table, view);
      label(tile.querySelector("[data-legend]"), range, table);
    }
  });
}

function prepare(map, view, bitmap) {
  const values = view.relu ? relu(map.values) : map.values;
  const showsSign = map.hasSign && !view.relu;
  const { colours, coarse, pixelwise } = showsSign ? view.signed : view.unsigned;
  const rule = map.width === bitmap.width && map.height === bitmap.height ? pixelwise : coarse;
  return { height: map.height, width: map.width, values, showsSign, colours, rule };
}

function rangeOfAll(maps) {
  const one = maps.find(map => map.showsSign) ?? maps[0];
  return rangeOf(maps.map(map => map.values), one.rule, one.showsSign);
}

function cover(tile, bitmap) {
  const canvas = tile.querySelector(".surface canvas");
  const factor = Math.ceil(fine / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [factor * bitmap.width, factor * bitmap.height];
  // Setting a size clears the canvas, so only when it changes.
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    tile.querySelector(".surface").style.setProperty("--ratio", width / height);
  }
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0, width, height);
  return context;
}

function lay(context, map, scaled, table, view) {
  if (view.mode === "picture" || isEmpty(map.values)) {
    return; // of a map of zeros the words tell; a veil of one colour would tell nothing
  }
  const { width, height } = context.canvas;
  const layer = new OffscreenCanvas(width, height);
  const enlarged = resize(scaled, map, { width, height }, view.resize);
  const pixels = colour(enlarged, table, view.mode === "map" ? null : shares(enlarged, map.showsSign, view.opacity));
  layer.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
  context.drawImage(layer, 0, 0);
}

function label(legend, range, table) {
  if (!legend) {
    return; // there is nothing to see on the scale
  }
  const ramp = Float32Array.from({ length: 256 }, (_, i) => i / 255);
  legend.querySelector("canvas").getContext("2d").putImageData(new ImageData(colour(ramp, table), 256, 1), 0, 0);
  const [low, high] = [number(range.low), number(range.high)];
  legend.querySelector("[data-low]").textContent = low;
  legend.querySelector("[data-high]").textContent = high;
  legend.setAttribute("aria-label", fill(legend.dataset.legend, low, high));
}

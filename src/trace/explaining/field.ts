import { look } from '../../engine/backends/allocation.js';
import { host } from '../../engine/backends/registry.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import type { Field, FieldRequest } from '../../protocol/field.js';
import type { NodeRecord, PassRecord } from '../recording/records.js';
import { allBefore, pathTo, replay } from './replay.js';

/** Points on each side of the plane. Points go from left to right and from bottom to top. */
const BOUNDARY = 48;
const LANDSCAPE = { most: 25, least: 7 };
/** The time for one field. The user waits for it, and requests to move numbers wait for the worker. */
const MOST_MS = 2500;
/** After this time the remaining points are left out. A machine may have become busy meanwhile. */
const LAST_MS = 3 * MOST_MS;
/** The margin around the data, relative to their range. */
const MARGIN = 0.15;
const MOST_POINTS = 2000;
/** How far a repeated computation may differ by rounding, which depends on the number of rows. */
const ROUNDING = 1e-3;

export interface Known {
  pass: PassRecord;
  node(id: string): NodeRecord | null;
  /** The same leaf in all kept passes, in order. */
  through(node: NodeRecord): NodeRecord[];
  now(): number;
}

/** Null where the field cannot be computed again. */
export function fieldOf(request: FieldRequest, known: Known): Field | null {
  try {
    return request.kind === 'boundary' ? boundary(request, known) : landscape(request, known);
  } catch {
    // An operation may refuse other numbers.
    return null;
  }
}

const span = (values: readonly number[]): [number, number] => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * MARGIN;
  return [low - room, high + room];
};

const at = ([low, high]: readonly [number, number], i: number, count: number): number => low + ((high - low) * i) / (count - 1);
const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

const isClose = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= ROUNDING * (1 + Math.abs(b));

/**
 * The nodes that may be the data, the likeliest first: two features, and as many rows as the node. Leaves come first,
 * then nodes with a name.
 */
function dataOf(node: NodeRecord): NodeRecord[] {
  const needed = allBefore(node);
  const rank = ({ kind, label }: NodeRecord) => (kind === 'leaf' ? 0 : label === null ? 2 : 1);
  return node.pass.nodes.filter((one) => needed.has(one) && one !== node && isData(one, node.sizes[0]!)).sort((a, b) => rank(a) - rank(b));
}

const isData = ({ kind, sizes, tensor, dtype, value }: NodeRecord, rows: number): boolean =>
  sizes.length === 2 &&
  sizes[1] === 2 &&
  sizes[0] === rows &&
  dtype.is_floating_point &&
  value?.isHeld === true &&
  !(kind === 'leaf' && tensor?.requires_grad);

function boundary({ node: id }: Extract<FieldRequest, { kind: 'boundary' }>, { pass, node }: Known): Field | null {
  const output = node(id);
  if (!output?.value?.isHeld || output.sizes.length === 0 || output.sizes.length > 2 || output.sizes[0]! < 2) return null;
  const found = firstOf(dataOf(output), (data) => overPlane(output, data));
  if (!found) return null;
  const { x, y, elements, classes, rows } = found;
  const values = Array.from({ length: BOUNDARY ** 2 }, (_, i) =>
    classes === 1 ? finite(elements[i]!) : greatest(elements, i * classes, classes),
  );
  const targets = pass.nodes.find((one) => one.kind === 'leaf' && one.value?.isHeld && isTargets(one, rows.length / 2))?.value?.elements();
  const points = Array.from({ length: Math.min(MOST_POINTS, rows.length / 2) }, (_, i): [number, number, number | null] => [
    rows[2 * i]!,
    rows[2 * i + 1]!,
    targets ? targets[i]! : null,
  ]);
  return { rows: BOUNDARY, columns: BOUNDARY, x, y, values, points, ...(classes > 1 && { classes }) };
}

/**
 * Computes the node for each point of the plane instead of the data. The data are appended to the plane, to check that
 * each row is computed by itself: a model that subtracts the mean, or normalizes over the batch, would give other
 * values.
 */
function overPlane(output: NodeRecord, data: NodeRecord) {
  const path = pathTo(output, [data]);
  if (!path) return null;
  const rows = Float64Array.from(data.value!.elements());
  const [x, y] = [span([...rows.filter((_, i) => i % 2 === 0)]), span([...rows.filter((_, i) => i % 2 === 1)])];
  const count = BOUNDARY ** 2;
  const plane = new Float64Array(2 * count + rows.length);
  for (let i = 0; i < count; i++) {
    plane[2 * i] = at(x, i % BOUNDARY, BOUNDARY);
    plane[2 * i + 1] = at(y, Math.floor(i / BOUNDARY), BOUNDARY);
  }
  plane.set(rows, 2 * count);
  const all = count + rows.length / 2;
  const result = replay(path, new Map([[data, Tensor.of(plane, [all, 2], data.dtype, host)]]));
  const classes = result.sizes.length === 2 ? result.sizes[1]! : 1;
  if (result.sizes[0] !== all || result.numel() !== all * classes) return null;
  const elements = look(result);
  const recorded = output.value!.elements();
  if (!recorded.every((value, i) => isClose(elements[count * classes + i]!, value))) return null;
  return { x, y, elements, classes, rows };
}

/**
 * The first result that is not null. An attempt that throws counts as null: an operation may accept only so many rows.
 */
function firstOf<A, B>(all: readonly A[], make: (one: A) => B | null): B | null {
  for (const one of all) {
    try {
      const made = make(one);
      if (made) return made;
    } catch {
      // The next attempt may work.
    }
  }
  return null;
}

const isTargets = ({ sizes, tensor }: NodeRecord, rows: number): boolean =>
  sizes[0] === rows && (sizes.length === 1 || (sizes.length === 2 && sizes[1] === 1)) && !tensor?.requires_grad;

function greatest(elements: ArrayLike<number>, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (elements[from + i]! > elements[from + best]!) best = i;
  return best;
}

function landscape({ entries }: Extract<FieldRequest, { kind: 'landscape' }>, { pass, node, through, now }: Known): Field | null {
  const [a, b] = entries.map(({ node: id }) => node(id));
  const { root } = pass;
  const isEntry = (leaf: NodeRecord | null | undefined, index: number) =>
    leaf?.kind === 'leaf' && leaf.value?.isHeld && index < leaf.value.numel;
  if (!a || !b || !root || root.value?.numel !== 1 || !isEntry(a, entries[0].index) || !isEntry(b, entries[1].index)) return null;
  const path = pathTo(root, [a, b]);
  if (!path) return null;
  const [tracesA, tracesB] = [through(a), through(b)];
  const entry = (leaf: NodeRecord, index: number) => leaf.value!.elements()[index]!;
  const known = tracesA.flatMap((leaf) => {
    const other = tracesB.find((one) => one.pass === leaf.pass);
    return leaf.value?.isHeld && other?.value?.isHeld ? [{ leaf, other }] : [];
  });
  const points = known.map(({ leaf, other }): [number, number, null] => [
    entry(leaf, entries[0].index),
    entry(other, entries[1].index),
    null,
  ]);
  const shown = known.findIndex(({ leaf }) => leaf === a);
  const here = [entry(a, entries[0].index), entry(b, entries[1].index)] as const;
  const around = (k: 0 | 1) => {
    const all = [...points.map((point) => point[k]), here[k]];
    const half = Math.max((Math.max(...all) - Math.min(...all)) / 2, 0.25 * Math.abs(here[k]), 0.25) * (1 + 2 * MARGIN);
    const middle = (Math.max(...all) + Math.min(...all)) / 2;
    return [middle - half, middle + half] as [number, number];
  };
  const copies = new Map([a, b].map((leaf) => [leaf, Float64Array.from(leaf.value!.elements())]));
  const rootWith = (...two: readonly [number, number]) => {
    copies.get(a)![entries[0].index] = two[0];
    copies.get(b)![entries[1].index] = two[1];
    const replaced = [...copies].map(([leaf, elements]) => [leaf, Tensor.of(elements.slice(), leaf.sizes, leaf.dtype, host)] as const);
    return look(replay(path, new Map(replaced)))[0]!;
  };
  if (!isClose(rootWith(...here), root.value.elements()[0]!)) return null;
  // The first computation takes longer than the others, so the second one is timed.
  const began = now();
  rootWith(...here);
  const side = sideFor(now() - began);
  const [x, y] = [around(0), around(1)];
  const values = Array.from({ length: side ** 2 }, (_, i) =>
    now() - began > LAST_MS ? null : finite(rootWith(at(x, i % side, side), at(y, Math.floor(i / side), side))),
  );
  return { rows: side, columns: side, x, y, values, points, ...(shown >= 0 && { here: shown }) };
}

/** The points on each side: a slow model gets fewer. */
function sideFor(ms: number): number {
  return Math.max(LANDSCAPE.least, Math.min(LANDSCAPE.most, Math.floor(Math.sqrt(MOST_MS / Math.max(ms, 0.01)))));
}

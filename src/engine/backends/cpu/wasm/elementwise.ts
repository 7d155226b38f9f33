/** Makes kernels from formulas: one function for contiguous operands, scalars, rows and columns. */
import { bump, iff, repeat, set, type Local } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn, imported, locals, type Imported, type WasmFunction } from './assembler/module.js';
import { Emitter, RESCUE_ADDRESS, type LeafCode } from './vector/emit.js';
import type { Vector } from './vector/nodes.js';

/** The place of an operand that does not move along a row. It is written there as four vectors, 64 bytes for each operand. */
const spread = (operand: number): number => 64 * (operand + 1);

export interface ElementwiseKernel {
  readonly fn: WasmFunction;
  readonly imports: readonly Imported[];
  /** The JavaScript functions that the imports call. */
  readonly asks: readonly ((x: number) => number)[];
}

interface Size {
  operands: number;
  params: number;
  nodes: number;
  /** Whether JavaScript computes some lanes. */
  asks: boolean;
}

/** What formulas consist of; what they share counts once. */
export function sizeOf(...roots: Vector[]): Size {
  const size: Size = { operands: 0, params: 0, nodes: 0, asks: false };
  const seen = new Set<Vector>();
  const visit = (x: Vector): void => {
    if (seen.has(x)) return;
    seen.add(x);
    if (x.op === 'arg') size.operands = Math.max(size.operands, x.n + 1);
    else if (x.op === 'param') size.params = Math.max(size.params, x.n + 1);
    else size.nodes++;
    size.asks ||= x.op === 'rescue';
    x.args.forEach(visit);
  };
  roots.forEach(visit);
  return size;
}

/**
 * The kernel of a formula: (out, bytes from row to row, rows, columns, [start, bytes from row to row, step] for each operand,
 * params). The step along a row is 1 for elements side by side, and 0 for one element in each row. There is at least one row
 * and one column. `out` may be an operand.
 * @param joins whether neighbouring vectors are computed so that a compiler can join them
 */
export function elementwise(name: string, formula: Vector, fused: boolean, joins = false): ElementwiseKernel {
  const { operands, params, nodes } = sizeOf(formula);
  // Simple formulas wait for memory. Several vectors in each turn hide this.
  const many = joins ? 2 : nodes <= 3 ? 4 : nodes <= 12 ? 2 : 1;
  let rescues: Emitter['rescues'] = [];
  const made = fn(name, 'iiii' + 'iii'.repeat(operands) + 'f'.repeat(params), (p, local) => {
    const [out, outRow, rows, columns] = p;
    const operand = (j: number): Local[] => p.slice(4 + 3 * j, 7 + 3 * j);
    const numbers = locals(local, 'v', params);
    const at = locals(local, 'i', operands);
    const steps = locals(local, 'i', operands);
    const [left, to] = locals(local, 'i', 2);
    const result = local('v');
    const formulas = new Emitter(local, fused);
    rescues = formulas.rescues;

    const leafAt =
      (u: number): LeafCode =>
      (leaf) =>
        leaf.op === 'param' ? numbers[leaf.n] : v.load(at[leaf.n], 16 * u);
    const value = (u: number) => formulas.write(formula, leafAt(u));
    const advance = (n: number) => [
      at.map((l, j) => bump(l, n === 1 ? steps[j] : i32.mul(steps[j], i32.const(n)))),
      [bump(to, 16 * n), bump(left, -4 * n)],
    ];
    const start = at.map((l, j) => {
      const [first, , step] = operand(j);
      const lanes = [0, 16, 32, 48].map((offset) => v.store(l, result, offset));
      return [set(l, first), iff(i32.eqz(step), [set(l, i32.const(spread(j))), set(result, v.splat32(first)), lanes])];
    });
    const whole = i32.ge(left, i32.const(4 * many));
    const values = joins ? locals(local, 'v', many) : [];
    // All values come before the stores, since a compiler does not join what a store divides.
    const stores = values.map((l, u) => v.store(to, l, 16 * u));
    const leaves = values.map((_, u) => leafAt(u));
    const joined = joins
      ? formulas.writeTogether(
          [formula],
          leaves,
          values.map((l) => [l]),
          stores,
        )
      : Array.from({ length: many }, (_, u) => v.store(to, value(u), 16 * u));
    const unrolled = many > 1 ? iff(whole, repeat([joined, advance(many)], whole)) : [];
    const tail = [0, 1, 2].map((lane) => {
      const store = v.storeLane(to, result, lane, 4 * lane);
      return lane === 0 ? store : iff(i32.gt(left, i32.const(lane)), store);
    });
    const some = i32.gt(left, i32.const(0));
    const rest = iff(some, repeat([set(result, value(0)), iff(i32.ge(left, i32.const(4)), v.store(to, result), tail), advance(1)], some));
    const row = [
      [set(to, out), set(left, columns), start, unrolled, rest],
      [bump(out, outRow), at.map((_, j) => set(operand(j)[0], i32.add(operand(j)[0], operand(j)[1]))), bump(rows, -1)],
    ];
    const body = repeat(row, rows);
    return [
      formulas.init(),
      numbers.map((l, j) => set(l, v.splat(p[4 + 3 * operands + j]))),
      steps.map((l, j) => set(l, i32.shl(operand(j)[2], i32.const(4)))),
      body,
    ];
  });
  return { fn: made, imports: rescues.map((_, j) => imported(`ask${j}`, '')), asks: rescues.map(({ ask }) => ask) };
}

/** The import that computes lanes in JavaScript: it replaces each lane for which `isAsked` holds. */
export function answer(memory: { buffer: ArrayBuffer }, ask: (x: number) => number, isAsked: (x: number) => boolean): () => void {
  return () => {
    const lanes = new Float32Array(memory.buffer, RESCUE_ADDRESS, 8);
    for (let lane = 0; lane < 4; lane++) if (isAsked(lanes[4 + lane])) lanes[lane] = ask(lanes[4 + lane]);
  };
}

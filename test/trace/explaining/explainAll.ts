import { install } from '../../../src/engine/tensor/observe.js';
import type { Explanation } from '../../../src/protocol/explanation.js';
import type { Pass, Scalar, TraceNode } from '../../../src/protocol/trace.js';
import * as telling from '../../../src/trace/telling.js';
import { Tracer } from '../../../src/trace/tracer.js';

/** A number in the form of JSON, as a number of JavaScript. */
export const numberOf = (x: Scalar): number => (typeof x === 'number' ? x : { nan: NaN, inf: Infinity, '-inf': -Infinity }[x]);

export interface Explained {
  pass: Pass;
  node: TraceNode;
  which: 'value' | 'grad';
  entry: number[];
  found: Explanation;
}

/**
 * Runs `body` with a tracer and explains every entry of every node. Of large tensors, it explains some entries from all
 * parts.
 */
export function explainAll(body: () => void, most = 40): Explained[] {
  const limits = { tensorBytes: 2 ** 30, keptBytes: 2 ** 28 };
  const tracer = new Tracer(
    { mode: 'backward', maxValues: 4096, maxPasses: 50, passes: 0, limits, program: { sites: [] } },
    { progress: () => {}, now: () => 0, telling: () => telling },
  );
  install(tracer.recorder);
  try {
    body();
  } finally {
    install(null);
  }
  return explainPasses(tracer.finish().passes, (request) => tracer.explain(request), most);
}

export function explainPasses(
  passes: readonly Pass[],
  explain: (request: Parameters<Tracer['explain']>[0]) => Explanation | null,
  most: number,
): Explained[] {
  return passes.flatMap((pass) =>
    pass.nodes.flatMap((node) =>
      (['value', 'grad'] as const).flatMap((which) => {
        // Complex numbers are not explained.
        if (!node[which] || node.kind === 'failed' || node.dtype.startsWith('complex')) return [];
        return entriesOf(node.shape, most).map((entry) => {
          const found = explain({ pass: pass.index, node: node.id, which, entry });
          if (!found) throw new Error(`Nothing is known of ${which} [${entry.join(', ')}] of ${node.op}.`);
          return { pass, node, which, entry, found };
        });
      }),
    ),
  );
}

function entriesOf(shape: readonly number[], most: number): number[][] {
  const numel = shape.reduce((a, b) => a * b, 1);
  const n = Math.min(numel, most);
  return Array.from({ length: n }, (_, i) => {
    let left = Math.floor((i * numel) / n);
    return shape
      .toReversed()
      .map((size) => {
        const at = left % size;
        left = Math.floor(left / size);
        return at;
      })
      .reverse();
  });
}

/**
 * The distance between the terms and their sum, and between the sum and the value, relative to the size of the terms.
 */
export function distanceOf({ value, sum, terms, rest }: Explanation): number {
  const parts = [...terms.map(({ contribution }) => numberOf(contribution)), numberOf(rest)];
  const total = parts.reduce((a, b) => a + b, 0);
  const size = parts.reduce((a, b) => a + Math.abs(b), 0);
  const off = (a: number, b: number) => (Object.is(a, b) || a === b ? 0 : Math.abs(a - b) / size);
  return Math.max(off(total, numberOf(sum)), off(numberOf(sum), numberOf(value)));
}

/** True when a term with a factor is not the factor times the number of its entry in the document. */
export function isProductOff({ pass, which, found }: Explained): boolean {
  return found.terms.some(({ node, entry, number, factor, contribution }) => {
    if (factor === null) return false;
    const product = numberOf(number) * numberOf(factor);
    const isProduct = Object.is(product, numberOf(contribution)) || product === contribution || numberOf(factor) === 0;
    return !isProduct || (node !== null && !Object.is(numberOf(number), documented(pass, node, which, entry)));
  });
}

function documented({ nodes }: Pass, id: string, which: 'value' | 'grad', entry: readonly number[]): number {
  const node = nodes.find((n) => n.id === id)!;
  const position = entry.reduce((at, i, d) => at * node.shape[d]! + i, 0);
  return numberOf(node[which]!.data![position]!);
}
